import type { Rect } from '../contract.ts';
import { covers } from '../model/rects.ts';

const REMEMBERED = 200;

/**
 * Which cells an execution has read already: reading them again costs next to nothing on Google (look-ahead,
 * platform.md §3). Only the price is affected; what a read returns always comes from the workbook.
 */
export class ReadCache {
  #revision = -1;
  #seen: { kind: string; sheet: number; rect: Rect }[] = [];

  /** Tells whether the read is a hit, and remembers it. */
  hit(kind: string, sheet: number, rect: Rect, revision: number): boolean {
    if (revision !== this.#revision) {
      this.#revision = revision;
      this.#seen = [];
    }
    if (this.#seen.some((each) => each.kind === kind && each.sheet === sheet && covers(each.rect, rect))) return true;
    // a script that reads cell by cell would otherwise spend its time searching here
    if (this.#seen.length >= REMEMBERED) this.#seen.shift();
    this.#seen.push({ kind, sheet, rect });
    return false;
  }
}
