import { expect, test } from '@jest/globals';
import { script, thrownBy } from '../run/script-host.ts';

test('insertRowsAfter copies the format of the row above', async () => {
  expect(
    await script(`
      sheet.getRange('A1').setBackground('red').setNumberFormat('@').setValue('x');
      sheet.insertRowsAfter(1, 2);
      return [sheet.getRange('A3').getBackground(), sheet.getRange('A3').getNumberFormat(), sheet.getRange('A3').getValue(), sheet.getMaxRows()];`),
  ).toEqual(['#ff0000', '@', '', 1002]);
});

test('all rows but the frozen ones cannot be deleted', async () => {
  expect(await thrownBy('sheet.setFrozenRows(1); sheet.deleteRows(2, 999)')).toBe(
    'Exception: Sorry, it is not possible to delete all non-frozen rows.',
  );
  expect(await script('sheet.setFrozenRows(1); sheet.deleteRows(3, 998); return sheet.getMaxRows();')).toBe(2);
});

test.each([
  'sheet.deleteRows(999, 5)',
  'sheet.insertRowsAfter(1001, 1)',
  'sheet.hideRows(0)',
  'sheet.setRowHeight(1001, 30)',
  'sheet.getRowHeight(0)',
  'sheet.isRowHiddenByUser(1001)',
  'sheet.isRowHiddenByFilter(1001)',
])('%s is out of bounds', async (call) => {
  expect(await thrownBy(call)).toBe('Exception: Those rows are out of bounds.');
});

test('a row is as high as a line of text at least, unless it is forced', async () => {
  expect(
    await script(`
      sheet.setRowHeight(1, 5).setRowHeights(2, 2, 40).setRowHeightsForced(3, 1, 5).setColumnWidth(1, 5);
      return [1, 2, 3, 4].map((row) => sheet.getRowHeight(row)).concat(sheet.getColumnWidth(1));`),
  ).toEqual([21, 40, 5, 21, 5]);
  expect(await thrownBy('sheet.setRowHeightsForced(1, 1, -5)')).toBe('Exception: Invalid argument: height');
});

test('columns move, hide, and keep their width', async () => {
  expect(
    await script(`
      sheet.getRange('A1:C1').setValues([['a', 'b', 'c']]);
      sheet.setColumnWidth(1, 240).setColumnWidths(2, 2, 50);
      sheet.moveColumns(sheet.getRange('A:A'), 4);
      sheet.hideColumns(2);
      return [sheet.getRange('A1:C1').getValues()[0], sheet.getColumnWidth(3), sheet.getColumnWidth(4), sheet.isColumnHiddenByUser(2), sheet.isColumnHiddenByUser(1)];`),
  ).toEqual([['b', 'c', 'a'], 240, 100, true, false]);
});

test('tabs are inserted behind the active one, renamed, moved, hidden and deleted', async () => {
  expect(
    await script(`
      const a = ss.insertSheet('a');
      const b = ss.insertSheet('b', 0);
      const names = () => ss.getSheets().map((each) => each.getName());
      const seen = [names(), ss.getActiveSheet().getName()];
      a.setName('A');
      ss.setActiveSheet(a); ss.moveActiveSheet(1);
      seen.push(names());
      b.hideSheet();
      seen.push(b.isSheetHidden());
      ss.deleteSheet(a);
      seen.push(names(), ss.getSheetByName('a'), ss.getSheetByName('B'), a.getSheetId() !== b.getSheetId());
      return seen;`),
  ).toEqual([['b', 'Data', 'a'], 'b', ['A', 'b', 'Data'], true, ['b', 'Data'], null, null, true]);
});

test('a name is given once, and the last visible tab stays', async () => {
  expect(await thrownBy("ss.insertSheet('data')")).toBe(
    'Exception: A sheet with the name "data" already exists. Please enter another name.',
  );
  expect(await thrownBy('ss.deleteSheet(sheet)')).toBe("Exception: You can't remove all the visible sheets in a document.");
});

test('a copied tab has the contents, formats and rules of the first', async () => {
  expect(
    await script(`
      sheet.getRange('A1:B1').setValues([[1, '=A1+1']]).setBackground('red').setNote('n');
      sheet.setFrozenRows(1);
      const copy = sheet.copyTo(ss);
      return [copy.getName(), copy.getRange('A1:B1').getValues()[0], copy.getRange('B1').getFormula(), copy.getRange('A1').getBackground(), copy.getRange('A1').getNote(), copy.getFrozenRows()];`),
  ).toEqual(['“Data”的副本', [1, 2], '=A1+1', '#ff0000', 'n', 1]);
});

test('copyTo carries formulas along, or values, or formats only', async () => {
  expect(
    await script(`
      sheet.getRange('A1:A2').setValues([[1], [2]]);
      sheet.getRange('B1').setFormula('=A1*10').setBackground('red');
      sheet.getRange('B1').copyTo(sheet.getRange('B2'));
      sheet.getRange('B1').copyTo(sheet.getRange('C1'), { contentsOnly: true });
      sheet.getRange('B1').copyTo(sheet.getRange('D1:D2'), SpreadsheetApp.CopyPasteType.PASTE_FORMAT, false);
      return [sheet.getRange('A1:D2').getValues(), sheet.getRange('A1:D2').getFormulas(), sheet.getRange('A1:D2').getBackgrounds()];`),
  ).toEqual([
    [
      [1, 10, 10, ''],
      [2, 20, '', ''],
    ],
    [
      ['', '=A1*10', '', ''],
      ['', '=A2*10', '', ''],
    ],
    [
      ['#ffffff', '#ff0000', '#ffffff', '#ff0000'],
      ['#ffffff', '#ff0000', '#ffffff', '#ff0000'],
    ],
  ]);
});

test('a range is sorted by columns of the tab, blanks last', async () => {
  expect(
    await script(`
      const range = sheet.getRange('B2:C5').setValues([['b', 1], ['', 2], ['a', 3], ['b', 0]]);
      range.sort([{ column: 2, ascending: true }, { column: 3, ascending: false }]);
      return range.getValues();`),
  ).toEqual([
    ['a', 3],
    ['b', 1],
    ['b', 0],
    ['', 2],
  ]);
});

test('filter criteria keep a condition beside hidden values, and give back what they were built with', async () => {
  expect(
    await script(`
      const { BooleanCriteria, RelativeDate } = SpreadsheetApp;
      const make = () => SpreadsheetApp.newFilterCriteria();
      const show = (criteria) => [String(criteria), criteria.getCriteriaType() && String(criteria.getCriteriaType()),
        criteria.getCriteriaValues().map((each) => each.name ? each.name() : each), criteria.getHiddenValues(), criteria.getVisibleValues()];
      const date = new Date(2026, 4, 1);
      return [
        show(make()),
        show(make().setHiddenValues(['a', 'b']).whenNumberNotBetween(1, 5).build()),
        show(make().setHiddenValues(['a']).setVisibleValues(['b']).build()),
        show(make().whenDateAfter(RelativeDate.PAST_MONTH).build().copy()),
        show(make().withCriteria(BooleanCriteria.TEXT_STARTS_WITH, ['x']).build().copy().setHiddenValues(['y']).build()),
        make().whenDateEqualTo(date).build().getCriteriaValues()[0].getTime() === date.getTime(),
      ];`),
  ).toEqual([
    ['FilterCriteriaBuilder', null, [], [], []],
    ['FilterCriteria', 'NUMBER_NOT_BETWEEN', [1, 5], ['a', 'b'], []],
    ['FilterCriteria', null, [], [], ['b']],
    ['FilterCriteriaBuilder', 'DATE_AFTER_RELATIVE', ['PAST_MONTH'], [], []],
    ['FilterCriteria', 'TEXT_STARTS_WITH', ['x'], ['y'], []],
    true,
  ]);
});

test('a formula of a filter is meant for each row in turn', async () => {
  expect(
    await script(`
      sheet.getRange('A1:B5').setValues([['n', 'm'], [1, 2], [5, 3], [2, 9], [7, 7]]);
      const filter = sheet.getRange('A1:B5').createFilter();
      filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenFormulaSatisfied('=A2>B2').build());
      return [1, 2, 3, 4, 5].filter((row) => sheet.isRowHiddenByFilter(row));`),
  ).toEqual([2, 4, 5]);
});

test('a tab has one filter, whose criteria hide rows', async () => {
  expect(await thrownBy("sheet.getRange('A1:B5').createFilter(); sheet.getRange('D1:E5').createFilter()")).toBe(
    "Exception: You can't create a filter in a sheet that already has a filter.",
  );
  expect(
    await script(`
      sheet.getRange('A1:A4').setValues([['h'], ['x'], ['y'], ['x']]);
      const filter = sheet.getRange('A1:A4').createFilter();
      filter.setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['x']).build());
      const hidden = [1, 2, 3, 4].map((row) => sheet.isRowHiddenByFilter(row));
      filter.remove();
      return [hidden, sheet.getFilter(), sheet.isRowHiddenByFilter(2)];`),
  ).toEqual([[false, true, false, true], null, false]);
});

test('named ranges are set, found and follow their rows', async () => {
  expect(
    await script(`
      ss.setNamedRange('options', sheet.getRange('B2:B4'));
      sheet.insertRowBefore(1);
      const found = ss.getRangeByName('options').getA1Notation();
      ss.getNamedRanges()[0].remove();
      return [found, ss.getRangeByName('options')];`),
  ).toEqual(['B3:B5', null]);
});

test.each(['two words', '1st', 'A1', 'R1C1', 'true', ''])('%j is no name for a range', async (name) => {
  expect(await thrownBy(`ss.setNamedRange(${JSON.stringify(name)}, sheet.getRange('A1'))`)).toBe(
    'Exception: The name of the range is invalid.',
  );
});

test('a named range is renamed and moved where it stands in the list, and keeps its open end', async () => {
  expect(
    await script(`
      ss.setNamedRange('first', sheet.getRange('A2:A'));
      ss.setNamedRange('second', sheet.getRange('B1:C3'));
      const [first] = ss.getNamedRanges();
      first.setName('opening');
      sheet.insertRowsAfter(1000, 5);
      const all = () => ss.getNamedRanges().map((each) => [String(each), each.getName(), each.getRange().getA1Notation(), each.getRange().getNumRows()]);
      const before = all();
      first.setRange(sheet.getRange('D4'));
      return [before, all(), ss.getRangeByName('SECOND').getA1Notation(), ss.getRangeByName('none')];`),
  ).toEqual([
    [
      ['NamedRange', 'opening', 'A2:A', 1004],
      ['NamedRange', 'second', 'B1:C3', 3],
    ],
    [
      ['NamedRange', 'opening', 'D4', 1],
      ['NamedRange', 'second', 'B1:C3', 3],
    ],
    'B1:C3',
    null,
  ]);
});

test('the text finder finds and replaces what cells show', async () => {
  expect(
    await script(`
      sheet.getRange('A1:A4').setValues([['Anna'], ['anna b'], ['x'], ['ANNA']]);
      const all = sheet.createTextFinder('anna').findAll().map((each) => each.getA1Notation());
      const whole = ss.createTextFinder('anna').matchEntireCell(true).findAll().map((each) => each.getA1Notation());
      const none = sheet.createTextFinder('zzz').findNext();
      const count = sheet.getRange('A1:A4').createTextFinder('^a').useRegularExpression(true).matchCase(true).replaceAllWith('H');
      return [all, whole, none, count, sheet.getRange('A2').getValue()];`),
  ).toEqual([['A1', 'A2', 'A4'], ['A1', 'A4'], null, 1, 'Hnna b']);
});

test('merged cells keep the first one’s contents', async () => {
  expect(
    await script(`
      const range = sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]).merge();
      return [range.getValues(), sheet.getRange('B2').isPartOfMerge(), range.breakApart().isPartOfMerge()];`),
  ).toEqual([
    [
      [1, ''],
      ['', ''],
    ],
    true,
    false,
  ]);
});

test('a filter remembers the column it was last sorted by, which moves with its column', async () => {
  expect(
    await script(`
      sheet.getRange('A1:B4').setValues([['Name', 'Age'], ['b', 2], ['c', 3], ['a', 1]]);
      const filter = sheet.getRange('A1:B4').createFilter();
      filter.sort(2, false);
      const spec = filter.getColumnSortSpec(2);
      const seen = [String(spec), spec.getDimensionIndex(), spec.isAscending(), String(spec.getSortOrder()), sheet.getRange('A2:A4').getValues().flat()];
      sheet.insertColumnBefore(1);
      return [seen, String(sheet.getFilter().getColumnSortSpec(3).getSortOrder()), sheet.getFilter().getColumnSortSpec(2).isAscending()];`),
  ).toEqual([['SortSpec', 2, false, 'DESCENDING', ['c', 'b', 'a']], 'DESCENDING', false]);
  expect(await thrownBy("sheet.getRange('A1:B4').createFilter().getColumnSortSpec(1).getSortOrder()")).toBe(
    'Exception: Unexpected error while getting the method or property getSortOrder on object SpreadsheetApp.SortSpec.',
  );
});
