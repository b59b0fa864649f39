import { type Cell, cellText, isBlank } from '../check/cell.ts';
import type { Locale, Localized } from '../locale.ts';
import { say } from '../messages/say.ts';
import { parseNumber } from '../numbers/parse-number.ts';
import { parseYesNo } from '../numbers/parse-yes-no.ts';
import type { Problem } from '../problem.ts';
import { cleanText } from '../text/clean-text.ts';
import { optionKey } from '../text/match-option.ts';
import { bestScore, type ScoreLimits } from './score.ts';
import { type Bound, type Condition, type Range, type SegmentRule, shippedSegments } from './segment-rule.ts';
import { bounds, scored, scoreKey } from './settings-tab.ts';

export type SegmentCells = Readonly<Record<string, Cell | undefined>>;

export interface SegmentRules {
  /** in the order in which they are tried */
  rules: SegmentRule[];
  limits: ScoreLimits;
  /** what each row is: the key of its segment or score; undefined for a row that is none */
  keys: (string | undefined)[];
  /** by row; what cannot be read holds as it was shipped, a segment of the shop's own takes nobody until it is mended */
  problems: { row: number; problem: Problem }[];
}

const longestName = 20;
const mostDays = 36_500;
const most: Readonly<Record<Condition, number>> = {
  r: bestScore,
  f: bestScore,
  m: bestScore,
  times: 100_000,
  amount: 1e12,
  days: mostDays,
};

const same = (text: string, label: Localized): boolean =>
  Object.values(label).some((each) => optionKey(each) === optionKey(text));

/** The segments as they are shipped: where the shop has no settings of its own. */
export const shippedRules = (): SegmentRules => ({ rules: shippedSegments(), limits: {}, keys: [], problems: [] });

/** One row of 分层设置. */
class RowReader {
  readonly problems: Problem[] = [];

  constructor(private readonly cells: SegmentCells) {}

  text(column: string): string {
    return cleanText(cellText(this.cells[column]));
  }

  isBlank(column: string): boolean {
    return isBlank(this.cells[column]);
  }

  wrong(column: string, code: string, params: Problem['params'] = {}): void {
    this.problems.push({ code: `segRule.${code}`, field: column, params });
  }

  isOn(): boolean {
    if (this.isBlank('on')) return true;
    const read = parseYesNo(this.text('on'));
    if (!read.ok) this.wrong('on', 'notYesNo', { value: this.text('on') });
    return !read.ok || read.value;
  }

  private bound(column: string, condition: Condition, shipped: Bound | undefined): Bound | undefined {
    if (this.isBlank(column)) return undefined;
    const cell = this.cells[column];
    const isScore = condition === 'r' || condition === 'f' || condition === 'm';
    if (condition === 'days' && ['自动', 'auto'].includes(this.text(column).toLowerCase()))
      return typeof shipped === 'object' ? shipped : { of: 'quiet', times: 1 };
    const rule = { kind: condition === 'amount' ? 'money' : 'whole', min: isScore ? 1 : 0, max: most[condition] } as const;
    const read = parseNumber(typeof cell === 'number' ? cell : cellText(cell), rule);
    if (read.ok) return read.value;
    const code = isScore ? 'notScore' : condition === 'days' ? 'notDays' : 'notNumber';
    this.wrong(column, code, { value: this.text(column) });
    return shipped;
  }

  ranges(shipped: SegmentRule['ranges']): SegmentRule['ranges'] {
    const found: Partial<Record<Condition, Range>> = {};
    for (const { condition, side, column } of bounds) {
      const bound = this.bound(column, condition, shipped[condition]?.[side]);
      if (bound !== undefined) found[condition] = { ...found[condition], [side]: bound };
      const { from, to } = found[condition] ?? {};
      if (side === 'to' && typeof from === 'number' && typeof to === 'number' && from > to) {
        this.wrong(column, 'fromOverTo', { from, to });
        found[condition] = shipped[condition];
      }
    }
    return found;
  }

  /** Four limits, the least first; undefined where there are none, and each fifth has its score. */
  limits(score: (typeof scored)[number], isOn: boolean): number[] | undefined {
    if (this.isBlank('limits')) return undefined;
    const text = this.text('limits');
    const parts = (by: RegExp): string[] => text.split(by).filter(Boolean);
    const some = parts(/[、;；/\s]+/);
    const read = (some.length > 1 ? some : parts(/[,，]/)).map((part) => parseNumber(part, { kind: 'money', min: 0 }));
    const limits = read.flatMap((each) => (each.ok ? [each.value] : []));
    if (read.length !== 4 || limits.length !== 4 || limits.some((limit, i) => i > 0 && limit <= limits[i - 1]!)) {
      this.wrong('limits', 'notLimits', { value: text });
      return undefined;
    }
    if (!isOn) return undefined;
    return score === 'm' ? limits.map((limit) => Math.round(limit * 100)) : limits;
  }
}

/** Reads the rows of segments, one after the other. */
class Reading {
  readonly rules: SegmentRule[] = [];
  readonly limits: ScoreLimits = {};
  private readonly shipped = shippedSegments();
  private readonly rows = new Map<string, number>();
  private readonly names = new Map<string, number>();

  constructor(
    private readonly named: ReadonlySet<string>,
    private readonly locale: Locale,
  ) {}

  /** @returns what the row is */
  take(row: RowReader, at: number): string | undefined {
    const text = row.text('key');
    const score = scored.find((each) => scoreKey(each) === text);
    if (score) {
      const limits = row.limits(score, row.isOn());
      if (limits) this.limits[score] = limits;
      return text;
    }
    // A row that was copied and renamed is another segment, though it bears the same key.
    const shipped = this.shipped.find(({ key, name }) =>
      text === ''
        ? !this.named.has(key) && same(row.text('name'), name)
        : key === text && (!this.rows.has(key) || this.names.has(optionKey(row.text('name')))),
    );
    const isMeant = shipped || !row.isBlank('name') || bounds.some(({ column }) => !row.isBlank(column));
    if (!isMeant) return undefined;
    const rule = shipped ? this.known(row, shipped) : this.own(row);
    if (!rule) return undefined;
    const first = this.rows.get(rule.key) ?? this.names.get(optionKey(rule.name[this.locale]));
    if (first !== undefined) {
      row.wrong('name', 'doubled', { row: first + 2 });
      return undefined;
    }
    this.rows.set(rule.key, at);
    this.names.set(optionKey(rule.name[this.locale]), at);
    this.rules.push(rule);
    return rule.key;
  }

  private name(row: RowReader): string {
    const text = row.text('name');
    if (text.length > longestName) row.wrong('name', 'nameTooLong', { most: longestName });
    return text.slice(0, longestName);
  }

  private known(row: RowReader, shipped: SegmentRule): SegmentRule {
    const text = this.name(row);
    const name = text === '' || same(text, shipped.name) ? shipped.name : { 'zh-CN': text, en: text };
    const on = row.isOn();
    if (shipped.takes) return { ...shipped, name, on };
    const ranges = row.ranges(shipped.ranges);
    if (Object.keys(ranges).length > 0) return { ...shipped, name, on, ranges };
    if (row.problems.length === 0) row.wrong('name', 'noCondition');
    return { ...shipped, name, on };
  }

  private own(row: RowReader): SegmentRule | undefined {
    const text = this.name(row);
    if (text === '') row.wrong('name', 'nameMissing');
    const on = row.isOn();
    const ranges = row.ranges({});
    if (row.problems.length === 0 && Object.keys(ranges).length === 0) row.wrong('name', 'noCondition');
    if (row.problems.length > 0) return undefined;
    return { key: `own.${text}`, name: { 'zh-CN': text, en: text }, hue: 'grey', on, ranges };
  }

  /** Segments that have no row hold as they were shipped, after those that have. */
  rest(): SegmentRule[] {
    return this.shipped.filter(({ key, name }) => !this.rows.has(key) && !this.names.has(optionKey(name[this.locale])));
  }
}

/**
 * Reads 分层设置 as the shop left it, its rows in their order. Never fails: what cannot be read is told by row and cell.
 *
 * @example readSegmentRules([{ key: 'key', mFrom: 4 }], 'zh-CN').rules[0].ranges // { m: { from: 4 } }
 */
export function readSegmentRules(rows: readonly SegmentCells[], locale: Locale): SegmentRules {
  const readers = rows.map((cells) => new RowReader(cells));
  const reading = new Reading(new Set(readers.map((row) => row.text('key'))), locale);
  const keys = readers.map((row, at) => reading.take(row, at));
  const problems = readers.flatMap((row, at) => row.problems.map((problem) => ({ row: at, problem })));
  return { rules: [...reading.rules, ...reading.rest()], limits: reading.limits, keys, problems };
}

/** @example sayRange({ from: 4 }, 'zh-CN') // '4 以上' */
export function sayRange(
  { from, to }: { from?: number | undefined; to?: number | undefined },
  locale: Locale,
  show: (value: number) => string = String,
): string {
  if (from === undefined) return say('segment.upTo', locale, { to: show(to!) });
  if (to === undefined) return say('segment.fromOn', locale, { from: show(from) });
  return from === to ? show(from) : say('segment.between', locale, { from: show(from), to: show(to) });
}
