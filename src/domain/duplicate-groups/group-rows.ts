import type { Locale } from '../locale.ts';
import { say } from '../messages/say.ts';
import type { GroupState } from './form-groups.ts';

/** Columns of the tab before the customers' fields; `key` is hidden: what a row is about, whatever people do to its words. */
export const leadingColumns = ['group', 'decision', 'key', 'tier', 'confidence', 'reason'] as const;

/** Why, as data: said in the reader's language. A column of the shop's own goes by its field's key. */
export type KeptReason = readonly [code: string, params: Readonly<Record<string, string | number>>];

/** What a row is about. */
export interface RowKey {
  /** numbers of its group in order, joined: the same as long as the group is */
  group: string;
  number: string;
  tier: 'sure' | 'likely' | 'possible';
  /** per cent */
  confidence: number;
  /** as the ledger wrote it */
  state: GroupState;
  reasons: readonly KeptReason[];
}

/** What somebody may have chosen. */
export const decisions = ['open', 'notSame', 'later', 'merged'] as const;
export type Decision = (typeof decisions)[number];

/** A row of the tab as somebody left it. */
export interface ListedRow extends RowKey {
  /** 1-based */
  row: number;
  /** undefined for words that mean none of them */
  decision: Decision | undefined;
}

export const groupIdOf = (numbers: readonly string[]): string => [...numbers].sort().join(',');

export const decisionLabel = (decision: Decision, locale: Locale): string => say(`groups.decision.${decision}`, locale);

/** In either language; a cell that was emptied waits for a decision again. */
function readDecision(text: string): Decision | undefined {
  if (text === '') return 'open';
  return decisions.find((each) => text === decisionLabel(each, 'zh-CN') || text === decisionLabel(each, 'en'));
}

const short = { tier: { sure: 's', likely: 'l', possible: 'p' }, state: { open: 'o', later: 'l', notSame: 'n' } } as const;
const long = <T extends string>(names: Readonly<Record<T, string>>, letter: unknown): T | undefined =>
  (Object.keys(names) as T[]).find((name) => names[name] === letter);

export const packKey = ({ group, number, tier, confidence, state, reasons }: RowKey): string =>
  JSON.stringify([group, number, short.tier[tier], confidence, short.state[state], reasons]);

/** Reads a row back; undefined where it is somebody's own. */
export function readListedRow(row: number, decision: unknown, key: unknown): ListedRow | undefined {
  let parts: unknown;
  try {
    parts = JSON.parse(String(key));
  } catch {
    return undefined;
  }
  if (!Array.isArray(parts) || parts.length !== 6) return undefined;
  const [group, number, tierLetter, confidence, stateLetter, reasons] = parts as [
    string,
    string,
    string,
    number,
    string,
    KeptReason[],
  ];
  const tier = long(short.tier, tierLetter);
  const state = long(short.state, stateLetter);
  if (!tier || !state) return undefined;
  return { row, group, number, tier, confidence, state, reasons, decision: readDecision(String(decision ?? '').trim()) };
}

/** Rows by group, in the order in which they are listed; a row that stands twice counts once. */
export function byGroup<T extends RowKey>(rows: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.group);
    if (!group) groups.set(row.group, [row]);
    else if (!group.some(({ number }) => number === row.number)) group.push(row);
  }
  return [...groups.values()];
}
