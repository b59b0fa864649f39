import { type Cell, cellText } from '../check/cell.ts';
import type { Locale, Localized } from '../locale.ts';
import type { Problem } from '../problem.ts';
import { cleanLongText, cleanText } from '../text/clean-text.ts';
import { matchOption } from '../text/match-option.ts';
import type { FieldChange } from './compose.ts';
import { optionLines, readOptionLines } from './option-lines.ts';
import { kindLabel, otherLocale, ownKinds } from './settings-tab.ts';
import { type Dictionary, type Field, type FieldKind, fieldKinds, type Tab } from './types.ts';

const longestLabel = 40;
const mostOptions = 200;

export type SettingsRow = Readonly<Record<string, Cell | undefined>>;

export interface SettingsReading {
  changes: FieldChange[];
  /** by row; empty when everything can be applied */
  problems: { row: number; problem: Problem }[];
  /** the field each row speaks of, so that rows of new fields can be given their id */
  fields: ({ tab: string; key: string } | undefined)[];
  /** how many fields of its own the shop has made so far */
  ownFields: number;
}

/** The id that a row carries: `customers.phone`. */
export const fieldId = (tab: string, key: string): string => `${tab}.${key}`;

/** One field as a row of 字段设置. */
export function settingsRow(tab: Tab, field: Field, locale: Locale): Record<string, string> {
  const yesNo = (value: boolean | undefined): string => ({ 'zh-CN': value ? '是' : '否', en: value ? 'yes' : 'no' })[locale];
  return {
    tab: tab.label[locale],
    label: field.label[locale],
    labelOther: field.label[otherLocale(locale)],
    kind: kindLabel(field.kind)[locale],
    required: yesNo(field.required),
    unique: yesNo(field.unique),
    options: field.options ? optionLines(field.options, locale) : '',
    on: yesNo(!field.off),
    help: field.help?.[locale] ?? '',
    key: fieldId(tab.key, field.key),
  };
}

class RowReader {
  readonly problems: Problem[] = [];
  private readonly row: SettingsRow;
  readonly locale: Locale;

  constructor(row: SettingsRow, locale: Locale) {
    this.row = row;
    this.locale = locale;
  }

  text(column: string): string {
    return column === 'options' || column === 'help'
      ? cleanLongText(cellText(this.row[column]))
      : cleanText(cellText(this.row[column]));
  }

  wrong(column: string, code: string, params: Problem['params'] = {}): void {
    this.problems.push({ code: `settings.${code}`, field: column, params });
  }

  yesNo(column: string, before: boolean): boolean {
    const text = this.text(column).toLowerCase();
    if (text === '') return before;
    if (['是', 'yes', 'y', 'true', '√'].includes(text)) return true;
    if (['否', 'no', 'n', 'false', '×'].includes(text)) return false;
    this.wrong(column, 'yesNo', { value: this.text(column) });
    return before;
  }

  kind(): FieldKind | undefined {
    const text = this.text('kind');
    if (text === '') return 'text';
    const kind = fieldKinds.find((k) => Object.values(kindLabel(k)).some((label) => matchOption(text, [label]) !== undefined));
    if (!kind) this.wrong('kind', 'unknownKind', { value: text });
    return kind;
  }
}

function readLabel(row: RowReader, before: Field | undefined): Localized {
  const label = row.text('label');
  const other = row.text('labelOther');
  if (label === '') row.wrong('label', 'labelMissing');
  if (label.length > longestLabel) row.wrong('label', 'labelTooLong', { most: longestLabel, length: label.length });
  const kept = before?.label[otherLocale(row.locale)] ?? label;
  const second = other === '' ? kept : other;
  return row.locale === 'en' ? { 'zh-CN': second, en: label } : { 'zh-CN': label, en: second };
}

function readOptions(row: RowReader, kind: FieldKind, before: Field | undefined): FieldChange['options'] {
  const text = row.text('options');
  if (kind !== 'choice') {
    if (text !== '') row.wrong('options', 'optionsNotHere');
    return undefined;
  }
  const options = readOptionLines(text, before?.options ?? [], row.locale);
  if (options.length === 0) row.wrong('options', 'optionsMissing');
  if (options.length > mostOptions) row.wrong('options', 'optionTooMany', { most: mostOptions, count: options.length });
  const labels = options.map((option) => option.label[row.locale]);
  const twice = labels.find((label, i) => labels.indexOf(label) !== i);
  if (twice !== undefined) row.wrong('options', 'optionDoubled', { value: twice });
  return options;
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What differs from the field as the product ships it; undefined when nothing does. */
function difference(
  tab: string,
  field: Field,
  wanted: Omit<FieldChange, 'tab' | 'key'>,
  locale: Locale,
): FieldChange | undefined {
  const change: FieldChange = { tab, key: field.key };
  if (wanted.label && !equal(wanted.label, field.label)) change.label = wanted.label;
  if (wanted.help && wanted.help[locale] !== (field.help?.[locale] ?? '')) change.help = wanted.help;
  if (Boolean(wanted.required) !== Boolean(field.required)) change.required = Boolean(wanted.required);
  if (Boolean(wanted.unique) !== Boolean(field.unique)) change.unique = Boolean(wanted.unique);
  if (wanted.options && !equal(wanted.options, field.options)) change.options = wanted.options;
  if (Boolean(wanted.off) !== Boolean(field.off)) change.off = Boolean(wanted.off);
  return Object.keys(change).length > 2 ? change : undefined;
}

/** Keys of the shop's own fields count on: a column must never be taken for another field's. */
const ownKey = /^own(\d{1,4})$/;
const ownCount = (key: string): number => Number(ownKey.exec(key)?.[1] ?? 0);

/**
 * The id of a row that has none yet although its field is in force: a run was cut off before it could write it. Taken for
 * a new field, it would get a second column.
 *
 * @param named ids that rows bear
 */
function unwrittenId(row: RowReader, current: Dictionary, named: ReadonlySet<string>): string {
  const tab = current.tabs.find((t) => matchOption(row.text('tab'), Object.values(t.label)) !== undefined);
  const field = tab?.fields.find(
    ({ key, label, kind }) =>
      ownKey.test(key) &&
      label[row.locale] === row.text('label') &&
      (row.text('kind') === '' ? kind === 'text' : matchOption(row.text('kind'), Object.values(kindLabel(kind))) !== undefined) &&
      !named.has(fieldId(tab.key, key)),
  );
  return tab && field ? fieldId(tab.key, field.key) : '';
}

/**
 * Reads 字段设置 as the shop left it. Nothing is applied here: the caller does that only when there are no problems.
 *
 * @param shipped the dictionary of core and template, without the shop's changes
 * @param current the dictionary in force, which knows the shop's own fields and labels
 * @param ownFields how many fields of its own the shop has made before
 */
export function readSettingsRows(
  rows: readonly SettingsRow[],
  shipped: Dictionary,
  current: Dictionary,
  locale: Locale,
  ownFields = 0,
): SettingsReading {
  const reading: SettingsReading = { changes: [], problems: [], fields: [], ownFields };
  const seen = new Set<string>();
  const labels = new Map<string, Set<string>>();
  const named = new Set(rows.map((cells) => new RowReader(cells, locale).text('key')));
  for (const tab of current.tabs)
    for (const field of tab.fields) reading.ownFields = Math.max(reading.ownFields, ownCount(field.key));

  rows.forEach((cells, i) => {
    const row = new RowReader(cells, locale);
    const id = row.text('key') || unwrittenId(row, current, named);
    if (['tab', 'label', 'kind', 'options', 'key'].every((column) => row.text(column) === '')) {
      reading.fields.push(undefined);
      return;
    }
    const known = id !== '' && !seen.has(id) ? findField(current, id) : undefined;
    // A row of a field that was removed earlier brings the field back, with its column and data.
    const revived = !known && id !== '' && !seen.has(id) ? ownKey.exec(id.split('.')[1] ?? '')?.[0] : undefined;
    if (id !== '' && !known && !revived && !seen.has(id)) row.wrong('label', 'keyUnknown', { value: id });
    seen.add(id);
    const tab = known?.tab ?? current.tabs.find((t) => matchOption(row.text('tab'), Object.values(t.label)) !== undefined);
    if (!tab) row.wrong('tab', row.text('tab') === '' ? 'tabMissing' : 'unknownTab', { value: row.text('tab') });
    const kind = row.kind();
    const field = known?.field;
    if (field && kind && kind !== field.kind && row.text('kind') !== '')
      row.wrong('kind', 'kindFixed', {
        field: field.label[locale],
        kind: kindLabel(field.kind)[locale],
        value: row.text('kind'),
      });
    if (!field && kind && !ownKinds.includes(kind)) row.wrong('kind', 'kindNotOwn', { value: row.text('kind') });
    const label = readLabel(row, field);
    const own = labels.get(tab?.key ?? '') ?? new Set<string>();
    labels.set(tab?.key ?? '', own);
    if (label[locale] !== '' && own.has(label[locale])) row.wrong('label', 'labelDoubled', { value: label[locale] });
    own.add(label[locale]);

    const on = row.yesNo('on', !field?.off);
    const required = row.yesNo('required', Boolean(field?.required));
    const unique = row.yesNo('unique', Boolean(field?.unique));
    if (field?.kind === 'series' && (!on || required))
      row.wrong(on ? 'required' : 'on', 'requiredFixed', { field: field.label[locale] });
    const options = readOptions(row, field?.kind ?? kind ?? 'text', field);
    const helpText = row.text('help');
    const help =
      helpText === '' && !field?.help
        ? undefined
        : { 'zh-CN': field?.help?.['zh-CN'] ?? helpText, en: field?.help?.en ?? helpText, [locale]: helpText };
    const wanted = { label, help, required, unique, options, off: !on };

    for (const problem of row.problems) reading.problems.push({ row: i, problem });
    if (!tab || row.problems.length > 0) {
      reading.fields.push(undefined);
      return;
    }
    const key = field?.key ?? revived ?? `own${++reading.ownFields}`;
    reading.ownFields = Math.max(reading.ownFields, ownCount(key));
    reading.fields.push({ tab: tab.key, key });
    const shippedField = shipped.tabs.find((t) => t.key === tab.key)?.fields.find((f) => f.key === key);
    const change = shippedField
      ? difference(tab.key, shippedField, wanted, locale)
      : { tab: tab.key, key, kind: field?.kind ?? kind ?? 'text', ...wanted };
    if (change) reading.changes.push(change);
  });
  if (rows.length > 0) reading.changes.push(...removed(shipped, current, reading));
  return reading;
}

/** A field whose row was deleted is switched off; one of the shop's own is forgotten. Columns and data stay either way. */
function removed(shipped: Dictionary, current: Dictionary, reading: SettingsReading): FieldChange[] {
  const there = new Set(reading.fields.map((field) => field && fieldId(field.tab, field.key)));
  return shipped.tabs.flatMap((tab) =>
    tab.fields
      .filter((field) => field.kind !== 'series' && !there.has(fieldId(tab.key, field.key)))
      .filter((field) => current.tabs.some((t) => t.key === tab.key && t.fields.some((f) => f.key === field.key)))
      .map((field) => ({ tab: tab.key, key: field.key, off: true })),
  );
}

function findField(dictionary: Dictionary, id: string): { tab: Tab; field: Field } | undefined {
  for (const tab of dictionary.tabs)
    for (const field of tab.fields) if (fieldId(tab.key, field.key) === id) return { tab, field };
  return undefined;
}
