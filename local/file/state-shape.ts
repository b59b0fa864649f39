/**
 * Whether what a file says of itself is a workbook's state. The seal's checksums tell damage; this tells a state that some
 * other program put there, which is then passed over in favour of the cells.
 */
import type { Rect, SheetState, WorkbookState } from '../contract.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isRect = (value: unknown): value is Rect =>
  isRecord(value) && [value.row, value.column, value.rows, value.columns].every(isCount);

/** Strict about what the model reads without asking: tables, sizes, cells. */
export function hasShape(value: unknown): value is WorkbookState {
  if (!isRecord(value)) return false;
  const { styles, validations, sheets, namedRanges, metadata, triggers, outbox, properties, nextIds } = value;
  const lists = [styles, validations, sheets, namedRanges, metadata, triggers, outbox];
  return (
    ['id', 'title', 'locale', 'timeZone', 'owner'].every((key) => isText(value[key])) &&
    lists.every((list) => Array.isArray(list) && list.every(isRecord)) &&
    isRecord(properties) &&
    ['script', 'document', 'user'].every((key) => isRecord(properties[key])) &&
    isRecord(nextIds) &&
    Object.values(nextIds).every(isCount) &&
    (namedRanges as unknown[]).every((named) => isRecord(named) && isText(named.name) && isRect(named.rect)) &&
    (sheets as unknown[]).length > 0 &&
    (sheets as SheetState[]).every((sheet) => isSheet(sheet, (styles as unknown[]).length, (validations as unknown[]).length))
  );
}

function isSheet(sheet: SheetState, styles: number, validations: number): boolean {
  const lists = [sheet.hiddenRows, sheet.hiddenColumns, sheet.filteredRows, sheet.merges, sheet.conditionalFormats];
  return (
    [sheet.id, sheet.rowCount, sheet.columnCount, sheet.frozenRows, sheet.frozenColumns].every(isCount) &&
    isText(sheet.name) &&
    [...lists, sheet.protections, sheet.bandings, sheet.charts, sheet.cells].every(Array.isArray) &&
    isRecord(sheet.rowHeights) &&
    isRecord(sheet.columnWidths) &&
    sheet.merges.every(isRect) &&
    (sheet.filter === undefined || (isRect(sheet.filter.rect) && isRecord(sheet.filter.criteria))) &&
    sheet.cells.length <= sheet.rowCount &&
    sheet.cells.every((line) => isLine(line, sheet.columnCount, styles, validations))
  );
}

function isLine(line: unknown, width: number, styles: number, validations: number): boolean {
  if (line === null || line === undefined) return true;
  if (!Array.isArray(line) || line.length > width) return false;
  return line.every((cell: unknown) => {
    if (cell === null || cell === undefined) return true;
    if (!isRecord(cell)) return false;
    const { v, f, s, d, n, r } = cell;
    const isValue = typeof v !== 'object' || v === null || isText((v as { error?: unknown }).error);
    const isIndex = (index: unknown, size: number) => index === undefined || (isCount(index) && index < size);
    return (
      isValue &&
      (f === undefined || isText(f)) &&
      (n === undefined || isText(n)) &&
      (r === undefined || (Array.isArray(r) && r.every(isRecord))) &&
      isIndex(s, styles) &&
      isIndex(d, validations)
    );
  });
}
