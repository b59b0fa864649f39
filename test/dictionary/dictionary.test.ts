import { expect, test } from '@jest/globals';
import { activeFields, composeDictionary, tabOf } from '../../src/domain/dictionary/compose.ts';
import { coreDictionary } from '../../src/domain/dictionary/core.ts';
import { dictionaryFaults } from '../../src/domain/dictionary/schema.ts';
import type { Dictionary, Field } from '../../src/domain/dictionary/types.ts';
import { templates } from '../../templates/all.ts';

const headers = (key: string): string[] => activeFields(tabOf(coreDictionary, key)).map((field) => field.label['zh-CN']);

test('the four core tabs have exactly the promised columns in the promised order', () => {
  expect(coreDictionary.tabs.filter(({ from }) => from === 'start').map((tab) => tab.label['zh-CN'])).toEqual([
    '基本信息',
    '购买记录',
    '维修记录',
    '服务记录',
  ]);
  expect(headers('customers')).toEqual(['客户编号', '客户姓名', '联系电话', '电子邮箱', '地址', '客户类型']);
  expect(headers('purchases')).toEqual(['订单编号', '客户编号', '产品型号', '购买日期', '购买数量', '支付方式', '订单状态']);
  expect(headers('repairs')).toEqual([
    '维修单编号',
    '客户编号',
    '产品型号',
    '报修日期',
    '维修日期',
    '维修费用',
    '维修结果',
    '备注',
  ]);
  expect(headers('services')).toEqual([
    '服务单编号',
    '客户编号',
    '服务类型',
    '服务日期',
    '服务人员',
    '服务结果',
    '满意度评分',
    '服务反馈',
  ]);
});

test('the core dictionary and every template are without a fault', () => {
  expect(dictionaryFaults(coreDictionary)).toEqual([]);
  for (const template of templates) expect(dictionaryFaults(composeDictionary(coreDictionary, template))).toEqual([]);
});

const broken = (change: (field: Field) => Partial<Field>): Dictionary => ({
  tabs: coreDictionary.tabs.map((tab) => ({ ...tab, fields: tab.fields.map((field) => ({ ...field, ...change(field) })) })),
});

test.each<[string, (field: Field) => Partial<Field>]>([
  ['a label that is empty', (f) => (f.key === 'phone' ? { label: { 'zh-CN': ' ', en: 'Phone' } } : {})],
  ['two fields with one label', (f) => (f.key === 'email' ? { label: { 'zh-CN': '联系电话', en: 'E-mail' } } : {})],
  ['a choice without options', (f) => (f.key === 'customerType' ? { options: undefined } : {})],
  ['a reference into nowhere', (f) => (f.key === 'customerId' && f.kind === 'reference' ? { reference: 'nobody' } : {})],
  ['a group that the tab lacks', (f) => (f.key === 'phone' ? { group: 'nowhere' } : {})],
])('%s is found before anything is built from it', (_, change) => {
  expect(dictionaryFaults(broken(change)).length).toBeGreaterThan(0);
});

test('a shop may rename, require, switch on and add fields, and the shipped dictionary stays as it is', () => {
  const before = JSON.stringify(coreDictionary);
  const dictionary = composeDictionary(coreDictionary, undefined, [
    { tab: 'customers', key: 'phone', label: { 'zh-CN': '手机', en: 'Mobile' } },
    { tab: 'customers', key: 'email', required: true },
    { tab: 'customers', key: 'birthDate', off: false },
    { tab: 'customers', key: 'own1', kind: 'text', label: { 'zh-CN': '微信号', en: 'WeChat' } },
    { tab: 'customers', key: 'gone', required: true },
  ]);
  const fields = activeFields(tabOf(dictionary, 'customers'));
  expect(fields.map((field) => field.label['zh-CN'])).toEqual([
    '客户编号',
    '客户姓名',
    '手机',
    '电子邮箱',
    '地址',
    '客户类型',
    '出生日期',
    '微信号',
  ]);
  expect(fields.find((field) => field.key === 'email')?.required).toBe(true);
  expect(JSON.stringify(coreDictionary)).toBe(before);
});
