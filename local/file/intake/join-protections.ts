/** Protections as the file has them: Excel knows the tab as a whole and the cells left open; the rest only rides along. */
import type { Protection, Rect } from '../../contract.ts';
import type { RawSheet } from '../excel/raw-workbook.ts';
import { mostOpenCells } from '../excel/shape-writing.ts';

/**
 * @param owner may go on editing where a tab was protected elsewhere, and nobody else
 * @param moved where a rectangle is now
 */
export function joinProtections(
  raw: RawSheet,
  old: readonly Protection[],
  { id, owner, moved }: { id: string; owner: string; moved: (rect: Rect) => Rect },
): Protection[] {
  const isWhole = ({ rect, warningOnly }: Protection) => !rect && !warningOnly;
  const whole = old.find(isWhole);
  const kept = old
    .filter((protection) => protection !== whole || raw.isProtected)
    .map((protection) => {
      if (protection === whole) return { ...protection, ...openCells(protection.unprotected, raw.unlocked) };
      return protection.rect ? { ...protection, rect: moved(protection.rect) } : protection;
    });
  if (!raw.isProtected || whole) return kept;
  const open = raw.unlocked.length > 0 && { unprotected: raw.unlocked };
  return [...kept, { id, warningOnly: false, editors: [owner], ...open }];
}

/** The same cells in other rectangles are no change. */
function openCells(before: Rect[] | undefined, now: Rect[]): { unprotected?: Rect[] } {
  const written = (before ?? []).filter(({ rows, columns }) => rows * columns <= mostOpenCells);
  if (sameCells(written, now)) return before ? { unprotected: before } : {};
  const unwritten = (before ?? []).filter((rect) => !written.includes(rect));
  return { unprotected: [...unwritten, ...now] };
}

function sameCells(a: readonly Rect[], b: readonly Rect[]): boolean {
  const places = (rects: readonly Rect[]) => {
    const set = new Set<string>();
    for (const { row, column, rows, columns } of rects)
      for (let i = row; i < row + rows; i++) for (let j = column; j < column + columns; j++) set.add(`${i}:${j}`);
    return set;
  };
  const size = (rects: readonly Rect[]) => rects.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  if (size(b) > 10 * mostOpenCells) return false;
  const [left, right] = [places(a), places(b)];
  return left.size === right.size && [...left].every((place) => right.has(place));
}
