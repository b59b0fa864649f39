import { expect, test } from '@jest/globals';
import { script, thrownBy } from '../run/script-host.ts';

test('clearing can leave out the rows that a filter hides', async () => {
  expect(
    await script(`
      const range = sheet.getRange('A1:A6').setValues([['Kind'], ['a'], ['b'], ['a'], ['b'], ['a']]);
      range.createFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenTextEqualTo('a').build());
      sheet.getRange('A2:A6').clear({ contentsOnly: true, skipFilteredRows: true });
      return range.getValues().flat();`),
  ).toEqual(['Kind', '', 'b', '', 'b', '']);
});

test('numbers can be notes, with a decimal point when they come in a matrix', async () => {
  expect(
    await script(`
      const range = sheet.getRange('A1:B1');
      const one = range.setNote(25).getNotes();
      return [one, range.setNotes([[25, 2.5]]).getNotes(), range.setNotes([[null, 'x']]).getNotes(), range.setNote(null).getNote()];`),
  ).toEqual([[['25', '25']], [['25.0', '2.5']], [['', 'x']], '']);
  expect(await thrownBy("sheet.getRange('A1').setNotes('foo')")).toBe(
    "Exception: The parameters (String) don't match the method signature for SpreadsheetApp.Range.setNotes.",
  );
  expect(await thrownBy("sheet.getRange('A1').setNote(sheet)")).toMatch(
    /don't match the method signature for SpreadsheetApp.Range.setNote\.$/,
  );
});

test('cells are merged and taken apart with all of a merged cell or none', async () => {
  const partly = 'Exception: You must select all cells in a merged range to merge or unmerge them.';
  const merged = "sheet.getRange('B2:C3').merge(); ";
  expect(await thrownBy(`${merged}sheet.getRange('C3:D4').merge(); SpreadsheetApp.flush()`)).toBe(partly);
  expect(await thrownBy(`${merged}sheet.getRange('B2').breakApart(); SpreadsheetApp.flush()`)).toBe(partly);
  expect(
    await script(`${merged}
      sheet.getRange('A1:D4').mergeAcross();
      const across = sheet.getRange('A1:D4').getMergedRanges().map((range) => range.getA1Notation());
      sheet.getRange('A2:D9').breakApart();
      return [across, sheet.getRange('A1:D4').getMergedRanges().length];`),
  ).toEqual([['A1:D1', 'A2:D2', 'A3:D3', 'A4:D4'], 1]);
});

test('a list of ranges trims its texts and takes formulas in R1C1 notation', async () => {
  expect(
    await script(`
      const list = sheet.getRangeList(['A1', 'C3']);
      const trimmed = list.setValue('  two  words ').trimWhitespace().getRanges().map((range) => range.getValue());
      return [trimmed, list.setFormulaR1C1('=R[1]C').getRanges().map((range) => range.getFormula())];`),
  ).toEqual([
    ['two words', 'two words'],
    ['=A2', '=C4'],
  ]);
});
