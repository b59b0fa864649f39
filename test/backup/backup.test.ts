import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import type { WorkbookState } from '../../local/contract.ts';
import { createHost } from '../../local/run/host.ts';
import { loadBundle } from '../../local/run/load-bundle.ts';
import { Shop } from '../ledger/shop.ts';
import { furnishedShop, portrait } from './furnished-shop.ts';

/** The n-th backup file's tabs, as the list names them. */
const listed = async (shop: Shop) =>
  ((await shop.run('list-backups')).details as { backups: { backup: string; kind: string; state: string; rows: number }[] })
    .backups;

let shop: Shop;
let before: Record<string, unknown>[];
beforeAll(async () => {
  shop = await furnishedShop();
  expect(await shop.run('back-up')).toMatchObject({ ok: true });
  before = portrait(shop);
}, 60_000);

test('a backup is read back and found to be whole', async () => {
  const checked = await shop.run('check-backups');
  expect(checked).toMatchObject({ ok: true, details: { wrong: [] } });
  expect(await listed(shop)).toMatchObject([{ kind: 'hand', state: 'checked' }]);
});

test('whatever became of the tabs, all of it comes back as it was, and undone it is gone again', async () => {
  const customers = shop.sheet('基本信息').id;
  await shop.type('基本信息', 2, '客户姓名', '改了');
  await shop.intend({ kind: 'deleteRows', sheet: customers, at: 2, count: 1 });
  await shop.intend({ kind: 'insertColumns', sheet: customers, at: 2, count: 1 });
  await shop.intend({ kind: 'moveColumns', sheet: customers, at: 9, count: 1, to: 1 });
  await shop.type('基本信息', 6, '客户姓名', '新来的');
  await shop.intend({ kind: 'deleteSheet', sheet: shop.sheet('购买记录').id });
  await shop.intend({ kind: 'renameSheet', sheet: shop.sheet('维修记录').id, name: '修理' });
  const destroyed = portrait(shop);
  const preview = await shop.run('restore', { preview: true });
  expect(preview.message).toContain('“基本信息”改回 1 条，找回 1 条，去掉之后新增的 1 条、“购买记录”已被删除，重新建立，2 行');
  expect(portrait(shop)).toEqual(destroyed);

  const done = await shop.run('restore');
  expect(done).toMatchObject({ ok: true });
  expect(shop.sheet('基本信息').id).toBe(customers);
  expect(portrait(shop)).toEqual(before);

  const { run } = done.details as { run: number };
  const undone = await shop.run('undo-run', { run });
  expect(undone).toMatchObject({ ok: true });
  const again = portrait(shop).find(({ name }) => name === '基本信息');
  expect(again).toEqual(destroyed.find(({ name }) => name === '基本信息'));
}, 60_000);

test('one tab comes back and the others stay; a number that was given once is never given again', async () => {
  await shop.type('购买记录', 2, '购买数量', '5');
  await shop.type('基本信息', 7, '客户姓名', '周新');
  const given = shop.text('基本信息', 7, '客户编号');
  const done = await shop.run('restore', {
    tab: '基本信息',
    backup: (await listed(shop)).find(({ kind }) => kind === 'hand')!.backup,
  });
  expect(done).toMatchObject({ ok: true });
  expect(shop.columnTexts('基本信息', '客户姓名')).toEqual(['赵一', '钱二', '孙三']);
  expect(shop.text('购买记录', 2, '购买数量')).toBe('5');
  await shop.type('基本信息', 5, '客户姓名', '吴新');
  expect(shop.text('基本信息', 5, '客户编号') > given).toBe(true);
}, 60_000);

test('chosen customers come back with their records, what others have changed stays, and it can be undone', async () => {
  const backup = (await listed(shop)).find(({ kind }) => kind === 'hand')!.backup;
  await shop.type('基本信息', 2, '联系电话', '13900139001');
  await shop.type('基本信息', 3, '联系电话', '13900139002');
  await shop.intend({ kind: 'deleteRows', sheet: shop.sheet('购买记录').id, at: 1, count: 1 });
  const request = { backup, customers: ['c000001'] };
  expect((await shop.run('restore', { ...request, preview: true })).message).toContain('“基本信息”改回 1 条');
  const mistyped = await shop.run('restore', { backup, customers: ['c000001', 'C999999'] });
  expect(mistyped).toMatchObject({ ok: false, message: expect.stringMatching(/：C999999/) });
  expect(await shop.run('plan-backups', { daily: 0, weekly: 0, monthly: 0 })).toMatchObject({ ok: false });
  const done = await shop.run('restore', request);
  expect(done).toMatchObject({ ok: true, details: { changed: 2, added: 1 } });
  expect(shop.text('基本信息', 2, '联系电话')).toBe('13800138001');
  expect(shop.text('基本信息', 3, '联系电话')).toBe('13900139002');
  expect(shop.columnTexts('购买记录', '产品型号').sort()).toEqual(['海尔 BCD-470', '美的 KFR-35']);
  await shop.run('undo-run', { run: done.details!.run as number });
  expect(shop.text('基本信息', 2, '联系电话')).toBe('13900139001');
  expect(shop.columnTexts('购买记录', '产品型号')).toEqual(['美的 KFR-35']);
}, 60_000);

test('a half-made backup never counts, and its file is used by the next one', async () => {
  const whole = (await listed(shop)).filter(({ state }) => state !== 'failed');
  shop.meanwhile('copyTo', 'runAction', () => {
    throw new Error("We're sorry, a server error occurred. Please wait a bit and try again.");
  });
  expect(await shop.run('back-up')).toMatchObject({ ok: false });
  const failed = (await listed(shop)).filter(({ state }) => state === 'failed');
  expect(failed).toHaveLength(1);
  expect(await shop.run('restore', { backup: failed[0]!.backup, preview: true })).toMatchObject({ ok: false });
  expect((await shop.run('back-up')).details).toMatchObject({ backup: failed[0]!.backup });
  expect((await listed(shop)).map(({ state }) => state)).not.toContain('failed');
  expect(await listed(shop)).toHaveLength(whole.length + 1);
}, 60_000);

/** The same workbook under other circumstances: as a copy, or with another manifest. */
async function elsewhere(state: WorkbookState, scopes: string[] | undefined, id: string) {
  const pushed = loadBundle(join(import.meta.dirname, '../../dist'));
  const manifest = scopes ? { ...pushed.manifest, oauthScopes: scopes } : pushed.manifest;
  const host = createHost({
    state,
    bundle: { ...pushed, manifest },
    mode: 'thread',
    seed: 1,
    dropFastEdits: false,
    log: () => undefined,
  });
  const result = await host.run(shop.owner, 'runAction', [id, '{}']);
  await host.close();
  return JSON.parse((result as { value: string }).value) as { ok: boolean; message: string; details?: { backups: unknown[] } };
}

test('a copy of the workbook knows none of the original’s backups; with the smaller manifest one is told what to do', async () => {
  const copy = { ...structuredClone(shop.host.state), id: 'copy' };
  expect((await elsewhere(copy, undefined, 'list-backups')).details!.backups).toEqual([]);
  const core = ['spreadsheets.currentonly', 'script.container.ui'].map((name) => `https://www.googleapis.com/auth/${name}`);
  const told = await elsewhere(structuredClone(shop.host.state), core, 'back-up');
  expect(told.ok).toBe(false);
  expect(told.message).toContain('部署说明');
}, 60_000);

test('before a bulk change a backup is made where the shop wants that, and none where it does not', async () => {
  const own = await Shop.open();
  await own.type('基本信息', 2, '客户姓名', '赵一');
  const tidyUp = async (): Promise<void> => {
    await own.unseen(() => own.type('基本信息', 2, '联系电话', '138 0013 8001'));
    await own.run('clean-up');
    expect(await own.run('apply-clean-up')).toMatchObject({ ok: true, details: { fix: 1 } });
    expect(own.text('基本信息', 2, '联系电话')).toBe('13800138001');
  };
  await tidyUp();
  expect(await listed(own)).toEqual([]);
  expect(await own.run('plan-backups', { on: true, daily: 99 })).toMatchObject({ ok: false });
  expect(await own.run('plan-backups', { on: true })).toMatchObject({ ok: true });
  await tidyUp();
  expect(await listed(own)).toMatchObject([{ kind: 'before', state: 'complete' }]);
}, 60_000);

test('what does not fit into one run goes on with the next: nothing counts before the end, and what changed is copied anew', async () => {
  const own = await Shop.open();
  await own.type('基本信息', 2, '客户姓名', '赵一');
  const timeIsUp = () => own.meanwhile('copyTo', 'runAction', () => (own.now += 301_000));
  timeIsUp();
  const first = await own.run('back-up');
  expect(first).toMatchObject({ ok: false, message: expect.stringMatching(/已备份 1\/\d+ 张表/) });
  expect(await listed(own)).toMatchObject([{ state: 'begun' }]);
  expect(await own.run('restore', { preview: true })).toMatchObject({ ok: false });
  timeIsUp();
  expect((await own.run('back-up')).message).toMatch(/已备份 2\//);
  await own.type('基本信息', 2, '客户姓名', '赵一一');
  expect(await own.run('back-up')).toMatchObject({ ok: true });
  expect(await listed(own)).toMatchObject([{ state: 'complete' }]);
  expect(await own.run('check-backups')).toMatchObject({ ok: true, details: { wrong: [] } });
  await own.type('基本信息', 2, '客户姓名', '改了');
  await own.run('restore');
  expect(own.text('基本信息', 2, '客户姓名')).toBe('赵一一');
}, 60_000);
