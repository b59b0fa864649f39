import type { Runner } from './executions.ts';
import { ScriptWorker, type WorkerOptions } from './script-worker.ts';

const MAX_IDLE = 2;

/** Each execution in a worker of its own; one is always kept ready, so that a click does not wait for a thread to start. */
export function inWorkers(options: WorkerOptions): { runner: Runner; close: () => Promise<void> } {
  const idle: ScriptWorker[] = [new ScriptWorker(options)];
  const all = new Set<ScriptWorker>(idle);
  let closed = false;

  const make = (): ScriptWorker => {
    const worker = new ScriptWorker(options);
    all.add(worker);
    return worker;
  };
  const take = (): ScriptWorker => {
    for (let worker = idle.pop(); worker; worker = idle.pop()) {
      if (worker.usable) return worker;
      all.delete(worker);
    }
    return make();
  };
  const giveBack = (worker: ScriptWorker): void => {
    if (worker.usable && idle.length < MAX_IDLE && !closed) idle.push(worker);
    else {
      if (worker.usable) worker.stop();
      all.delete(worker);
    }
    if (idle.length === 0 && !closed) idle.push(make());
  };

  return {
    runner: async (context, name, args) => {
      const worker = take();
      try {
        return await worker.run(context, name, args);
      } finally {
        giveBack(worker);
      }
    },
    close: async () => {
      closed = true;
      for (const worker of all) worker.stop();
    },
  };
}
