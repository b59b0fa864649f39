import type { Localized } from '../../locale.ts';
import type { Field, Hue, Option } from '../types.ts';

export const text = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en });
export const option = (zh: string, en: string, hue: Hue, also: readonly string[] = [], closes?: Option['closes']): Option => ({
  label: text(zh, en),
  hue,
  ...(also.length > 0 ? { also } : {}),
  ...(closes ? { closes } : {}),
});

/** Every record tab points to its customer in the same way. */
export const customerReference: Field = {
  key: 'customerId',
  kind: 'reference',
  label: text('客户编号', 'Customer no.'),
  help: text('可以直接输入姓名或电话，会自动换成客户编号。', 'Type a name or a phone and it becomes the customer no.'),
  required: true,
  reference: 'customers',
  fills: [{ from: 'identity', fields: ['customerName', 'customerPhone'] }],
  sensitivity: 'internal',
  group: 'main',
  width: 110,
  origin: 'core',
};

/** Name and phone of the customer beside the number, for shops that like to see them in the records. Off at first. */
export const customerCopies: readonly Field[] = [
  {
    key: 'customerName',
    kind: 'text',
    label: text('客户姓名', 'Customer name'),
    help: text(
      '按客户编号自动填入；编号空着时，也按姓名和电话找回编号。',
      'Filled in from the customer no., and the other way round.',
    ),
    tidy: 'name',
    fills: [{ from: 'reference', through: 'customerId', field: 'name' }],
    sensitivity: 'personal',
    group: 'main',
    width: 120,
    off: true,
    origin: 'core',
  },
  {
    key: 'customerPhone',
    kind: 'phone',
    label: text('联系电话', 'Phone'),
    help: text(
      '按客户编号自动填入；编号空着时，也按姓名和电话找回编号。',
      'Filled in from the customer no., and the other way round.',
    ),
    fills: [{ from: 'reference', through: 'customerId', field: 'phone' }],
    sensitivity: 'personal',
    group: 'main',
    width: 140,
    off: true,
    origin: 'core',
  },
];

/** Who did or does something: whoever is on the list of staff is suggested. */
export const staffNames = { list: 'staff', field: 'staffName' } as const;

/** What was bought or is repaired. */
export const productModel: Field = {
  key: 'model',
  kind: 'text',
  label: text('产品型号', 'Product model'),
  required: true,
  tidy: 'code',
  event: 'what',
  sensitivity: 'open',
  group: 'main',
  width: 150,
  origin: 'core',
};

export const series = (key: string, prefix: string, digits: number, label: Localized): Field => ({
  key,
  kind: 'series',
  label,
  help: text('自动编号，不会重复，也不会再用。', 'Given automatically, never twice and never again.'),
  unique: true,
  series: { prefix, digits },
  sensitivity: 'internal',
  group: 'main',
  width: 110,
  origin: 'core',
});
