import { expect, test } from '@jest/globals';
import { script, thrownBy } from '../run/script-host.ts';

const RULE = 'SpreadsheetApp.newConditionalFormatRule()';

/** The first rule of the tab after one with this condition was set. */
const stored = (condition: string) => `
  sheet.setConditionalFormatRules([${RULE}${condition}.setRanges([sheet.getRange('A1:A9')]).build()]);
  const condition = sheet.getConditionalFormatRules()[0].getBooleanCondition();`;

test.each([
  ['.whenCellEmpty()', 'CELL_EMPTY', []],
  ['.whenCellNotEmpty()', 'CELL_NOT_EMPTY', []],
  ['.whenTextContains("a")', 'TEXT_CONTAINS', ['a']],
  ['.whenTextDoesNotContain("a")', 'TEXT_DOES_NOT_CONTAIN', ['a']],
  ['.whenTextEqualTo("a")', 'TEXT_EQUAL_TO', ['a']],
  ['.whenTextStartsWith("a")', 'TEXT_STARTS_WITH', ['a']],
  ['.whenTextEndsWith("a")', 'TEXT_ENDS_WITH', ['a']],
  ['.whenNumberBetween(1, 2)', 'NUMBER_BETWEEN', [1, 2]],
  ['.whenNumberNotBetween(1, 2)', 'NUMBER_NOT_BETWEEN', [1, 2]],
  ['.whenNumberEqualTo(1)', 'NUMBER_EQUAL_TO', [1]],
  ['.whenNumberNotEqualTo(1)', 'NUMBER_NOT_EQUAL_TO', [1]],
  ['.whenNumberGreaterThan(1)', 'NUMBER_GREATER_THAN', [1]],
  ['.whenNumberGreaterThanOrEqualTo(1)', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [1]],
  ['.whenNumberLessThan(1)', 'NUMBER_LESS_THAN', [1]],
  ['.whenNumberLessThanOrEqualTo(1)', 'NUMBER_LESS_THAN_OR_EQUAL_TO', [1]],
  ['.whenFormulaSatisfied("=A1>10")', 'CUSTOM_FORMULA', ['=A1>10']],
  ['.whenDateAfter(SpreadsheetApp.RelativeDate.PAST_WEEK)', 'DATE_AFTER_RELATIVE', ['PAST_WEEK']],
  ['.whenDateBefore(SpreadsheetApp.RelativeDate.TODAY)', 'DATE_BEFORE_RELATIVE', ['TODAY']],
  ['.whenDateEqualTo(SpreadsheetApp.RelativeDate.TOMORROW)', 'DATE_EQUAL_TO_RELATIVE', ['TOMORROW']],
  ['.withCriteria(SpreadsheetApp.BooleanCriteria.TEXT_NOT_EQUAL_TO, ["a"])', 'TEXT_NOT_EQUAL_TO', ['a']],
])('a rule%s reads back as it was built', async (condition, criteria, values) => {
  expect(
    await script(`${stored(condition)}
      return [String(condition.getCriteriaType()), condition.getCriteriaValues().map((each) => each.name ? each.name() : each)];`),
  ).toEqual([criteria, values]);
});

test('a date of a rule is a date again, a relative one the very value of the enumeration', async () => {
  expect(
    await script(`
      const date = new Date(2026, 4, 1);
      ${stored('.whenDateAfter(date)')}
      const [back] = condition.getCriteriaValues();
      const { TODAY } = SpreadsheetApp.RelativeDate;
      const [relative] = ${RULE}.whenDateEqualTo(TODAY).getBooleanCondition().getCriteriaValues();
      return [back.getTime() === date.getTime(), relative === TODAY];`),
  ).toEqual([true, true]);
});

test('colours are read as text and as objects, and what a rule leaves alone is null', async () => {
  expect(
    await script(`
      const accent = SpreadsheetApp.newColor().setThemeColor(SpreadsheetApp.ThemeColorType.ACCENT1).build();
      ${stored('.whenCellEmpty().setBackground("#FF0000").setFontColorObject(accent).setBold(true).setItalic(false)')}
      return [condition.getBackground(), condition.getBackgroundObject().asRgbColor().asHexString(), condition.getFontColor(),
        String(condition.getFontColorObject().asThemeColor().getThemeColorType()), condition.getBold(), condition.getItalic(),
        condition.getUnderline(), ${RULE}.whenCellEmpty().getBooleanCondition().getBackgroundObject()];`),
  ).toEqual(['#ff0000', '#ff0000', '#4285f4', 'ACCENT1', true, false, null, null]);
});

test('a scale of colours has points, and says nothing of one that is not set', async () => {
  expect(
    await script(`
      const { NUMBER, PERCENT } = SpreadsheetApp.InterpolationType;
      sheet.setConditionalFormatRules([
        ${RULE}.setGradientMinpoint('#00FF00').setGradientMaxpointWithValue('blue', NUMBER, '80').setRanges([sheet.getRange('A1:A9')]).build(),
        ${RULE}.setGradientMinpoint('white').setGradientMidpointWithValue('red', PERCENT, '40').setGradientMaxpoint('black')
          .setRanges([sheet.getRange('B1:B9')]).build(),
      ]);
      return sheet.getConditionalFormatRules().map((rule) => {
        const scale = rule.getGradientCondition();
        return [rule.getBooleanCondition(), scale.getMinColor(), String(scale.getMinType()), scale.getMinValue(), scale.getMidColorObject(),
          scale.getMidType(), scale.getMidValue(), scale.getMaxColorObject().asRgbColor().asHexString(), String(scale.getMaxType()),
          scale.getMaxValue()].map((each) => each && each.asRgbColor ? each.asRgbColor().asHexString() : each && each.name ? each.name() : each);
      });`),
  ).toEqual([
    [null, '#00ff00', 'MIN', '', null, null, '', '#0000ff', 'NUMBER', '80'],
    [null, '#ffffff', 'MIN', '', '#ff0000', 'PERCENT', '40', '#000000', 'MAX', ''],
  ]);
});

test('a copied rule keeps its look under a new condition, and a condition takes the place of a scale', async () => {
  expect(
    await script(`
      const rule = ${RULE}.whenNumberGreaterThan(5).setBold(true).setRanges([sheet.getRange('A1:B2')]).build();
      const copied = rule.copy().whenCellEmpty().build();
      const scale = ${RULE}.setGradientMinpoint('red').setGradientMaxpoint('blue');
      const asScale = [scale.getBooleanCondition(), String(scale.getGradientCondition())];
      scale.whenCellEmpty();
      return [String(copied), String(copied.getBooleanCondition().getCriteriaType()), copied.getBooleanCondition().getBold(),
        copied.getRanges()[0].getA1Notation(), asScale, scale.getGradientCondition(), String(scale.getBooleanCondition())];`),
  ).toEqual([
    'ConditionalFormatRule',
    'CELL_EMPTY',
    true,
    'A1:B2',
    [null, 'ConditionalFormatGradientCondition'],
    null,
    'ConditionalFormatBooleanCondition',
  ]);
});

test('a rule of another tab is refused', async () => {
  expect(
    await thrownBy(`
      const elsewhere = ss.insertSheet('other').getRange('A1');
      sheet.setConditionalFormatRules([${RULE}.whenCellEmpty().setRanges([elsewhere]).build()]);`),
  ).toBe('Exception: Conditional format rule cannot reference a different sheet.');
});
