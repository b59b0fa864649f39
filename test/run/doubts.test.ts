import { expect, test } from '@jest/globals';
import type { Intent } from '../../local/contract.ts';
import { ALTERNATIVES, type Doubts, parseDoubts, STRICT } from '../../local/run/doubts.ts';
import { CLERK, OWNER, script, scriptHost } from './script-host.ts';

test('every doubt has another way, and can be named in a line of text', () => {
  expect(new Set(ALTERNATIVES.map(([name]) => name))).toEqual(new Set(Object.keys(STRICT)));
  expect(parseDoubts(' undo=silent, cells=20M,')).toEqual({ undo: 'silent', cells: '20M' });
  expect(parseDoubts('')).toEqual({});
  expect(() => parseDoubts('redo=silent')).toThrow(/^There is no doubt called redo; there are appendOnFullGrid, /);
  expect(() => parseDoubts('undo=maybe')).toThrow('undo cannot be maybe; it can be fires, silent.');
});

/** What the body of a function gives under a doubt's value; what it throws, as text. */
const under = (doubts: Partial<Doubts>, body: string): Promise<unknown> =>
  script(`try { return (() => { ${body} })(); } catch (error) { return String(error); }`, { doubts });

const LIST = `sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).setAllowInvalid(false).build());
  SpreadsheetApp.flush();`;
const VIOLATES = 'Exception: The data you entered in cell A1 violates the data validation rules set on this cell.';
const BIG_PROPERTY = "PropertiesService.getScriptProperties().setProperty('k', 'x'.repeat(9 * 1024 + 1));";
const ERROR_CELL = "const cell = sheet.getRange('A1').setFormula('=1/0');";
const SETS = (value: string) => `const range = sheet.getRange('A1:B1').setValues([['old', 'old']]);
  range.setValues([[${value}, 'new']]); return range.getValues()[0];`;

test.each<[Partial<Doubts>, string, unknown]>([
  [
    { appendText: 'reread' },
    "sheet.getRange('A:A').setNumberFormat('@'); sheet.appendRow(['0571']); return sheet.getRange('A1').getValue();",
    571,
  ],
  [
    { appendText: 'kept' },
    "sheet.getRange('A:A').setNumberFormat('@'); sheet.appendRow(['0571']); return sheet.getRange('A1').getValue();",
    '0571',
  ],
  [
    { appendOnFullGrid: 'throws' },
    "sheet.getRange('A1000').setValue(1); sheet.appendRow([2]);",
    'Exception: Those rows are out of bounds.',
  ],
  [{ appendOnFullGrid: 'grows' }, "sheet.getRange('A1000').setValue(1); sheet.appendRow([2]); return sheet.getMaxRows();", 1001],
  [
    { refusedWrite: 'flush' },
    `${LIST} const seen = []; try { sheet.getRange('A1').setValue('c'); seen.push('queued'); sheet.getRange('A1').getValue(); } catch (e) { seen.push('late'); } return seen;`,
    ['queued', 'late'],
  ],
  [
    { refusedWrite: 'call' },
    `${LIST} const seen = []; try { sheet.getRange('A1').setValue('c'); seen.push('queued'); } catch (e) { seen.push('at once'); } return seen;`,
    ['at once'],
  ],
  [
    { listText: 'items' },
    `${LIST} sheet.getRange('A1').setValue('c'); SpreadsheetApp.flush();`,
    `${VIOLATES} Please enter one of the following values: a, b.`,
  ],
  [{ listText: 'plain' }, `${LIST} sheet.getRange('A1').setValue('c'); SpreadsheetApp.flush();`, VIOLATES],
  [
    { listText: 'sheet' },
    `${LIST} sheet.getRange('A1').setValue('c'); SpreadsheetApp.flush();`,
    VIOLATES.replace('on this cell', 'on this sheet'),
  ],
  [{ errorCells: 'text' }, `${ERROR_CELL} return cell.getValue();`, '#DIV/0!'],
  [
    { errorCells: 'object' },
    `${ERROR_CELL} const value = cell.getValue(); return [typeof value, value.message, JSON.stringify(value), cell.getDisplayValue()];`,
    ['object', '#DIV/0!', '{}', '#DIV/0!'],
  ],
  [{ undefinedValue: 'clears' }, SETS('undefined'), ['', 'new']],
  [{ undefinedValue: 'keeps' }, SETS('undefined'), ['old', 'new']],
  [{ undefinedValue: 'text' }, SETS('undefined'), ['undefined', 'new']],
  [{ nullValue: 'clears' }, SETS('null'), ['', 'new']],
  [{ nullValue: 'keeps' }, SETS('null'), ['old', 'new']],
  [{ largeProperty: 'argument' }, BIG_PROPERTY, 'Exception: Argument too large: value'],
  [
    { largeProperty: 'quota' },
    BIG_PROPERTY,
    'Exception: You have exceeded the property storage quota. Please remove some properties and try again.',
  ],
  [{ runtime: '6min' }, "for (let i = 0; i < 7; i++) Utilities.sleep(60000); return 'done';", undefined],
  [{ runtime: '30min' }, "for (let i = 0; i < 7; i++) Utilities.sleep(60000); return 'done';", 'done'],
  [{ intl: 'absent' }, 'return [typeof Intl, new Date(0).getHours()];', ['undefined', 8]],
  [{ intl: 'present' }, 'return typeof Intl;', 'object'],
  [
    { cells: '10M' },
    'sheet.insertRowsAfter(1000, 400000); sheet.deleteRows(2, 400000); return sheet.getMaxRows();',
    'Exception: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  ],
  [{ cells: '20M' }, 'sheet.insertRowsAfter(1000, 400000); sheet.deleteRows(2, 400000); return sheet.getMaxRows();', 1000],
])('%j: %s', async (doubts, body, result) => {
  const run = under(doubts, body);
  if (result === undefined) await expect(run).rejects.toThrow('Exceeded maximum execution time');
  else expect(await run).toEqual(result);
});

const EDITS = `function onEdit(e) { console.log(JSON.stringify([e.range.getA1Notation(), e.value === undefined ? null : e.value, e.oldValue === undefined ? null : e.oldValue])); }`;

/** What `onEdit` saw of the last of some intents. */
async function seen(doubts: Partial<Doubts>, intents: Intent[]): Promise<unknown> {
  const { host, session, logs } = scriptHost(EDITS, { doubts });
  for (const intent of intents) {
    logs.length = 0;
    await session.intent(intent);
    await host.idle();
  }
  return logs.map((line) => JSON.parse(line.replace('log: ', '')))[0] ?? 'nothing';
}

const type = (text: string, row = 0): Intent => ({ kind: 'type', sheet: 0, row, column: 0, text });
const A1 = { row: 0, column: 0, rows: 1, columns: 1 };
const remove: Intent = { kind: 'clear', sheet: 0, rects: [A1] };
const paste: Intent = { kind: 'paste', sheet: 0, row: 0, column: 0, cells: [['7']] };
const sort: Intent = {
  kind: 'sort',
  sheet: 0,
  rect: { row: 0, column: 0, rows: 2, columns: 1 },
  keys: [{ column: 0, ascending: true }],
};
const move: Intent = { kind: 'moveRows', sheet: 0, at: 0, count: 1, to: 2 };

test.each<[Partial<Doubts>, string, Intent[], unknown]>([
  [{ editValue: 'text' }, 'a number typed over a number', [type('1'), type('5')], ['A1', '5', '1']],
  [{ editValue: 'typed' }, 'a number typed over a number', [type('1'), type('5')], ['A1', 5, 1]],
  [{ editValue: 'absent' }, 'a number typed over a number', [type('1'), type('5')], ['A1', null, null]],
  [{ editValue: 'typed' }, 'a date typed', [type('2026-11-22')], ['A1', 46348, null]],
  [{ editValue: 'absent' }, 'a text typed', [type('x')], ['A1', 'x', null]],
  [{ deletedValue: 'absent' }, 'the Delete key', [type('a'), remove], ['A1', null, 'a']],
  [{ deletedValue: 'object' }, 'the Delete key', [type('a'), remove], ['A1', { oldValue: 'a' }, 'a']],
  [{ pastedValue: 'absent' }, 'a paste into one cell', [paste], ['A1', null, null]],
  [{ pastedValue: 'text' }, 'a paste into one cell', [paste], ['A1', '7', null]],
  [{ undo: 'fires' }, 'undo', [type('a'), { kind: 'undo' }], ['A1', null, null]],
  [{ undo: 'silent' }, 'undo', [type('a'), { kind: 'undo' }], 'nothing'],
  [{ undo: 'silent' }, 'redo', [type('a'), { kind: 'undo' }, { kind: 'redo' }], 'nothing'],
  [{ sort: 'fires' }, 'a sort', [type('2'), type('1', 1), sort], ['A1:A2', null, null]],
  [{ sort: 'silent' }, 'a sort', [type('2'), type('1', 1), sort], 'nothing'],
  [{ move: 'silent' }, 'a dragged row', [type('a'), move], 'nothing'],
  [{ move: 'fires' }, 'a dragged row', [type('a'), move], ['A2:Z2', null, null]],
])('%j: what onEdit is told of %s', async (doubts, _, intents, told) => {
  expect(await seen(doubts, intents)).toEqual(told);
});

const READS = (between: string) => `function test() {
  const sheet = SpreadsheetApp.getActiveSheet();
  const look = () => [sheet.getRange('A1:B2').getValues()[0][0], sheet.getRange('A1').getNote(), sheet.getLastRow()].join();
  const first = look();
  Session.getActiveUserLocale();
  ${between}
  return [first, look(), sheet.getRange('A1').getValue()];
}`;

async function readTwice(readAgain: Doubts['readAgain'], between = ''): Promise<unknown> {
  const { host } = scriptHost(READS(between), {
    doubts: { readAgain },
    onCall: (_, __, method) => {
      if (method === 'getActiveUserLocale')
        void clerk.intent({ kind: 'paste', sheet: 0, row: 0, column: 0, cells: [['new'], ['2']] });
    },
  });
  const clerk = host.connect(CLERK, () => undefined);
  const result = await host.run(OWNER, 'test');
  return result.ok ? result.value : result.error;
}

test('what was read before another’s edit is remembered, until a flush or a write of its own', async () => {
  expect(await readTwice('fresh')).toEqual([',,0', 'new,,2', 'new']);
  expect(await readTwice('remembered')).toEqual([',,0', ',,0', '']);
  expect(await readTwice('remembered', 'SpreadsheetApp.flush();')).toEqual([',,0', 'new,,2', 'new']);
  expect(await readTwice('remembered', "sheet.getRange('D1').setValue(1);")).toEqual([',,0', 'new,,2', 'new']);
});

test('a result above one megabyte reaches the page as null without an error, or whole', async () => {
  const code = `function large() { return 'x'.repeat(1024 * 1024); } function small() { return 'x'.repeat(1000); }`;
  const { session } = scriptHost(code);
  expect(await session.call('large', [])).toMatchObject({ ok: true, value: null });
  expect(await session.call('small', [])).toMatchObject({ ok: true, value: 'x'.repeat(1000) });
  const delivered = scriptHost(code, { doubts: { largeResult: 'delivered' } });
  expect(await delivered.session.call('large', [])).toMatchObject({ ok: true, value: 'x'.repeat(1024 * 1024) });
});

test('a failure handler gets the message as thrown, or with the error’s name before it', async () => {
  const code = `function fails() { throw new TypeError('no customer'); }`;
  expect(await scriptHost(code).session.call('fails', [])).toMatchObject({ ok: false, error: 'no customer' });
  const { session } = scriptHost(code, { doubts: { failurePrefix: 'name' } });
  expect(await session.call('fails', [])).toMatchObject({ ok: false, error: 'TypeError: no customer', name: 'TypeError' });
});

test('an inline script is cut at two slashes and a page loses its comments, unless it is served as written', async () => {
  const html = `<!-- who --><script src="https://x.example/a.js"></script><script>var a = "https://x.example"; // say
var b = 1;</script><a href="https://x.example">x</a>`;
  const code = `function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(${JSON.stringify(html)})); }`;
  const served = async (doubts: Partial<Doubts>): Promise<unknown> => {
    const { session, events } = scriptHost(code, { doubts });
    await session.click('show');
    return events.flatMap((event) => (event.event === 'sidebar' ? [event.html] : []))[0];
  };
  expect(await served({ inlineScripts: 'cut' })).toBe(`<script src="https://x.example/a.js"></script><script>var a = "https:
var b = 1;</script><a href="https://x.example">x</a>`);
  expect(await served({ inlineScripts: 'kept' })).toBe(html);
});

test('the ninety minutes of a day that triggers may run count simple ones, or do not', async () => {
  const simpleRuns = async (simpleRuntime: Doubts['simpleRuntime']): Promise<number> => {
    const { host, session, logs } = scriptHost(
      `function onEdit() { for (let i = 0; i < 8; i++) Utilities.sleep(300000); } function quick() { console.log('ran'); } function install() { ScriptApp.newTrigger('quick').timeBased().everyHours(1).create(); }`,
      { doubts: { simpleRuntime }, limits: { simple: 3_600_000 } },
    );
    await host.run(OWNER, 'install');
    for (let i = 0; i < 3; i++) await session.intent(type(String(i)));
    await host.idle();
    await host.fireTrigger(host.state.triggers[0]!.id);
    return logs.filter((line) => line === 'log: ran').length;
  };
  expect([await simpleRuns('counted'), await simpleRuns('free')]).toEqual([0, 1]);
});
