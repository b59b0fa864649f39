/** What hangs on rows and columns of a tab besides its cells, moved along with them. */
import type { Metadata, NamedRange, SheetState } from '../contract.ts';
import { type AxisChange, mapIndex, mapRect, mapRects } from './axis.ts';
import { shiftFormula } from './shift-formula.ts';

/** The parts of a tab that a structural change can touch. */
export type SheetParts = Pick<
  SheetState,
  | 'name'
  | 'rowCount'
  | 'columnCount'
  | 'frozenRows'
  | 'frozenColumns'
  | 'rowHeights'
  | 'columnWidths'
  | 'hiddenRows'
  | 'hiddenColumns'
  | 'filteredRows'
  | 'filter'
  | 'merges'
  | 'conditionalFormats'
  | 'protections'
  | 'bandings'
>;

/** Builds the parts anew; the argument stays as it is. */
export function shiftParts(parts: SheetParts, change: AxisChange): SheetParts {
  const rows = change.axis === 'row';
  const shifted: SheetParts = {
    name: parts.name,
    rowCount: rows ? resize(parts.rowCount, change) : parts.rowCount,
    columnCount: rows ? parts.columnCount : resize(parts.columnCount, change),
    frozenRows: rows ? frozen(parts.frozenRows, change) : parts.frozenRows,
    frozenColumns: rows ? parts.frozenColumns : frozen(parts.frozenColumns, change),
    rowHeights: rows ? mapKeys(parts.rowHeights, change) : parts.rowHeights,
    columnWidths: rows ? parts.columnWidths : mapKeys(parts.columnWidths, change),
    hiddenRows: rows ? mapIndexes(parts.hiddenRows, change) : parts.hiddenRows,
    hiddenColumns: rows ? parts.hiddenColumns : mapIndexes(parts.hiddenColumns, change),
    filteredRows: rows ? mapIndexes(parts.filteredRows, change) : parts.filteredRows,
    merges: mapRects(parts.merges, change),
    conditionalFormats: parts.conditionalFormats.flatMap((format) => {
      const ranges = mapRects(format.ranges, change);
      if (ranges.length === 0) return [];
      const args = format.args.map((arg) => shiftText(arg, parts.name, parts.name, change));
      return { ...format, ranges, args };
    }),
    protections: parts.protections.flatMap((protection) => {
      const unprotected = protection.unprotected && { unprotected: mapRects(protection.unprotected, change) };
      if (!protection.rect) return { ...protection, ...unprotected };
      const rect = mapRect(protection.rect, change);
      return rect ? { ...protection, rect, ...unprotected } : [];
    }),
    bandings: parts.bandings.flatMap((banding) => {
      const rect = mapRect(banding.rect, change);
      return rect ? { ...banding, rect } : [];
    }),
  };
  const filterRect = parts.filter && mapRect(parts.filter.rect, change);
  if (parts.filter && filterRect) {
    shifted.filter = { rect: filterRect, criteria: rows ? parts.filter.criteria : mapKeys(parts.filter.criteria, change) };
  }
  return shifted;
}

/** A condition's argument: formulas and ranges follow, other text stays. */
function shiftText<T>(arg: T, own: string, changed: string, change: AxisChange): T {
  return typeof arg === 'string' && arg.startsWith('=') ? (shiftFormula(arg, own, changed, change) as T & string) : arg;
}

export function shiftMetadata(metadata: readonly Metadata[], sheet: number, change: AxisChange): Metadata[] {
  return metadata.flatMap((entry) => {
    const { at } = entry;
    if (at.kind !== change.axis || at.sheet !== sheet || at.index === undefined) return entry;
    const index = mapIndex(at.index, change);
    return index === undefined ? [] : index === at.index ? entry : { ...entry, at: { ...at, index } };
  });
}

export function shiftNamedRanges(ranges: readonly NamedRange[], sheet: number, change: AxisChange): NamedRange[] {
  return ranges.flatMap((range) => {
    if (range.sheet !== sheet) return range;
    const rect = mapRect(range.rect, change);
    return rect ? { ...range, rect } : [];
  });
}

function resize(size: number, change: AxisChange): number {
  return change.kind === 'insert' ? size + change.count : change.kind === 'delete' ? size - change.count : size;
}

function frozen(lines: number, change: AxisChange): number {
  const { at, count } = change;
  if (at >= lines || change.kind === 'move') return lines;
  return change.kind === 'insert' ? lines + count : lines - Math.min(count, lines - at);
}

function mapIndexes(indexes: readonly number[], change: AxisChange): number[] {
  return indexes.flatMap((index) => mapIndex(index, change) ?? []).sort((a, b) => a - b);
}

function mapKeys<T>(record: Record<number, T>, change: AxisChange): Record<number, T> {
  const mapped = Object.entries(record).flatMap(([key, value]) => {
    const index = mapIndex(Number(key), change);
    return index === undefined ? [] : [[index, value] as const];
  });
  return Object.fromEntries(mapped);
}
