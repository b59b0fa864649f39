import type { Template } from '../src/domain/dictionary/template.ts';
import { choices, on, text, workshopStates } from './parts.ts';

/** 家电门店: a shop that sells, installs and repairs household appliances. */
export const applianceShop: Template = {
  key: 'appliance-shop',
  label: text('家电门店', 'Appliance shop'),
  changes: {
    purchases: { amount: on },
    repairs: {
      repairResult: workshopStates,
    },
    services: {
      serviceType: choices(
        ['安装', 'Installation', 'blue', '上门安装|install'],
        ['维修', 'Repair', 'amber', '修理|上门维修'],
        ['保养', 'Maintenance', 'green', '', { means: 'upkeep' }],
        ['送货', 'Delivery', 'purple'],
        ['咨询', 'Advice', 'teal', '电话咨询|consulting|inquiry'],
      ),
    },
    products: {
      category: choices(
        ['空调', 'Air conditioner', 'blue'],
        ['冰箱', 'Fridge', 'teal'],
        ['洗衣机', 'Washing machine', 'purple'],
        ['电视', 'Television', 'grey'],
        ['热水器', 'Water heater', 'amber'],
        ['小家电', 'Small appliance', 'green'],
      ),
    },
  },
};
