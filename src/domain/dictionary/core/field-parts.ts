import type { Localized } from '../../locale.ts';
import type { Field, FieldKind, Hue, Option } from '../types.ts';

export const text = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en });
export const option = (zh: string, en: string, hue: Hue, also: readonly string[] = [], closes?: Option['closes']): Option => ({
  label: text(zh, en),
  hue,
  ...(also.length > 0 ? { also } : {}),
  ...(closes ? { closes } : {}),
});

/** Pixels that a column of a kind takes where its field does not say. */
const widths: Partial<Record<FieldKind, number>> = { text: 130, longText: 240 };

/**
 * A field in few words, because every byte of the bundle counts: what most fields have need not be said.
 *
 * @example field('dueOn', 'date', '应付日期', 'Due on', 'main', { occasion: 'payBy' })
 */
export const field = (key: string, kind: FieldKind, zh: string, en: string, group: string, more: Partial<Field> = {}): Field => ({
  key,
  kind,
  label: text(zh, en),
  sensitivity: 'internal',
  group,
  width: widths[kind] ?? 110,
  origin: 'core',
  ...more,
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

const copied = text(
  '按客户编号自动填入；编号空着时，也按姓名和电话找回编号。',
  'Filled in from the customer no., and the other way round.',
);

/** Name and phone of the customer beside the number, for shops that like to see them in the records. Off at first. */
export const customerCopies: readonly Field[] = [
  field('customerName', 'text', '客户姓名', 'Customer name', 'main', {
    help: copied,
    tidy: 'name',
    fills: [{ from: 'reference', through: 'customerId', field: 'name' }],
    sensitivity: 'personal',
    width: 120,
    off: true,
  }),
  field('customerPhone', 'phone', '联系电话', 'Phone', 'main', {
    help: copied,
    fills: [{ from: 'reference', through: 'customerId', field: 'phone' }],
    sensitivity: 'personal',
    width: 140,
    off: true,
  }),
];

/** Who did or does something: whoever is on the list of staff is suggested. */
export const staffNames = { list: 'staff', field: 'staffName' } as const;

/** Whatever is on the list of products is suggested. */
export const productNames = { list: 'products', field: 'model' } as const;

/** What was bought or is repaired. */
export const productModel: Field = {
  key: 'model',
  kind: 'text',
  label: text('产品型号', 'Product model'),
  required: true,
  tidy: 'code',
  event: 'what',
  suggestFrom: productNames,
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
