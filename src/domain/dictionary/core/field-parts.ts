import type { Localized } from '../../locale.ts';
import type { Field, Hue, Option } from '../types.ts';

export const text = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en });
export const option = (zh: string, en: string, hue: Hue, closes?: Option['closes']): Option => ({
  label: text(zh, en),
  hue,
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
  sensitivity: 'internal',
  group: 'main',
  width: 110,
  origin: 'core',
};

/** What was bought or is repaired. */
export const productModel: Field = {
  key: 'model',
  kind: 'text',
  label: text('产品型号', 'Product model'),
  required: true,
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
