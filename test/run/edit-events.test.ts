import { expect, test } from '@jest/globals';
import type { Intent } from '../../local/contract.ts';
import { CLERK, OWNER, scriptHost } from './script-host.ts';

const CODE = `
  function onEdit(e) { console.log(JSON.stringify(['edit', e.range.getA1Notation(), e.value === undefined ? null : e.value, e.oldValue === undefined ? null : e.oldValue, 'value' in e, String(e.authMode)])); }
  function changed(e) { console.log(JSON.stringify(['change', e.changeType, e.range === undefined, e.triggerUid.length > 0])); }
  function install() { ScriptApp.newTrigger('changed').forSpreadsheet(SpreadsheetApp.getActive()).onChange().create(); }`;

/** What the triggers saw of the last of some intents. */
async function seen(...intents: Intent[]): Promise<unknown[]> {
  const { host, session, logs } = scriptHost(CODE);
  await host.run(OWNER, 'install');
  for (const intent of intents) {
    logs.length = 0;
    await session.intent(intent);
    await host.idle();
  }
  return logs.map((line) => JSON.parse(line.replace('log: ', '')));
}

const type = (text: string, row = 0): Intent => ({ kind: 'type', sheet: 0, row, column: 0, text });
const EDIT = ['change', 'EDIT', true, true];

test('typing into an empty cell gives the value as text and no old value', async () => {
  expect(await seen(type('5'))).toEqual([['edit', 'A1', '5', null, true, 'LIMITED'], EDIT]);
});

test('typing over a value gives both', async () => {
  expect(await seen(type('a'), type('b'))).toEqual([['edit', 'A1', 'b', 'a', true, 'LIMITED'], EDIT]);
});

test('a date arrives as its serial number', async () => {
  expect(await seen(type('2026-11-22'))).toEqual([['edit', 'A1', '46348', null, true, 'LIMITED'], EDIT]);
});

test('the delete key gives the old value only', async () => {
  expect(await seen(type('a'), { kind: 'clear', sheet: 0, rects: [{ row: 0, column: 0, rows: 1, columns: 1 }] })).toEqual([
    ['edit', 'A1', null, 'a', false, 'LIMITED'],
    EDIT,
  ]);
});

test('a paste gives its whole range and no values', async () => {
  expect(
    await seen({
      kind: 'paste',
      sheet: 0,
      row: 1,
      column: 0,
      cells: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    }),
  ).toEqual([['edit', 'A2:B3', null, null, false, 'LIMITED'], EDIT]);
});

test.each<[Intent, string]>([
  [{ kind: 'insertRows', sheet: 0, at: 0, count: 1 }, 'INSERT_ROW'],
  [{ kind: 'deleteRows', sheet: 0, at: 0, count: 1 }, 'REMOVE_ROW'],
  [{ kind: 'insertColumns', sheet: 0, at: 0, count: 1 }, 'INSERT_COLUMN'],
  [{ kind: 'deleteColumns', sheet: 0, at: 0, count: 1 }, 'REMOVE_COLUMN'],
  [{ kind: 'addSheet' }, 'INSERT_GRID'],
  [{ kind: 'format', sheet: 0, rects: [{ row: 0, column: 0, rows: 1, columns: 1 }], style: { bold: true } }, 'FORMAT'],
])('%j fires onChange only', async (intent, changeType) => {
  expect(await seen(intent)).toEqual([['change', changeType, true, true]]);
});

test('undo fires onEdit for the range, without values', async () => {
  expect(await seen(type('a'), { kind: 'undo' })).toEqual([['edit', 'A1', null, null, false, 'LIMITED'], EDIT]);
});

test('what a script writes fires nothing', async () => {
  const { host, logs } = scriptHost(`${CODE} function write() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); }`);
  await host.run(OWNER, 'write');
  await host.idle();
  expect(logs).toEqual([]);
});

test('an installable trigger runs as its creator, a simple one as whoever edits', async () => {
  const { host, logs } = scriptHost(`
    function onEdit() { console.log('simple [' + Session.getEffectiveUser().getEmail() + ']'); }
    function full(e) { console.log('installed ' + Session.getEffectiveUser().getEmail() + ' ' + e.authMode); }
    function install() { ScriptApp.newTrigger('full').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }`);
  await host.run(OWNER, 'install');
  const clerk = host.connect(CLERK, () => undefined);
  await clerk.intent(type('x'));
  await host.idle();
  expect(logs).toEqual(['log: simple []', `log: installed ${OWNER.email} FULL`]);
});

test('a trigger that fails is reported, and the host goes on', async () => {
  const { host, session, events, logs } = scriptHost(`function onEdit(e) { if (e.value === 'bad') throw new Error('no good'); }`);
  await session.intent(type('bad'));
  await session.intent(type('fine'));
  await host.idle();
  expect(events.filter(({ event }) => event === 'failed')).toEqual([{ event: 'failed', function: 'onEdit', message: 'no good' }]);
  expect(logs).toHaveLength(1);
});

test('undo takes back what the person typed together with what onEdit made of it', async () => {
  const { host, session } = scriptHost(
    `function onEdit(e) { if (e.value) e.range.setNote('checked').offset(0, 1).setValue('beside'); }`,
  );
  await session.intent(type('x'));
  await host.idle();
  expect(host.state.sheets[0]!.cells[0]).toMatchObject([{ v: 'x', n: 'checked' }, { v: 'beside' }]);
  await session.intent({ kind: 'undo' });
  expect(host.state.sheets[0]!.cells[0]?.filter(Boolean) ?? []).toEqual([]);
});

test('edits that come faster than onEdit runs are lost beyond the two that may wait, unless told otherwise', async () => {
  const code = `function onEdit(e) { Utilities.sleep(60); e.range.offset(0, 1).setValue('checked'); }`;
  const checked = async (dropFastEdits: boolean): Promise<number> => {
    const { host, session } = scriptHost(code, { mode: 'worker', dropFastEdits });
    for (let row = 0; row < 6; row++) await session.intent(type('x', row));
    await host.idle();
    await host.close();
    return host.state.sheets[0]!.cells.filter((line) => line?.[1]?.v === 'checked').length;
  };
  expect(await checked(true)).toBe(3);
  expect(await checked(false)).toBe(6);
});

test('a refused edit changes nothing and fires nothing', async () => {
  const { host, session, logs } = scriptHost(
    `${CODE} function guard() { const p = SpreadsheetApp.getActiveSheet().protect(); p.removeEditors(p.getEditors()); }`,
  );
  await host.run(OWNER, 'guard');
  session.user = CLERK;
  expect(await session.intent(type('x'))).toMatchObject({ ok: false, reason: 'protected' });
  await host.idle();
  expect(logs).toEqual([]);
});
