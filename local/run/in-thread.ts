import type { Runner } from './executions.ts';
import type { CompiledScript } from './open-realm.ts';
import type { Outcome } from './realm-bootstrap.ts';
import { runInThread } from './run-in-thread.ts';

/** One execution after another, each in this thread; what is started while one runs waits its turn. */
export function inThread(compiled: CompiledScript, seed: number | undefined): { runner: Runner; close: () => Promise<void> } {
  let busy = false;
  const waiting: (() => void)[] = [];
  const runner: Runner = (context, name, args) => {
    const run = (): Outcome => {
      busy = true;
      try {
        return runInThread(context, compiled, name, args, seed);
      } finally {
        busy = false;
        const next = waiting.shift();
        if (next) queueMicrotask(next);
      }
    };
    if (!busy) return run();
    return new Promise((resolve) => waiting.push(() => resolve(runner(context, name, args))));
  };
  return { runner, close: async () => undefined };
}
