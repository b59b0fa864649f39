import type { Cell } from '../domain/check/cell.ts';
import type { BoundColumn } from '../domain/check/header-faults.ts';
import { activeFields } from '../domain/dictionary/compose.ts';
import type { Field, Tab } from '../domain/dictionary/types.ts';
import { type Columns, readColumns } from './columns.ts';
import type { WorkbookZone } from './zone.ts';

export type Raw = string | number | boolean | Date;

/** Cells that can be read besides without being noticed: 0.15 s (platform §4). */
const cheapCells = 30_000;

/** Rows of a tab as they were read: `raw[i][c]` is column `firstColumn + c` of row `firstRow + i`. */
export interface Block {
  firstRow: number;
  firstColumn: number;
  rows: number;
  columns: number;
  raw: Raw[][];
}

/** Where the tab's fields stand, with every name they go by, for looking at headers. */
export function boundColumns(tab: LedgerTab): BoundColumn[] {
  return tab.fields().map((field) => ({ key: field.key, labels: Object.values(field.label), column: tab.column(field.key) - 1 }));
}

/** One tab of the ledger: its definition, its sheet, and where its fields' columns are now. */
export class LedgerTab {
  readonly tab: Tab;
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  readonly columns: Columns;
  private readonly zone: WorkbookZone;

  constructor(tab: Tab, sheet: GoogleAppsScript.Spreadsheet.Sheet, zone: WorkbookZone) {
    this.tab = tab;
    this.sheet = sheet;
    this.zone = zone;
    this.columns = readColumns(sheet);
    if (activeFields(tab).some((field) => !this.columns.has(field.key))) this.addByHeader();
  }

  /** Header texts are the fallback where a column lost its metadata, for example in a file saved by another program. */
  private addByHeader(): void {
    const last = this.sheet.getLastColumn();
    if (last === 0) return;
    const header = this.sheet.getRange(1, 1, 1, last).getDisplayValues()[0] ?? [];
    const taken = new Set(this.columns.values());
    for (const field of activeFields(this.tab)) {
      if (this.columns.has(field.key)) continue;
      const labels = Object.values(field.label);
      const at = header.findIndex((text, i) => !taken.has(i + 1) && labels.indexOf(text.trim()) >= 0);
      if (at < 0) continue;
      this.columns.set(field.key, at + 1);
      taken.add(at + 1);
    }
  }

  get name(): string {
    return this.sheet.getName();
  }

  /** Active fields that have a column now, in the dictionary's order. */
  fields(): Field[] {
    return activeFields(this.tab).filter((field) => this.columns.has(field.key));
  }

  missing(): Field[] {
    return activeFields(this.tab).filter((field) => !this.columns.has(field.key));
  }

  field(key: string): Field | undefined {
    return this.tab.fields.find((field) => field.key === key);
  }

  /** @throws when the column is not there: callers look at `missing()` first */
  column(key: string): number {
    const column = this.columns.get(key);
    if (column === undefined) throw new Error(`No column for ${this.tab.key}.${key}.`);
    return column;
  }

  /** Texts of the header row, trimmed, from column A on. One read. */
  header(): string[] {
    const last = Math.max(this.sheet.getLastColumn(), ...this.columns.values(), 0);
    if (last === 0) return [];
    return this.sheet
      .getRange(1, 1, 1, last)
      .getDisplayValues()[0]!
      .map((text) => text.trim());
  }

  /** Whether the header row was deleted: a number stands where its header should be. */
  isHeaderGone(header: readonly string[]): boolean {
    const series = this.fields().find((field) => field.kind === 'series');
    return series !== undefined && /^[A-Z]{1,4}\d{4,15}$/.test(header[this.column(series.key) - 1] ?? '');
  }

  /** First and last column that hold fields of the ledger. */
  span(keys?: readonly string[]): { first: number; last: number } {
    const at = this.fields()
      .filter((field) => !keys || keys.indexOf(field.key) >= 0)
      .map((field) => this.column(field.key));
    return { first: Math.min(...at), last: Math.max(...at) };
  }

  /** One read of whole records: rows are 1-based, the header is row 1. */
  read(firstRow: number, rows: number, keys?: readonly string[]): Block {
    const { first, last } = this.span(keys);
    const columns = last - first + 1;
    if (rows <= 0) return { firstRow, firstColumn: first, rows: 0, columns, raw: [] };
    const raw = this.sheet.getRange(firstRow, first, rows, columns).getValues() as Raw[][];
    return { firstRow, firstColumn: first, rows, columns, raw };
  }

  /**
   * One read of whole records, of all of them where that costs little more: whatever a write might then hit by mistake is
   * known. `firstRow` of the block tells.
   */
  readAround(firstRow: number, rows: number): Block {
    const all = Math.max(this.dataRows(), firstRow + rows - 2);
    return this.isCheap(all) ? this.read(2, all) : this.read(firstRow, rows);
  }

  /** Whether so many whole records can be read besides without being noticed. */
  isCheap(rows: number): boolean {
    const { first, last } = this.span();
    return rows * (last - first + 1) <= cheapCells;
  }

  /** Number of rows below the header that may hold something. */
  dataRows(): number {
    return Math.max(0, this.sheet.getLastRow() - 1);
  }

  cell(block: Block, row: number, key: string): Cell {
    const column = this.columns.get(key);
    const raw = column === undefined ? undefined : block.raw[row]?.[column - block.firstColumn];
    return this.toCell(raw);
  }

  toCell(raw: Raw | undefined): Cell {
    if (raw === undefined || raw === null) return '';
    if (!(raw instanceof Date)) return raw;
    // A number far beyond the calendar in a date column: shown the way Sheets shows it, and marked.
    return Number.isNaN(raw.getTime()) ? '########' : this.zone.day(raw);
  }

  /** A record of a block as cells by field key. */
  record(block: Block, row: number): Record<string, Cell> {
    const record: Record<string, Cell> = {};
    for (const field of this.fields()) record[field.key] = this.cell(block, row, field.key);
    return record;
  }
}
