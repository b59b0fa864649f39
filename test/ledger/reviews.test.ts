import { beforeEach, expect, test } from '@jest/globals';
import type { Failure, SaveResult } from '../../src/domain/api.ts';
import type { Review, Reviews } from '../../src/domain/review/api.ts';
import { Shop } from './shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await Shop.open();
  await shop.paste('基本信息', 2, '客户姓名', [
    ['张伟', '13800138000', 'zhang@qq.com', '杭州市文三路1号', 'VIP客户'],
    ['李芳', '13900139000', '', '', '普通客户'],
    ['王强', '1370013700', '', '', '普通客户'],
  ]);
});

const usual = { every: 'halfYearly', byType: {}, assign: 'owner', owner: '王店长', regions: {}, perDay: 20 };
const begin = (plan: object = {}) => shop.call<Reviews>('planReviews', { plan: { ...usual, ...plan } });
const reviews = (who?: string) => shop.call<Reviews & Partial<Failure>>('getReviews', { who });
const review = (customer: string) => shop.call<Review & Partial<Failure>>('getReview', { customer });
const save = (customer: string, shown: Record<string, string>, more: object = {}) =>
  shop.call<SaveResult & Partial<Failure>>('saveReview', {
    requestId: `review-${customer}`,
    customer,
    values: {},
    shown,
    ...more,
  });
const months = async (count: number) => {
  shop.now += count * 31 * 86_400_000;
};

test('before the shop begins, the page offers the usual plan and nothing is changed', async () => {
  const before = await reviews();
  expect(before).toMatchObject({ isOn: false, plan: { every: 'halfYearly', perDay: 20 }, list: [] });
  expect(before.types).toContain('VIP客户');
  expect(() => shop.column('基本信息', '核实日期')).toThrow();
  expect(await shop.run('review-list')).toMatchObject({ ok: false, message: expect.stringContaining('开始复核') });
});

test('once begun, the columns stand on the right and whatever looks wrong is asked for first', async () => {
  const begun = await begin();
  expect(begun).toMatchObject({ isOn: true, who: '王店长' });
  expect(begun.list[0]).toMatchObject({ number: 'C000003', reasons: ['电话或邮箱有误', '还没核实过'] });
  expect(shop.column('基本信息', '核实日期')).toBeGreaterThan(shop.column('基本信息', '客户类型'));
  await months(6);
  expect((await reviews()).list.map(({ number }) => number).sort()).toEqual(['C000001', 'C000002', 'C000003']);
});

test('a ticked review stamps day and name, saves what was corrected, and is off the list', async () => {
  await begin();
  await shop.run('choose-name', { name: '赵丽' });
  const { shown, form } = await review('C000003');
  expect(form.fields.find(({ key }) => key === 'phone')?.value).toBe('1370013700');
  const saved = await save('C000003', shown, { values: { phone: '137 0013 7000' } });
  expect(saved.ok).toBe(true);
  expect(shop.text('基本信息', 4, '联系电话')).toBe('13700137000');
  expect(shop.text('基本信息', 4, '核实日期')).toBe('2026-11-22');
  expect(shop.text('基本信息', 4, '核实人')).toBe('赵丽');
  expect(await reviews('赵丽')).toMatchObject({
    people: expect.arrayContaining([expect.objectContaining({ who: '赵丽', done: 1 })]),
  });
  expect((await reviews('王店长')).list.map(({ number }) => number)).not.toContain('C000003');
  expect(await save('C000003', shown, { values: { phone: '137 0013 7000' } })).toMatchObject({ ok: true });
});

test('who cannot be reached comes up again after a month, and who asks for it never again', async () => {
  await begin();
  const { shown, outcomes } = await review('C000001');
  expect(outcomes.map(({ label }) => label)).toEqual(['联系不上', '电话有误', '邮件退回', '已搬走', '请勿联系']);
  await save('C000001', shown, { outcome: '联系不上' });
  await save('C000002', (await review('C000002')).shown, { outcome: '请勿联系' });
  expect(shop.text('基本信息', 2, '联系状态')).toBe('联系不上');
  await months(2);
  const list = (await reviews()).list;
  expect(list.find(({ number }) => number === 'C000001')?.reasons).toEqual(['联系状态：联系不上', '上次核实：2026-11-22']);
  expect(list.map(({ number }) => number)).not.toContain('C000002');
  await save('C000001', (await review('C000001')).shown, { requestId: 'again-C000001' });
  expect(shop.text('基本信息', 2, '联系状态')).toBe('联系得上');
});

test('whoever has left is nobody’s to wait for, a name is one however it is written, and who asks for it is never called', async () => {
  await begin({ owner: '' });
  await shop.run('open-staff');
  await shop.paste('员工', 2, '姓名', [
    ['王店长', '', '老板', '', ''],
    ['Lee', '', '销售', '', ''],
    ['老赵', '', '维修', '', '已离职'],
  ]);
  await shop.paste('基本信息', 5, '客户姓名', [
    ['赵敏', '1370013701'],
    ['孙丽', '1370013702'],
  ]);
  await shop.paste('基本信息', 2, '负责人', [['LEE '], ['lee'], ['老 赵'], ['Lee'], ['']]);
  await shop.paste('基本信息', 5, '联系状态', [['拒绝联系']]);
  await months(6);
  const { people } = await reviews();
  expect(people.map(({ who, today }) => [who, today])).toEqual([
    ['Lee', 2],
    ['王店长', 2],
  ]);
  expect((await review('C000004')).message).toContain('赵敏已要求不再联系');
  const { shown } = await review('C000001');
  await shop.type('基本信息', 2, '联系状态', '请勿联系');
  await save('C000001', shown);
  expect(shop.text('基本信息', 2, '联系状态')).toBe('请勿联系');
  await shop.run('review-list');
  await shop.type('基本信息', 3, '联系状态', '请勿联系');
  await shop.intend({ kind: 'type', sheet: shop.sheet('复核清单').id, row: 4, column: 6, text: '联系不上' });
  expect(await shop.run('review-list')).toMatchObject({ ok: true, details: { taken: 1 } });
  expect(shop.text('基本信息', 3, '联系状态')).toBe('请勿联系');
});

test('two people at the same customer: the second is told who was first, and nothing is written twice', async () => {
  await begin();
  const { shown } = await review('C000001');
  await shop.run('choose-name', { name: '赵丽' });
  await save('C000001', shown);
  const { session } = shop.as('colleague@example.com');
  const call = async (name: string, input: object) =>
    JSON.parse(((await session.call(name, [JSON.stringify(input)])) as { value: string }).value) as { message: string };
  await call('chooseName', { name: '钱进' });
  const input = { requestId: 'somebody-else', customer: 'C000001', values: { email: 'other@qq.com' }, shown, outcome: '已搬走' };
  expect((await call('saveReview', input)).message).toBe('张伟刚由赵丽核实过。看下一位吧。');
  expect(shop.text('基本信息', 2, '电子邮箱')).toBe('zhang@qq.com');
  expect(shop.text('基本信息', 2, '核实人')).toBe('赵丽');
});

test('results chosen in the list are taken in, wherever its rows were sorted to, and notes stay', async () => {
  await begin();
  await months(6);
  await shop.run('review-list');
  const numbers = () =>
    shop.book.displayValues(shop.sheet('复核清单').id, { row: 4, column: 2, rows: 3, columns: 1 }).map(([n]) => n);
  const listed = numbers();
  expect(listed.sort()).toEqual(['C000001', 'C000002', 'C000003']);
  const cell = (row: number, column: number, text: string) =>
    shop.intend({ kind: 'type', sheet: shop.sheet('复核清单').id, row, column, text });
  const rowOf = (number: string) => 4 + numbers().indexOf(number);
  await cell(rowOf('C000001'), 6, '已核实');
  await cell(rowOf('C000002'), 6, '联系不上');
  await cell(rowOf('C000003'), 6, '明天再说');
  await cell(rowOf('C000003'), 7, '下午打');
  const outcome = await shop.run('review-list');
  expect(outcome).toMatchObject({ ok: true, details: { count: 1, taken: 2, left: 1 } });
  expect(shop.text('基本信息', 2, '核实日期')).toBe(shop.text('基本信息', 3, '核实日期'));
  expect(shop.text('基本信息', 3, '联系状态')).toBe('联系不上');
  const [row] = shop.book.displayValues(shop.sheet('复核清单').id, { row: 4, column: 2, rows: 1, columns: 6 });
  expect([row![0], row![4], row![5]]).toEqual(['C000003', '明天再说', '下午打']);
});

test('a list in which the shop has put a column of its own is left to the shop, and what was chosen in it counts', async () => {
  await begin();
  await months(6);
  await shop.run('review-list');
  const { id } = shop.sheet('复核清单');
  await shop.intend({ kind: 'insertColumns', sheet: id, at: 0, count: 1 });
  await shop.intend({ kind: 'type', sheet: id, row: 4, column: 0, text: '上午' });
  await shop.intend({ kind: 'type', sheet: id, row: 4, column: 7, text: '已核实' });
  expect(await shop.run('review-list')).toMatchObject({ ok: true, details: { count: 2, taken: 1 } });
  expect(shop.book.displayValues(id, { row: 4, column: 0, rows: 1, columns: 1 })).toEqual([['上午']]);
  expect(shop.sheet('复核清单 2').id).not.toBe(id);
});

test('many customers cost no more calls than few', async () => {
  await begin();
  const few = (await shop.run('start-reviews', { who: '' })).trace;
  await shop.paste(
    '基本信息',
    5,
    '客户姓名',
    Array.from({ length: 300 }, (_, i) => [`客户${i}`, `138${String(20_000_000 + i)}`]),
  );
  const many = (await shop.run('start-reviews', { who: '' })).trace;
  expect(many.reads).toBe(few.reads);
});
