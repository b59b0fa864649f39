import type { Failure, LedgerApi } from '../src/domain/api.ts';

/**
 * What came of a call. `refused`: the server says itself that nothing was done. `lost`: no answer arrived, so whether it
 * was done is unknown.
 */
export type Answer<T> =
  | { kind: 'answer'; value: T }
  | { kind: 'refused'; message: string; retry: boolean }
  | { kind: 'lost'; after: 'time' | 'failure' };

type Result<K extends keyof LedgerApi> = Exclude<ReturnType<LedgerApi[K]>, Failure>;

interface Run {
  withSuccessHandler(handler: (text: unknown) => void): Run;
  withFailureHandler(handler: (error: unknown) => void): Run;
  [name: string]: unknown;
}

declare const google: { script: { run: Run } } | undefined;

/** Milliseconds after which the page stops waiting. Google's own client would wait for about 390 s. */
const patience = 60_000;

/**
 * Calls a function of the server with JSON text both ways. Never rejects: what went wrong is in the answer.
 *
 * @example const answer = await call('findCustomers', { text: '\u5f20' })
 */
export function call<K extends keyof LedgerApi>(name: K, input: Parameters<LedgerApi[K]>[0]): Promise<Answer<Result<K>>> {
  return ask(name, [JSON.stringify(input)], patience);
}

/** The same for what takes minutes: the page waits until the platform would have ended it. */
export function callPatiently<K extends keyof LedgerApi>(
  name: K,
  input: Parameters<LedgerApi[K]>[0],
): Promise<Answer<Result<K>>> {
  return ask(name, [JSON.stringify(input)], longest);
}

/** Milliseconds: the platform ends whatever runs for longer, and then tells nobody. */
const longest = 390_000;

/**
 * Runs something of the menu from the page and waits until it is over.
 *
 * @param id of the action
 * @param request what it asks for
 */
export function runAction(
  id: string,
  request: object = {},
): Promise<Answer<{ ok: boolean; message: string; details?: Record<string, unknown> }>> {
  return ask('runAction', [id, JSON.stringify(request)], longest);
}

function ask<T>(name: string, given: readonly string[], most: number): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'lost', after: 'time' }), most);
    const settle = (answer: Answer<T>) => {
      clearTimeout(timer);
      resolve(answer);
    };
    try {
      const run = google!.script.run
        .withSuccessHandler((text) => settle(read<T>(text)))
        .withFailureHandler(() => settle({ kind: 'lost', after: 'failure' }));
      (run[name] as (...texts: readonly string[]) => void)(...given);
    } catch {
      settle({ kind: 'lost', after: 'failure' });
    }
  });
}

/** Google answers `null` where a result held a date or was too large; that tells nothing about what was done. */
function read<T>(text: unknown): Answer<T> {
  if (typeof text !== 'string') return { kind: 'lost', after: 'failure' };
  try {
    const value = JSON.parse(text) as T | Failure;
    if (value && typeof value === 'object' && 'failed' in value) {
      if (value.unsure) return { kind: 'lost', after: 'failure' };
      return { kind: 'refused', message: value.message, retry: value.retry };
    }
    return { kind: 'answer', value: value as T };
  } catch {
    return { kind: 'lost', after: 'failure' };
  }
}
