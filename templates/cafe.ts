import type { Template } from '../src/domain/dictionary/template.ts';
import { allergies, called, choices, field, on, orderStates, repairStates, season, text } from './parts.ts';

const item = called('品名', 'Item');

/** What is sold here, in records and in the list. */
const kinds = choices(
  ['咖啡', 'Coffee', 'amber'],
  ['茶饮', 'Tea', 'green', '茶|奶茶'],
  ['甜点', 'Cakes', 'purple', '蛋糕|面包'],
  ['轻食', 'Snacks', 'teal', '三明治|沙拉'],
  ['豆子和器具', 'Beans, gear', 'blue', '咖啡豆|咖啡机|器具'],
  ['储值卡', 'Prepaid card', 'red', '充值|会员卡'],
);

/** 咖啡馆: regulars and offices, what they drink and how, and the machines they bought. */
export const cafe: Template = {
  key: 'cafe',
  label: text('咖啡馆', 'Café'),
  fields: {
    purchases: [
      field('flavour', 'choice', '口味', 'Flavour', 'order', {
        ...choices(
          ['原味', 'Plain', 'grey', '经典|classic'],
          ['香草', 'Vanilla', 'amber'],
          ['焦糖', 'Caramel', 'red'],
          ['巧克力', 'Chocolate', 'purple', '可可|摩卡'],
          ['果味', 'Fruity', 'green', '水果|fruit'],
        ),
      }),
      season,
      field('brand', 'text', '品牌', 'Brand', 'order'),
    ],
    preferences: [
      field('taste', 'text', '口味偏好', 'Taste', 'main'),
      field('sweetness', 'choice', '甜度', 'Sweetness', 'main', {
        ...choices(
          ['不加糖', 'No sugar', 'green', '无糖'],
          ['少糖', 'Less sugar', 'teal', '微糖|半糖'],
          ['正常甜', 'Regular', 'amber', '全糖|标准'],
        ),
      }),
      allergies,
    ],
  },
  changes: {
    customers: { birthDate: on },
    purchases: {
      model: item,
      amount: on,
      itemType: { ...on, ...kinds },
      place: {
        ...on,
        ...choices(
          ['堂食', 'Eat in', 'blue', '店里'],
          ['外带', 'Take away', 'teal', '打包|自取'],
          ['外卖', 'Delivery', 'amber', '外送|送货'],
          ['活动', 'Event', 'purple', '茶歇|包场'],
        ),
      },
      orderStatus: orderStates(['待取', 'To collect', 'amber', '未取|等取'], ['待送', 'To deliver', 'blue', '未送|等送']),
    },
    repairs: {
      model: item,
      repairResult: repairStates,
    },
    services: {
      serviceType: choices(
        ['课程', 'Class', 'green', '手冲课|培训'],
        ['活动', 'Event', 'purple', '包场|茶歇'],
        ['保养', 'Upkeep', 'amber', '咖啡机保养|除垢', { means: 'upkeep' }],
        ['咨询', 'Advice', 'teal', '问询|inquiry'],
      ),
    },
    products: {
      model: item,
      category: kinds,
    },
  },
};
