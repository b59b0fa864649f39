import { type Cell, cellText, isDay } from '../domain/check/cell.ts';
import { isTextField } from '../domain/dictionary/formats.ts';
import type { Field } from '../domain/dictionary/types.ts';
import type { Change } from '../domain/log/entry.ts';
import type { Look } from '../domain/log/place-changes.ts';
import { isOwnColumn } from '../domain/log/record-trace.ts';
import type { Block, LedgerTab, Raw } from './ledger-tab.ts';
import { ownColumns } from './own-columns.ts';
import { type WrittenCell, writeChanges } from './write-cells.ts';

/** The field by which a tab's records are known: their number, else the first that may not repeat. */
export const identity = (tab: LedgerTab): Field | undefined =>
  tab.fields().find((field) => field.kind === 'series') ?? tab.fields().find((field) => field.unique);

/** A value as it must be written so that Sheets stores the same: what looks like a number or a date stays text. */
export function written(cell: Cell, field: Field): Raw {
  if (isDay(cell)) return cell.day;
  // A first apostrophe is taken for the sign that text follows.
  const isQuoted = typeof cell === 'string' && cell !== '' && (!isTextField(field) || cell.startsWith("'"));
  return isQuoted ? `'${cell}` : cell;
}

/** The same for a cell of which nobody knows what it is for. */
const asItIs = (cell: Cell): Raw => (isDay(cell) ? cell.day : typeof cell === 'string' && cell !== '' ? `'${cell}` : cell);

/** One tab as a plan finds it: two reads, whatever the rows. */
export class PlanTab {
  readonly block: Block;
  private readonly formulas: string[][];
  private readonly rows = new Map<string, number[]>();
  private readonly own: ReadonlyMap<string, number>;

  /** @param plan what is to change in this tab: of a large one only these columns and the numbers are read */
  constructor(
    readonly tab: LedgerTab,
    plan: readonly Change[],
  ) {
    const keys = new Set(plan.map(({ field }) => field));
    this.own = [...keys].some(isOwnColumn) ? ownColumns(tab) : new Map();
    const key = identity(tab)?.key;
    const rows = tab.dataRows();
    const { first, last } = this.span(rows, key === undefined ? keys : new Set([...keys, key]));
    const width = last - first + 1;
    this.formulas = rows > 0 ? tab.sheet.getRange(2, first, rows, width).getFormulas() : [];
    // The values last: they are what the write is held against.
    const raw = rows > 0 ? (tab.sheet.getRange(2, first, rows, width).getValues() as Raw[][]) : [];
    this.block = { firstRow: 2, firstColumn: first, rows, columns: width, raw };
    if (key === undefined) return;
    for (let row = 0; row < this.block.rows; row++) {
      const number = cellText(tab.cell(this.block, row, key)).trim();
      if (number === '') continue;
      const known = this.rows.get(number);
      if (known) known.push(row);
      else this.rows.set(number, [row]);
    }
  }

  /** The more of a record is read, the more can be put back should somebody move rows under the write. */
  private span(rows: number, keys: ReadonlySet<string>): { first: number; last: number } {
    const whole = this.tab.isCheap(rows) ? this.tab.span() : { first: Number.POSITIVE_INFINITY, last: 0 };
    const columns = [...keys].flatMap((key) => this.column(key) ?? []);
    const first = Math.min(whole.first, ...columns);
    return first === Number.POSITIVE_INFINITY ? this.tab.span() : { first, last: Math.max(whole.last, ...columns) };
  }

  private column(key: string): number | undefined {
    if (isOwnColumn(key)) return this.own.get(key);
    return this.tab.field(key) ? this.tab.columns.get(key) : undefined;
  }

  /** Rows of the block in which a number stands. */
  private rowsOf(record: string): number[] {
    return this.rows.get(record) ?? [];
  }

  /** @param isComing whether the plan adds the record first */
  look({ record, field }: Change, isComing = false): Look {
    const rows = this.rowsOf(record);
    if (rows.length > 1) return { why: 'doubled' };
    if (field === '') return { now: rows.length === 1 ? record : '' };
    const column = this.column(field);
    if (column === undefined) return { why: 'columnGone' };
    if (rows.length === 0) return isComing ? { now: '' } : { why: 'recordGone' };
    const at = column - this.block.firstColumn;
    if ((this.formulas[rows[0]!]?.[at] ?? '') !== '') return { why: 'formula' };
    return { now: this.tab.toCell(this.block.raw[rows[0]!]?.[at]) };
  }

  /** Queues changes that may be made, by column runs: calls do not grow with the rows. */
  queue(changes: readonly Change[]): WrittenCell[] {
    const known = changes.filter(({ field }) => !isOwnColumn(field));
    const cells = known.map(({ record, field, to }) => ({
      row: this.rowsOf(record)[0]!,
      field,
      value: written(to, this.tab.field(field)!) as string | number | boolean,
    }));
    const own = changes.filter(({ field }) => isOwnColumn(field)).map((change) => this.queueOwn(change));
    return [...writeChanges(this.tab, cells, { block: this.block, formulas: this.formulas }), ...own];
  }

  /** In columns that the ledger does not know few cells change, and their formats are the shop's. */
  private queueOwn({ record, field, to }: Change): WrittenCell {
    const row = this.block.firstRow + this.rowsOf(record)[0]!;
    const column = this.column(field)!;
    const value = asItIs(to);
    this.tab.sheet.getRange(row, column).setValue(value);
    return { row, column, field, value };
  }
}
