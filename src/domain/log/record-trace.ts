import type { Change, WholeRecord } from './entry.ts';

/** A cell's value as it comes back from JSON: a date or a time is its instant. */
export type TracedValue = string | number | boolean | { at: number };

/** What a cell looks like, and what it says besides its value. Only what differs from a new cell is kept. */
export const looks = ['format', 'note', 'fill', 'color', 'weight', 'style', 'line'] as const;
export type Look = (typeof looks)[number];

export interface TracedCell extends Partial<Record<Look, string>> {
  /** what it shows, where it is a formula */
  value?: TracedValue;
  /** as `namedFormula` writes it, so that it points to its own row again wherever that is */
  formula?: string;
}

/** A whole record: cells by the key of their field, or the name of a column of the shop's own (`ownColumn`). */
export type RecordTrace = Readonly<Record<string, TracedCell>>;

const ownPrefix = '~';

/**
 * How a column that the ledger does not know is called in the change log: by its header, and by which of those it is where
 * several are the same.
 *
 * @param nth counted from 1
 * @example ownColumn('老板的话', 1) // '~老板的话'
 */
export const ownColumn = (header: string, nth: number): string => `${ownPrefix}${header}${nth > 1 ? `\n${nth}` : ''}`;

export const isOwnColumn = (key: string): boolean => key.startsWith(ownPrefix);

/** The header in a name of `ownColumn`'s; undefined for a field's key. */
export const ownHeader = (key: string): string | undefined => (isOwnColumn(key) ? key.slice(1).split('\n')[0] : undefined);

/** Characters of a trace in one entry: sealed they are four times as many at worst, and a cell holds 50,000 (platform §1). */
const pieceLength = 9_000;

/**
 * A record that came or went as changes for the log: one, unless it holds very long texts.
 *
 * @param into the number of the record that takes its place
 */
export function wholeChanges(
  where: Pick<Change, 'tab' | 'record'>,
  sign: 'came' | 'went',
  trace: RecordTrace,
  into?: string,
): Change[] {
  const text = JSON.stringify(trace);
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    // Half of a pair of surrogates would not come back from the log.
    const end = /[\ud800-\udbff]/.test(text[at + pieceLength - 1] ?? '') ? at + pieceLength - 1 : at + pieceLength;
    pieces.push(text.slice(at, end));
    at = end;
  }
  const [from, to] = sign === 'went' ? [where.record, ''] : ['', where.record];
  return pieces.map((piece, i) => {
    const whole: WholeRecord = { trace: piece, part: i + 1, parts: pieces.length, ...(into === undefined ? {} : { into }) };
    return { ...where, field: '', from, to, whole };
  });
}

/** Whether a change is about a whole record that can be put back or taken away. */
export const isWhole = ({ field, record, whole }: Pick<Change, 'field' | 'record' | 'whole'>): boolean =>
  field === '' && record !== '' && whole !== undefined;

/** Puts the parts of whole records together: each record that came or went is one change then. */
export function joinWhole<T extends Change>(changes: readonly T[]): T[] {
  const open = new Map<string, T>();
  const joined: T[] = [];
  for (const change of changes) {
    if (!isWhole(change) || change.whole!.parts === 1) {
      joined.push(change);
      continue;
    }
    const key = JSON.stringify([change.tab, change.record, change.from]);
    const first = change.whole!.part === 1 ? undefined : open.get(key);
    if (first) first.whole!.trace += change.whole!.trace;
    else {
      const own = { ...change, whole: { ...change.whole!, part: 1, parts: 1 } };
      open.set(key, own);
      joined.push(own);
    }
  }
  return joined;
}

/** @returns undefined where part of it is lost */
export function readTrace(trace: string): RecordTrace | undefined {
  try {
    return JSON.parse(trace) as RecordTrace;
  } catch {
    return undefined;
  }
}

const settled = (cell: TracedCell): string => JSON.stringify([cell.formula ?? '', cell.formula ? '' : (cell.value ?? '')]);

/** Keys of cells whose values or formulas are not what they were; looks may differ. */
export function changedCells(was: RecordTrace, now: RecordTrace): string[] {
  const empty: TracedCell = {};
  const keys = [...new Set([...Object.keys(was), ...Object.keys(now)])];
  return keys.filter((key) => {
    const before = was[key] ?? empty;
    const after = now[key] ?? empty;
    const isIdle = (cell: TracedCell): boolean => cell.formula === undefined && (cell.value ?? '') === '';
    return !(isIdle(before) && isIdle(after)) && settled(before) !== settled(after);
  });
}
