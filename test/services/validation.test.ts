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

test('a checkbox with values of its own is checked and unchecked by them', async () => {
  expect(
    await script(`
      const both = sheet.getRange('A1').setValue('before').insertCheckboxes('yes', 'no');
      const one = sheet.getRange('A2').insertCheckboxes('done');
      const plain = sheet.getRange('A3').insertCheckboxes();
      const seen = [sheet.getRange('A1:A3').getValues().flat()];
      sheet.getRange('A1:A3').check();
      seen.push(sheet.getRange('A1:A3').getValues().flat(), both.isChecked());
      sheet.getRange('A1:A2').uncheck();
      return [...seen, sheet.getRange('A1:A3').getValues().flat(), sheet.getRange('A1:A2').isChecked(), sheet.getRange('A1:A3').isChecked(),
        sheet.getRange('B1').isChecked(), sheet.getRange('A3:B3').isChecked(), one.getDataValidation().getCriteriaValues()];`),
  ).toEqual([['no', '', false], ['yes', 'done', true], true, ['no', '', true], false, null, null, null, ['done']]);
});

test('checkboxes are removed with what they hold, and nothing else is', async () => {
  expect(
    await script(`
      sheet.getRange('A1:A4').setValues([['text'], [''], [5], ['kept']]);
      const list = SpreadsheetApp.newDataValidation().requireValueInList(['kept']).build();
      sheet.getRange('A4').setDataValidation(list);
      sheet.getRange('A2:A3').setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build());
      sheet.getRange('A2').check();
      sheet.getRange('A1:A4').removeCheckboxes();
      return [sheet.getRange('A1:A4').getValues().flat(), sheet.getRange('A1:A4').getDataValidations().flat().map((each) => each && String(each.getCriteriaType()))];`),
  ).toEqual([
    ['text', '', 5, 'kept'],
    [null, null, null, 'VALUE_IN_LIST'],
  ]);
});

test.each(['TODAY', 'PAST_YEAR'])('a script cannot require a date relative to %s, as Google drops such a rule', async (day) => {
  expect(
    await thrownBy(`
      const rule = SpreadsheetApp.newDataValidation().withCriteria(SpreadsheetApp.DataValidationCriteria.DATE_AFTER_RELATIVE, [SpreadsheetApp.RelativeDate.${day}]).build();
      if (rule.getCriteriaValues()[0] !== SpreadsheetApp.RelativeDate.${day}) return 'lost';
      sheet.getRange('A1').setDataValidation(rule)`),
  ).toMatch(/^Exception: A script cannot set DATE_AFTER_RELATIVE/);
});

test('criteria and values of a rule make the same rule again', async () => {
  expect(
    await script(`
      const make = () => SpreadsheetApp.newDataValidation();
      const date = new Date(2026, 4, 1);
      const rules = [
        make().requireValueInList([9, false, 'z']), make().requireValueInRange(sheet.getRange('B:B'), false), make().requireCheckbox('A', 'B'),
        make().requireDateBetween(date, new Date(2026, 5, 1, 12, 30)), make().requireNumberBetween(1, 2), make().requireFormulaSatisfied('=A1>0'),
        make().withCriteria(SpreadsheetApp.DataValidationCriteria.DATE_AFTER, ['=I1']), make().requireTextIsUrl(),
      ];
      const show = (value) => value.getA1Notation ? value.getA1Notation() : value;
      return rules.map((each, i) => {
        const cell = sheet.getRange(i + 1, 1).setDataValidation(each.build());
        const read = cell.getDataValidation();
        cell.setDataValidation(make().withCriteria(read.getCriteriaType(), read.getCriteriaValues()).build());
        const again = cell.getDataValidation();
        return [String(again.getCriteriaType()), again.getCriteriaValues().map(show)];
      });`),
  ).toEqual([
    ['VALUE_IN_LIST', [['9', 'false', 'z'], true]],
    ['VALUE_IN_RANGE', ['B:B', false]],
    ['CHECKBOX', ['A', 'B']],
    ['DATE_BETWEEN', [new Date('2026-05-01T00:00+08:00'), new Date('2026-06-01T00:00+08:00')]],
    ['NUMBER_BETWEEN', [1, 2]],
    ['CUSTOM_FORMULA', ['=A1>0']],
    ['DATE_AFTER', ['=I1']],
    ['TEXT_IS_VALID_URL', []],
  ]);
});

test('a formula is no date or number for the methods that ask for one', async () => {
  expect(await thrownBy("SpreadsheetApp.newDataValidation().requireDateAfter('=I1')")).toBe(
    "Exception: The parameters (String) don't match the method signature for SpreadsheetApp.DataValidationBuilder.requireDateAfter.",
  );
});

const FORMULA = (range: string, formula: string) =>
  `sheet.getRange('${range}').setDataValidation(SpreadsheetApp.newDataValidation().requireFormulaSatisfied('${formula}').setAllowInvalid(false).build());`;

test('a formula of a rule judges what is being written, not what stood there', async () => {
  expect(await thrownBy(`${FORMULA('A1:A5', '=A1>0')} sheet.getRange('A1').setValue(5); SpreadsheetApp.flush();`)).toBe(
    'nothing thrown',
  );
  expect(
    await thrownBy(
      `sheet.getRange('A1:A5').setValue(5); ${FORMULA('A1:A5', '=A1>0')} sheet.getRange('A1').setValue(-5); SpreadsheetApp.flush();`,
    ),
  ).toMatch(/^Exception: The data you entered in cell A1 violates/);
});

test('a formula of a rule means another cell in each cell, and is read as that cell sees it', async () => {
  expect(
    await script(`
      ${FORMULA('B2:C5', '=B2>$A2')}
      const seen = [sheet.getRange('B2:C4').getDataValidations().map((line) => line.map((rule) => rule.getCriteriaValues()[0]))];
      const attempt = (cell, value) => { try { sheet.getRange(cell).setValue(value); SpreadsheetApp.flush(); return 'kept'; } catch (error) { return 'refused'; } };
      sheet.getRange('A2:A5').setValues([[1], [10], [1], [1]]);
      seen.push([attempt('B2', 5), attempt('B3', 5), attempt('C3', 11), attempt('C4', 0)]);
      return seen;`),
  ).toEqual([
    [
      ['=B2>$A2', '=C2>$A2'],
      ['=B3>$A3', '=C3>$A3'],
      ['=B4>$A4', '=C4>$A4'],
    ],
    ['kept', 'refused', 'kept', 'refused'],
  ]);
});

test('a rule against doubles sees the whole block that is written, and leaves nothing of one that fails', async () => {
  expect(
    await script(`
      ${FORMULA('A1:A10', '=COUNTIF($A$1:$A$10,A1)=1')}
      sheet.getRange('A1').setValue('a');
      const attempt = (values) => { try { sheet.getRange('A2:A3').setValues(values); SpreadsheetApp.flush(); return 'kept'; } catch (error) { return error.message.slice(0, 37); } };
      const results = [attempt([['b'], ['b']]), attempt([['b'], ['a']]), attempt([['b'], ['c']])];
      return [results, sheet.getRange('A1:A3').getValues().flat()];`),
  ).toEqual([
    ['The data you entered in cell A2 viola', 'The data you entered in cell A3 viola', 'kept'],
    ['a', 'b', 'c'],
  ]);
});

test('a formula of a rule follows rows that come and go, its own first cell among them', async () => {
  expect(
    await script(`
      ${FORMULA('B3:B6', '=A3>0')}
      const formulaOf = (cell) => sheet.getRange(cell).getDataValidation().getCriteriaValues()[0];
      sheet.insertRowsBefore(1, 2);
      const seen = [formulaOf('B5'), formulaOf('B8')];
      sheet.deleteRow(5);
      seen.push(formulaOf('B5'), formulaOf('B7'));
      ss.insertSheet('other').insertRowsBefore(1, 4);
      sheet.insertColumnBefore(1);
      seen.push(formulaOf('C5'));
      sheet.getRange('C5').copyTo(sheet.getRange('E9'));
      return [...seen, formulaOf('E9')];`),
  ).toEqual(['=A5>0', '=A8>0', '=A5>0', '=A7>0', '=B5>0', '=D9>0']);
});
