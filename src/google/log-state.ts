import type { LogRow } from '../domain/log/log-row.ts';
import { lookAtProperties, putProperties, removeProperty, seenProperties } from './properties.ts';

/** What the workbook remembers of its log. The numbers are moved on before anything is written. */
export interface LogState {
  /** the last number that was given to an entry */
  n: number;
  /** the last number that was given to a run */
  run: number;
  /** 1-based last row of the log's tab once everything is written */
  rows: number;
  /** entries of the last write, from `from` on: should it have been cut off, the next one makes up for it */
  last?: { from: number; rows?: LogRow[] };
}

const stateKey = 'log';
const sealKey = 'log.key';
const waitingPrefix = 'log.wait.';
/** Of the last write so much is kept, in characters: a property may hold 9 KB (platform §1). */
const mostKept = 2_500;

/** What waits to be written, and the properties that hold it. */
interface Waiting {
  keys: string[];
  texts: string[];
}

/** Looks the log's state up; call it under the log's lock. One look-up. */
export function lookAtLogState(): { state: LogState; key: string; waiting: Waiting } {
  const properties = lookAtProperties();
  const keys = Object.keys(properties)
    .filter((each) => each.startsWith(waitingPrefix))
    .sort();
  return {
    state: stateOf(properties[stateKey]),
    key: properties[sealKey] ?? makeKey(),
    waiting: { keys, texts: keys.map((each) => properties[each]!) },
  };
}

function stateOf(text: string | undefined): LogState {
  return text === undefined ? { n: 0, run: 0, rows: 1 } : (JSON.parse(text) as LogState);
}

/** The state as this run has seen it last. */
export const seenLogState = (): LogState => stateOf(seenProperties()[stateKey]);

/** The key that values are sealed with; undefined before anything was logged. */
export const logKey = (): string | undefined => seenProperties()[sealKey];

/** 244 random bits as 64 hexadecimal digits. */
function makeKey(): string {
  const key = (Utilities.getUuid() + Utilities.getUuid()).replace(/-/g, '');
  putProperties({ [sealKey]: key });
  return key;
}

export function putLogState({ last, ...state }: LogState): void {
  const kept = last?.rows && JSON.stringify(last.rows).length <= mostKept ? last : last && { from: last.from };
  putProperties({ [stateKey]: JSON.stringify({ ...state, ...(kept ? { last: kept } : {}) }) });
}

/** Keeps entries until somebody can write them: the log was held by somebody else for too long. One property write. */
export function keepWaiting(at: number, text: string): void {
  putProperties({ [`${waitingPrefix}${at}.${Utilities.getUuid().slice(0, 8)}`]: text });
}

export function forgetWaiting({ keys }: Waiting): void {
  for (const key of keys) removeProperty(key);
}
