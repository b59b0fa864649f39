import type { Template } from '../src/domain/dictionary/template.ts';
import { choices, on, text, workshopStates } from './parts.ts';

/** 家电门店: a shop that sells, installs and repairs household appliances. */
export const applianceShop: Template = {
  key: 'appliance-shop',
  label: text('家电门店', 'Appliance shop'),
  description: text(
    '卖家电，也上门安装和维修：交易金额、产品目录、保修和保养提醒。',
    'Sells, installs and repairs appliances: amounts, product list, reminders of warranty and upkeep.',
  ),
  steps: [
    text(
      '点“设置 › 打开产品目录”，填型号、单价、保修和保养月数：卖出时自动填金额，到期前提醒。',
      'Choose "Settings › Open products" and fill in models, prices, months of warranty and upkeep: amounts fill themselves in, and you are reminded in time.',
    ),
    text(
      '报修电话来了，点“登记其他 › 登记维修”：型号会填上次买的，超过 7 天没修好会提醒。',
      'When a repair is reported, choose "Add a record › Add repair": the model bought last is filled in, and after 7 days you are reminded.',
    ),
  ],
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
