import type { Rect } from '../contract.ts';
import type { Meter } from './meter.ts';
import { ReadCache } from './read-cache.ts';
import type { Place } from './surroundings.ts';

/** The extent of a tab is remembered as a row of two numbers. */
const EXTENT: Rect = { row: 0, column: 0, rows: 1, columns: 2 };

/**
 * Prices what one execution reads, and answers from memory where Google may do so: what it has read before it may get
 * again as it was, although somebody else has changed it since (`readAgain` in `local/run/doubts.ts`).
 */
export class Reading {
  readonly #meter: Meter;
  readonly #remembers: boolean;
  readonly #caches = new Map<Place, ReadCache>();
  #ownChanges = 0;

  /** @param remembers whether only the execution's own changes make it forget */
  constructor(meter: Meter, remembers: boolean) {
    this.#meter = meter;
    this.#remembers = remembers;
  }

  /** The execution has changed something, or flushed. */
  forget(): void {
    this.#ownChanges++;
  }

  /** Counts and prices a read that is not remembered. */
  price(place: Place, kind: string, sheet: number, rect: Rect): void {
    if (!this.#charge(place, kind, sheet, rect)) this.#cache(place).remember(kind, sheet, rect, this.#revision(place));
  }

  /** @param read looks into the workbook as it is */
  cells<T>(place: Place, kind: string, sheet: number, rect: Rect, read: () => T[][]): T[][] {
    const known = this.#charge(place, kind, sheet, rect);
    const cache = this.#cache(place);
    const recalled = known ? cache.recall(kind, sheet, rect, this.#revision(place)) : undefined;
    if (recalled) return recalled as T[][];
    const cells = read();
    if (!known)
      cache.remember(kind, sheet, rect, this.#revision(place), this.#remembers ? cells.map((line) => [...line]) : undefined);
    return cells;
  }

  /** How far the contents of a tab reach. */
  extent(place: Place, sheet: number, axis: 'row' | 'column'): number {
    const revision = this.#revision(place);
    const cache = this.#cache(place);
    const known = cache.knows('extent', sheet, EXTENT, revision);
    if (known) this.#meter.charge('lookAhead');
    else this.#meter.lookup('lookup');
    const recalled = cache.recall('extent', sheet, EXTENT, revision) as number[][] | undefined;
    if (recalled) return recalled[0]![axis === 'row' ? 0 : 1]!;
    const { book } = place;
    const kept = this.#remembers ? [[book.lastRow(sheet), book.lastColumn(sheet)]] : undefined;
    if (!known) cache.remember('extent', sheet, EXTENT, revision, kept);
    return axis === 'row' ? book.lastRow(sheet) : book.lastColumn(sheet);
  }

  /** Whether the cells have been read before; prices the read accordingly. */
  #charge(place: Place, kind: string, sheet: number, rect: Rect): boolean {
    const known = this.#cache(place).knows(kind, sheet, rect, this.#revision(place));
    if (known) this.#meter.charge('lookAhead');
    else this.#meter.read(rect.rows * rect.columns);
    return known;
  }

  #cache(place: Place): ReadCache {
    let cache = this.#caches.get(place);
    if (!cache) this.#caches.set(place, (cache = new ReadCache()));
    return cache;
  }

  #revision(place: Place): number {
    return this.#remembers ? this.#ownChanges : place.gridRevision;
  }
}
