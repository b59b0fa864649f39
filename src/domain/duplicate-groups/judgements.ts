/** What somebody has said of two customers: they are different people, or it is decided later. */
export type Verdict = 'notSame' | 'later';

/** A property may hold 9 KB (platform §1); a pair of usual numbers takes 16. */
const mostCharacters = 8_000;
/** So many texts leave half of the store to others: some 15,000 pairs. */
const mostTexts = 30;

/** Numbers may be any text: neither the space nor the semicolon that part them is in it. */
const written = (number: string): string => encodeURIComponent(number).replace(/;/g, '%3B');
const idOf = (a: string, b: string): string => [a, b].map(written).sort().join(' ');
const entryOf = (id: string, verdict: Verdict): string => (verdict === 'later' ? `?${id}` : id);

/**
 * Verdicts on pairs of customers, kept as a few short texts. What is added changes the last text, what is taken back only
 * the one that holds it.
 *
 * @example
 * const judgements = new Judgements([]);
 * judgements.put('C000001', 'C000002', 'notSame');
 * judgements.changed() // [{ index: 0, text: 'C000001 C000002' }]
 */
export class Judgements {
  private readonly texts: Map<string, Verdict>[];
  private readonly dirty = new Set<number>();

  constructor(texts: readonly string[]) {
    this.texts = texts.map(
      (text) =>
        new Map(
          text
            .split(';')
            .filter((entry) => entry !== '')
            .map((entry) => (entry.startsWith('?') ? [entry.slice(1), 'later'] : [entry, 'notSame']) as [string, Verdict]),
        ),
    );
  }

  of(a: string, b: string): Verdict | undefined {
    const id = idOf(a, b);
    return this.texts.find((pairs) => pairs.has(id))?.get(id);
  }

  /** @returns false where nothing more can be remembered */
  put(a: string, b: string, verdict: Verdict): boolean {
    const id = idOf(a, b);
    const there = this.texts.findIndex((pairs) => pairs.has(id));
    if (there >= 0) {
      if (this.texts[there]!.get(id) === verdict) return true;
      this.texts[there]!.set(id, verdict);
      this.dirty.add(there);
      return true;
    }
    let last = this.texts.length - 1;
    if (last < 0 || packed(this.texts[last]!).length + id.length + 2 > mostCharacters) {
      if (this.texts.length >= mostTexts) return false;
      this.texts.push(new Map());
      last++;
    }
    this.texts[last]!.set(id, verdict);
    this.dirty.add(last);
    return true;
  }

  /** Two customers are asked about again. */
  remove(a: string, b: string): void {
    const id = idOf(a, b);
    this.texts.forEach((pairs, index) => {
      if (pairs.delete(id)) this.dirty.add(index);
    });
  }

  /** Customers who are not the same as this one. */
  differentFrom(number: string): string[] {
    const own = written(number);
    return this.texts.flatMap((pairs) =>
      [...pairs].flatMap(([id, verdict]) => {
        const [a, b] = id.split(' ') as [string, string];
        if (verdict !== 'notSame' || (a !== own && b !== own)) return [];
        return [decodeURIComponent(a === own ? b : a)];
      }),
    );
  }

  /** The texts that differ from those that were read. */
  changed(): { index: number; text: string }[] {
    return [...this.dirty].map((index) => ({ index, text: packed(this.texts[index]!) }));
  }
}

/** Never empty: a property without a value may not be there at all. */
const packed = (pairs: ReadonlyMap<string, Verdict>): string =>
  [...pairs].map(([id, verdict]) => entryOf(id, verdict)).join(';') || ';';
