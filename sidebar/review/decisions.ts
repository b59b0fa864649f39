import type { DuplicateGroup, LedgerApi, MergeProposal, MergeResult } from '../../src/domain/api.ts';
import type { Answer } from '../client.ts';
import { send } from '../save/send.ts';

type MergeInput = Parameters<LedgerApi['mergeCustomers']>[0];
export type Merged = Extract<MergeResult, { ok: true }>;
export type DecisionKind = 'merge' | 'notSame' | 'later';

/** What somebody decided about a group, and what became of it. */
export interface Decision {
  kind: DecisionKind;
  group: DuplicateGroup;
  /** the numbers it is about */
  customers: string[];
  /** the customers it is about, as people call them */
  names: string;
  state: 'running' | 'confirming' | 'done' | 'unsure' | 'failed' | 'undoing' | 'undone';
  /** what the server said */
  message: string;
  canRetry: boolean;
  /** the values that the person saw, for telling what somebody has changed since */
  seen?: MergeProposal;
  /** customers of the group who were left out and come next */
  rest?: DuplicateGroup;
  run?: number;
  /** who stays */
  keep?: string;
}

export interface Decisions {
  /** @param tell what came of it, in words */
  merge(
    about: Pick<Decision, 'group' | 'customers' | 'names' | 'seen' | 'rest'>,
    input: MergeInput,
    tell: (result: Merged) => string,
  ): void;
  judge(kind: 'notSame' | 'later', about: Pick<Decision, 'group' | 'customers' | 'names'>): void;
  /** sends again what got no answer, as the same request */
  retry(decision: Decision): void;
  /** takes the last one back */
  undo(): void;
  last(): Decision | undefined;
  /** those that need somebody to look at them */
  open(): Decision[];
  isBusy(): boolean;
  done(kind: DecisionKind): Decision[];
  /** forgets what went wrong, and was looked at */
  forget(decision: Decision): void;
  /** resolves when nothing that touches these customers is under way */
  settled(customers: readonly string[]): Promise<void>;
}

const isRunning = ({ state }: Decision) => state === 'running' || state === 'confirming' || state === 'undoing';

/**
 * Carries out decisions behind the next group, one after the other, so that nobody waits for the server. A decision that
 * could not be carried out comes back: nothing is taken for done that is not.
 */
export function createDecisions(setting: {
  changed(): void;
  /** nothing was changed, and somebody should look at the group again */
  returned(decision: Decision): void;
  undone(decision: Decision): void;
  /** said instead of an answer that never came */
  lostUndo: string;
}): Decisions {
  let made: Decision[] = [];
  let tail: Promise<void> = Promise.resolve();
  const work = new Map<Decision, () => Promise<void>>();

  function put(decision: Decision, part: Partial<Decision>) {
    Object.assign(decision, part);
    setting.changed();
  }

  function enqueue(job: () => Promise<void>) {
    tail = tail.then(job);
  }

  /** @param read what an answer means: how it ended */
  async function carryOut<T>(
    decision: Decision,
    ask: (again: () => void) => Promise<Answer<T>>,
    read: (value: T) => Partial<Decision> & { isBack?: boolean },
  ) {
    let wasLost = false;
    const answer = await ask(() => {
      wasLost = true;
      put(decision, { state: 'confirming' });
    });
    if (answer.kind === 'lost') return put(decision, { state: 'unsure', message: '', canRetry: true });
    if (answer.kind === 'answer') {
      const { isBack, ...part } = read(answer.value);
      if (isBack) setting.returned(Object.assign(decision, part));
      return put(decision, part);
    }
    // Refused because it is busy: perhaps with what this very request began.
    if (answer.retry) return put(decision, { state: wasLost ? 'unsure' : 'failed', message: answer.message, canRetry: true });
    setting.returned(Object.assign(decision, { state: 'failed', message: answer.message, canRetry: false }));
    setting.changed();
  }

  function begin(decision: Decision, job: () => Promise<void>) {
    made.push(decision);
    work.set(decision, job);
    setting.changed();
    enqueue(job);
  }

  const failed = (message: string) => ({ state: 'failed', message, canRetry: false, isBack: true }) as const;

  async function takeBack(decision: Decision) {
    const answer =
      decision.kind === 'merge'
        ? await send('undoRun', { run: decision.run! }, () => undefined)
        : await send('judgeDuplicates', { customers: decision.customers, verdict: 'undecided' }, () => undefined);
    if (answer.kind === 'answer' && answer.value.ok) {
      put(decision, { state: 'undone', message: answer.value.message });
      return setting.undone(decision);
    }
    const message = answer.kind === 'lost' ? setting.lostUndo : answer.kind === 'refused' ? answer.message : answer.value.message;
    put(decision, { state: 'done', message });
  }

  return {
    merge(about, input, tell) {
      const { keep } = input;
      const decision: Decision = { ...about, keep, kind: 'merge', state: 'running', message: '', canRetry: false };
      begin(decision, () =>
        carryOut(
          decision,
          (again) => send('mergeCustomers', input, again),
          (result) => (result.ok ? { state: 'done', message: tell(result), run: result.run } : failed(result.message)),
        ),
      );
    },
    judge(kind, about) {
      const decision: Decision = { ...about, kind, state: 'running', message: '', canRetry: false };
      begin(decision, () =>
        carryOut(
          decision,
          (again) => send('judgeDuplicates', { customers: decision.customers, verdict: kind }, again),
          ({ ok, message }) => (ok ? { state: 'done', message } : failed(message)),
        ),
      );
    },
    retry(decision) {
      if (isRunning(decision)) return;
      put(decision, { state: 'running', message: '' });
      enqueue(work.get(decision)!);
    },
    undo() {
      const last = made[made.length - 1];
      if (last?.state !== 'done') return;
      put(last, { state: 'undoing' });
      enqueue(() => takeBack(last));
    },
    last: () => made[made.length - 1],
    open: () => made.filter(({ state }) => state === 'unsure' || state === 'failed'),
    isBusy: () => made.some(isRunning),
    done: (kind) => made.filter((one) => one.kind === kind && one.state === 'done'),
    forget(decision) {
      made = made.filter((one) => one !== decision);
      setting.changed();
    },
    async settled(customers) {
      const touches = (one: Decision) => isRunning(one) && one.customers.some((number) => customers.includes(number));
      while (made.some(touches)) {
        const now = tail;
        await now;
        // Unsettled ones wait for the person.
        if (now === tail) break;
      }
    },
  };
}
