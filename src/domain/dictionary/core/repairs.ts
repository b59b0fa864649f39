import type { Tab } from '../types.ts';
import { customerCopies, customerReference, field, option, productModel, series, staffNames, text } from './field-parts.ts';

export const repairs: Tab = {
  key: 'repairs',
  label: text('维修记录', 'Repairs'),
  noun: text('维修记录', 'repair'),
  adds: text('登记维修', 'Add repair'),
  groups: [
    { key: 'main', label: text('客户与商品', 'Customer and item') },
    { key: 'repair', label: text('维修', 'Repair') },
  ],
  hue: 'blue',
  from: 'start',
  fields: [
    series('repairId', 'R', 6, text('维修单编号', 'Repair no.')),
    customerReference,
    {
      ...productModel,
      fills: [
        {
          from: 'latest',
          tab: 'purchases',
          by: 'customerId',
          field: 'model',
          on: 'purchasedOn',
          through: 'customerId',
          until: 'reportedOn',
        },
      ],
    },
    field('reportedOn', 'date', '报修日期', 'Reported on', 'repair', {
      event: 'on',
      occasion: 'reported',
      required: true,
      proposes: 'today',
    }),
    field('repairedOn', 'date', '维修日期', 'Repaired on', 'repair', {
      event: 'doneOn',
      notBefore: 'reportedOn',
    }),
    field('repairCost', 'money', '维修费用', 'Repair cost', 'repair', {
      event: 'amount',
      min: 0,
      width: 100,
    }),
    field('repairResult', 'choice', '维修结果', 'Repair result', 'repair', {
      wanted: true,
      event: 'state',
      options: [
        option('已修复', 'Repaired', 'green', ['修好', '修好了', '已修好', '修复', 'fixed', 'done'], 'done'),
        option('未修复', 'Not repaired', 'red', ['没修好', '未修好', '修不好', 'unrepaired', 'not fixed']),
      ],
      width: 100,
    }),
    field('remark', 'longText', '备注', 'Remark', 'repair', {
      event: 'words',
    }),
    field('repairedBy', 'text', '维修人员', 'Repaired by', 'repair', { event: 'by', suggestFrom: staffNames, off: true }),
    ...customerCopies,
  ],
};
