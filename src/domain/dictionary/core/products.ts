import type { Tab } from '../types.ts';
import { field, option, text } from './field-parts.ts';

/** What the shop sells: other tabs suggest the models, amounts and reminders are counted from it. */
export const products: Tab = {
  key: 'products',
  label: text('产品目录', 'Products'),
  noun: text('产品', 'product'),
  adds: text('添加产品', 'Add product'),
  groups: [{ key: 'main', label: text('产品', 'Product') }],
  hue: 'teal',
  from: 'firstUse',
  fields: [
    field('model', 'text', '型号', 'Model', 'main', {
      required: true,
      unique: true,
      tidy: 'code',
      sensitivity: 'open',
      width: 160,
    }),
    field('category', 'choice', '类别', 'Category', 'main', {
      options: [
        option('商品', 'Goods', 'blue'),
        option('配件', 'Parts', 'teal'),
        option('服务', 'Service', 'green'),
        option('其他', 'Other', 'grey'),
      ],
      sensitivity: 'open',
    }),
    field('unitPrice', 'money', '单价', 'Unit price', 'main', { min: 0 }),
    field('warrantyMonths', 'integer', '保修月数', 'Warranty months', 'main', {
      span: 'warranty',
      min: 0,
      max: 240,
      sensitivity: 'open',
    }),
    field('upkeepMonths', 'integer', '保养间隔月数', 'Months between upkeep', 'main', {
      span: 'upkeep',
      help: text(
        '例如空调填 12：买后 12 个月提醒保养。不用保养就空着。',
        'For example 12: upkeep is due 12 months after the purchase. Leave it empty where none is needed.',
      ),
      min: 1,
      max: 240,
      sensitivity: 'open',
      width: 120,
    }),
  ],
};
