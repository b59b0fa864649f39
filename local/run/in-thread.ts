import type { Runner } from './executions.ts';
import type { CompiledScript } from './open-realm.ts';
import type { Outcome } from './realm-bootstrap.ts';
import { runInThread } from './run-in-thread.ts';

/**
 * One execution after another, each in this thread; what is started while one runs waits its turn.
 * @param nested what a hook starts while an execution is held there runs at once instead
 */
export function inThread(
  compiled: CompiledScript,
  { seed, intl, nested }: { seed: number | undefined; intl: boolean; nested: boolean },
): { runner: Runner; close: () => Promise<void> } {
  let busy = false;
  const waiting: (() => void)[] = [];
  const runner: Runner = (context, name, args) => {
    const run = (): Outcome => {
      const outer = busy;
      busy = true;
      try {
        return runInThread(context, compiled, name, args, { seed, intl });
      } finally {
        busy = outer;
        const next = waiting.shift();
        if (next) queueMicrotask(next);
      }
    };
    if (!busy || nested) return run();
    return new Promise((resolve) => waiting.push(() => resolve(runner(context, name, args))));
  };
  return { runner, close: async () => undefined };
}
