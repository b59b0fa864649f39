import { expect, test } from '@jest/globals';
import type { Intent } from '../../local/contract.ts';
import { OWNER, resultOf, scriptHost } from '../run/script-host.ts';

/** Gives the cell C5, its row and its column one of everything, and tells where all of it is afterwards. */
const CODE = `
  function dress() {
    const book = SpreadsheetApp.getActive();
    const sheet = book.getSheets()[0];
    const cell = sheet.getRange('C5');
    sheet.getRange('C2:C9').setValues([[12], [13], [14], [15], [16], [17], [18], [19]]);
    cell.setBackground('#ff0000').setNumberFormat('0.00').setNote('note')
      .setDataValidation(SpreadsheetApp.newDataValidation().requireNumberGreaterThan(1).build());
    sheet.getRange('5:5').addDeveloperMetadata('row');
    sheet.getRange('C:C').addDeveloperMetadata('column');
    book.setNamedRange('spot', cell);
    sheet.getRange('Z1').setFormula('=C5*2');
    cell.protect().setDescription('guard');
    sheet.setRowHeight(5, 55).setColumnWidth(3, 155);
    sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenNumberGreaterThan(1).setBackground('#00ff00').setRanges([cell]).build()]);
    sheet.getRange('E5:F6').merge();
    sheet.getRange('H4:I6').applyRowBanding();
    sheet.getRange('C1:C9').createFilter();
  }
  function look() {
    const book = SpreadsheetApp.getActive();
    const sheet = book.getSheets()[0];
    const all = sheet.getRange(1, 1, 12, 12);
    const where = (matrix, wanted) => { for (let i = 0; i < matrix.length; i++) for (let j = 0; j < matrix[i].length; j++) if (wanted(matrix[i][j])) return sheet.getRange(i + 1, j + 1).getA1Notation(); return 'nowhere'; };
    const found = (key) => sheet.createDeveloperMetadataFinder().withKey(key).find()[0];
    const row = found('row'), column = found('column');
    const rows = Array.from({ length: 12 }, (_, i) => i + 1);
    const filter = sheet.getFilter();
    return {
      value: where(all.getValues(), (v) => v === 15),
      background: where(all.getBackgrounds(), (v) => v === '#ff0000'),
      format: where(all.getNumberFormats(), (v) => v === '0.00'),
      note: where(all.getNotes(), (v) => v === 'note'),
      rule: where(all.getDataValidations(), (v) => v !== null),
      row: row ? row.getLocation().getRow().getRow() : 0,
      column: column ? column.getLocation().getColumn().getColumn() : 0,
      name: book.getRangeByName('spot') ? book.getRangeByName('spot').getA1Notation() : 'gone',
      formula: sheet.getRange(1, 1, 2, sheet.getMaxColumns()).getFormulas().flat().find((text) => text),
      guard: sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map((each) => each.getRange().getA1Notation()).join(),
      height: rows.find((i) => sheet.getRowHeight(i) === 55) || 0,
      width: rows.find((i) => sheet.getColumnWidth(i) === 155) || 0,
      condition: sheet.getConditionalFormatRules().map((each) => each.getRanges()[0].getA1Notation()).join(),
      merge: all.getMergedRanges().map((each) => each.getA1Notation()).join(),
      banding: sheet.getBandings().map((each) => each.getRange().getA1Notation()).join(),
      filter: filter ? filter.getRange().getA1Notation() : 'none',
    };
  }
  function insertRow() { SpreadsheetApp.getActive().getSheets()[0].insertRowsAfter(2, 1); }
  function moveColumn() { const sheet = SpreadsheetApp.getActive().getSheets()[0]; sheet.moveColumns(sheet.getRange('C:C'), 2); }
  function sortRows() { SpreadsheetApp.getActive().getSheets()[0].getRange('C2:C9').sort({ column: 3, ascending: false }); }`;

const BEFORE = {
  value: 'C5',
  background: 'C5',
  format: 'C5',
  note: 'C5',
  rule: 'C5',
  row: 5,
  column: 3,
  name: 'C5',
  formula: '=C5*2',
  guard: 'C5',
  height: 5,
  width: 3,
  condition: 'C5',
  merge: 'E5:F6',
  banding: 'H4:I6',
  filter: 'C1:C9',
};

async function after(does: string | Intent[]): Promise<unknown> {
  const { host, session } = scriptHost(CODE);
  await host.run(OWNER, 'dress');
  expect(await resultOf(host, 'look')).toEqual(BEFORE);
  if (typeof does === 'string') await host.run(OWNER, does);
  else for (const intent of does) expect(await session.intent(intent)).toMatchObject({ ok: true });
  await host.idle();
  return resultOf(host, 'look');
}

const at = (cell: string) => ({ value: cell, background: cell, format: cell, note: cell, rule: cell });
const DOWN = {
  ...BEFORE,
  ...at('C6'),
  row: 6,
  name: 'C6',
  formula: '=C6*2',
  guard: 'C6',
  height: 6,
  condition: 'C6',
  merge: 'E6:F7',
  banding: 'H5:I7',
  filter: 'C1:C10',
};
const RIGHT = {
  ...BEFORE,
  ...at('D5'),
  column: 4,
  name: 'D5',
  formula: '=D5*2',
  guard: 'D5',
  width: 4,
  condition: 'D5',
  merge: 'F5:G6',
  banding: 'I4:J6',
  filter: 'D1:D9',
};

test('a row inserted above carries everything below along, whoever inserts it', async () => {
  expect(await after('insertRow')).toEqual(DOWN);
  expect(await after([{ kind: 'insertRows', sheet: 0, at: 2, count: 1 }])).toEqual(DOWN);
});

test('a column inserted to the left carries everything along', async () => {
  expect(await after([{ kind: 'insertColumns', sheet: 0, at: 1, count: 1 }])).toEqual(RIGHT);
});

test('rows and columns deleted before it bring everything back', async () => {
  expect(
    await after([
      { kind: 'insertRows', sheet: 0, at: 2, count: 1 },
      { kind: 'deleteRows', sheet: 0, at: 2, count: 1 },
      { kind: 'insertColumns', sheet: 0, at: 1, count: 1 },
      { kind: 'deleteColumns', sheet: 0, at: 1, count: 1 },
    ]),
  ).toEqual(BEFORE);
});

test('a column that is moved takes everything of it along', async () => {
  const moved = { ...BEFORE, ...at('B5'), column: 2, name: 'B5', formula: '=B5*2', guard: 'B5', width: 2, condition: 'B5' };
  expect(await after('moveColumn')).toMatchObject({ ...moved, filter: expect.any(String) });
  expect(await after([{ kind: 'moveColumns', sheet: 0, at: 2, count: 1, to: 1 }])).toMatchObject({
    ...moved,
    filter: expect.any(String),
  });
});

test('a sort moves values with their formats, notes and rules, and leaves rows, names and guards where they are', async () => {
  const sorted = { ...BEFORE, ...at('C6') };
  expect(await after('sortRows')).toEqual(sorted);
  const keys = [{ column: 2, ascending: false }];
  const rect = { row: 1, column: 2, rows: 8, columns: 1 };
  expect(await after([{ kind: 'sort', sheet: 0, rect, keys }])).toEqual(sorted);
});

test('undo of a deleted row brings everything back', async () => {
  expect(await after([{ kind: 'deleteRows', sheet: 0, at: 4, count: 1 }, { kind: 'undo' }])).toEqual(BEFORE);
});

test('a deleted row takes what stood on it alone along', async () => {
  expect(await after([{ kind: 'deleteRows', sheet: 0, at: 4, count: 1 }])).toMatchObject({
    ...at('nowhere'),
    row: 0,
    guard: '',
    condition: '',
    height: 0,
    formula: '=#REF!*2',
    filter: 'C1:C8',
  });
});
