import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { composeDictionary, tabOf } from '../../src/domain/dictionary/compose.ts';
import { coreDictionary } from '../../src/domain/dictionary/core.ts';
import { optionLines, readOptionLines } from '../../src/domain/dictionary/option-lines.ts';
import { readSettingsRows, settingsRow } from '../../src/domain/dictionary/read-settings-rows.ts';
import { hues } from '../../src/domain/dictionary/types.ts';
import { explain } from '../../src/domain/messages/say.ts';
import { applianceShop } from '../../templates/appliance-shop.ts';

const shipped = composeDictionary(coreDictionary, applianceShop);
const rows = (): Record<string, string>[] =>
  shipped.tabs.flatMap((tab) => tab.fields.map((field) => settingsRow(tab, field, 'zh-CN')));
const rowOf = (all: Record<string, string>[], id: string): Record<string, string> => all.find((row) => row.key === id)!;
const read = (all: Record<string, string>[]) => readSettingsRows(all, shipped, shipped, 'zh-CN');

test('the table as it is written means no change', () => {
  expect(read(rows())).toMatchObject({ changes: [], problems: [] });
});

test('a renamed label, a new option and a required field are the only things kept', () => {
  const all = rows();
  rowOf(all, 'customers.phone').label = '手机';
  rowOf(all, 'customers.email').required = '是';
  rowOf(all, 'customers.customerType').options += '；批发客户 红';
  const { changes, problems } = read(all);
  expect(problems).toEqual([]);
  expect(changes).toEqual([
    { tab: 'customers', key: 'phone', label: { 'zh-CN': '手机', en: 'Phone' } },
    { tab: 'customers', key: 'email', required: true },
    expect.objectContaining({ tab: 'customers', key: 'customerType' }),
  ]);
  const options = changes[2]!.options!;
  expect(options.map((option) => option.label['zh-CN'])).toEqual(['普通客户', 'VIP客户', '企业客户', '批发客户']);
  expect(options[0]!.label.en).toBe('Regular');
  expect(options[3]!.hue).toBe('red');
});

test('a new row is a field of the shop’s own, and keeps its identity when read again', () => {
  const all = [...rows(), { tab: '基本信息', label: '微信号', kind: '文本' } as Record<string, string>];
  const first = read(all);
  expect(first.problems).toEqual([]);
  expect(first.changes).toEqual([
    expect.objectContaining({ tab: 'customers', key: 'own1', kind: 'text', label: { 'zh-CN': '微信号', en: '微信号' } }),
  ]);
  const current = composeDictionary(shipped, undefined, first.changes);
  const own = tabOf(current, 'customers').fields.at(-1)!;
  const again = readSettingsRows([...rows(), settingsRow(tabOf(current, 'customers'), own, 'zh-CN')], shipped, current, 'zh-CN');
  expect(again.changes.map((change) => change.key)).toEqual(['own1']);
});

test('a deleted row switches a shipped field off and forgets a field of the shop’s own', () => {
  const all = rows().filter((row) => row.key !== 'customers.address');
  expect(read(all).changes).toEqual([{ tab: 'customers', key: 'address', off: true }]);
});

test.each<[string, (all: Record<string, string>[]) => void, string, RegExp]>([
  ['an unknown tab', (all) => all.push({ tab: '客户表', label: '微信号', kind: '文本' }), 'tab', /没有“客户表”/],
  ['an unknown kind', (all) => all.push({ tab: '基本信息', label: '微信号', kind: '图片' }), 'kind', /没有“图片”/],
  [
    'another kind for a field that is there',
    (all) => Object.assign(rowOf(all, 'customers.phone'), { kind: '文本' }),
    'kind',
    /不能改成“文本”/,
  ],
  [
    'a name that is there already',
    (all) => Object.assign(rowOf(all, 'customers.email'), { label: '联系电话' }),
    'label',
    /已经有“联系电话”/,
  ],
  ['an empty name', (all) => Object.assign(rowOf(all, 'customers.email'), { label: '' }), 'label', /请写字段名称/],
  [
    'options without any',
    (all) => Object.assign(rowOf(all, 'customers.customerType'), { options: '' }),
    'options',
    /至少要有一个选项/,
  ],
  ['an option twice', (all) => Object.assign(rowOf(all, 'customers.customerType'), { options: '甲\n甲' }), 'options', /写了两次/],
  ['neither yes nor no', (all) => Object.assign(rowOf(all, 'customers.email'), { required: '也许' }), 'required', /“也许”/],
  ['a number series switched off', (all) => Object.assign(rowOf(all, 'customers.customerId'), { on: '否' }), 'on', /不能停用/],
])('%s is answered at its cell with what to write instead', (_, change, column, sentence) => {
  const all = rows();
  change(all);
  const { problems } = read(all);
  expect(problems).toHaveLength(1);
  expect(problems[0]!.problem.field).toBe(column);
  expect(explain(problems[0]!.problem, 'zh-CN')).toMatch(sentence);
});

test('options written and read again are the same options', () => {
  const label = fc.stringMatching(/^[一-龥a-z]{1,8}$/);
  const options = fc.uniqueArray(
    fc.record({ label: label.map((text) => ({ 'zh-CN': text, en: text })), hue: fc.constantFrom(...hues) }),
    {
      selector: (option) => option.label['zh-CN'],
      minLength: 1,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(options, (given) => {
      expect(readOptionLines(optionLines(given, 'zh-CN'), given, 'zh-CN')).toEqual(given);
    }),
  );
});
