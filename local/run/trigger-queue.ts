/** "onEdit queues at most 2 events" (platform.md §2). */
const MAX_WAITING = 2;

interface Line {
  /** set while something of it runs */
  work: Promise<void> | undefined;
  waiting: (() => Promise<void>)[];
}

/** Lets the edit triggers of one user run one after another; who edits faster than they run loses events. */
export class TriggerQueue {
  readonly #lines = new Map<string, Line>();
  readonly #beside = new Set<Promise<void>>();
  readonly #drops: boolean;

  /** @param drops whether edits beyond the two that may wait are lost, as on Google */
  constructor(drops: boolean) {
    this.#drops = drops;
  }

  /** @returns false when the event was dropped */
  push(user: string, job: () => Promise<void>): boolean {
    let line = this.#lines.get(user);
    if (!line) this.#lines.set(user, (line = { work: undefined, waiting: [] }));
    if (this.#drops && line.waiting.length >= MAX_WAITING) return false;
    line.waiting.push(job);
    line.work ??= this.#work(line);
    return true;
  }

  /** Runs beside the line: what is not an edit neither waits for edits nor takes their places. */
  run(job: () => Promise<void>): void {
    const work: Promise<void> = job().finally(() => this.#beside.delete(work));
    this.#beside.add(work);
  }

  /** Resolves when nothing runs or waits. */
  async settled(): Promise<void> {
    for (;;) {
      const busy = [...this.#beside, ...[...this.#lines.values()].flatMap(({ work }) => (work ? [work] : []))];
      if (busy.length === 0) return;
      await Promise.all(busy);
    }
  }

  async #work(line: Line): Promise<void> {
    for (let job = line.waiting.shift(); job; job = line.waiting.shift()) await job();
    line.work = undefined;
  }
}
