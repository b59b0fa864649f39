import { quantile } from '../patterns/chance.ts';

/** Values of which the middle and the spread are told, not the mean: one slow repair among many quick ones moves that far. */
export class Spread {
  private readonly values: number[] = [];
  private inOrder: Float64Array | undefined;
  sum = 0;

  add(value: number): void {
    this.values.push(value);
    this.sum += value;
    this.inOrder = undefined;
  }

  get count(): number {
    return this.values.length;
  }

  private get sorted(): Float64Array {
    this.inOrder ??= Float64Array.from(this.values).sort();
    return this.inOrder;
  }

  /** @returns null without values */
  quantile(share: number): number | null {
    return this.count === 0 ? null : quantile(this.sorted, share);
  }

  get median(): number | null {
    return this.quantile(0.5);
  }

  get most(): number {
    return this.sorted[this.count - 1] ?? 0;
  }

  /** How many are no larger than this. */
  upTo(most: number): number {
    let low = 0;
    for (let high = this.count; low < high; ) {
      const middle = (low + high) >> 1;
      if (this.sorted[middle]! <= most) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
