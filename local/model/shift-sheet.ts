/** What hangs on rows and columns of a tab besides its cells, moved along with them. */
import type { Metadata, NamedRange, SheetState } from '../contract.ts';
import type { LineGroup } from '../presentation.ts';
import { type Axis, type AxisChange, mapIndex, mapOpenRect, mapRect, mapRects, mapSpan } from './axis.ts';
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
  | 'rowGroups'
  | 'columnGroups'
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
    // of a merge that lost all lines but one, an ordinary cell is left
    merges: mapRects(parts.merges, change).filter((rect) => rect.rows * rect.columns > 1),
    conditionalFormats: parts.conditionalFormats.flatMap((format) => {
      const ranges = mapRects(format.ranges, change);
      if (ranges.length === 0) return [];
      const args = format.args.map((arg) => shiftText(arg, parts.name, parts.name, change));
      return { ...format, ranges, args };
    }),
    protections: parts.protections.flatMap((protection) => {
      const unprotected = protection.unprotected && { unprotected: mapRects(protection.unprotected, change) };
      if (!protection.rect) return { ...protection, ...unprotected };
      const rect = mapOpenRect(protection.rect, protection.open, change);
      return rect ? { ...protection, rect, ...unprotected } : [];
    }),
    bandings: parts.bandings.flatMap((banding) => {
      const rect = mapRect(banding.rect, change);
      return rect ? { ...banding, rect } : [];
    }),
  };
  const rowGroups = shiftGroups(parts.rowGroups, 'row', change);
  const columnGroups = shiftGroups(parts.columnGroups, 'column', change);
  if (rowGroups) shifted.rowGroups = rowGroups;
  if (columnGroups) shifted.columnGroups = columnGroups;
  const filterRect = parts.filter && mapRect(parts.filter.rect, change);
  if (parts.filter && filterRect) {
    const { criteria, sort } = parts.filter;
    shifted.filter = { rect: filterRect, criteria: rows ? criteria : mapKeys(criteria, change) };
    const column = sort && (rows ? sort.column : mapIndex(sort.column, change));
    if (column !== undefined) shifted.filter.sort = { ...sort!, column };
  }
  return shifted;
}

/** `undefined` where there is none left. */
export function shiftGroups(
  groups: readonly LineGroup[] | null | undefined,
  axis: Axis,
  change: AxisChange,
): LineGroup[] | undefined {
  if (!groups) return undefined;
  if (axis !== change.axis) return [...groups];
  const shifted = groups.flatMap((group) => {
    const span = mapSpan({ start: group.at, count: group.count }, change);
    return span ? { ...group, at: span.start, count: span.count } : [];
  });
  return shifted.length > 0 ? shifted : undefined;
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
    const rect = mapOpenRect(range.rect, range.open, change);
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
