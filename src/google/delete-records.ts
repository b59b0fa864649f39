import { cellText } from '../domain/check/cell.ts';
import { namedFormula } from '../domain/log/column-formula.ts';
import { changedCells, type RecordTrace } from '../domain/log/record-trace.ts';
import { addWholeRecords } from './add-whole-records.ts';
import type { Book } from './book.ts';
import type { Sureness } from './guard.ts';
import type { LedgerTab, Raw } from './ledger-tab.ts';
import { columnNames } from './own-columns.ts';
import { identity } from './plan-tab.ts';
import { exactRuns } from './runs.ts';
import { formulasIn, traceRecords } from './trace-records.ts';

/** Whether a record still is what the log says of it: then deleting it loses nothing. */
export const isAsTraced = (was: RecordTrace, now: RecordTrace): boolean => changedCells(was, now).length === 0;

/** Everything of a tab right before rows are deleted, so that a row that goes by mistake can be put back. */
class Before {
  private readonly raw: Raw[][];
  private readonly formulas: string[][];
  private readonly names: string[];
  private readonly at: number;

  constructor(private readonly tab: LedgerTab) {
    this.names = columnNames(tab);
    this.at = tab.column(identity(tab)!.key) - 1;
    const rows = tab.dataRows();
    const range = rows > 0 ? tab.sheet.getRange(2, 1, rows, this.names.length) : undefined;
    this.formulas = range ? formulasIn(range) : [];
    this.raw = (range?.getValues() ?? []) as Raw[][];
  }

  numberAt(row: number): string {
    return cellText(this.tab.toCell(this.raw[row]?.[this.at])).trim();
  }

  /** Rows (counted from the first record) of some records. */
  rowsOf(numbers: ReadonlySet<string>): number[] {
    return this.raw.flatMap((_, row) => (numbers.has(this.numberAt(row)) ? [row] : []));
  }

  /** Records that were there, were not to go, and are gone. */
  strays(gone: ReadonlySet<string>, there: ReadonlySet<string>): { number: string; trace: RecordTrace }[] {
    return this.raw.flatMap((_, row) => {
      const number = this.numberAt(row);
      return number === '' || gone.has(number) || there.has(number) ? [] : [{ number, trace: this.traceOf(row) }];
    });
  }

  private traceOf(row: number): RecordTrace {
    const cells = this.names.map((name, column) => {
      const formula = this.formulas[row]![column]!;
      const raw = this.raw[row]![column]!;
      const value = raw instanceof Date ? { at: raw.getTime() } : raw;
      return [name, formula === '' ? { value } : { formula: namedFormula(formula, column + 1, this.names) }] as const;
    });
    return Object.fromEntries(cells.filter(([, cell]) => cell.formula !== undefined || cell.value !== ''));
  }
}

/**
 * Deletes records of which everything is in the log. Should somebody sort or insert rows in that moment, records that went
 * by mistake are put back below the others.
 *
 * @param records by number, what the log holds of each: one that has changed since stays
 * @returns how it went, and whose records stayed
 */
export function deleteRecords(
  book: Book,
  tab: LedgerTab,
  records: ReadonlyMap<string, RecordTrace>,
): { sureness: Sureness; stayed: string[] } {
  const now = traceRecords(tab, new Set(records.keys()), false);
  const going = new Set<string>();
  for (const [number, trace] of records) {
    const found = now.get(number) ?? [];
    if (found.length === 1 && isAsTraced(trace, found[0]!.trace)) going.add(number);
  }
  const stayed = [...records.keys()].filter((number) => now.has(number) && !going.has(number));
  if (going.size === 0) return { sureness: 'sure', stayed };
  const before = new Before(tab);
  const rows = before.rowsOf(going);
  const { sheet } = tab;
  if (sheet.getMaxRows() - 1 <= rows.length) sheet.insertRowsAfter(sheet.getMaxRows(), 1);
  const runs = exactRuns(rows.map((row) => ({ row, value: true }))).reverse();
  for (const { first, values } of runs) sheet.deleteRows(first + 2, values.length);
  book.commit();
  return { sureness: lookAfter(book, tab, before, going), stayed };
}

function lookAfter(book: Book, was: LedgerTab, before: Before, gone: ReadonlySet<string>): Sureness {
  const tab = book.lookAgain(was);
  const number = tab && identity(tab);
  if (!tab || !number) return 'takenBack';
  const rows = tab.dataRows();
  const column = rows > 0 ? (tab.sheet.getRange(2, tab.column(number.key), rows, 1).getValues() as Raw[][]) : [];
  const there = new Set(column.map(([raw]) => cellText(tab.toCell(raw)).trim()));
  // As many rows went as were meant to: where all of those are gone, whoever else is gone was deleted by somebody.
  if (![...gone].some((each) => there.has(each))) return 'sure';
  const strays = before.strays(gone, there);
  if (strays.length > 0) addWholeRecords(book, tab, strays);
  return 'takenBack';
}
