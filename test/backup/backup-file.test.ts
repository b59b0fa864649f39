import { beforeAll, expect, test } from '@jest/globals';
import { ExecutionKilled } from '../../local/services/service-object.ts';
import { type MadeFile, makeFile } from '../../sidebar/backups/make-file.ts';
import { putFile } from '../../sidebar/backups/put-file.ts';
import { backupsZh } from '../../sidebar/backups/texts/zh-CN.ts';
import { type LedgerFile, readLedgerFile } from '../../src/domain/backup/ledger-file.ts';
import { Shop } from '../ledger/shop.ts';
import { asks } from './ask-shop.ts';
import { furnishedShop, portrait } from './furnished-shop.ts';

/** The permissions of the smaller manifest: this sheet and its sidebars. */
const core = { scopes: ['spreadsheets.currentonly', 'script.container.ui'] };

const download = (shop: Shop): Promise<MadeFile> => makeFile(asks(shop), backupsZh, () => {});

async function upload(shop: Shop, text: string): Promise<string> {
  return (await putFile(asks(shop), backupsZh, readLedgerFile(text) as LedgerFile, () => {})).id;
}

/** Hidden tabs that hold backups. */
const kept = (shop: Shop): string[] =>
  shop.host.state.sheets.map(({ name }) => name).filter((name) => name.startsWith('恢复暂存'));

const own = (all: Record<string, unknown>[]) => all.filter(({ name }) => !String(name).startsWith('恢复暂存'));

/** A shop without the start page, whose counts are computed anew with every change. */
async function plainShop(): Promise<Shop> {
  const plain = await Shop.open(core);
  await plain.intend({ kind: 'deleteSheet', sheet: plain.sheet('首页').id });
  await plain.paste('基本信息', 2, '客户姓名', [
    ['赵一', '13800138001'],
    ['钱二', '13800138002'],
    ['孙三', '0571-88001234'],
  ]);
  await plain.paste('购买记录', 2, '客户编号', [['C000001', '海尔 BCD-470', '2026-10-01', '1']]);
  await plain.intend({ kind: 'paste', sheet: plain.sheet('基本信息').id, row: 0, column: 8, cells: [['称呼'], ['=B2&"师傅"']] });
  return plain;
}

/** A scale of colours and a text of which a part is bold and a link, and a filter. */
function dressUp(of: Shop): void {
  const customers = of.sheet('基本信息');
  customers.conditionalFormats.push({
    criteria: 'GRADIENT',
    args: [],
    ranges: [{ row: 1, column: 8, rows: 3, columns: 1 }],
    gradient: [
      { point: 'min', type: 'MIN', color: '#ffffff' },
      { point: 'max', type: 'NUMBER', color: '#ff0000', value: '9' },
    ],
  } as never);
  customers.cells[1]![8]!.r = [{ at: 0 }, { at: 1, look: { bold: true, fontColor: '#ff0000' }, link: 'https://example.com/' }];
  const rect = { row: 0, column: 0, rows: 3, columns: 6 };
  of.sheet('购买记录').filter = { rect, criteria: { 2: { hiddenValues: ['海尔 BCD-470'] } } };
}

const dressOf = (of: Shop) => {
  const [scale] = of.sheet('基本信息').conditionalFormats.flatMap(({ gradient }) => gradient ?? []);
  const rich = of.sheet('基本信息').cells.flatMap((row) => (row ?? []).flatMap((cell) => (cell?.r ? [[cell.v, cell.r]] : [])));
  const links = JSON.stringify(rich)
    .match(/https:[^"]+|"bold":true|#ff0000/g)
    ?.sort();
  return [scale, of.sheet('基本信息').conditionalFormats.length, links, of.sheet('购买记录').filter];
};

let shop: Shop;
let file: MadeFile;
let pictures: Record<string, unknown>[];
beforeAll(async () => {
  shop = await plainShop();
  pictures = portrait(shop);
  file = await download(shop);
}, 60_000);

test('with the smaller manifest a file brings everything back, and undone it is gone again', async () => {
  const furnished = await furnishedShop(core);
  await furnished.intend({ kind: 'deleteSheet', sheet: furnished.sheet('首页').id });
  await furnished.type('基本信息', 2, '地址', "'=1+1");
  dressUp(furnished);
  const before = portrait(furnished);
  const dress = dressOf(furnished);
  const made = await download(furnished);
  expect(made).toMatchObject({ name: '测试台账 2026-11-22 1200', rows: expect.any(Number) });
  const customers = furnished.sheet('基本信息').id;
  await furnished.type('基本信息', 2, '客户姓名', '改了');
  await furnished.intend({ kind: 'deleteRows', sheet: customers, at: 2, count: 1 });
  await furnished.intend({ kind: 'insertColumns', sheet: customers, at: 2, count: 1 });
  await furnished.intend({ kind: 'moveColumns', sheet: customers, at: 9, count: 1, to: 1 });
  await furnished.type('基本信息', 6, '客户姓名', '新来的');
  await furnished.intend({ kind: 'deleteSheet', sheet: furnished.sheet('购买记录').id });
  const named = (name: string) => portrait(furnished).find((tab) => tab.name === name);
  const destroyed = named('基本信息');

  const backup = await upload(furnished, made.text);
  expect(await furnished.call('compareBackup', { backup })).toMatchObject({ isSame: false });
  const done = await furnished.call<{ ok: boolean; message: string; run: number }>('restoreBackup', { backup });
  expect(done).toMatchObject({ ok: true });
  expect(own(portrait(furnished))).toEqual(before);
  expect(dressOf(furnished)).toEqual(dress);
  expect(furnished.text('基本信息', 2, '地址')).toBe('=1+1');
  expect(await furnished.call('undoRun', { run: done.run })).toMatchObject({ ok: true });
  expect(named('基本信息')).toEqual(destroyed);
}, 60_000);

test('one tab or one customer comes back from a file, and what was put aside goes', async () => {
  await shop.type('购买记录', 2, '购买数量', '5');
  await shop.type('基本信息', 3, '联系电话', '13900139002');
  await shop.type('基本信息', 4, '联系电话', '13900139003');
  await shop.call('restoreBackup', { backup: await upload(shop, file.text), customers: ['C000002'] });
  expect([3, 4].map((row) => shop.text('基本信息', row, '联系电话'))).toEqual(['13800138002', '13900139003']);
  await shop.call('restoreBackup', { backup: await upload(shop, file.text), tabs: ['购买记录'] });
  expect(shop.text('购买记录', 2, '购买数量')).toBe('1');
  expect(shop.text('基本信息', 4, '联系电话')).toBe('13900139003');
  const { backup } = { backup: await upload(shop, file.text) };
  const put = kept(shop).length;
  await shop.call('dropBackupFile', { backup });
  expect(put - kept(shop).length).toBeGreaterThan(4);
}, 60_000);

test('a tab that somebody sorts between two pieces is read again', async () => {
  const large = await Shop.open(core);
  const names = Array.from({ length: 7_000 }, (_, i) => [`客户${String(7_000 - i)}`]);
  await large.unseen(() => large.paste('基本信息', 2, '客户姓名', names));
  let pieces = 0;
  const ask = (async (name: string, input: { tab: number; from: number }) => {
    if (name === 'readBackupPiece' && input.tab === large.sheet('基本信息').id && ++pieces === 2)
      await large.unseen(() => large.type('基本信息', 2, '客户姓名', '最先'));
    return asks(large)(name as never, input as never);
  }) as never;
  const told: string[] = [];
  const { text } = await makeFile(ask, backupsZh, (each) => told.push(each));
  expect(told).toContain('读的时候“基本信息”被改过，正在重新读…');
  expect(text).toContain('最先');
  expect(Math.max(...text.split('\n').map((line) => Buffer.byteLength(line)))).toBeLessThan(900_000);
}, 60_000);

test('damaged, half, foreign and newer files are told apart, before anything is sent', () => {
  const lines = file.text.trimEnd().split('\n');
  expect(readLedgerFile(lines.slice(0, -1).join('\n'))).toBe('half');
  expect(readLedgerFile(file.text.slice(0, file.text.length / 2))).toBe('half');
  expect(readLedgerFile(file.text.replace('钱二', '钱三'))).toBe('damaged');
  expect(readLedgerFile('客户姓名,联系电话')).toBe('foreign');
  expect(readLedgerFile('')).toBe('foreign');
  expect(readLedgerFile(file.text.replace('"version":1', '"version":2'))).toBe('newer');
});

test('in a new workbook a file of another ledger brings the shop back; what is half put in never counts', async () => {
  const other = await Shop.open(core);
  await other.intend({ kind: 'deleteSheet', sheet: other.sheet('首页').id });
  Object.assign(other.host.state, { id: 'other' });
  const whole = readLedgerFile(file.text) as LedgerFile;
  await expect(putFile(asks(other), backupsZh, { ...whole, pieces: whole.pieces.slice(0, -2) }, () => {})).rejects.toThrow();
  expect(await other.call('getBackups', {})).toMatchObject({ backups: [] });
  const backup = await upload(other, file.text);
  expect(await other.call('restoreBackup', { backup })).toMatchObject({ ok: true });
  for (const name of ['基本信息', '购买记录'])
    expect(portrait(other).find((tab) => tab.name === name)).toEqual(pictures.find((tab) => tab.name === name));
  await other.type('基本信息', 5, '客户姓名', '吴新');
  expect(other.text('基本信息', 5, '客户编号')).toBe('C000004');
  const zone = await other.call('beginFileRestore', { head: { ...whole.head, zone: 'Asia/Tokyo' } });
  expect(zone).toMatchObject({ ok: false, message: expect.stringContaining('Asia/Tokyo') });
}, 60_000);

test('killed at any point, nothing half counts, no stray tab stays, and done once more it is all there', async () => {
  const tabs = () => own(shop.host.state.sheets as never).map(({ name }) => name);
  const there = tabs();
  const points = [
    ['beginFileRestore', 'insertSheet'],
    ['putBackupPiece', 'addDeveloperMetadata'],
    ['putBackupPiece', 'setValues'],
    ['endFileRestore', 'setFormulaR1C1'],
    ['restoreBackup', 'copyTo'],
    ['restoreBackup', 'setFormulaR1C1'],
  ] as const;
  for (const [i, [name, method]] of points.entries()) {
    await shop.type('基本信息', 2, '客户姓名', `改了 ${i}`);
    const listed = ((await shop.call('getBackups', {})) as { backups: unknown[] }).backups.length;
    shop.meanwhile(method, name, () => {
      throw new ExecutionKilled();
    });
    const request = async (): Promise<unknown> =>
      shop.call('restoreBackup', { backup: await upload(shop, file.text), tabs: ['基本信息'] });
    await expect(request()).rejects.toThrow();
    expect(shop.waits).toBe(false);
    if (name !== 'restoreBackup') {
      expect(shop.text('基本信息', 2, '客户姓名')).toBe(`改了 ${i}`);
      expect(((await shop.call('getBackups', {})) as { backups: unknown[] }).backups).toHaveLength(listed);
    }
    expect(await request()).toMatchObject({ ok: true });
    expect(shop.text('基本信息', 2, '客户姓名')).toBe('赵一');
    expect(tabs()).toEqual(there);
  }
}, 90_000);

test('a copy that somebody makes long after a restore was killed is theirs, and stays', async () => {
  const backup = await upload(shop, file.text);
  shop.meanwhile('copyTo', 'restoreBackup', () => {
    throw new ExecutionKilled();
  });
  await expect(shop.call('restoreBackup', { backup, tabs: ['基本信息'] })).rejects.toThrow();
  await shop.passHours(2);
  await shop.intend({ kind: 'addSheet', name: '“基本信息”的副本' });
  await upload(shop, file.text);
  expect(shop.sheet('“基本信息”的副本').name).toBe('“基本信息”的副本');
}, 60_000);
