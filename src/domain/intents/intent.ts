/** How a run stands. Those that are over are not kept among the open ones; a change log may keep them. */
export type RunState = 'begun' | 'finished' | 'undone' | 'given-up';

/**
 * What a run sets out to do, written before it changes anything and taken away when it is done: a run that is killed or
 * fails leaves it behind, and the next one finishes or undoes what was begun. The same record, with what became of it, is
 * what a change log keeps of a run.
 */
export interface Intent {
  /** among the open ones; doing the same once more takes the place of what was cut off */
  id: string;
  /** the order of runs: ms since 1970 when it began, moved on behind those still open */
  run: number;
  action: string;
  request: unknown;
  /** a key that is the same for the same person within a month; no name and no address */
  who: string;
  /** ms since 1970 */
  at: number;
  /** ms since 1970 when nobody can be at work on it any more; absent: it is worked on under the lock only */
  until?: number;
  state: RunState;
  /** how often somebody has begun to recover it */
  tries: number;
  /** what the run has found out on its way, for whoever takes it up */
  data?: Readonly<Record<string, unknown>>;
}

/** After so many attempts a person has to look. */
export const mostTries = 3;

/** Whether nobody is at work on it any more; ask under the lock only. */
export const isDead = (intent: Intent, now: number): boolean => intent.until === undefined || now >= intent.until;

const prefix = 'intent.';
/** A property may hold 9 KB (platform §1), and a Chinese character takes three bytes. */
const pieceLength = 2_900;

const pieceKey = (id: string, piece: number): string => (piece === 0 ? `${prefix}${id}` : `${prefix}${id}~${piece}`);

/**
 * An intent as properties: one, unless a long plan needs more. The first says how many there are.
 *
 * @example packIntent({ id: 'set-up', … }) // { 'intent.set-up': '1|{"id":"set-up",…}' }
 */
export function packIntent(intent: Intent): Record<string, string> {
  const text = JSON.stringify(intent);
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    // Half of a pair of surrogates would not come back from the store.
    const end = /[\ud800-\udbff]/.test(text[at + pieceLength - 1] ?? '') ? at + pieceLength - 1 : at + pieceLength;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return Object.fromEntries(pieces.map((piece, i) => [pieceKey(intent.id, i), i === 0 ? `${pieces.length}|${piece}` : piece]));
}

/** The properties that hold an intent, the first one last: cut off while they are deleted, the rest cannot be read and counts as gone. */
export const keysOf = (intent: Intent): string[] => Object.keys(packIntent(intent)).reverse();

function unpack(key: string, properties: Readonly<Record<string, string>>): Intent | undefined {
  const [, count, first] = /^(\d+)\|([\s\S]*)$/.exec(properties[key]!) ?? [];
  const id = key.slice(prefix.length);
  const pieces = Array.from({ length: Number(count ?? 0) }, (_, i) => (i === 0 ? first : properties[pieceKey(id, i)]));
  if (pieces.length === 0 || pieces.includes(undefined)) return undefined;
  try {
    return JSON.parse(pieces.join('')) as Intent;
  } catch {
    return undefined;
  }
}

/** Intents in a store of properties, oldest run first. What cannot be read was never begun, or is over. */
export function readIntents(properties: Readonly<Record<string, string>>): Intent[] {
  return Object.keys(properties)
    .filter((key) => key.startsWith(prefix) && !key.includes('~'))
    .flatMap((key) => unpack(key, properties) ?? [])
    .sort((a, b) => a.run - b.run);
}
