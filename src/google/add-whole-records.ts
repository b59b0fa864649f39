import { alignment, numberFormat } from '../domain/dictionary/formats.ts';
import type { Field } from '../domain/dictionary/types.ts';
import { placedFormula } from '../domain/log/column-formula.ts';
import { changedCells, type Look, type RecordTrace, type TracedCell } from '../domain/log/record-trace.ts';
import { lastRecordRow } from './add-record.ts';
import type { Book } from './book.ts';
import { makeSure, type Sureness } from './guard.ts';
import type { LedgerTab, Raw } from './ledger-tab.ts';
import { columnNames } from './own-columns.ts';
import { identity } from './plan-tab.ts';
import { traceRecords } from './trace-records.ts';
import { suggestionsOf, validationFor } from './validations.ts';
import type { WrittenCell } from './write-cells.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;

/** A record that comes back, with everything that it held. */
export interface ComingRecord {
  number: string;
  trace: RecordTrace;
}

/** What a new cell looks like where the record had nothing of its own. */
const usual: Readonly<Record<Look, string | null>> = {
  format: 'General',
  note: '',
  fill: null,
  color: null,
  weight: null,
  style: null,
  line: null,
};

const writers: readonly [Look, (range: Range, texts: (string | null)[][]) => unknown][] = [
  ['note', (range, texts) => range.setNotes(texts as string[][])],
  ['fill', (range, texts) => range.setBackgrounds(texts as string[][])],
  ['color', (range, texts) => range.setFontColors(texts as string[][])],
  ['weight', (range, texts) => range.setFontWeights(texts as GoogleAppsScript.Spreadsheet.FontWeight[][])],
  ['style', (range, texts) => range.setFontStyles(texts as GoogleAppsScript.Spreadsheet.FontStyle[][])],
  ['line', (range, texts) => range.setFontLines(texts as GoogleAppsScript.Spreadsheet.FontLine[][])],
];

/** A value as it must be written so that Sheets stores the same: text stays text, whatever it looks like. */
function written({ value, format }: TracedCell): Raw {
  if (typeof value === 'object') return new Date(value.at);
  if (typeof value !== 'string' || value === '') return value ?? '';
  return format === '@' && !value.startsWith("'") ? value : `'${value}`;
}

/** A formula that fills the cells below it as well: values of its column are its own. */
const spilling = /^=\s*(?:\{|arrayformula\()/i;

/** The records as rows of cells from column A on; columns that are gone since are left out. */
class Rows {
  readonly names: string[];
  private readonly fields: (Field | undefined)[];
  private readonly spills: boolean[];

  constructor(
    readonly tab: LedgerTab,
    readonly records: readonly ComingRecord[],
  ) {
    this.names = columnNames(tab);
    this.fields = this.names.map((name) => tab.field(name));
    const top = tab.sheet.getRange(1, 1, Math.min(2, tab.sheet.getMaxRows()), this.names.length).getFormulas() as string[][];
    this.spills = this.names.map((_, column) => top.some((row) => spilling.test(row[column]!)));
  }

  /** Each cell with the format that it is to have: a text field's is text, whatever the record says. */
  cells(): TracedCell[][] {
    return this.records.map(({ trace }) =>
      this.names.map((name, i) => {
        const field = this.fields[i];
        const { value, ...rest } = trace[name] ?? {};
        const cell = value === undefined || rest.formula !== undefined || this.spills[i] ? rest : { ...rest, value };
        return { ...cell, format: cell.format ?? (field ? numberFormat(field) : 'General') };
      }),
    );
  }

  rules(book: Book): (GoogleAppsScript.Spreadsheet.DataValidation | null)[] {
    return this.fields.map((field) =>
      field && !field.off ? validationFor(field, book.language, suggestionsOf(book, field)) : null,
    );
  }

  alignments(): (ReturnType<typeof alignment> | null)[] {
    return this.fields.map((field) => (field ? alignment(field) : null));
  }
}

/** Fills inserted rows: their numbers first, so that they can be found whatever happens next. */
function fillRows(book: Book, rows: Rows, first: number): void {
  const { tab, records, names } = rows;
  const cells = rows.cells();
  const range = tab.sheet.getRange(first, 1, records.length, names.length);
  const number = tab.sheet.getRange(first, tab.column(identity(tab)!.key), records.length, 1);
  number.setNumberFormat('@').setValues(records.map((record) => [record.number]));
  // Below the header a new row looks like a header, and has none of the columns' rules.
  if (first === 2) {
    range.clearFormat();
    range.setDataValidations(records.map(() => rows.rules(book)));
    range.setHorizontalAlignments(records.map(() => rows.alignments()));
  }
  range.setNumberFormats(cells.map((row) => row.map(({ format }) => format!)));
  range.setValues(cells.map((row) => row.map((cell) => written(cell))) as (string | number | boolean)[][]);
  for (const [look, write] of writers)
    write(
      range,
      cells.map((row) => row.map((cell) => cell[look] ?? usual[look])),
    );
  cells.forEach((row, i) => {
    row.forEach(({ formula }, column) => {
      if (formula !== undefined)
        tab.sheet.getRange(first + i, column + 1).setFormulaR1C1(placedFormula(formula, column + 1, names));
    });
  });
}

/**
 * Writes what a run was cut off from writing of records that it had begun to add: their numbers stand there. What somebody
 * has typed into them since stays.
 */
export function completeWholeRecords(book: Book, tab: LedgerTab, records: readonly ComingRecord[]): void {
  const now = traceRecords(tab, new Set(records.map(({ number }) => number)), true);
  for (const { number, trace } of records) {
    const [own, other] = now.get(number) ?? [];
    if (!own || other || changedCells(trace, own.trace).length === 0) continue;
    const typed = Object.entries(own.trace).filter(([, { value, formula }]) => value !== undefined || formula !== undefined);
    fillRows(book, new Rows(tab, [{ number, trace: { ...trace, ...Object.fromEntries(typed) } }]), own.row);
  }
  book.commit();
}

/**
 * Adds whole records below the last one, with their old numbers, values, formulas, notes and colours, also in columns of
 * the shop's own. Rows of their own are inserted for them, so that nobody can be typing into them. Eleven writes in one
 * commit, whatever the records, and one for each formula.
 */
export function addWholeRecords(book: Book, tab: LedgerTab, records: readonly ComingRecord[]): Sureness {
  // Before the last look: rows that are deleted after it are told from rows that were covered.
  const gridRows = tab.sheet.getMaxRows() + records.length;
  const last = lastRecordRow(tab, tab.dataRows());
  const block = tab.isCheap(last) ? tab.read(2, last - 1) : tab.read(2, last - 1, [identity(tab)!.key]);
  const rows = new Rows(tab, records);
  tab.sheet.insertRowsAfter(last, records.length);
  fillRows(book, rows, last + 1);
  const inside = tab.fields().filter(({ key }) => {
    const column = tab.column(key);
    return column >= block.firstColumn && column < block.firstColumn + block.columns;
  });
  const cells = rows.cells().flatMap((row, i) =>
    inside
      .filter(({ key }) => row[tab.column(key) - 1]?.formula === undefined)
      .map(({ key }): WrittenCell => {
        const column = tab.column(key);
        return { row: last + 1 + i, column, field: key, value: written(row[column - 1]!) };
      }),
  );
  return makeSure(book, tab, block, cells, gridRows);
}
