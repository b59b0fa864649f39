import { palette } from '../domain/dictionary/palette.ts';
import type { Field } from '../domain/dictionary/types.ts';
import type { Locale } from '../domain/locale.ts';
import { columnLetter } from './columns.ts';
import type { LedgerTab } from './ledger-tab.ts';
import type { TabFacts } from './tab-facts.ts';

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Fill of a required cell that is still empty. It follows the data by itself, so nothing has to be written for it. */
const requiredFill = '#fdf6e3';

const ours: ReadonlySet<string> = new Set([...Object.values(palette).map((hue) => hue.fill), requiredFill]);

/** Rules of the ledger are known by their fills, their kind and their reach; any other rule is the shop's and stays. */
function isOurs(rule: Rule): boolean {
  const condition = rule.getBooleanCondition();
  const fill = condition?.getBackground()?.toLowerCase();
  const criteria = condition?.getCriteriaType();
  const { TEXT_EQUAL_TO, CUSTOM_FORMULA } = SpreadsheetApp.BooleanCriteria;
  const ranges = rule.getRanges();
  const wholeColumn = ranges.length === 1 && ranges[0]!.getNumColumns() === 1;
  return fill !== undefined && ours.has(fill) && wholeColumn && (criteria === TEXT_EQUAL_TO || criteria === CUSTOM_FORMULA);
}

function optionRules(tab: LedgerTab, field: Field, locale: Locale, maxRows: number): Rule[] {
  const range = (first: number) => tab.sheet.getRange(first, tab.column(field.key), maxRows + 1 - first, 1);
  const whole = range(1);
  return (field.options ?? [])
    .filter((option) => option.hue !== 'grey')
    .map(({ label, hue }) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenTextEqualTo(label[locale])
        .setBackground(palette[hue].fill)
        // a header that is called like an option (在职) keeps its look
        .setRanges([label[locale] === field.label[locale] && maxRows > 1 ? range(2) : whole])
        .build(),
    );
}

/** An empty required cell of a record that has a number. From row 1, so that a row inserted above all records is in it. */
function requiredRule(tab: LedgerTab, field: Field, series: Field, maxRows: number): Rule {
  const column = tab.column(field.key);
  const range = tab.sheet.getRange(1, column, maxRows, 1);
  const number = columnLetter(tab.column(series.key));
  return SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(`=AND($${number}1<>"",$${columnLetter(column)}1="")`)
    .setBackground(requiredFill)
    .setRanges([range])
    .build();
}

const signature = (rule: Rule): string =>
  JSON.stringify([
    rule.getBooleanCondition()?.getCriteriaType().toString(),
    rule.getBooleanCondition()?.getCriteriaValues(),
    rule.getRanges().map((range) => range.getA1Notation()),
  ]);

/** Brings the option colours and the hints at empty required cells up to date; setting rules replaces a tab's whole list. */
export function applyConditionalFormats(
  tab: LedgerTab,
  locale: Locale,
  { rules: there, maxRows }: Pick<TabFacts, 'rules' | 'maxRows'>,
): void {
  const fields = tab.fields();
  const series = fields.find((field) => field.kind === 'series');
  const wanted = [
    ...fields.filter((field) => field.kind === 'choice').flatMap((field) => optionRules(tab, field, locale, maxRows)),
    ...(series ? fields.filter((field) => field.required).map((field) => requiredRule(tab, field, series, maxRows)) : []),
  ];
  const mine = there.filter(isOurs);
  if (mine.length === 0 && wanted.length === 0) return;
  if (mine.length === wanted.length && mine.every((rule, i) => signature(rule) === signature(wanted[i]!))) return;
  tab.sheet.setConditionalFormatRules([...there.filter((rule) => !isOurs(rule)), ...wanted]);
}
