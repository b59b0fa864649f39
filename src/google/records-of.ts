import { coverRows } from '../domain/card/cover-rows.ts';
import { type Cell, cellText } from '../domain/check/cell.ts';
import type { Block, LedgerTab } from './ledger-tab.ts';

/** Stretches of a large tab that are read one by one; more reads would cost more than the cells between them. */
const mostBlocks = 4;
/** Cells in between that cost as much as another read (platform §4). */
const worthARead = 24_000;

export type RecordCellsOf = Record<string, Cell>;

/**
 * All records of a tab that refer to a number. A small tab is read once. Of a large one the column of references is read,
 * and then at most four stretches that hold the records, however many there are.
 *
 * @param reference key of the field that refers
 */
export function recordsOf(tab: LedgerTab, reference: string, number: string): RecordCellsOf[] {
  const rows = tab.dataRows();
  if (rows === 0) return [];
  const whole = (): RecordCellsOf[] => pick(tab, tab.read(2, rows), reference, number);
  if (tab.isCheap(rows)) return whole();
  const column = tab.read(2, rows, [reference]);
  const found = column.raw.flatMap((_, i) => (cellText(tab.cell(column, i, reference)).trim() === number ? [i + 2] : []));
  const { first, last } = tab.span();
  const stretches = coverRows(found, mostBlocks, Math.ceil(worthARead / (last - first + 1)));
  const records = stretches.flatMap(([from, to]) => pick(tab, tab.read(from, to - from + 1), reference, number));
  // Somebody has sorted or inserted rows between the two reads.
  return records.length === found.length ? records : whole();
}

function pick(tab: LedgerTab, block: Block, reference: string, number: string): RecordCellsOf[] {
  return block.raw.flatMap((_, i) => (cellText(tab.cell(block, i, reference)).trim() === number ? [tab.record(block, i)] : []));
}
