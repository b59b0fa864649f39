import type { Rect } from '../contract.ts';
import { covers } from '../model/rects.ts';

const REMEMBERED = 200;

type Matrix = readonly (readonly unknown[])[];

interface Seen {
  kind: string;
  sheet: number;
  rect: Rect;
  /** what was read, where that is kept */
  cells?: Matrix;
}

/**
 * Which cells an execution has read already: reading them again costs next to nothing on Google (look-ahead,
 * platform.md §3), and may even give what was there before somebody else changed it.
 */
export class ReadCache {
  #revision = -1;
  #seen: Seen[] = [];

  /** Whether the cells have been read since `revision` last changed. */
  knows(kind: string, sheet: number, rect: Rect, revision: number): boolean {
    return this.#find(kind, sheet, rect, revision) !== undefined;
  }

  /** What was read of these cells, if it was kept. */
  recall(kind: string, sheet: number, rect: Rect, revision: number): unknown[][] | undefined {
    const seen = this.#find(kind, sheet, rect, revision);
    if (!seen?.cells) return undefined;
    const [top, left] = [rect.row - seen.rect.row, rect.column - seen.rect.column];
    return seen.cells.slice(top, top + rect.rows).map((line) => line.slice(left, left + rect.columns));
  }

  remember(kind: string, sheet: number, rect: Rect, revision: number, cells?: Matrix): void {
    this.#forget(revision);
    // a script that reads cell by cell would otherwise spend its time searching here
    if (this.#seen.length >= REMEMBERED) this.#seen.shift();
    this.#seen.push(cells ? { kind, sheet, rect, cells } : { kind, sheet, rect });
  }

  #find(kind: string, sheet: number, rect: Rect, revision: number): Seen | undefined {
    this.#forget(revision);
    return this.#seen.find((each) => each.kind === kind && each.sheet === sheet && covers(each.rect, rect));
  }

  #forget(revision: number): void {
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.#seen = [];
  }
}
