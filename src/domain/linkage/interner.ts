/** Gives equal texts equal small numbers, and counts how often each came. 0 stands for the empty text. */
export class Interner {
  private readonly ids = new Map<string, number>([['', 0]]);
  private readonly counts: number[] = [0];
  private sum = 0;
  /** As it was at that total. */
  private spread = { total: 0, value: 0 };

  id(text: string): number {
    let id = this.ids.get(text);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(text, id);
      this.counts.push(0);
    }
    this.countAgain(id);
    return id;
  }

  countAgain(id: number): void {
    this.counts[id]! += 1;
    if (id !== 0) this.sum += 1;
  }

  /** Counts by what is known of more rows than were read. */
  recount(countOf: (text: string) => number, total: number): void {
    for (const [text, id] of this.ids) if (id !== 0) this.counts[id] = Math.max(countOf(text), this.counts[id]!);
    this.sum = total;
    this.spread = { total: -1, value: 0 };
  }

  count(id: number): number {
    return this.counts[id] ?? 0;
  }

  /** How many values were not empty. */
  get total(): number {
    return this.sum;
  }

  /** The chance that two values taken at random are different. */
  get variety(): number {
    if (this.spread.total !== this.sum) {
      let alike = 0;
      for (let id = 1; id < this.counts.length; id++) alike += (this.counts[id]! / this.sum) ** 2;
      this.spread = { total: this.sum, value: 1 - alike };
    }
    return this.spread.value;
  }
}
