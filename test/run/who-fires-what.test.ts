import { expect, test } from '@jest/globals';
import type { Intent } from '../../local/contract.ts';
import { CLERK, NOON, OWNER, scriptHost } from './script-host.ts';

const CODE = `
  function onEdit(e) { console.log('edit ' + e.range.getA1Notation()); }
  function changed(e) { console.log('change ' + e.changeType); }
  function submitted(e) { console.log('submit ' + JSON.stringify([e.values, e.namedValues, e.range.getA1Notation(), e.authMode, e.triggerUid.length > 0])); }
  function opened(e) { console.log('open ' + [e.authMode, e.user.getEmail(), Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()].join('|')); }
  function install() {
    const book = SpreadsheetApp.getActive();
    ScriptApp.newTrigger('changed').forSpreadsheet(book).onChange().create();
    ScriptApp.newTrigger('submitted').forSpreadsheet(book).onFormSubmit().create();
    ScriptApp.newTrigger('opened').forSpreadsheet(book).onOpen().create();
  }`;

const A1 = { row: 0, column: 0, rows: 1, columns: 1 };
const A1B2 = { row: 0, column: 0, rows: 2, columns: 2 };
const at0 = { sheet: 0, at: 0, count: 1 };

/** A tab with two rows of numbers, whose triggers are installed. */
async function prepared() {
  const made = scriptHost(CODE);
  await made.host.run(OWNER, 'install');
  await made.session.intent({
    kind: 'paste',
    sheet: 0,
    row: 0,
    column: 0,
    cells: [
      ['2', 'b'],
      ['1', 'a'],
    ],
  });
  await made.host.idle();
  made.logs.length = 0;
  return made;
}

test.each<[Intent, string[]]>([
  [{ kind: 'type', sheet: 0, row: 0, column: 0, text: 'x' }, ['edit A1', 'change EDIT']],
  [{ kind: 'clear', sheet: 0, rects: [A1B2] }, ['edit A1:B2', 'change EDIT']],
  [{ kind: 'clear', sheet: 0, rects: [{ ...A1, row: 90 }] }, []],
  [{ kind: 'paste', sheet: 0, row: 4, column: 0, cells: [['1', '2']] }, ['edit A5:B5', 'change EDIT']],
  [{ kind: 'copy', sheet: 0, from: A1B2, toSheet: 0, to: { ...A1B2, row: 4 } }, ['edit A5:B6', 'change EDIT']],
  [{ kind: 'fillDown', sheet: 0, from: A1, to: { ...A1, rows: 5 } }, ['edit A2:A5', 'change EDIT']],
  [{ kind: 'replace', sheet: 0, find: 'a', by: 'c' }, ['edit B2', 'change EDIT']],
  [{ kind: 'sort', sheet: 0, rect: A1B2, keys: [{ column: 0, ascending: true }] }, ['edit A1:B2', 'change EDIT']],
  [{ kind: 'format', sheet: 0, rects: [A1], style: { bold: true } }, ['change FORMAT']],
  [{ kind: 'insertRows', ...at0 }, ['change INSERT_ROW']],
  [{ kind: 'deleteRows', ...at0 }, ['change REMOVE_ROW']],
  [{ kind: 'insertColumns', ...at0 }, ['change INSERT_COLUMN']],
  [{ kind: 'deleteColumns', ...at0 }, ['change REMOVE_COLUMN']],
  [{ kind: 'moveRows', ...at0, to: 2 }, ['change OTHER']],
  [{ kind: 'moveColumns', ...at0, to: 2 }, ['change OTHER']],
  [{ kind: 'hideRows', ...at0, hidden: true }, ['change OTHER']],
  [{ kind: 'note', sheet: 0, row: 0, column: 0, note: 'n' }, ['change OTHER']],
  [{ kind: 'filter', sheet: 0, filter: { rect: A1B2, criteria: {} } }, ['change OTHER']],
  [{ kind: 'addSheet' }, ['change INSERT_GRID']],
  [{ kind: 'renameSheet', sheet: 0, name: 'New' }, ['change OTHER']],
  [{ kind: 'select', sheet: 0, rect: A1 }, []],
])('%j fires %j', async (intent, fired) => {
  const { host, session, logs } = await prepared();
  expect(await session.intent(intent)).toMatchObject({ ok: true });
  await host.idle();
  expect(logs.map((line) => line.replace('log: ', ''))).toEqual(fired);
});

test('a deleted tab fires onChange only, and undo of a structure change fires no onEdit', async () => {
  const { host, session, logs } = await prepared();
  await session.intent({ kind: 'addSheet' });
  await session.intent({ kind: 'deleteSheet', sheet: host.state.sheets[1]!.id });
  await session.intent({ kind: 'insertRows', ...at0 });
  await session.intent({ kind: 'undo' });
  await host.idle();
  expect(logs).toEqual(['log: change INSERT_GRID', 'log: change REMOVE_GRID', 'log: change INSERT_ROW', 'log: change OTHER']);
});

test('a form’s answers insert a row and fire onFormSubmit alone, with everything as text', async () => {
  const { host, session, logs } = await prepared();
  await session.intent({
    kind: 'paste',
    sheet: 0,
    row: 0,
    column: 0,
    cells: [
      ['Timestamp', '姓名', '电话', '爱好'],
      ['', '', '', ''],
    ],
  });
  await host.idle();
  logs.length = 0;
  await host.submitForm({ sheet: 0, answers: { 姓名: '=1+1', 电话: '0571', 爱好: ['茶', '咖啡'] } });
  expect(logs).toEqual([
    'log: submit [["2026-11-22 10:00:00","=1+1","571","茶, 咖啡"],{"Timestamp":["2026-11-22 10:00:00"],"姓名":["=1+1"],"电话":["571"],"爱好":["茶, 咖啡"]},"A2:D2","FULL",true]',
  ]);
  expect(host.state.sheets[0]!.cells[1]!.slice(1)).toMatchObject([{ v: '=1+1' }, { v: 571 }, { v: '茶, 咖啡' }]);
  expect(host.state.sheets[0]!.cells[1]![1]!.f).toBeUndefined();
  expect(() => host.submitForm({ sheet: 0, answers: { nobody: 'x' } })).toThrow('has no question “nobody”');
});

test('an installable trigger runs as its creator and is not told who else is at the page', async () => {
  const { host, logs } = await prepared();
  const clerk = host.connect(CLERK, () => undefined);
  await clerk.reload();
  expect(logs).toEqual([`log: open FULL|${CLERK.email}||${OWNER.email}`]);
});

test('of selections in quick succession the first and the last are told, later ones each', async () => {
  let now = NOON;
  const { host, session, logs } = scriptHost(
    `function onSelectionChange(e) { console.log([e.range.getA1Notation(), e.authMode, e.user.getEmail()].join()); }`,
    { clock: () => now },
  );
  const select = async (row: number, ms: number): Promise<void> => {
    now += ms;
    await session.intent({ kind: 'select', sheet: 0, rect: { ...A1, row } });
  };
  for (let row = 0; row < 4; row++) await select(row, 100);
  now += 2000;
  await host.fireDue();
  await select(4, 5000);
  await select(5, 5000);
  await host.idle();
  await host.close();
  expect(logs).toEqual(['log: A1,LIMITED,', 'log: A4,LIMITED,', 'log: A5,LIMITED,', 'log: A6,LIMITED,']);
});

test('an add-on that nobody has used here fires nothing but onOpen, until its menu is used', async () => {
  const { host, session, logs } = scriptHost(
    `${CODE} function onOpen(e) { console.log('menu ' + e.authMode); } function use() {}`,
    { openMode: 'NONE' },
  );
  await host.run(OWNER, 'install');
  const edit: Intent = { kind: 'type', sheet: 0, row: 0, column: 0, text: 'x' };
  await session.reload();
  await session.intent(edit);
  await host.idle();
  expect(logs).toEqual(['log: menu NONE']);
  await session.click('use');
  await session.reload();
  await session.intent(edit);
  await host.idle();
  expect(logs.slice(1)).toEqual(['log: menu LIMITED', expect.stringMatching('open FULL'), 'log: edit A1', 'log: change EDIT']);
});

test('installing an add-on from a workbook fires onInstall with all rights', async () => {
  const { host, session, logs } = scriptHost(`function onInstall(e) { console.log(String(e.authMode)); }`);
  await host.install(session);
  expect(logs).toEqual(['log: FULL']);
});

test('a copy of the workbook has its contents and metadata, but no triggers and no properties', async () => {
  const { host } = scriptHost(
    `${CODE}
    function copy() {
      const book = SpreadsheetApp.getActive();
      book.getSheets()[0].getRange('A1').setValue('kept');
      book.addDeveloperMetadata('key', 'kept');
      PropertiesService.getDocumentProperties().setProperty('gone', '1');
      PropertiesService.getScriptProperties().setProperty('gone', '1');
      const made = book.copy('Copy');
      const again = SpreadsheetApp.openById(made.getId());
      return [made.getId() !== book.getId(), made.getName(), again.getSheets()[0].getRange('A1').getValue(),
        again.createDeveloperMetadataFinder().withKey('key').find()[0].getValue(), made.getOwner().getEmail()];
    }`,
    { scopes: ['spreadsheets', 'script.scriptapp'] },
  );
  await host.run(OWNER, 'install');
  expect(await host.run(CLERK, 'copy')).toMatchObject({ value: [true, 'Copy', 'kept', 'kept', CLERK.email] });
  expect(host.state.triggers).toHaveLength(3);
});

test('triggers are their creators’: others neither see nor delete them', async () => {
  const { host } = scriptHost(`${CODE} function seen() { return ScriptApp.getProjectTriggers().length; }`);
  await host.run(OWNER, 'install');
  expect(await host.run(CLERK, 'seen')).toMatchObject({ value: 0 });
  expect(await host.run(OWNER, 'seen')).toMatchObject({ value: 3 });
});
