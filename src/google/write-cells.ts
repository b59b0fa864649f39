import type { Written } from '../domain/check/cell.ts';
import { isTextField } from '../domain/dictionary/formats.ts';
import type { Field } from '../domain/dictionary/types.ts';
import { columnLetter } from './columns.ts';
import type { Block, LedgerTab, Raw } from './ledger-tab.ts';
import { exactRuns, type Placed, runsOf } from './runs.ts';

/** What is to change of one cell; `row` counts from the block's first row. */
export interface CellChange {
  row: number;
  field: string;
  value?: Written;
  note?: string;
  /** null takes the fill away */
  fill?: string | null;
}

/**
 * What is known about the cells in between, so that a run of a column can be written in one call. Only what was read
 * together, right before the write, may be handed back; without `notes` or `formulas` nothing in between is touched.
 */
export interface Surroundings {
  block: Block;
  formulas?: string[][];
  notes?: string[][];
  /** the text columns of the block are text already */
  textIsSafe?: boolean;
}

/** One cell as it was written, those in between included that were handed back; row and column 1-based. */
export interface WrittenCell {
  row: number;
  column: number;
  field: string;
  value: Raw;
}

/**
 * A raw value as it must be handed back so that Sheets stores the same again: text outside text columns needs its
 * apostrophe, and so does text that begins with one.
 */
function handBack(raw: Raw, field: Field): Raw {
  return typeof raw === 'string' && raw !== '' && (!isTextField(field) || raw.startsWith("'")) ? `'${raw}` : raw;
}

/** Cells as A1 ranges, consecutive rows together. */
function rangesOf(tab: LedgerTab, firstRow: number, cells: readonly CellChange[]): string[] {
  const ranges: string[] = [];
  for (const [field, rows] of byKey(cells, (cell) => cell.field)) {
    const letter = columnLetter(tab.column(field));
    const placed = rows.map(({ row }) => ({ row, value: null })).sort((a, b) => a.row - b.row);
    for (const run of exactRuns(placed)) {
      const first = firstRow + run.first;
      ranges.push(`${letter}${first}:${letter}${first + run.values.length - 1}`);
    }
  }
  return ranges;
}

function byKey<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** One column's new values. A cell with a formula is never written; a text column is made text first. */
function writeValues(tab: LedgerTab, field: Field, changes: readonly CellChange[], around: Surroundings): WrittenCell[] {
  const { block } = around;
  const column = tab.column(field.key);
  const at = column - block.firstColumn;
  const isFormula = (row: number): boolean => (around.formulas?.[row]?.[at] ?? '') !== '';
  const values: Placed<Raw>[] = changes
    .filter((change) => change.value !== undefined && !isFormula(change.row))
    .map((change) => ({ row: change.row, value: change.value! }));
  const keep = (row: number): Raw | undefined =>
    around.formulas && !isFormula(row) ? handBack(block.raw[row]?.[at] ?? '', field) : undefined;
  const written: WrittenCell[] = [];
  for (const run of runsOf(values, keep)) {
    const range = tab.sheet.getRange(block.firstRow + run.first, column, run.values.length, 1);
    if (isTextField(field) && !around.textIsSafe) range.setNumberFormat('@');
    range.setValues(run.values.map((value) => [value]));
    for (const [i, value] of run.values.entries())
      written.push({ row: block.firstRow + run.first + i, column, field: field.key, value });
  }
  return written;
}

function writeNotes(tab: LedgerTab, field: Field, changes: readonly CellChange[], { block, notes }: Surroundings): void {
  const column = tab.column(field.key);
  const placed = changes
    .filter((change) => change.note !== undefined)
    .map((change) => ({ row: change.row, value: change.note! }));
  for (const run of runsOf(placed, (row) => notes?.[row]?.[column - block.firstColumn]))
    tab.sheet.getRange(block.firstRow + run.first, column, run.values.length, 1).setNotes(run.values.map((note) => [note]));
}

function writeFills(tab: LedgerTab, firstRow: number, changes: readonly CellChange[]): void {
  const filled = changes.filter((change) => change.fill !== undefined);
  for (const [fill, cells] of byKey(filled, (change) => change.fill!))
    tab.sheet.getRangeList(rangesOf(tab, firstRow, cells)).setBackground(fill);
}

/**
 * Queues the changes of a tab: values by column runs, notes by column runs, fills as range lists. All of it becomes one
 * commit at the next flush.
 *
 * @returns the cells whose values are written
 */
export function writeChanges(tab: LedgerTab, changes: readonly CellChange[], around: Surroundings): WrittenCell[] {
  const written: WrittenCell[] = [];
  for (const [key, unsorted] of byKey(changes, (change) => change.field)) {
    const field = tab.field(key)!;
    const list = unsorted.sort((a, b) => a.row - b.row);
    for (const cell of writeValues(tab, field, list, around)) written.push(cell);
    writeNotes(tab, field, list, around);
  }
  writeFills(tab, around.block.firstRow, changes);
  return written;
}
