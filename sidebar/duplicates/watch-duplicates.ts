import type { Candidate } from '../../src/domain/api.ts';
import { call } from '../client.ts';

export interface DuplicateWatch {
  /** asks after a short rest, unless these values were asked for already */
  ask(): void;
  /** waits for a running question, at most so many milliseconds */
  settled(most: number): Promise<void>;
  pending(): boolean;
  /** drops whatever is under way; what is asked next is asked in any case */
  drop(): void;
  /** the form is done with: nothing is asked any more */
  close(): void;
}

/** Milliseconds between leaving a field and the question. */
const rest = 300;

const nothing = '{}';

export function watchDuplicates(setting: {
  values(): Record<string, string>;
  asking(): void;
  found(candidates: Candidate[]): void;
  failed(): void;
}): DuplicateWatch {
  let last = nothing;
  let question = 0;
  let running: Promise<void> | undefined;
  let closed = false;

  async function put(mine: number, values: Record<string, string>) {
    await new Promise((resolve) => setTimeout(resolve, rest));
    if (mine !== question) return;
    setting.asking();
    const answer = await call('findDuplicates', { values });
    // Something else has been asked since: this answer is about what stood there before.
    if (mine !== question) return;
    running = undefined;
    if (answer.kind === 'answer') return setting.found(answer.value.candidates.slice(0, 3));
    last = nothing;
    setting.failed();
  }

  function drop() {
    question += 1;
    running = undefined;
    last = nothing;
  }

  return {
    ask() {
      const values = setting.values();
      const text = JSON.stringify(values);
      if (closed || text === last || text === nothing) return;
      last = text;
      question += 1;
      running = put(question, values);
    },
    pending: () => running !== undefined,
    settled: async (most) => {
      const until = Date.now() + most;
      while (running && Date.now() < until) {
        await Promise.race([running, new Promise((resolve) => setTimeout(resolve, until - Date.now()))]);
      }
    },
    drop,
    close() {
      drop();
      closed = true;
    },
  };
}
