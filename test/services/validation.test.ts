import { expect, test } from '@jest/globals';
import { script, thrownBy } from '../run/script-host.ts';

const RULE = (allow: boolean) => `
  const rule = SpreadsheetApp.newDataValidation().requireValueInList(['普通客户', 'VIP客户']).setAllowInvalid(${allow}).build();
  sheet.getRange('A1:A3').setDataValidation(rule);`;

test('a rule that rejects makes the whole block fail, in Google’s words', async () => {
  expect(
    await thrownBy(
      `${RULE(false)} SpreadsheetApp.flush(); sheet.getRange('A1:A3').setValues([['VIP客户'], ['other'], ['']]); SpreadsheetApp.flush()`,
    ),
  ).toBe(
    'Exception: The data you entered in cell A2 violates the data validation rules set on this cell. Please enter one of the following values: 普通客户, VIP客户.',
  );
});

test('nothing of a block that fails is written', async () => {
  expect(
    await script(`${RULE(false)}
      try { sheet.getRange('A1:A3').setValues([['VIP客户'], ['other'], ['']]); SpreadsheetApp.flush(); } catch (e) {}
      return sheet.getRange('A1:A3').getValues().flat();`),
  ).toEqual(['', '', '']);
});

test('blank is always accepted, and so is anything under a rule that only warns', async () => {
  expect(await script(`${RULE(false)} sheet.getRange('A1').setValue(''); SpreadsheetApp.flush(); return 'fine';`)).toBe('fine');
  expect(await script(`${RULE(true)} sheet.getRange('A1').setValue('other'); return sheet.getRange('A1').getValue();`)).toBe(
    'other',
  );
});

test('a list holds 500 items at most', async () => {
  expect(
    await thrownBy('SpreadsheetApp.newDataValidation().requireValueInList(Array.from({ length: 501 }, (_, i) => String(i)))'),
  ).toBe(
    'Exception: The data validation rule has more items than the limit of 500. Use the "List from a range" criteria instead.',
  );
});

test('a rule can be read back and copied', async () => {
  expect(
    await script(`${RULE(false)}
      const read = sheet.getRange('A1').getDataValidation();
      const other = read.copy().setHelpText('help').build();
      return [String(read.getCriteriaType()), read.getCriteriaValues(), read.getAllowInvalid(), read.getHelpText(), other.getHelpText(),
        read.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST, sheet.getRange('B1').getDataValidation()];`),
  ).toEqual(['VALUE_IN_LIST', [['普通客户', 'VIP客户'], true], false, null, 'help', true, null]);
});

test('a list from a range follows the range', async () => {
  expect(
    await thrownBy(`
      const list = ss.insertSheet('选 项').getRange('A1:A2').setValues([['a'], ['b']]);
      const target = sheet.getRange('B1').setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(list, true).setAllowInvalid(false).build());
      target.setValue('b');
      SpreadsheetApp.flush();
      const back = target.getDataValidation().getCriteriaValues();
      if (back[0].getA1Notation() !== 'A1:A2' || back[1] !== true) return 'wrong ' + back;
      target.setValue('c'); SpreadsheetApp.flush()`),
  ).toMatch(/^Exception: The data you entered in cell B1 violates the data validation rules/);
});

test('a checkbox is false until it is checked', async () => {
  expect(
    await script(`
      const range = sheet.getRange('A1:A2').insertCheckboxes();
      sheet.getRange('A2').check();
      return [range.getValues().flat(), sheet.getRange('A2').isChecked(), sheet.getRange('A1').uncheck().isChecked(), String(range.getDataValidation().getCriteriaType())];`),
  ).toEqual([[false, true], true, false, 'CHECKBOX']);
});

test('rules are set one by one, and taken away with null', async () => {
  expect(
    await script(`
      const rule = SpreadsheetApp.newDataValidation().requireCheckbox().build();
      sheet.getRange('A1:B1').setDataValidations([[rule, null]]);
      const before = sheet.getRange('A1:B1').getDataValidations()[0].map((each) => each && String(each.getCriteriaType()));
      sheet.getRange('A1').setDataValidation(null);
      return [before, sheet.getRange('A1').getDataValidation()];`),
  ).toEqual([['CHECKBOX', null], null]);
});
