import { activeFields } from '../dictionary/compose.ts';
import { eventField, referenceTo } from '../dictionary/roles.ts';
import type { Dictionary, EventRole, Field, Meaning, Option, Span, Tab } from '../dictionary/types.ts';
import type { Problem } from '../problem.ts';
import type { Cause, Rule } from './rule.ts';

/** Where the months of a product stand: the record names the product, a list knows it. */
export interface SpanPlace {
  /** field of the record that names the product */
  item: string;
  list: string;
  listItem: string;
  listMonths: string;
}

/** Records that a rule looks at in this dictionary, by the keys of their fields. */
export interface Source {
  tab: Tab;
  /** the field by which records are known */
  number: string;
  /** the field that says whose they are: their own number where they are customers, absent where they are nobody's */
  customer?: string;
  date: string;
  /** only records with one of these texts in a field */
  when?: { field: string; texts: ReadonlySet<string> };
  state?: Field;
  span?: SpanPlace;
  cause?: Cause;
}

/** A rule as it works in a dictionary, or why it cannot. */
export interface FittedRule {
  rule: Rule;
  sources: readonly Source[];
  /** records by which it is settled */
  settling: readonly Source[];
  problem?: Problem;
}

/** The tab that records refer to for whose they are. */
export const customersTab = 'customers';

const textsOf = (options: readonly Option[]): ReadonlySet<string> =>
  new Set(options.flatMap(({ label }) => Object.values(label)));

/** The first field of a tab with options for which something holds, and the texts of those options. */
function optionsWith(tab: Tab, holds: (option: Option, field: Field) => boolean): Source['when'] {
  for (const field of activeFields(tab)) {
    const options = (field.options ?? []).filter((option) => holds(option, field));
    if (options.length > 0) return { field: field.key, texts: textsOf(options) };
  }
  return undefined;
}

function spanPlace(dictionary: Dictionary, tab: Tab, span: Span): SpanPlace | undefined {
  for (const { key, suggestFrom } of activeFields(tab)) {
    const list = dictionary.tabs.find((each) => each.key === suggestFrom?.list);
    const months = list && activeFields(list).find((field) => field.span === span);
    if (months) return { item: key, list: list.key, listItem: suggestFrom!.field, listMonths: months.key };
  }
  return undefined;
}

function sourceIn(tab: Tab, date: Field, cause?: Cause): Source | undefined {
  const fields = activeFields(tab);
  const number = fields.find((field) => field.kind === 'series') ?? fields.find((field) => field.unique);
  if (!number) return undefined;
  const customer = tab.key === customersTab ? number.key : referenceTo(tab, customersTab)?.key;
  return { tab, number: number.key, customer, date: date.key, state: eventField(tab, 'state'), cause };
}

function sourcesOf(dictionary: Dictionary, cause: Cause, hasMonths: boolean): Source[] {
  return dictionary.tabs.flatMap((tab) => {
    const date = activeFields(tab).find((field) => field.occasion === cause.occasion);
    const source = date && sourceIn(tab, date, cause);
    if (!source) return [];
    const when = cause.means === undefined ? undefined : optionsWith(tab, (option) => option.means === cause.means);
    if (cause.means !== undefined && !when) return [];
    const span = cause.span && spanPlace(dictionary, tab, cause.span);
    if (cause.span && !span && !(cause.orTerms && hasMonths)) return [];
    return [{ ...source, when, span }];
  });
}

/** Records with an option that means this, by the day they happened. */
function settlingSources(dictionary: Dictionary, means: Meaning): Source[] {
  return dictionary.tabs.flatMap((tab) => {
    const date = eventField(tab, 'on');
    const when = optionsWith(tab, (option) => option.means === means);
    const source = date && when && sourceIn(tab, date);
    return source ? [{ ...source, when }] : [];
  });
}

/** Why a rule of the ledger finds no records: a field it needs is switched off, or this trade has none. */
function whyNot(dictionary: Dictionary, causes: readonly Cause[]): Problem {
  const wanted = (field: Field): boolean =>
    causes.some(({ occasion, span }) => field.occasion === occasion || (span !== undefined && field.span === span));
  for (const tab of dictionary.tabs)
    for (const field of tab.fields)
      if (field.off && wanted(field))
        return { code: 'reminder.fieldOff', params: { tab: tab.key, other: field.key }, field: 'on' };
  return { code: 'reminder.fieldMissing', field: 'on' };
}

function fitOwn(dictionary: Dictionary, rule: Extract<Rule, { kind: 'own' }>): FittedRule {
  const tab = dictionary.tabs.find(({ key }) => key === rule.tab);
  const date = tab && activeFields(tab).find(({ key, kind }) => key === rule.date && kind === 'date');
  const source = tab && date && sourceIn(tab, date);
  const { when } = rule;
  const chosen =
    when &&
    tab &&
    optionsWith(
      tab,
      ({ label }, { key }) => key === when.field && Object.values(label).some((text) => when.options.includes(text)),
    );
  if (!source || (when && !chosen))
    return { rule, sources: [], settling: [], problem: { code: 'reminder.fieldMissing', field: 'on' } };
  return { rule, sources: [{ ...source, when: chosen }], settling: [] };
}

/**
 * Finds the fields that a rule speaks of in the dictionary as it is now.
 *
 * @example fitRule(dictionary, birthday).problem // the birth date is switched off
 */
export function fitRule(dictionary: Dictionary, rule: Rule): FittedRule {
  if (rule.kind === 'own') return fitOwn(dictionary, rule);
  const hasMonths = rule.terms.months !== undefined;
  const sources = rule.causes.flatMap((cause) => sourcesOf(dictionary, cause, hasMonths));
  if (sources.length === 0) return { rule, sources, settling: [], problem: whyNot(dictionary, rule.causes) };
  const { settledBy } = rule;
  return { rule, sources, settling: settledBy === undefined ? [] : settlingSources(dictionary, settledBy) };
}

/** A field of a source's tab that tells this of a record. */
export const told = ({ tab }: Source, role: EventRole): string | undefined => eventField(tab, role)?.key;

/**
 * What is read for these rules: the keys of fields by tab, and nothing besides.
 *
 * @param more fields that are read of a tab whenever it is read, such as who is responsible
 */
export function neededFields(fitted: readonly FittedRule[]): Map<string, Set<string>> {
  const needed = new Map<string, Set<string>>();
  const need = (tab: string, ...keys: (string | undefined)[]): void => {
    const known = needed.get(tab) ?? new Set();
    needed.set(tab, known);
    for (const key of keys) if (key !== undefined) known.add(key);
  };
  for (const { sources, settling } of fitted)
    for (const source of [...sources, ...settling]) {
      need(source.tab.key, source.number, source.customer, source.date, source.when?.field, source.state?.key);
      for (const role of ['what', 'words', 'by', 'doneOn', 'amount', 'owed', 'received'] as const)
        need(source.tab.key, told(source, role));
      if (source.span) {
        need(source.tab.key, source.span.item);
        need(source.span.list, source.span.listItem, source.span.listMonths);
      }
    }
  return needed;
}
