import { seededRandom } from '../run/seeded-random.ts';
import { type Boundary, describeBoundary } from './boundary.ts';
import { commitErrors, errorsOf, TIMED_OUT } from './platform-errors.ts';

/** What goes wrong, where, and what the person does about it. */
export interface Fault {
  /** the boundary of the dry run at which it happens; absent: it happens to the action as a whole */
  boundary?: Boundary;
  kind: FaultKind;
  /** the text of the error, what the colleague does, or the other action */
  what: string;
  /** whether the person tries again, or leaves it at that and only a later check looks after it */
  after: 'retry' | 'leave';
}

export type FaultKind =
  | 'error'
  | 'kill'
  | 'meanwhile'
  | 'other run'
  | 'lost answer'
  | 'repeated'
  | 'lost trigger'
  | 'doubled trigger';

/** @example describeFault(fault) // 'kill before call 17 Sheet.insertRowsAfter of saveRecord, then retry' */
export function describeFault({ boundary, kind, what, after }: Fault): string {
  const where = boundary ? ` ${describeBoundary(boundary)}` : '';
  return `${kind}${what ? ` “${what}”` : ''}${where}, then ${after}`;
}

export interface Choice {
  kinds: ReadonlySet<FaultKind>;
  /** every error that a call can end with, rather than one after the other by turns */
  everyError?: boolean;
  /** what others may do meanwhile */
  changes: readonly string[];
  /** names of actions that may run in between */
  others: readonly string[];
}

const byTurns = <T>(items: readonly T[], at: number, all: boolean): T[] => (all ? [...items] : [items[at % items.length]!]);

function errorsAt(boundary: Boundary, all: boolean): string[] {
  const { place, applied, of, at, method, changed } = boundary;
  if (place === 'before call') return byTurns(errorsOf(method), at, all);
  if (place === 'after call') return changed ? [TIMED_OUT] : [];
  if (applied === 0) return byTurns(commitErrors, at, all);
  // all of it has been applied, or all but what a refused write and its followers would have done
  return applied === of ? [TIMED_OUT] : byTurns(commitErrors, at, false);
}

/** Somebody else can act before any call, and between the last look and the commit. */
const isOpen = ({ place, applied }: Boundary): boolean => place === 'before call' || applied === 0;

/** Calls that look at cells. */
const LOOKS = /^Range\.get(Values?|DisplayValues?)$/;

/** Whether the program looks no more before it writes: what somebody types into the same cell now, it cannot know of. */
export function isBlind(trace: readonly Boundary[], { at }: Boundary): boolean {
  const next = trace.find(
    (each) => each.at >= at && (each.place === 'commit' || (each.place === 'before call' && LOOKS.test(each.method))),
  );
  return next?.place === 'commit';
}

/** A run that is ended after a call was ended before the next one, unless the call is known to have changed something. */
const canEnd = ({ place, changed }: Boundary): boolean => place !== 'after call' || changed === true;

/** Every fault that can fall upon an action with this trace. */
export function faultsOf(trace: readonly Boundary[], { kinds, everyError = false, others, changes }: Choice): Fault[] {
  const faults: Fault[] = [];
  const add = (kind: FaultKind, what: string, boundary?: Boundary): void => {
    if (!kinds.has(kind)) return;
    for (const after of ['retry', 'leave'] as const)
      faults.push(boundary ? { boundary, kind, what, after } : { kind, what, after });
  };
  for (const boundary of trace) {
    for (const text of errorsAt(boundary, everyError)) add('error', text, boundary);
    if (canEnd(boundary)) add('kill', '', boundary);
    if (!isOpen(boundary)) continue;
    for (const change of changes) add('meanwhile', change, boundary);
    add('repeated', '', boundary);
    for (const other of others) add('other run', other, boundary);
  }
  for (const kind of ['lost answer', 'repeated', 'lost trigger', 'doubled trigger'] as const) add(kind, '');
  return faults;
}

/** At most so many, from everywhere, always the same ones. */
export function sample<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  const random = seededRandom(1);
  // one of each stretch: picking at equal distances would meet the same kind of fault again and again
  return Array.from({ length: most }, (_, i) => items[Math.floor(((i + random()) * items.length) / most)]!);
}
