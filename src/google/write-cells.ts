import type { Written } from '../domain/check/cell.ts';
import { isTextField } from '../domain/dictionary/formats.ts';
import type { Field } from '../domain/dictionary/types.ts';
import { columnLetter } from './columns.ts';
import type { Block, LedgerTab, Raw } from './ledger-tab.ts';

/** What is to change of one cell; `row` counts from the block's first row. */
export interface CellChange {
  row: number;
  field: string;
  value?: Written;
  note?: string;
  /** null takes the fill away */
  fill?: string | null;
}

/** What is known about the cells in between, so that a run of a column can be written in one call. */
export interface Surroundings {
  block: Block;
  formulas?: string[][];
  notes?: string[][];
}

/**
 * A column's changes are written in at most this many runs, so that calls do not grow with the rows. A queued call
 * costs as much as about a hundred cells (platform §4), so a few are well spent where changes lie far apart.
 */
const mostRuns = 8;

interface Run<T> {
  first: number;
  values: T[];
}

/** Consecutive rows become one run each. */
function exactRuns<T>(items: readonly { row: number; value: T }[]): Run<T>[] {
  const runs: Run<T>[] = [];
  for (const { row, value } of items) {
    const last = runs[runs.length - 1];
    if (last && last.first + last.values.length === row) last.values.push(value);
    else runs.push({ first: row, values: [value] });
  }
  return runs;
}

/**
 * The runs in which the changes of one column are written. When they lie too far apart, the cells in the smaller gaps
 * are written again as they are; a cell whose `keep` is undefined (a formula, which must not be touched) ends a run.
 */
function runsOf<T>(items: readonly { row: number; value: T }[], keep: (row: number) => T | undefined): Run<T>[] {
  const exact = exactRuns(items);
  if (exact.length <= mostRuns) return exact;
  const gaps = exact.slice(1).map((run, i) => run.first - (exact[i]!.first + exact[i]!.values.length));
  const widest = new Set(
    gaps
      .map((rows, i) => ({ rows, i }))
      .sort((a, b) => b.rows - a.rows)
      .slice(0, mostRuns - 1)
      .map(({ i }) => i),
  );
  const filled: { row: number; value: T }[] = [];
  exact.forEach((run, i) => {
    for (const [k, value] of run.values.entries()) filled.push({ row: run.first + k, value });
    if (i >= gaps.length || widest.has(i)) return;
    const end = run.first + run.values.length;
    for (let row = end; row < end + gaps[i]!; row++) {
      const kept = keep(row);
      if (kept !== undefined) filled.push({ row, value: kept });
    }
  });
  return exactRuns(filled);
}

/** A raw value as it must be handed back so that Sheets stores the same again: text outside text columns needs its apostrophe. */
function handBack(raw: Raw, field: Field): Raw {
  return typeof raw === 'string' && raw !== '' && !isTextField(field) ? `'${raw}` : raw;
}

/** Cells as A1 ranges, consecutive rows together. */
function rangesOf(tab: LedgerTab, firstRow: number, cells: readonly { row: number; field: string }[]): string[] {
  const byField = new Map<string, { row: number; value: null }[]>();
  for (const { row, field } of cells) {
    const there = byField.get(field);
    if (there) there.push({ row, value: null });
    else byField.set(field, [{ row, value: null }]);
  }
  const ranges: string[] = [];
  for (const [field, rows] of byField) {
    const letter = columnLetter(tab.column(field));
    for (const run of exactRuns(rows))
      ranges.push(`${letter}${firstRow + run.first}:${letter}${firstRow + run.first + run.values.length - 1}`);
  }
  return ranges;
}

function inOrder(changes: readonly CellChange[]): Map<string, CellChange[]> {
  const byField = new Map<string, CellChange[]>();
  for (const change of changes) {
    const there = byField.get(change.field);
    if (there) there.push(change);
    else byField.set(change.field, [change]);
  }
  for (const list of byField.values()) list.sort((a, b) => a.row - b.row);
  return byField;
}

/**
 * Queues the changes of a tab: values by column runs, notes by column runs, fills as range lists. All of it becomes one
 * commit at the next flush. Cells with a formula are never written.
 *
 * @returns how many cells get a new value
 */
export function writeChanges(tab: LedgerTab, changes: readonly CellChange[], around: Surroundings): number {
  const { block } = around;
  let written = 0;
  for (const [key, list] of inOrder(changes)) {
    const field = tab.field(key)!;
    const column = tab.column(key);
    const at = column - block.firstColumn;
    const isFormula = (row: number): boolean => (around.formulas?.[row]?.[at] ?? '') !== '';

    const values = list.filter((change) => change.value !== undefined && !isFormula(change.row));
    written += values.length;
    const runs = runsOf<Raw>(
      values.map((change) => ({ row: change.row, value: change.value! })),
      (row) => (isFormula(row) ? undefined : handBack(block.raw[row]?.[at] ?? '', field)),
    );
    for (const run of runs) {
      const range = tab.sheet.getRange(block.firstRow + run.first, column, run.values.length, 1);
      range.setValues(run.values.map((value) => [value]));
    }

    const notes = list.filter((change) => change.note !== undefined).map((change) => ({ row: change.row, value: change.note! }));
    for (const run of runsOf(notes, (row) => around.notes?.[row]?.[at] ?? ''))
      tab.sheet.getRange(block.firstRow + run.first, column, run.values.length, 1).setNotes(run.values.map((note) => [note]));
  }
  writeFills(tab, block.firstRow, changes);
  return written;
}

function writeFills(tab: LedgerTab, firstRow: number, changes: readonly CellChange[]): void {
  const byFill = new Map<string | null, CellChange[]>();
  for (const change of changes) {
    if (change.fill === undefined) continue;
    const there = byFill.get(change.fill);
    if (there) there.push(change);
    else byFill.set(change.fill, [change]);
  }
  for (const [fill, cells] of byFill) {
    const sorted = [...cells].sort((a, b) => (a.field === b.field ? a.row - b.row : a.field < b.field ? -1 : 1));
    tab.sheet.getRangeList(rangesOf(tab, firstRow, sorted)).setBackground(fill);
  }
}
