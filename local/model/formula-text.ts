/** A formula as the engine can read it: closed ranges, the engine's tab names, named ranges and the clock written out. */
import type { SheetState, WorkbookState } from '../contract.ts';
import { engineCalls } from './engine-calls.ts';
import { engineSheetName } from './formula-engine.ts';
import { formatReference, mapNames, mapReferences, type Reference, type ReferenceEnd } from './references.ts';

interface FormulaSurroundings {
  state: WorkbookState;
  own: SheetState;
  row: number;
  column: number;
  /** serial of this moment in the workbook's zone */
  now: number;
  /** names the own tab, too: for a formula that is computed elsewhere */
  qualify?: boolean;
}

/** `undefined` for a text that Sheets does not take for a formula either: it shows `#ERROR!`. */
export function engineFormula(formula: string, around: FormulaSurroundings): string | undefined {
  if (isMalformed(formula)) return undefined;
  const { state, own, now } = around;
  const clocked = engineCalls(formula).replace(CLOCK, (text: string, name: string | undefined) => {
    if (name === undefined) return text;
    // the engine computes arrays without being told to
    if (/^ARRAY/i.test(name)) return '(';
    if (/^ROW/i.test(name)) return String(around.row + 1);
    if (/^COLUMN/i.test(name)) return String(around.column + 1);
    return String(/^TODAY/i.test(name) ? Math.floor(now) : now);
  });
  const named = mapNames(clocked, (name) => namedRange(state, name));
  return mapReferences(named, (reference) => {
    const sheet = reference.sheet === undefined ? own : findSheet(state, reference.sheet);
    if (!sheet) return null;
    const closed = close(reference, sheet);
    if (reference.sheet === undefined && !around.qualify) return closed;
    return { ...closed, sheet: engineSheetName(sheet) };
  });
}

const CLOCK = /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.])((?:TODAY|NOW|ROW|COLUMN)\(\s*\)|ARRAYFORMULA\()/giu;

function namedRange(state: WorkbookState, name: string): string | null {
  if (state.namedRanges.length === 0) return null;
  const range = state.namedRanges.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  const sheet = range && state.sheets.find((candidate) => candidate.id === range.sheet);
  if (!range || !sheet) return null;
  const { row, column, rows, columns } = range.rect;
  const first: ReferenceEnd = { row, column, fixedRow: true, fixedColumn: true };
  return formatReference({ sheet: sheet.name, first, last: { ...first, row: row + rows - 1, column: column + columns - 1 } });
}

function findSheet(state: WorkbookState, name: string): SheetState | undefined {
  return (
    state.sheets.find((sheet) => sheet.name === name) ??
    state.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())
  );
}

/** IronCalc knows whole columns and closed ranges, not `B2:B`. */
function close(reference: Reference, sheet: SheetState): Reference {
  const { first, last } = reference;
  if (!last) return reference;
  const halfRow = (first.row === undefined) !== (last.row === undefined);
  const halfColumn = (first.column === undefined) !== (last.column === undefined);
  if (!halfRow && !halfColumn) return reference;
  const edges = { row: sheet.rowCount - 1, column: sheet.columnCount - 1 };
  const [start, end] = [{ ...first }, { ...last }];
  for (const axis of ['row', 'column'] as const) {
    if (start[axis] !== undefined && end[axis] === undefined) end[axis] = Math.max(edges[axis], start[axis]);
    else if (start[axis] === undefined && end[axis] !== undefined) start[axis] = 0;
  }
  return { ...reference, first: start, last: end };
}

/** Two values with nothing between them (`=+86 138-0013-8000`): the engine would read the first and drop the rest. */
function isMalformed(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '0').replace(/'(?:[^']|'')+'!/g, '');
  return /[\p{L}\p{N}_)%]\s+[\p{L}\p{N}_$]|[\p{N})]\s+\(/u.test(bare);
}
