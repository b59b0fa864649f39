/** What becomes of a formula when it is copied, when rows and columns change under it, and when tabs are renamed or deleted. */
import { type AxisChange, mapSpan } from './axis.ts';
import { mapReferences, type Reference, type ReferenceEnd } from './references.ts';

/** A copied formula: relative parts move along, parts with `$` stay; what leaves the sheet is `#REF!`. */
export function copyFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (reference) => {
    const first = copyEnd(reference.first, rows, columns);
    const last = reference.last && copyEnd(reference.last, rows, columns);
    if (first === null || last === null) return null;
    return { ...reference, first, ...(last ? { last } : {}) };
  });
}

function copyEnd(end: ReferenceEnd, rows: number, columns: number): ReferenceEnd | null {
  const moved = { ...end };
  if (end.row !== undefined && !end.fixedRow) moved.row = end.row + rows;
  if (end.column !== undefined && !end.fixedColumn) moved.column = end.column + columns;
  return (moved.row ?? 0) < 0 || (moved.column ?? 0) < 0 ? null : moved;
}

/** A formula on the tab `own` after `change` on the tab `changed` (names, compared without case). */
export function shiftFormula(formula: string, own: string, changed: string, change: AxisChange): string {
  return mapReferences(formula, (reference) => {
    if (!sameName(reference.sheet ?? own, changed)) return reference;
    return shiftReference(reference, change);
  });
}

function shiftReference(reference: Reference, change: AxisChange): Reference | null {
  const { axis } = change;
  const start = reference.first[axis];
  const end = reference.last ? reference.last[axis] : start;
  if (start === undefined && end === undefined) return reference;
  const openEnd = end === undefined;
  // `B2:B` runs to the last row of the sheet, wherever that is
  const low = start === undefined ? end! : openEnd ? start : Math.min(start, end);
  const high = openEnd ? Number.MAX_SAFE_INTEGER : start === undefined ? end : Math.max(start, end);
  const span = mapSpan({ start: low, count: high - low + 1 }, change);
  if (!span) return null;
  if (span.start === low && (openEnd || span.count === high - low + 1)) return reference;
  const first = { ...reference.first };
  const last = reference.last && { ...reference.last };
  const newHigh = span.start + span.count - 1;
  const swapped = start !== undefined && end !== undefined && start > end;
  if (start !== undefined) first[axis] = swapped ? newHigh : span.start;
  if (last && end !== undefined) last[axis] = swapped ? span.start : newHigh;
  return { ...reference, first, ...(last ? { last } : {}) };
}

export function renameInFormula(formula: string, from: string, to: string): string {
  return mapReferences(formula, (reference) =>
    reference.sheet !== undefined && sameName(reference.sheet, from) ? { ...reference, sheet: to } : reference,
  );
}

export function forgetSheetInFormula(formula: string, name: string): string {
  return mapReferences(formula, (reference) =>
    reference.sheet !== undefined && sameName(reference.sheet, name) ? null : reference,
  );
}

function sameName(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}
