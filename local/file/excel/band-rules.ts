/**
 * Alternating colours in the file. Excel has none for plain ranges, so they go out as conditional formats behind all others,
 * each with its name in a text that counts for nothing: `N("…")+MOD(ROW()-2,2)=0`.
 */
import type { Rect, SheetState, Style } from '../../contract.ts';
import type { Banding } from '../../presentation.ts';
import type { RawSheet } from './raw-workbook.ts';

const parts = ['header', 'first', 'second', 'footer'] as const;
type Part = (typeof parts)[number];

export interface BandRule {
  ranges: Rect[];
  formula: string;
  color: string;
}

const mark = /^N\("Ledger band (\d+) (header|first|second|footer)"\)\+/;

/** Too many pieces would make a rule that no program draws quickly. */
const mostPieces = 400;

/** @param styles of the workbook: a cell's own background lies over the band's */
export function bandRules(sheet: SheetState, styles: readonly Style[]): BandRule[] {
  return sheet.bandings.flatMap((banding) => {
    const { rect } = banding;
    const bottom = Math.min(rect.row + rect.rows, sheet.rowCount);
    const [top, end] = [rect.row + (banding.header ? 1 : 0), bottom - (banding.footer ? 1 : 0)];
    const rows: Record<Part, [from: number, to: number, test: string]> = {
      header: [rect.row, rect.row + 1, '1=1'],
      first: [top, end, `MOD(ROW()-${top + 1},2)=0`],
      second: [top, end, `MOD(ROW()-${top + 1},2)=1`],
      footer: [end, bottom, '1=1'],
    };
    return parts.flatMap((part): BandRule[] => {
      const color = banding[part];
      const [from, to, test] = rows[part];
      if (!color || to <= from) return [];
      const whole = { ...rect, row: from, rows: to - from };
      const ranges = withoutColored(sheet, styles, whole);
      if (ranges.length === 0) return [];
      return [{ ranges, formula: `N("Ledger band ${banding.id} ${part}")+${test}`, color }];
    });
  });
}

/** The rectangle without the cells that have a background of their own, runs of equal rows together. */
function withoutColored(sheet: SheetState, styles: readonly Style[], rect: Rect): Rect[] {
  const found: Rect[] = [];
  let open: { key: string; pieces: Rect[] } | undefined;
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    const isPast = row >= sheet.cells.length;
    const runs: [number, number][] = [];
    for (let column = rect.column; column < rect.column + rect.columns; column++) {
      const style = isPast ? undefined : sheet.cells[row]?.[column]?.s;
      if (style !== undefined && styles[style]?.background) continue;
      const last = runs.at(-1);
      if (last && last[0] + last[1] === column) last[1]++;
      else runs.push([column, 1]);
    }
    const key = runs.join(' ');
    const rows = isPast ? rect.row + rect.rows - row : 1;
    if (open?.key === key) for (const piece of open.pieces) piece.rows += rows;
    else {
      open = { key, pieces: runs.map(([column, columns]) => ({ row, column, rows, columns })) };
      found.push(...open.pieces);
    }
    if (isPast) break;
  }
  return found.length > mostPieces ? [rect] : found;
}

/** Takes the bands' rules out of a tab; their colours by band, as another program may have changed them. */
export function takeBandRules(raw: RawSheet): Map<number, Partial<Record<Part, string>>> {
  const found = new Map<number, Partial<Record<Part, string>>>();
  raw.rules = raw.rules.filter(({ rule }) => {
    const [, id, part] = mark.exec((rule.formulas[0] ?? '').replace(/\s/g, (space) => (space === ' ' ? ' ' : ''))) ?? [];
    if (id === undefined) return true;
    found.set(Number(id), { ...found.get(Number(id)), [part as Part]: rule.style.background });
    return false;
  });
  return found;
}

/** A band whose rules are all gone was taken away; one that never had any stays. */
export function joinBandings(
  known: readonly Banding[],
  written: readonly number[],
  found: ReadonlyMap<number, Partial<Record<Part, string>>>,
): Banding[] {
  return known.flatMap((banding) => {
    const colors = found.get(banding.id);
    if (!colors) return written.includes(banding.id) ? [] : [banding];
    const changed = Object.fromEntries(
      Object.entries(colors).filter(([part, color]) => color && banding[part as Part] !== color),
    );
    return [{ ...banding, ...changed }];
  });
}
