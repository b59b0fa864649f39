import { type Cell, cellText, isBlank } from '../check/cell.ts';
import { activeFields } from '../dictionary/compose.ts';
import type { Dictionary, Field, Tab } from '../dictionary/types.ts';
import { fingerprint } from '../intents/fingerprint.ts';
import type { Locale, Localized } from '../locale.ts';
import type { MessageKey } from '../messages/keys.ts';
import { say } from '../messages/say.ts';
import { parseNumber } from '../numbers/parse-number.ts';
import { parseYesNo } from '../numbers/parse-yes-no.ts';
import type { Problem } from '../problem.ts';
import { cleanText } from '../text/clean-text.ts';
import { matchOption, optionKey } from '../text/match-option.ts';
import { coreRules } from './core-rules.ts';
import { type Listener, listeners, type OwnRule, places, type Rule, type RuleTerms, type Side, sides } from './rule.ts';
import { listenerLabels, mostDays, mostMonths, sideLabels } from './settings-tab.ts';

export type RuleCells = Readonly<Record<string, Cell | undefined>>;

export interface RulesReading {
  rules: Rule[];
  /** the rule of each row, by its key; undefined for a row that is none */
  keys: (string | undefined)[];
  /** by row; what cannot be read holds as it was shipped, a rule of the shop's own is silent until it is mended */
  problems: { row: number; problem: Problem }[];
}

/** The reminders as they are shipped: where the shop has no settings of its own. */
export const shippedRules = (): Rule[] => coreRules.map((rule) => ({ kind: 'core', ...rule }));

/** Terms of a rule of the shop's own where a cell is left empty. */
const ownTerms: RuleTerms = { on: true, days: 0, side: 'after', tell: 'responsible', at: places };

const isOneOf = (text: string, label: Localized): boolean =>
  Object.values(label).some((each) => optionKey(each) === optionKey(text));

/** One row of 提醒设置. */
class RowReader {
  readonly problems: Problem[] = [];

  constructor(
    private readonly cells: RuleCells,
    private readonly dictionary: Dictionary,
    readonly locale: Locale,
  ) {}

  text(column: string): string {
    return cleanText(cellText(this.cells[column]));
  }

  isBlank(column: string): boolean {
    return isBlank(this.cells[column]);
  }

  wrong(column: string, code: string, params: Problem['params'] = {}): void {
    this.problems.push({ code: `reminder.${code}`, field: column, params });
  }

  private list(labels: readonly string[]): string {
    return labels.join(say('list.separator', this.locale));
  }

  private yesNo(column: string, before: boolean): boolean {
    if (this.isBlank(column)) return before;
    const read = parseYesNo(this.text(column));
    if (!read.ok) this.wrong(column, 'notYesNo', { value: this.text(column) });
    return read.ok ? read.value : before;
  }

  private count<T>(column: string, most: number, before: T): number | T {
    const cell = this.cells[column];
    const read = parseNumber(typeof cell === 'number' ? cell : cellText(cell), { kind: 'whole', min: 0, max: most });
    if (!read.ok) this.wrong(column, 'notCount', { min: 0, max: most, value: this.text(column) });
    return read.ok ? read.value : before;
  }

  private choice<T>(column: string, values: readonly T[], labels: readonly Localized[], before: T): T {
    if (this.isBlank(column)) return before;
    const at = labels.findIndex((label) => isOneOf(this.text(column), label));
    if (at < 0)
      this.wrong(column, 'notChoice', {
        value: this.text(column),
        list: this.list(labels.map((label) => label[this.locale])),
      });
    return values[at] ?? before;
  }

  /** What an empty cell means: no months, no end, and for the rest what was shipped. */
  terms(shipped: RuleTerms): RuleTerms {
    const at = places.filter((place) => this.yesNo(place, shipped.at.includes(place)));
    const months = this.isBlank('months') ? undefined : this.count('months', mostMonths, shipped.months);
    const keep = this.isBlank('keep') ? undefined : this.count('keep', mostDays, shipped.keep);
    return {
      on: this.yesNo('on', shipped.on),
      ...(months === undefined ? {} : { months }),
      days: this.isBlank('days') ? shipped.days : this.count('days', mostDays, shipped.days),
      side: this.choice<Side>('side', sides, sideLabels(), shipped.side),
      ...(keep === undefined ? {} : { keep }),
      tell: this.choice<Listener>('tell', listeners, listenerLabels(), shipped.tell),
      at,
    };
  }

  /** A rule of the shop's own; undefined where something of it is missing or unknown, which is noted. */
  own(): OwnRule | undefined {
    const terms = this.terms(ownTerms);
    if (this.isBlank('days')) this.wrong('days', 'daysMissing');
    if (this.isBlank('words')) this.wrong('words', 'wordsMissing');
    const tab = this.tab();
    const date = tab && this.date(tab);
    const when = tab && this.when(tab);
    if (!tab || !date || this.problems.length > 0) return undefined;
    return { tab: tab.key, date: date.key, ...(when ? { when } : {}), words: this.text('words'), terms };
  }

  private tab(): Tab | undefined {
    const text = this.text('tab');
    const tab = this.dictionary.tabs.find(({ label }) => isOneOf(text, label));
    if (text === '') this.wrong('tab', 'tabMissing');
    else if (!tab) this.wrong('tab', 'unknownTab', { value: text });
    return tab;
  }

  private field(column: string, code: string, tab: Tab, fits: (field: Field) => boolean): Field | undefined {
    const fields = activeFields(tab).filter(fits);
    const text = this.text(column);
    const found = fields.find(({ label }) => isOneOf(text, label));
    if (!found)
      this.wrong(column, code, {
        tab: tab.label[this.locale],
        value: text,
        list: this.list(fields.map(({ label }) => label[this.locale])),
      });
    return found;
  }

  private date(tab: Tab): Field | undefined {
    const isDate = ({ kind }: Field): boolean => kind === 'date';
    if (!this.isBlank('date')) return this.field('date', 'unknownDate', tab, isDate);
    const first = activeFields(tab).find(isDate)?.label[this.locale] ?? '';
    this.wrong('date', 'dateMissing', { suggestion: first });
    return undefined;
  }

  private when(tab: Tab): OwnRule['when'] {
    if (this.isBlank('whenField')) {
      if (!this.isBlank('whenOption')) this.wrong('whenField', 'fieldForOption');
      return undefined;
    }
    const field = this.field('whenField', 'unknownField', tab, ({ options }) => options !== undefined);
    if (!field) return undefined;
    if (this.isBlank('whenOption')) this.wrong('whenOption', 'optionMissing');
    const known = field.options!.map(({ label }) => label);
    const asked = this.text('whenOption')
      .split(/[、，,;；/]/)
      .filter((text) => text.trim() !== '');
    // An option may hold a separator itself.
    const whole = known.find((label) => isOneOf(this.text('whenOption'), label));
    const chosen = whole ? [whole] : asked.map((text) => known.find((label) => isOneOf(text, label)));
    const unknown = asked.find((_, i) => chosen[i] === undefined);
    if (!whole && unknown !== undefined)
      this.wrong('whenOption', 'unknownOption', {
        other: field.label[this.locale],
        value: unknown.trim(),
        list: this.list(known.map((label) => label[this.locale])),
      });
    return { field: field.key, options: chosen.flatMap((label) => (label ? Object.values(label) : [])) };
  }
}

/** The rule of the ledger that a row is: by its key, or by its name where the key was lost. */
function coreRuleOf(row: RowReader, named: ReadonlySet<string>) {
  const key = row.text('key');
  if (key !== '') return coreRules.find((rule) => rule.key === key);
  const words = row.text('words');
  return coreRules.find(
    (rule) =>
      !named.has(rule.key) &&
      row.isBlank('whenField') &&
      matchOption(
        words,
        (['zh-CN', 'en'] as const).map((locale) => say(`rule.${rule.key}` as MessageKey, locale)),
      ) !== undefined,
  );
}

/** Whether somebody means a rule by a row: a remark in it is none. */
const isMeant = (row: RowReader): boolean =>
  ['tab', 'date', 'days', 'months', 'whenField', 'whenOption'].some((column) => !row.isBlank(column));

/** What tells a rule of the shop's own from the others: changed, it is another one. */
const ownKey = ({ tab, date, when, terms: { months, days, side } }: OwnRule): string =>
  `own-${fingerprint([tab, date, when?.field ?? '', when?.options ?? [], months ?? 0, days, side])}`;

/**
 * Reads 提醒设置 as the shop left it. A rule of the ledger's that has no row holds as it was shipped.
 *
 * @example readRules([{ key: 'birthday', days: 14 }], dictionary, 'zh-CN').rules // birthdays are told two weeks ahead
 */
export function readRules(rows: readonly RuleCells[], dictionary: Dictionary, locale: Locale): RulesReading {
  const reading: RulesReading = { rules: [], keys: [], problems: [] };
  const readers = rows.map((cells) => new RowReader(cells, dictionary, locale));
  const named = new Set(readers.map((row) => row.text('key')));
  const places = new Map<string, number>();
  readers.forEach((row, i) => {
    const core = coreRuleOf(row, named);
    const own = !core && row.text('key') === '' && isMeant(row) ? row.own() : undefined;
    const rule: Rule | undefined = core
      ? { kind: 'core', ...core, terms: row.terms(core.terms) }
      : own && { kind: 'own', key: ownKey(own), ...own };
    const first = rule && places.get(rule.key);
    if (first !== undefined) row.wrong('words', 'doubled', { row: first + 2 });
    else if (rule) {
      places.set(rule.key, i);
      reading.rules.push(rule);
    }
    reading.keys.push(first === undefined ? rule?.key : undefined);
    for (const problem of row.problems) reading.problems.push({ row: i, problem });
  });
  reading.rules.push(...shippedRules().filter(({ key }) => !places.has(key)));
  return reading;
}
