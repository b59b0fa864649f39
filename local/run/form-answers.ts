import type { CellPatch, Op, Rect } from '../contract.ts';
import { epochToSerial } from '../model/dates.ts';
import { parseTyped } from '../model/parse-typed.ts';
import type { Workbook } from '../model/workbook.ts';

/** One answered form, as it reaches the tab its answers go to. */
export interface FormAnswers {
  /** the tab; its first row holds `Timestamp` and the questions */
  sheet: number;
  /** by question; several where several could be ticked */
  answers: Record<string, string | readonly string[]>;
}

/** What `onFormSubmit` is told. */
export interface FormEvent {
  sheet: number;
  rect: Rect;
  values: string[];
  namedValues: Record<string, string[]>;
}

/**
 * The row that Google Forms would insert: the time, then the answers under their questions, read as if typed.
 * @param now ms since 1970
 * @throws Error when the tab has no such question
 */
export function answerOps(
  book: Workbook,
  { sheet: id, answers }: FormAnswers,
  now: number,
): { ops: Op[]; row: number; columns: number } {
  const sheet = book.sheet(id);
  const columns = Math.max(1, book.lastColumn(id));
  const headers = book.displayValues(id, { row: 0, column: 0, rows: 1, columns })[0]!;
  for (const question of Object.keys(answers)) {
    if (headers.indexOf(question) < 1) throw new Error(`The tab ${sheet.name} has no question “${question}”.`);
  }
  const row = Math.max(1, book.lastRow(id));
  const today = Math.floor(epochToSerial(now, book.state.timeZone));
  const time: CellPatch = { v: epochToSerial(now, book.state.timeZone), f: null, s: { numberFormat: 'yyyy-mm-dd h:mm:ss' } };
  const cells = headers.map((header, column): CellPatch | null => {
    if (column === 0) return time;
    const text = answers[header] === undefined ? '' : [answers[header]].flat().join(', ');
    const { value, formula, numberFormat } = parseTyped(text, { locale: book.state.locale, format: undefined, today });
    // an answer is never a formula
    if (formula !== undefined) return { v: text, f: null };
    return { v: value === '' ? null : value, f: null, ...(numberFormat === undefined ? {} : { s: { numberFormat } }) };
  });
  const insert: Op = { op: 'insertRows', sheet: id, at: row, count: 1 };
  return { ops: [insert, { op: 'cells', sheet: id, row, column: 0, cells: [cells] }], row, columns };
}

/** Reads the row as the event shows it: everything as text. */
export function formEventOf(book: Workbook, sheet: number, row: number, columns: number): FormEvent {
  const rect = { row, column: 0, rows: 1, columns };
  const values = book.displayValues(sheet, rect)[0]!;
  const headers = book.displayValues(sheet, { ...rect, row: 0 })[0]!;
  return { sheet, rect, values, namedValues: Object.fromEntries(headers.map((header, i) => [header, [values[i]!]])) };
}
