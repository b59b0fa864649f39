interface Waiter {
  holder: object;
  grant: (granted: boolean) => void;
}

/** The locks of `LockService`, really shared between executions. A holder is an execution; it may take its own lock again. */
export class LockTable {
  readonly #held = new Map<string, object>();
  readonly #waiters = new Map<string, Waiter[]>();

  tryNow(name: string, holder: object): boolean {
    const current = this.#held.get(name);
    if (current && current !== holder) return false;
    this.#held.set(name, holder);
    return true;
  }

  isHeldBy(name: string, holder: object): boolean {
    return this.#held.get(name) === holder;
  }

  /** Resolves `true` when the lock is had, `false` after `ms`. */
  wait(name: string, holder: object, ms: number): Promise<boolean> {
    if (this.tryNow(name, holder)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const queue = this.#waiters.get(name) ?? [];
      this.#waiters.set(name, queue);
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(waiter), 1);
        resolve(false);
      }, ms);
      const waiter: Waiter = {
        holder,
        grant: (granted) => {
          clearTimeout(timer);
          resolve(granted);
        },
      };
      queue.push(waiter);
    });
  }

  release(name: string, holder: object): void {
    if (this.#held.get(name) !== holder) return;
    this.#held.delete(name);
    const next = this.#waiters.get(name)?.shift();
    if (next) {
      this.#held.set(name, next.holder);
      next.grant(true);
    }
  }

  /** At the end of an execution, however it ended. */
  releaseAll(holder: object): void {
    for (const queue of this.#waiters.values()) {
      for (const waiter of queue.filter((each) => each.holder === holder)) {
        queue.splice(queue.indexOf(waiter), 1);
        waiter.grant(false);
      }
    }
    for (const [name, current] of [...this.#held]) if (current === holder) this.release(name, holder);
  }
}
