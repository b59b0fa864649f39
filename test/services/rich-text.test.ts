import { expect, test } from '@jest/globals';
import { fileBytes } from '../../local/file/file-bytes.ts';
import { openZip, readState } from '../../local/file/read-file.ts';
import { resultOf, script, scriptHost, thrownBy } from '../run/script-host.ts';

/** The text of `A1`: bold, plain, a link. */
const WRITE = `
  const bold = SpreadsheetApp.newTextStyle().setBold(true).build();
  const rich = SpreadsheetApp.newRichTextValue().setText('张伟 see shop').setTextStyle(0, 2, bold).setLinkUrl(7, 11, 'https://shop.example').build();
  sheet.getRange('A1').setFontSize(12).setRichTextValue(rich);`;

/** Each run as its text, whether it is bold, and its link. */
const RUNS = `const runs = (value) => value.getRuns().map((run) => [run.getText(), run.getStartIndex(), run.getTextStyle().isBold(), run.getLinkUrl()]);`;

const WRITTEN = [
  ['张伟', 0, true, null],
  [' see ', 2, false, null],
  ['shop', 7, false, 'https://shop.example'],
];

test('a text keeps its runs, and what a run does not say is as in the cell', async () => {
  expect(
    await script(`${WRITE} ${RUNS}
      const value = sheet.getRange('A1').getRichTextValue();
      const all = value.getTextStyle();
      return [runs(value), value.getText(), value.getLinkUrl(), value.getLinkUrl(0, 3), all.isBold(), all.getFontSize(), value.getTextStyle(0, 2).isBold()];`),
  ).toEqual([WRITTEN, '张伟 see shop', 'https://shop.example', null, null, 12, true]);
});

test('a link is blue and underlined unless the script says otherwise', async () => {
  expect(
    await script(`
      const red = SpreadsheetApp.newTextStyle().setForegroundColor('red').build();
      const look = (builder) => { const style = builder.build().getTextStyle(); return [style.getForegroundColor(), style.isUnderline()]; };
      const linked = () => SpreadsheetApp.newRichTextValue().setText('here').setLinkUrl('https://shop.example');
      return [look(linked()), look(linked().setTextStyle(red)), look(linked().setLinkUrl(null))];`),
  ).toEqual([
    ['#1155cc', true],
    ['#ff0000', true],
    [null, null],
  ]);
});

test('a new value takes the runs away, a new format of the cell does not', async () => {
  expect(
    await script(`${WRITE} ${RUNS}
      const cell = sheet.getRange('A1').setFontStyle('italic');
      const kept = runs(cell.getRichTextValue()).length;
      return [kept, runs(cell.setValue('张伟 see shop').getRichTextValue())];`),
  ).toEqual([3, [['张伟 see shop', 0, false, null]]]);
});

test('what is no text has no rich text, an empty cell an empty one', async () => {
  expect(
    await script(`
      sheet.getRange('A1:C1').setValues([[12, true, 'x']]);
      return sheet.getRange('A1:D1').getRichTextValues()[0].map((value) => value && value.getText());`),
  ).toEqual([null, null, 'x', '']);
});

test('rich text is never read as a number, a date or a formula', async () => {
  expect(
    await script(`
      const rich = (text) => SpreadsheetApp.newRichTextValue().setText(text).build();
      sheet.getRange('A1:C1').setRichTextValues([[rich('0571'), rich('=1+1'), rich('2026-01-02')]]);
      return [sheet.getRange('A1:C1').getValues()[0], sheet.getRange('B1').getFormula()];`),
  ).toEqual([['0571', '=1+1', '2026-01-02'], '']);
});

test('rich text obeys the cell’s rule and the text’s length', async () => {
  expect(
    await thrownBy(`
      sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['a']).setAllowInvalid(false).build());
      sheet.getRange('A1').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('b').build());
      SpreadsheetApp.flush();`),
  ).toMatch(/^Exception: The data you entered in cell A1 violates the data validation rules/);
  expect(await thrownBy(`SpreadsheetApp.newRichTextValue().setText('abc').setLinkUrl(2, 9, 'https://shop.example');`)).toBe(
    'Exception: Illegal argument.',
  );
});

test('a copied text can be written elsewhere, and goes along when rows are sorted, inserted or copied', async () => {
  expect(
    await script(`${WRITE} ${RUNS}
      sheet.getRange('C1').setRichTextValue(sheet.getRange('A1').getRichTextValue().copy().setTextStyle(2, 7, bold).build());
      sheet.getRange('A2').setValue('一');
      sheet.getRange('A1:A2').sort({ column: 1, ascending: false });
      sheet.insertRowBefore(1);
      const at = sheet.getRange('A2:A3').getValues().findIndex(([value]) => value === '张伟 see shop') + 2;
      sheet.getRange(at, 1).copyTo(sheet.getRange('E5'));
      return [runs(sheet.getRange('C2').getRichTextValue()).length, runs(sheet.getRange(at, 1).getRichTextValue()), runs(sheet.getRange('E5').getRichTextValue())];`),
  ).toEqual([2, WRITTEN, WRITTEN]);
});

test('rich text survives undo, the file, and another program that saves the file', async () => {
  const { host, session } = scriptHost(`function write() { const sheet = SpreadsheetApp.getActiveSheet(); ${WRITE} }
    function clear() { SpreadsheetApp.getActiveSheet().getRange('A1').clear(); }
    function read() { ${RUNS} return runs(SpreadsheetApp.getActiveSheet().getRange('A1').getRichTextValue()); }`);
  await resultOf(host, 'write');
  const bytes = await fileBytes(Buffer.from(JSON.stringify(host.state)), 1);
  for (const trustSeal of [true, false]) {
    const { state } = readState(openZip(bytes, 'x.xlsx'), 'x.xlsx', {}, trustSeal);
    expect(state.sheets[0]!.cells[0]![0]!.r).toEqual(host.state.sheets[0]!.cells[0]![0]!.r);
  }
  await resultOf(host, 'clear');
  expect(host.state.sheets[0]!.cells[0]?.[0] ?? null).toBeNull();
  await session.intent({ kind: 'undo' });
  expect(await resultOf(host, 'read')).toEqual(WRITTEN);
});
