import { describe, expect, test } from '@jest/globals';
import { type Cell, isDay } from '../../src/domain/check/cell.ts';
import { type CheckContext, checkCell } from '../../src/domain/check/check-cell.ts';
import { checkRow, doubledRows } from '../../src/domain/check/check-rows.ts';
import { CustomerIndex } from '../../src/domain/customers/customer-index.ts';
import { composeDictionary, tabOf } from '../../src/domain/dictionary/compose.ts';
import { coreDictionary } from '../../src/domain/dictionary/core.ts';
import type { Field } from '../../src/domain/dictionary/types.ts';
import { explain } from '../../src/domain/messages/say.ts';
import { applianceShop } from '../../templates/appliance-shop.ts';

const dictionary = composeDictionary(coreDictionary, applianceShop, [{ tab: 'customers', key: 'birthDate', off: false }]);
const customers = new CustomerIndex(
  [
    ['C000001', '张伟', '13800138000'],
    ['C000002', '李芳', '0571-87654321'],
    ['C000003', '张伟', '+852 9123 4567'],
    ['C000004', '陈明', '13800138000'],
  ],
  'CN',
);
const context: CheckContext = { language: 'zh-CN', region: 'CN', today: '2026-11-22', dateOrder: 'ymd', customers };
const field = (tab: string, key: string): Field => tabOf(dictionary, tab).fields.find((f) => f.key === key)!;
const check = (tab: string, key: string, cell: Cell) => checkCell(field(tab, key), cell, context);

test('an amount in another currency is not taken for one in the workbook’s', () => {
  const inYuan = { ...context, currency: { code: 'CNY', sign: '¥' } };
  const amount = field('purchases', 'amount');
  expect(checkCell(amount, '美元 20', inYuan)).toMatchObject({ problem: { code: 'number.otherCurrency', severity: 'wrong' } });
  expect(checkCell(amount, '20 元', inYuan)).toEqual({ write: 20 });
  expect(checkCell(amount, 20, inYuan)).toEqual({});
  const { problem } = checkCell(amount, 'HK$50', { ...inYuan, currency: { code: 'USD', sign: '$' } });
  expect(explain(problem!, 'en')).toBe(
    '"HK$50" is in another currency; amounts here are in $. Convert it to $ and type the number.',
  );
});

describe('right values are normalised', () => {
  test.each<[string, string, Cell, Cell]>([
    ['customers', 'phone', '+86 138-0013-8000', '13800138000'],
    ['customers', 'phone', '１３８００１３８０００', '13800138000'],
    ['customers', 'phone', 13800138000, '13800138000'],
    ['customers', 'name', ' 张 伟\u200b ', '张 伟'],
    ['customers', 'email', 'Zhang.Wei＠QQ.COM ', 'zhang.wei@qq.com'],
    ['customers', 'customerType', 'ｖｉｐ客户', 'VIP客户'],
    ['customers', 'customerType', 'VIP', 'VIP客户'],
    ['purchases', 'purchasedOn', '2026年11月2日', '2026-11-02'],
    ['purchases', 'purchasedOn', '昨天', '2026-11-21'],
    // 20261102 in a cell with a date format
    ['purchases', 'purchasedOn', { day: '57373-01-03' }, '2026-11-02'],
    ['purchases', 'quantity', '２台', 2],
    ['purchases', 'amount', '¥1,299.00', 1299],
    ['purchases', 'customerId', '李芳', 'C000002'],
    ['purchases', 'customerId', '0571 8765 4321', 'C000002'],
    ['purchases', 'customerId', 'c000003', 'C000003'],
  ])('%s.%s: %p becomes %p', (tab, key, typed, written) => {
    const verdict = check(tab, key, typed);
    expect(verdict.problem).toBeUndefined();
    expect(verdict.write).toBe(written);
    const again = typeof written === 'string' && key === 'purchasedOn' ? { day: written } : written;
    expect(check(tab, key, again)).toEqual({});
  });
});

describe('wrong values are explained and nothing is written over them', () => {
  test.each<[string, string, Cell, RegExp]>([
    ['customers', 'phone', '1380013800', /1380013800/],
    ['customers', 'email', 'a@@b.com', /@/],
    ['customers', 'customerType', '企业', /不在选项里/],
    ['customers', 'birthDate', { day: '2027-01-01' }, /还没到/],
    ['purchases', 'purchasedOn', '2026-02-30', /2026-02-28|2 月/],
    ['purchases', 'quantity', '很多', /很多/],
    ['purchases', 'quantity', 0, /太小|最小/],
    ['purchases', 'customerId', '王五', /没有客户“王五”/],
    ['purchases', 'customerId', '张伟', /有 2 位客户[\s\S]*C000001 张伟 13800138000[\s\S]*C000003/],
    ['purchases', 'customerId', '13800138000', /有 2 位客户[\s\S]*C000001[\s\S]*C000004/],
    ['services', 'satisfaction', 6, /最大/],
  ])('%s.%s: %p', (tab, key, typed, sentence) => {
    const verdict = check(tab, key, typed);
    expect(verdict.problem?.severity).toBe('wrong');
    expect(explain(verdict.problem!, 'zh-CN')).toMatch(sentence);
    expect(explain(verdict.problem!, 'en')).not.toMatch(/[\u4e00-\u9fff]{3}.*is|\{/);
    if (!isDay(typed)) expect(verdict.write).toBeUndefined();
  });
});

test('a mistyped e-mail domain is kept, marked softly and answered with what was probably meant', () => {
  const verdict = check('customers', 'email', 'li@gmial.com');
  expect(verdict.problem).toMatchObject({ severity: 'warning', suggestion: 'li@gmail.com' });
});

test('a repair finished before it was reported is wrong', () => {
  const tab = tabOf(dictionary, 'repairs');
  const record = {
    repairId: 'R000001',
    customerId: 'C000001',
    model: 'X',
    reportedOn: { day: '2026-11-20' },
    repairedOn: { day: '2026-11-19' },
  };
  const { fields } = checkRow(tab, record, ['repairedOn'], context);
  expect(fields.repairedOn?.problem?.code).toBe('check.dateBeforeOther');
});

test('a record gets its number once a required field holds a right value', () => {
  const tab = tabOf(dictionary, 'customers');
  const needs = (record: Record<string, Cell>) =>
    checkRow(tab, { customerId: '', ...record }, Object.keys(record), context).needsNumber;
  expect(needs({ name: '张伟' })).toBe(true);
  expect(needs({ phone: '1380013800' })).toBe(false);
  expect(needs({ phone: '1380013800', name: '张伟' })).toBe(true);
  expect(needs({ email: 'a@b.com' })).toBe(false);
  expect(checkRow(tab, { customerId: 'C000009', name: '张伟' }, ['name'], context).needsNumber).toBe(false);
});

test('of a doubled number only the rows below the first are named', () => {
  expect([...doubledRows(['C1', '', 'C2', 'C1', 'C1', ''])]).toEqual([
    [3, 0],
    [4, 0],
  ]);
});
