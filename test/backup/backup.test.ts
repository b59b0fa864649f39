import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import type { WorkbookState } from '../../local/contract.ts';
import { createHost } from '../../local/run/host.ts';
import { loadBundle } from '../../local/run/load-bundle.ts';
import { Shop } from '../ledger/shop.ts';

const people = [
  ['赵一', '13800138001', 'zhao@qq.com', '浙江省杭州市文一路 1 号', '普通客户'],
  ['钱二', '13800138002', '', '浙江省杭州市文二路 2 号', 'VIP客户'],
  ['孙三', '0571-88001234', 'sun@qq.com', '', '普通客户'],
];
const bought = [
  ['C000001', '海尔 BCD-470', '2026-10-01', '1', '微信', '已完成'],
  ['C000003', '美的 KFR-35', '2026-10-02', '2', '现金', '待发货'],
];

/** A shop with a column of its own, notes, a fill, formulas, and a tab of its own that looks into the ledger. */
async function shopWithBackup(): Promise<Shop> {
  const shop = await Shop.open();
  await shop.paste('基本信息', 2, '客户姓名', people);
  await shop.paste('购买记录', 2, '客户编号', bought);
  for (const tab of ['基本信息', '购买记录']) await shop.run('check-tab', { tab });
  const { id } = shop.sheet('基本信息');
  await shop.intend({
    kind: 'paste',
    sheet: id,
    row: 0,
    column: 8,
    cells: [
      ['老板的话', '称呼'],
      ['常客', '=B2&"师傅"'],
      ['', '=B3&"师傅"'],
      ['嫌贵', '=B4&"师傅"'],
    ],
  });
  await shop.intend({ kind: 'note', sheet: id, row: 2, column: 2, note: '下午打' });
  await shop.intend({
    kind: 'format',
    sheet: id,
    rects: [{ row: 3, column: 2, rows: 1, columns: 1 }],
    style: { background: '#d9ead3' },
  });
  await shop.intend({ kind: 'addSheet' });
  const own = shop.host.state.sheets.at(-1)!.name;
  await shop.intend({
    kind: 'paste',
    sheet: shop.sheet(own).id,
    row: 0,
    column: 0,
    cells: [
      ['客户数', `=COUNTA('基本信息'!A:A)-1`],
      ['第二位', `='基本信息'!B3`],
    ],
  });
  const made = await shop.run('back-up');
  expect(made).toMatchObject({ ok: true });
  return shop;
}

/**
 * Everything a person sees and a script finds in the workbook, but for what the change log tells: columns by what they
 * are, wherever they stand.
 */
function portrait(shop: Shop): Record<string, unknown>[] {
  const { state } = shop.host;
  const seen = state.sheets.filter(({ name }) => !name.startsWith('操作日志'));
  return seen.map((sheet) => {
    const whole = { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount };
    const texts = shop.book.displayValues(sheet.id, whole);
    const formulas = shop.book.formulas(sheet.id, whole);
    const notes = shop.book.notes(sheet.id, whole);
    const styles = shop.book.styles(sheet.id, whole);
    const fields = state.metadata.flatMap(({ at, key, value }) =>
      'sheet' in at && at.sheet === sheet.id && key === 'ledger.field' ? [[at.index!, value] as const] : [],
    );
    const names = texts[0]!.map((text, j) => new Map(fields).get(j) ?? (text || String(j)));
    const cells = texts.flatMap((row, i) =>
      row.flatMap((text, j) => {
        const formula = formulas[i]![j]!.replace(/'/g, '').replace(/[A-Z]+(?=\d|:|\))/g, '');
        const { background = '', numberFormat } = styles[i]![j]!;
        const look = [text, formula, notes[i]![j], background];
        return text || formula || notes[i]![j] ? [[i, names[j], ...look, text && numberFormat].join('|')] : [];
      }),
    );
    const { conditionalFormats, bandings, protections, hidden } = sheet;
    const rules = new Set(shop.book.validationsOf(sheet.id, { ...whole, row: 1, rows: 1 })[0]!.map((rule) => rule?.criteria));
    return {
      name: sheet.name,
      cells: cells.sort(),
      fields: fields.map(([, field]) => field).sort(),
      counts: [conditionalFormats.length, bandings.length, protections.length, hidden ?? false],
      rules: [...rules].sort(),
    };
  });
}

/** The n-th backup file's tabs, as the list names them. */
const listed = async (shop: Shop) =>
  ((await shop.run('list-backups')).details as { backups: { backup: string; kind: string; state: string; rows: number }[] })
    .backups;

let shop: Shop;
let before: Record<string, unknown>[];
beforeAll(async () => {
  shop = await shopWithBackup();
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
