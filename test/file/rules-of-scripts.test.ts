import { expect, test } from '@jest/globals';
import { fileBytes } from '../../local/file/file-bytes.ts';
import { openZip, readState } from '../../local/file/read-file.ts';
import { resultOf, scriptHost } from '../run/script-host.ts';
import { plain, trimmed } from './sample-state.ts';

const CODE = `
  function build() {
    const ss = SpreadsheetApp.getActive();
    const sheet = ss.getSheets()[0];
    sheet.getRange('A1:D5').setValues(Array.from({ length: 5 }, (_, i) => [i, 'text', i % 2 === 0, 3]));
    sheet.getRange('A2:A5').setDataValidation(SpreadsheetApp.newDataValidation().requireFormulaSatisfied('=A2>$D$1').setAllowInvalid(false).build());
    sheet.getRange('B2:B5').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(sheet.getRange('F:F'), false).build());
    sheet.getRange('C2:C5').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox('yes', 'no').setHelpText('tick').build());
    const accent = SpreadsheetApp.newColor().setThemeColor(SpreadsheetApp.ThemeColorType.ACCENT1).build();
    sheet.setConditionalFormatRules([
      SpreadsheetApp.newConditionalFormatRule().whenDateEqualTo(SpreadsheetApp.RelativeDate.PAST_WEEK).setBold(false).setBackgroundObject(accent).setRanges([sheet.getRange('A1:A9')]).build(),
      SpreadsheetApp.newConditionalFormatRule().setGradientMinpointObject(accent).setGradientMaxpointWithValue('#0000ff', SpreadsheetApp.InterpolationType.NUMBER, '9').setRanges([sheet.getRange('D1:D9')]).build(),
    ]);
    ss.setNamedRange('open', sheet.getRange('F2:F'));
    const named = sheet.getRange('A1').protect().setRangeName('open');
    named.removeEditors(named.getEditors()).setDomainEdit(true);
    sheet.protect().setUnprotectedRanges([sheet.getRange('B2:C3')]).setWarningOnly(true);
    sheet.getRange('A20:B25').applyRowBanding(SpreadsheetApp.BandingTheme.PINK, true, true);
    sheet.getRange('D20:F25').applyColumnBanding().setSecondColumnColorObject(accent);
    sheet.getRange('A1:D5').createFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['2']).whenNumberLessThan(4).build());
    sheet.getRange('10:14').shiftRowGroupDepth(1);
    sheet.getRange('11:12').shiftRowGroupDepth(1).collapseGroups();
    sheet.getRange('C:D').shiftColumnGroupDepth(1);
    sheet.setColumnGroupControlPosition(SpreadsheetApp.GroupControlTogglePosition.BEFORE);
    sheet.addDeveloperMetadata('k', 'v', SpreadsheetApp.DeveloperMetadataVisibility.PROJECT);
    sheet.getRange('3:3').addDeveloperMetadata('row');
  }`;

test('what scripts set of rules, bands, groups, names and protections is in the file', async () => {
  const { host } = scriptHost(CODE);
  await resultOf(host, 'build');
  const state = plain(host.state);
  const bytes = await fileBytes(Buffer.from(JSON.stringify(state)), 1);
  const read = readState(openZip(bytes, 'x.xlsx'), 'x.xlsx', {}, false);
  expect(trimmed(read.state)).toEqual(trimmed(state));
});

test('all of it is undone in one step, and done again', async () => {
  const { host, session } = scriptHost(CODE);
  const before = trimmed(host.state);
  await resultOf(host, 'build');
  const after = trimmed(host.state);
  const kept = ({ sheets, namedRanges, metadata }: typeof before) => ({
    sheets: sheets.map(({ cells: _, ...sheet }) => sheet),
    namedRanges,
    metadata,
  });
  expect(await session.intent({ kind: 'undo' })).toMatchObject({ ok: true });
  expect(kept(trimmed(host.state))).toEqual(kept(before));
  expect(await session.intent({ kind: 'redo' })).toMatchObject({ ok: true });
  expect(kept(trimmed(host.state))).toEqual(kept(after));
  expect(after.sheets[0]!.protections).toHaveLength(2);
});
