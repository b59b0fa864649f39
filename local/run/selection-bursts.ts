/** Selections that follow one another faster than this are one burst: only its first and its last are told (platform.md §2). */
const BURST_MS = 2000;

interface Burst {
  /** ms since 1970 */
  last: number;
  /** told when the burst is over */
  waiting?: () => void;
  timer?: NodeJS.Timeout;
}

/** Decides which of a user's selections `onSelectionChange` hears of. */
export class SelectionBursts {
  readonly #bursts = new Map<object, Burst>();

  /** @param who whose selections belong together */
  selected(who: object, now: number, tell: () => void): void {
    this.settle(now);
    const burst = this.#bursts.get(who);
    if (!burst || now - burst.last >= BURST_MS) {
      this.#bursts.set(who, { last: now });
      tell();
      return;
    }
    clearTimeout(burst.timer);
    burst.last = now;
    burst.waiting = tell;
    burst.timer = setTimeout(() => this.#over(burst), BURST_MS);
    // nobody's program stays alive for a selection
    burst.timer.unref();
  }

  /** Tells the last of every burst that is over by now. */
  settle(now: number): void {
    for (const burst of this.#bursts.values()) if (now - burst.last >= BURST_MS) this.#over(burst);
  }

  close(): void {
    for (const { timer } of this.#bursts.values()) clearTimeout(timer);
    this.#bursts.clear();
  }

  #over(burst: Burst): void {
    clearTimeout(burst.timer);
    const { waiting } = burst;
    burst.waiting = undefined;
    waiting?.();
  }
}
