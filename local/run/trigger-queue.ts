/** "onEdit queues at most 2 events" (platform.md §2). */
const MAX_WAITING = 2;

interface Line {
  busy: boolean;
  waiting: (() => Promise<void>)[];
}

/** Lets the edit triggers of one user run one after another; who edits faster than they run loses events. */
export class TriggerQueue {
  readonly #lines = new Map<string, Line>();
  readonly #drops: boolean;

  /** @param drops whether edits beyond the two that may wait are lost, as on Google */
  constructor(drops: boolean) {
    this.#drops = drops;
  }

  /** @returns false when the event was dropped */
  push(user: string, job: () => Promise<void>): boolean {
    let line = this.#lines.get(user);
    if (!line) this.#lines.set(user, (line = { busy: false, waiting: [] }));
    if (this.#drops && line.waiting.length >= MAX_WAITING) return false;
    line.waiting.push(job);
    if (!line.busy) void this.#work(line);
    return true;
  }

  async #work(line: Line): Promise<void> {
    line.busy = true;
    for (let job = line.waiting.shift(); job; job = line.waiting.shift()) await job();
    line.busy = false;
  }
}
