import { seededRandom } from '../run/seeded-random.ts';

/** How long a turn may keep silent before the next one is given: whoever has it may be waiting for a lock, ms. */
const SILENCE = 15;

/**
 * Gives turns to executions that wait at a gate before every service call: which of them goes on is chance, by a seed.
 * Nobody else moves while one has the turn, unless that one is held by a lock.
 */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  readonly #random: () => number;
  #timer: NodeJS.Timeout | undefined;
  #isOpen = true;
  /** turns given so far */
  given = 0;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** How many executions should have come to the gate before one of them may go on. */
  expected = 1;

  /** Waits for a turn. */
  readonly gate = (): Promise<void> => {
    if (!this.#isOpen) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#waiting.length >= this.expected) this.#give();
      else this.#expectSilence();
    });
  };

  /** Lets everybody through from now on. */
  end(): void {
    this.#isOpen = false;
    clearTimeout(this.#timer);
    for (const go of this.#waiting.splice(0)) go();
  }

  #expectSilence(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#give(), SILENCE);
  }

  #give(): void {
    clearTimeout(this.#timer);
    const [go] = this.#waiting.splice(Math.floor(this.#random() * this.#waiting.length), 1);
    if (!go) return;
    this.given++;
    go();
    if (this.#waiting.length > 0) this.#expectSilence();
  }
}
