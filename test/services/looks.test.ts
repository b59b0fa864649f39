import { expect, test } from '@jest/globals';
import { resultOf, script, scriptHost, thrownBy } from '../run/script-host.ts';

test('formats are set for a range and read back by cell', async () => {
  expect(
    await script(`
      const range = sheet.getRange('A1:B1');
      range.setBackground('#ABC').setFontColor('red').setFontWeight('bold').setFontSize(12).setHorizontalAlignment('center').setWrap(true).setNumberFormat('@');
      sheet.getRange('A1').setFontStyle('italic').setFontLine('line-through').setVerticalAlignment('middle').setFontFamily('Roboto');
      return [range.getBackgrounds()[0], range.getFontColors()[0], range.getFontWeights()[0], range.getFontSizes()[0], range.getHorizontalAlignments()[0], range.getWraps()[0], range.getNumberFormats()[0],
        [range.getFontStyle(), range.getFontLine(), range.getVerticalAlignment(), range.getFontFamily(), String(range.getWrapStrategy())]];`),
  ).toEqual([
    ['#aabbcc', '#aabbcc'],
    ['#ff0000', '#ff0000'],
    ['bold', 'bold'],
    [12, 12],
    ['center', 'center'],
    [true, true],
    ['@', '@'],
    ['italic', 'line-through', 'middle', 'Roboto', 'WRAP'],
  ]);
});

test('null takes a format away, and a plain cell has the defaults', async () => {
  expect(
    await script(`
      const cell = sheet.getRange('A1').setBackground('red').setBackground(null);
      return [cell.getBackground(), cell.getFontColor(), cell.getFontWeight(), cell.getFontSize(), cell.getHorizontalAlignment(), cell.getVerticalAlignment(), cell.getNumberFormat(), cell.getNote()];`),
  ).toEqual(['#ffffff', '#000000', 'normal', 10, 'general', 'bottom', '0.###############', '']);
});

test('colours, notes and formats are set cell by cell from a matrix of the range’s size', async () => {
  expect(
    await script(`
      const range = sheet.getRange('A1:A2');
      range.setBackgrounds([['red'], [null]]).setNotes([['why'], ['']]);
      return [range.getBackgrounds(), range.getNotes()];`),
  ).toEqual([
    [['#ff0000'], ['#ffffff']],
    [['why'], ['']],
  ]);
  expect(await thrownBy("sheet.getRange('A1:A2').setBackgrounds([['red']])")).toMatch(/The data has 1 but the range has 2\.$/);
  expect(await thrownBy("sheet.getRange('A1').setBackground('no colour')")).toMatch(/^Exception: /);
});

test('clearContent keeps formats and rules, clear drops formats, options choose', async () => {
  expect(
    await script(`
      const rule = SpreadsheetApp.newDataValidation().requireCheckbox().build();
      const cell = sheet.getRange('A1');
      const fresh = () => cell.setValue(true).setBackground('red').setNote('n').setDataValidation(rule);
      const state = () => [cell.getValue(), cell.getBackground(), cell.getNote(), cell.getDataValidation() !== null];
      const seen = [];
      fresh(); cell.clearContent(); seen.push(state());
      fresh(); cell.clear(); seen.push(state());
      fresh(); cell.clear({ commentsOnly: true }); seen.push(state());
      fresh(); cell.clearFormat(); cell.clearDataValidations(); seen.push(state());
      return seen;`),
  ).toEqual([
    ['', '#ff0000', 'n', true],
    ['', '#ffffff', 'n', true],
    [true, '#ff0000', '', true],
    [true, '#ffffff', 'n', false],
  ]);
});

test('a list of ranges is dressed in one go', async () => {
  expect(
    await script(`
      sheet.getRangeList(['A1', 'C3:C4']).setBackground('yellow').setValue('x').setNote('n');
      return [sheet.getRange('A1').getBackground(), sheet.getRange('C4').getValue(), sheet.getRange('C3').getNote(), sheet.getRange('B2').getValue()];`),
  ).toEqual(['#ffff00', 'x', 'n', '']);
});

test('banding is applied once to a range, recoloured and removed', async () => {
  expect(
    await script(`
      const banding = sheet.getRange('A1:C10').applyRowBanding(SpreadsheetApp.BandingTheme.GREEN, true, false);
      const first = [banding.getHeaderRowColor(), banding.getSecondRowColor(), banding.getFooterRowColor()];
      banding.setHeaderRowColor('#123456').setRange(sheet.getRange('A1:D10'));
      const changed = [banding.getHeaderRowColor(), sheet.getBandings()[0].getRange().getA1Notation()];
      banding.remove();
      return [first, changed, sheet.getBandings().length];`),
  ).toEqual([['#63d297', '#e7f9ef', null], ['#123456', 'A1:D10'], 0]);
  expect(await thrownBy("sheet.getRange('A1:B2').applyRowBanding(); sheet.getRange('B2:C3').applyRowBanding()")).toMatch(
    /^Exception: You cannot add alternating background colors/,
  );
});

test('stripes run down columns as well, take any theme and can be copied', async () => {
  expect(
    await script(`
      const { CYAN, PINK } = SpreadsheetApp.BandingTheme;
      const rows = sheet.getRange('A1:C10').applyRowBanding();
      const columns = sheet.getRange('E1:H10').applyColumnBanding(CYAN, true, true);
      const copied = columns.copyTo(sheet.getRange('J1:K5')).setSecondColumnColorObject(
        SpreadsheetApp.newColor().setThemeColor(SpreadsheetApp.ThemeColorType.ACCENT2).build());
      const all = (banding, kind) => ['Header', 'First', 'Second', 'Footer'].map((part) => banding['get' + part + kind + 'Color']());
      return [all(rows, 'Row'), all(columns, 'Row'), all(columns, 'Column'), all(copied, 'Column'), copied.getRange().getA1Notation(),
        String(copied.getSecondColumnColorObject().asThemeColor().getThemeColorType()), rows.getFooterRowColorObject(),
        rows.getHeaderRowColorObject().asRgbColor().asHexString(), rows.setHeaderRowColor(null).getHeaderRowColor(), String(rows),
        all(sheet.getRange('A20:B25').applyRowBanding(PINK, false, true), 'Row')];`),
  ).toEqual([
    ['#bdbdbd', '#ffffff', '#f3f3f3', null],
    [null, null, null, null],
    ['#4dd0e1', '#ffffff', '#e0f7fa', '#a2e8f1'],
    ['#4dd0e1', '#ffffff', '#ea4335', '#a2e8f1'],
    'J1:K5',
    'ACCENT2',
    null,
    '#bdbdbd',
    null,
    'Banding',
    [null, '#ffffff', '#fddce8', '#f68ab0'],
  ]);
  expect(await thrownBy("sheet.getRange('A1:B2').applyRowBanding().setFirstRowColor(null)")).toBe(
    'Exception: First row color should not be null.',
  );
});

test('conditional format rules replace the tab’s whole list, in order', async () => {
  expect(
    await script(`
      const range = sheet.getRange('A1:A10');
      const make = (text) => SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo(text).setBackground('#ff0000').setBold(true).setRanges([range]).build();
      sheet.setConditionalFormatRules([make('a'), make('b')]);
      sheet.setConditionalFormatRules([make('c'), SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$A1>1').setFontColor('#00ff00').setRanges([range]).build()]);
      return sheet.getConditionalFormatRules().map((rule) => {
        const condition = rule.getBooleanCondition();
        return [String(condition.getCriteriaType()), condition.getCriteriaValues(), condition.getBackground(), rule.getRanges().map((each) => each.getA1Notation())];
      });`),
  ).toEqual([
    ['TEXT_EQUAL_TO', ['c'], '#ff0000', ['A1:A10']],
    ['CUSTOM_FORMULA', ['=$A1>1'], null, ['A1:A10']],
  ]);
});

test('formats that are already so can be set again', async () => {
  const { host } = scriptHost(`
    function dress() { SpreadsheetApp.getActiveSheet().getRange('A1:C3').setBackground('red').setBorder(true, true, true, true, false, false, '#cccccc', SpreadsheetApp.BorderStyle.SOLID); }`);
  await resultOf(host, 'dress');
  const before = JSON.stringify(host.state.sheets[0]!.cells);
  await resultOf(host, 'dress');
  expect(JSON.stringify(host.state.sheets[0]!.cells)).toBe(before);
});
