import { beforeEach, expect, test } from '@jest/globals';
import type { Card, Form } from '../../src/domain/api.ts';
import type { CreditLine } from '../../src/domain/credit/api.ts';
import { Shop } from '../ledger/shop.ts';
import { Sql } from '../reports/sql.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await Shop.open();
  await shop.paste('基本信息', 2, '客户姓名', [
    ['张伟', '13800138000'],
    ['李芳', '13900139000'],
    ['王强', '13700137000'],
    ['赵敏', '13600136000'],
  ]);
});

const creditOf = async (customer: string) => (await shop.call<{ credit?: CreditLine }>('getCredit', { customer })).credit;

/** Today is 2026-11-22. */
async function payments(): Promise<void> {
  await shop.run('open-credits');
  await shop.paste('信用记录', 2, '客户编号', [
    ['C000001', '付款', '2026-05-01', '1000', '2026-05-01', '已付清'],
    ['C000001', '付款', '2026-06-01', '1000', '2026-06-02', '已付清'],
    ['C000001', '付款', '2026-07-01', '1000', '2026-06-28', '已付清'],
    ['C000002', '付款', '2026-09-01', '2500.50', '', '待付'],
    ['C000002', '付款', '2026-12-01', '2500', '', '待付'],
    ['C000003', '付款', '2026-11-20', '300', '', ''],
    ['C000003', '付款', '2026-11-01', '', '', '不用付'],
  ]);
  // as it stood before the ledger came
  await shop.unseen(() => shop.paste('信用记录', 9, '客户编号', [['', '付款', '2026-11-01', '美元 20', '', '待付']]));
}

test('the card says how well a customer pays and why; of who owed nothing yet it says nothing', async () => {
  await payments();
  const card = async (customer: string) => (await shop.call<Card>('getCard', { customer })).credit;
  expect(await card('C000001')).toMatchObject({ label: '优', hue: 'green', why: '到期的 3 笔里，3 笔按时付清。' });
  expect(await card('C000002')).toMatchObject({
    label: '差',
    why: '有 1 笔到期没付，还欠 ¥2,500.50，最久 82 天。到期的 1 笔里，0 笔按时付清。',
  });
  expect(await card('C000003')).toMatchObject({ label: '中' });
  expect(await card('C000004')).toBeUndefined();
  expect(await creditOf('C000002')).toMatchObject({ title: '信用', label: '差', hue: 'red' });
});

test('the order form asks for it once the shop keeps payments, other forms never do', async () => {
  const asks = async (tab: string) => (await shop.call<Form>('getForm', { tab })).asksCredit;
  expect(await asks('purchases')).toBe(false);
  await payments();
  expect(await asks('purchases')).toBe(true);
  expect(await asks('customers')).toBe(false);
});

test('the report lists what is overdue, agrees with SQL, and says what it could not count', async () => {
  await payments();
  const sql = await Sql.holding({
    dues: {
      columns: ['customer', 'due', 'cents', 'open'],
      rows: [
        ['C000002', '2026-09-01', 250050, 1],
        ['C000002', '2026-12-01', 250000, 1],
        ['C000003', '2026-11-20', 30000, 1],
        [null, '2026-11-01', null, 1],
      ],
    },
  });
  const overdue = "FROM dues WHERE open = 1 AND due < '2026-11-22'";
  const { details } = await shop.run('make-report', { report: 'credit' });
  const figures = (details as { figures: { label: string; value: number }[] }).figures;
  expect(figures.slice(0, 2)).toMatchObject([
    { label: '到期没付', value: sql.number(`SELECT sum(cents) ${overdue}`) },
    { label: '到期没付的笔数', value: sql.number(`SELECT count(*) ${overdue}`) },
  ]);
  expect((details as { notes: string[] }).notes).toEqual([
    '1 笔到期没付的款没有金额或看不懂，计入笔数，没有算进金额。',
    '1 笔款没有客户编号，或编号不在基本信息里，没有算进客户的信用。',
  ]);
});

test('a shop that keeps no payments is told where to begin', async () => {
  const { details } = await shop.run('make-report', { report: 'credit' });
  expect((details as { findings: string[] }).findings[0]).toContain('还没有“信用记录”表');
});

test('what is paid in part is still overdue, and a merge, a filter or hidden rows leave nothing of the report out', async () => {
  await shop.run('open-credits');
  await shop.paste('信用记录', 2, '客户编号', [['C000001', '付款', '2026-11-10', '900', '2026-11-10', '付了一部分']]);
  await shop.paste('信用记录', 3, '客户编号', [['C000002', '逾期', '', '100', '', '']]);
  expect(await creditOf('C000001')).toMatchObject({
    label: '中',
    why: '有 1 笔到期没付，还欠 ¥900.00，最久 12 天。到期的 1 笔里，0 笔按时付清。',
  });
  expect(await creditOf('C000002')).toMatchObject({ why: '有 1 笔到期没付，还欠 ¥100.00。到期的 1 笔里，0 笔按时付清。' });
  await shop.run('make-report', { report: 'credit' });
  await shop.unseen(() => shop.paste('信用记录', 4, '客户编号', [['C000077', '付款', '2026-01-01', '5', '', '待付']]));
  const { details } = await shop.run('make-report', { report: 'credit' });
  expect(details?.figures).toContainEqual({ label: '欠款客户', value: 2, look: 'count' });
  const report = shop.sheet('收款与信用');
  const cells = JSON.stringify(report.cells);
  report.merges.push({ row: 6, column: 0, rows: 3, columns: 10 });
  await shop.intend({ kind: 'hideRows', sheet: report.id, at: 8, count: 4, hidden: true });
  await shop.run('make-report', { report: 'credit' });
  expect(JSON.stringify(shop.sheet('收款与信用').cells)).toBe(cells);
  expect(shop.sheet('收款与信用')).toMatchObject({ merges: [], hiddenRows: [] });
});

/** Like rows 2 to 7 of 信用记录: what is owed, what has come of it, and the state. Due on 2026-11-10, but for the last. */
const parts = [
  ['C000001', '900', '300.10', '付了一部分'],
  ['C000001', '500', '500', '待付'],
  ['C000002', '700', '', '付了一部分'],
  ['C000002', '100', '40', '已付清'],
  ['C000003', '200', '250', '待付'],
  ['C000003', '80', '二十左右', ''],
  ['C000004', '60', '10', '待付'],
] as const;

test('what came in part is taken off: report, SQL, card, order form and reminder agree, and say what they could not count', async () => {
  await shop.run('open-credits');
  const rows = parts.map(([customer, owed, , state]) => [customer, '付款', '2026-11-10', owed, '2026-11-09', state]);
  await shop.paste('信用记录', 2, '客户编号', rows);
  await shop.type('信用记录', 8, '事项', '逾期');
  await shop.type('信用记录', 8, '应付日期', '2026-12-24');
  const cells = () => ['客户编号', '应付日期', '金额', '付款日期', '状态'].map((header) => shop.columnTexts('信用记录', header));
  const cellsBefore = cells();
  const before = await shop.run('make-report', { report: 'credit' });
  expect(String(before.details?.notes)).toContain('2 笔只付了一部分，不知道付了多少，按全额算。把付了多少写进“已付金额”');
  expect(await shop.run('switch-field', { tab: '信用记录', field: '已付金额', on: true })).toMatchObject({ ok: true });
  expect(cells()).toEqual(cellsBefore);
  expect((await shop.run('make-report', { report: 'credit' })).details).toEqual(before.details);

  for (const [at, [, , received]] of parts.entries()) await shop.type('信用记录', at + 2, '已付金额', received);
  expect(shop.note('信用记录', 6, '已付金额')).toContain('250 比金额（200）还多');
  const sql = await Sql.holding({
    dues: {
      columns: ['customer', 'owed', 'received', 'state', 'late'],
      rows: parts.map(([customer, owed, received, state], at) => [
        ...[customer, Number(owed) * 100, Number.isNaN(Number(received)) ? 0 : Math.round(Number(received) * 100), state],
        at === 6 ? 0 : 12,
      ]),
    },
  });
  const open = "FROM dues WHERE state <> '已付清' AND received < owed AND NOT (state = '' AND received = 0)";
  const { details } = await shop.run('make-report', { report: 'credit' });
  const { figures, notes, findings } = details as { figures: { value: number }[]; notes: string[]; findings: string[] };
  expect(figures.map(({ value }) => value)).toEqual([
    sql.number(`SELECT sum(owed - received) ${open}`),
    sql.number(`SELECT count(*) ${open}`),
    sql.number(`SELECT count(DISTINCT customer) ${open}`),
    4 / 7,
  ]);
  expect(findings[0]).toBe('3 位客户的 3 笔款到期没付，还欠 ¥1,350；最久的是张伟，已经 12 天。');
  expect(notes.map((note) => note.slice(0, 24))).toEqual([
    '1 笔记为逾期的款，应付日期还没到：算到期没付，',
    '1 笔只付了一部分，不知道付了多少，按全额算。把',
    '1 笔的“已付金额”看不懂、是外币或小于 0，当',
    '1 笔付的比应付的多，一共多 ¥50.00，没有',
    '1 笔写着付清了，“已付金额”却一共少 ¥60.',
    '2 笔的“已付金额”够了，“状态”却还没改：算付',
  ]);
  const late = shop.sheet('收款与信用');
  expect(JSON.stringify(late.cells)).not.toMatch(/"v":-\d/);

  const card = await shop.call<Card>('getCard', { customer: 'C000001' });
  expect(card.events.map(({ amount, rest, isOpen }) => [amount, rest, isOpen])).toEqual([
    [500, undefined, false],
    [900, 599.9, true],
  ]);
  expect(card.credit?.why).toBe('有 1 笔到期没付，还欠 ¥599.90，最久 12 天。到期的 2 笔里，1 笔按时付清。');
  expect(await creditOf('C000001')).toEqual(card.credit);
  expect(card.reminders.map(({ text }) => text)).toEqual(['付款 900、还欠 599.9 应在 11月10日付款（已过 12 天）']);
  expect(await creditOf('C000004')).toMatchObject({
    label: '中',
    why: '有 1 笔到期没付，还欠 ¥50.00。到期的 1 笔里，0 笔按时付清。',
  });
});
