import { type Cell, cellText, isDay } from '../domain/check/cell.ts';
import { isTextField } from '../domain/dictionary/formats.ts';
import type { Field } from '../domain/dictionary/types.ts';
import type { Change } from '../domain/log/entry.ts';
import type { Look } from '../domain/log/place-changes.ts';
import type { Block, LedgerTab, Raw } from './ledger-tab.ts';
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

/** One tab as a plan finds it: two reads, whatever the rows. */
export class PlanTab {
  readonly block: Block;
  private readonly formulas: string[][];
  private readonly rows = new Map<string, number[]>();

  constructor(readonly tab: LedgerTab) {
    const rows = tab.dataRows();
    const { first, last } = tab.span();
    this.formulas = rows > 0 ? tab.sheet.getRange(2, first, rows, last - first + 1).getFormulas() : [];
    // The values last: they are what the write is held against.
    this.block = tab.read(2, rows);
    const key = identity(tab)?.key;
    if (key === undefined) return;
    for (let row = 0; row < this.block.rows; row++) {
      const number = cellText(tab.cell(this.block, row, key)).trim();
      if (number === '') continue;
      const known = this.rows.get(number);
      if (known) known.push(row);
      else this.rows.set(number, [row]);
    }
  }

  look({ record, field }: Change): Look {
    if (!this.tab.columns.has(field) || !this.tab.field(field)) return { why: 'columnGone' };
    const rows = this.rows.get(record) ?? [];
    if (rows.length === 0) return { why: 'recordGone' };
    if (rows.length > 1) return { why: 'doubled' };
    const at = this.tab.column(field) - this.block.firstColumn;
    if ((this.formulas[rows[0]!]?.[at] ?? '') !== '') return { why: 'formula' };
    return { now: this.tab.cell(this.block, rows[0]!, field) };
  }

  /** Queues changes that may be made, by column runs: calls do not grow with the rows. */
  queue(changes: readonly Change[]): WrittenCell[] {
    const cells = changes.map(({ record, field, to }) => ({
      row: this.rows.get(record)![0]!,
      field,
      value: written(to, this.tab.field(field)!) as string | number | boolean,
    }));
    return writeChanges(this.tab, cells, { block: this.block, formulas: this.formulas });
  }
}
