import type { FileLook, FileValue } from '../../domain/backup/file-piece.ts';
import { bandingStyle } from '../../domain/dictionary/palette.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;
type Texts = (string | number | null)[][];

interface LookOf {
  read(range: Range): unknown[][];
  write(range: Range, texts: Texts): unknown;
  /** what a new cell has as well: it is not kept */
  usual: RegExp;
  /** what is written where nothing was kept */
  plain: string | number | null;
}

const none = /^(?:null|undefined|)$/;

const look = (
  read: LookOf['read'],
  write: (range: Range, texts: never) => unknown,
  usual: RegExp,
  plain: LookOf['plain'] = null,
) => ({
  ...{ read, usual, plain },
  write: write as LookOf['write'],
});

const wraps = (texts: Texts): GoogleAppsScript.Spreadsheet.WrapStrategy[][] =>
  texts.map((row) => row.map((text) => SpreadsheetApp.WrapStrategy[text as 'CLIP']));

/** How each look of a block is read and written, in one call; `rule` has its own text. */
export const looksOf: Readonly<Record<FileLook, LookOf>> = {
  format: look(
    (range) => range.getNumberFormats(),
    (range, texts) => range.setNumberFormats(texts),
    /^(?:General|0\.#{15})?$/,
    'General',
  ),
  note: look(
    (range) => range.getNotes(),
    (range, texts) => range.setNotes(texts),
    none,
    '',
  ),
  fill: look(
    (range) => range.getBackgrounds(),
    (range, texts) => range.setBackgrounds(texts),
    new RegExp(`^(?:#ffffff|${bandingStyle.second}|)$`),
  ),
  color: look(
    (range) => range.getFontColors(),
    (range, texts) => range.setFontColors(texts),
    /^(?:#000000)?$/,
  ),
  weight: look(
    (range) => range.getFontWeights(),
    (range, texts) => range.setFontWeights(texts),
    /^(?:normal)?$/,
  ),
  style: look(
    (range) => range.getFontStyles(),
    (range, texts) => range.setFontStyles(texts),
    /^(?:normal)?$/,
  ),
  line: look(
    (range) => range.getFontLines(),
    (range, texts) => range.setFontLines(texts),
    /^(?:none)?$/,
  ),
  across: look(
    (range) => range.getHorizontalAlignments(),
    (range, texts) => range.setHorizontalAlignments(texts),
    /^(?:general.*)?$/,
  ),
  down: look(
    (range) => range.getVerticalAlignments(),
    (range, texts) => range.setVerticalAlignments(texts),
    /^(?:bottom)?$/,
  ),
  wrap: look(
    (range) => range.getWrapStrategies(),
    (range, texts) => range.setWrapStrategies(wraps(texts)),
    /^(?:OVERFLOW|null)?$/,
    'OVERFLOW',
  ),
  size: look(
    (range) => range.getFontSizes(),
    (range, texts: Texts) => range.setFontSizes(texts.map((row) => row.map(Number))),
    /^(?:10)?$/,
    10,
  ),
  font: look(
    (range) => range.getFontFamilies(),
    (range, texts) => range.setFontFamilies(texts),
    /^(?:arial)?$/i,
  ),
  rule: look(
    (range) => range.getDataValidations().map((row) => row.map((rule) => ruleText(rule))),
    (range, texts: Texts) => range.setDataValidations(rulesFrom(texts)),
    none,
  ),
};

/** What a rule compares with, as far as a file can hold it. */
export function valueToFile(value: unknown): FileValue | undefined {
  if (value instanceof Date) return [value.getTime()];
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value as FileValue;
  return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : undefined;
}

export const valueFromFile = (value: FileValue): unknown =>
  Array.isArray(value) && typeof value[0] === 'number' ? new Date(value[0]) : value;

/** A dropdown from another tab, and what a file cannot hold, has no text: the list of contents names the former. */
function ruleText(rule: Rule | null): string {
  const type = rule?.getCriteriaType();
  if (!rule || !type) return '';
  const values = rule.getCriteriaValues().map(valueToFile);
  if (values.includes(undefined)) return '';
  return JSON.stringify([String(type), values, rule.getAllowInvalid(), rule.getHelpText() ?? '']);
}

function ruleFrom(text: string): Rule {
  const [type, values, allowInvalid, help] = JSON.parse(text) as [string, FileValue[], boolean, string];
  const criteria = SpreadsheetApp.DataValidationCriteria[type as 'CHECKBOX'];
  const builder = SpreadsheetApp.newDataValidation().withCriteria(criteria, values.map(valueFromFile));
  builder.setAllowInvalid(allowInvalid);
  if (help !== '') builder.setHelpText(help);
  return builder.build();
}

function rulesFrom(texts: Texts): (Rule | null)[][] {
  const known = new Map<string, Rule>();
  return texts.map((row) =>
    row.map((text) => {
      if (!text) return null;
      const rule = known.get(String(text)) ?? ruleFrom(String(text));
      known.set(String(text), rule);
      return rule;
    }),
  );
}
