import { expect, test } from '@jest/globals';
import { ExecutionKilled } from '../../local/services/service-object.ts';
import { makeFile } from '../../sidebar/backups/make-file.ts';
import { putFile } from '../../sidebar/backups/put-file.ts';
import { backupsZh } from '../../sidebar/backups/texts/zh-CN.ts';
import { type LedgerFile, readLedgerFile } from '../../src/domain/backup/ledger-file.ts';
import { Shop } from '../ledger/shop.ts';
import { asks } from './ask-shop.ts';

type Listed = { id: string; kind: string; state: string }[];
const listed = async (shop: Shop): Promise<Listed> => (await shop.call<{ backups: Listed }>('getBackups', {})).backups;

test('a backup that a colleague has made is not called damaged by an owner who cannot open it; the night makes another, and days without one are told', async () => {
  const shop = await Shop.open();
  await shop.type('基本信息', 2, '客户姓名', '赵一');
  const clerk = shop.as('clerk@example.com');
  const answered = await clerk.session.call('backUpNow', [JSON.stringify({})]);
  expect(JSON.stringify(answered)).toContain('已备份');
  const [theirs] = await listed(shop);
  expect(await shop.run('check-backups')).toMatchObject({ ok: false, message: expect.stringContaining('打不开') });
  expect(await listed(shop)).toMatchObject([{ id: theirs!.id, state: 'complete' }]);
  await shop.run('plan-backups', { on: true });
  shop.now += 60_000;
  expect(await shop.call('switchJob', { job: 'backup', on: true })).not.toHaveProperty('failed');
  expect(await shop.call('runJob', { job: 'backup' })).not.toHaveProperty('failed');
  expect(await listed(shop)).toMatchObject([
    { kind: 'planned', state: 'checked' },
    { id: theirs!.id, state: 'complete' },
  ]);
  // nothing tells any more that none is made: the start page does, whatever else runs
  await shop.call('switchJob', { job: 'backup', on: false });
  await shop.run('plan-backups', { on: true });
  await shop.call('switchJob', { job: 'reminders', on: true });
  await shop.passHours(72);
  expect(JSON.stringify(shop.sheet('首页').cells)).toContain('比计划的旧');
}, 60_000);

test('with the smaller permissions the page opens in any language of the account', async () => {
  const shop = await Shop.open({ scopes: ['spreadsheets.currentonly', 'script.container.ui'] });
  shop.meanwhile('openById', 'getBackups', () => {
    throw new Error('你沒有呼叫「SpreadsheetApp.openById」的權限。必要權限：https://www.googleapis.com/auth/spreadsheets');
  });
  expect(await shop.call('getBackups', {})).toMatchObject({ cannot: expect.stringContaining('下载成文件') });
  expect(shop.waits).toBe(false);
}, 60_000);

test('what a column made since holds stays with its row, also where numbers are doubled or missing', async () => {
  const shop = await Shop.open();
  await shop.paste('基本信息', 2, '客户姓名', [['赵一'], ['钱二'], ['孙三']]);
  await shop.unseen(async () => {
    await shop.paste('基本信息', 5, '客户姓名', [['李四'], ['周五']]);
    await shop.type('基本信息', 3, '客户编号', 'C000001');
  });
  await shop.run('back-up');
  const sheet = shop.sheet('基本信息').id;
  const cells = [['备忘'], ['甲'], ['乙'], ['丙'], ['丁'], ['戊']];
  await shop.unseen(() => shop.intend({ kind: 'paste', sheet, row: 0, column: 8, cells }));
  expect(await shop.run('restore', { tab: '基本信息' })).toMatchObject({ ok: true });
  expect(shop.columnTexts('基本信息', '备忘')).toEqual(['甲', '乙', '丙', '丁', '戊']);
  // sorted meanwhile, the other way round
  const rect = { row: 1, column: 0, rows: 5, columns: 9 };
  await shop.unseen(() => shop.intend({ kind: 'sort', sheet, rect, keys: [{ column: 8, ascending: false }] }));
  expect(shop.columnTexts('基本信息', '备忘')).toEqual(['乙', '戊', '甲', '丁', '丙']);
  expect(await shop.run('restore', { tab: '基本信息' })).toMatchObject({ ok: true });
  expect(shop.columnTexts('基本信息', '客户姓名')).toEqual(['赵一', '钱二', '孙三', '李四', '周五']);
  expect(shop.columnTexts('基本信息', '备忘')).toEqual(['甲', '乙', '丙', '丁', '戊']);
}, 60_000);

test('what was kept before a restore goes only when what is kept before the next one counts', async () => {
  const shop = await Shop.open({ scopes: ['spreadsheets.currentonly', 'script.container.ui'] });
  await shop.intend({ kind: 'deleteSheet', sheet: shop.sheet('首页').id });
  await shop.type('基本信息', 2, '客户姓名', '赵一');
  const ask = asks(shop);
  const { text } = await makeFile(ask, backupsZh, () => {});
  const restore = async () => {
    const { id } = await putFile(ask, backupsZh, readLedgerFile(text) as LedgerFile, () => {});
    return shop.call('restoreBackup', { backup: id });
  };
  await shop.type('基本信息', 2, '客户姓名', '改了');
  expect(await restore()).toMatchObject({ ok: true });
  const [kept] = await listed(shop);
  shop.now += 60_000;
  await shop.type('基本信息', 2, '客户姓名', '又改');
  shop.meanwhile('copyTo', 'restoreBackup', () => {
    throw new ExecutionKilled();
  });
  await expect(restore()).rejects.toThrow();
  expect(await shop.call('compareBackup', { backup: kept!.id, tabs: ['基本信息'] })).toMatchObject({ isSame: false });
  shop.now += 60_000;
  expect(await restore()).toMatchObject({ ok: true });
  expect(await listed(shop)).toHaveLength(1);
  expect(await listed(shop)).not.toMatchObject([{ id: kept!.id }]);
}, 60_000);

test('a column keeps the name that the shop has given it since; with everything the old one comes back, and undone the new one', async () => {
  const shop = await Shop.open();
  await shop.paste('基本信息', 2, '客户姓名', [['赵一'], ['钱二']]);
  await shop.run('back-up');
  const backup = (await listed(shop))[0]!.id;
  await shop.run('open-field-settings');
  const settings = shop.sheet('字段设置');
  const row = settings.cells.findIndex((cells) => cells?.some((cell) => cell?.v === '客户姓名'));
  await shop.intend({ kind: 'type', sheet: settings.id, row, column: 1, text: '称呼' });
  await shop.run('apply-field-settings');
  await shop.type('基本信息', 2, '称呼', '改了');
  const names = () => [0, 1].map((at) => shop.sheet('基本信息').cells[at]![1]!.v);
  const restore = async (request: object) => {
    shop.now += 60_000;
    return (await shop.run('restore', { backup, ...request })).details!.run;
  };
  await restore({ tab: '基本信息' });
  expect(names()).toEqual(['称呼', '赵一']);
  const run = await restore({});
  expect(names()).toEqual(['客户姓名', '赵一']);
  expect(await shop.run('undo-run', { run })).toMatchObject({ ok: true, message: expect.not.stringContaining('fieldSettings') });
  expect(names()).toEqual(['称呼', '赵一']);
}, 60_000);
