import { cellText } from '../domain/check/cell.ts';
import { isTextField } from '../domain/dictionary/formats.ts';
import type { Book } from './book.ts';
import type { Block, LedgerTab, Raw } from './ledger-tab.ts';
import type { WrittenCell } from './write-cells.ts';

/**
 * How a write ended: it stands where it should; somebody moved rows or columns between the last look and the commit, and
 * it was taken back; or what it overwrote then is not known any more.
 */
export type Sureness = 'sure' | 'takenBack' | 'overwritten';

/** The row of the last look that a row is now: its index, or a blank row, or unknown. */
type Origin = number | 'blank' | undefined;

const textOf = (tab: LedgerTab, raw: Raw | undefined): string => cellText(tab.toCell(raw));
/** What was written as it reads back: the apostrophe that keeps text text is not part of it. */
const writtenText = (tab: LedgerTab, value: Raw): string =>
  textOf(tab, typeof value === 'string' ? value.replace(/^'/, '') : value);

/** Whether the fields' columns are where they were when they were looked up. */
export const areSameColumns = (now: LedgerTab, was: LedgerTab): boolean =>
  was.fields().every((field) => now.columns.get(field.key) === was.columns.get(field.key));

/** Somebody may go on moving columns; after so many looks they are taken as they are. */
const mostLooks = 3;

/**
 * A tab with its columns where they are: looked up one by one, some may be from before a move and some from after it.
 *
 * @returns the given one where nothing has moved since; undefined where the tab is gone
 */
export function lookSteadily(book: Book, tab: LedgerTab): LedgerTab | undefined {
  let seen = tab;
  for (let look = 1; look <= mostLooks; look++) {
    const now = book.lookAgain(seen);
    if (!now || areSameColumns(now, seen)) return now && seen;
    seen = now;
  }
  return seen;
}

/** Spread over arguments, so many rows would be more than a call takes. */
const least = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const greatest = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), 0);

/** Whether columns and written rows are what they were, but for what was written. One read. */
function isAsExpected(now: LedgerTab, was: LedgerTab, before: Block, cells: readonly WrittenCell[]): boolean {
  if (!areSameColumns(now, was)) return false;
  const rows = cells.map(({ row }) => row);
  // A row that was written as a whole shows nothing of whose it is: only the others tell whether one of them is gone.
  const whole = cells.length >= before.columns;
  const first = least(whole ? [...rows, before.firstRow] : rows);
  const amount = greatest(whole ? [...rows, before.firstRow + before.rows - 1] : rows) - first + 1;
  const raw = now.sheet.getRange(first, before.firstColumn, amount, before.columns).getValues() as Raw[][];
  const written = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell.value]));
  return raw.every((line, i) =>
    line.every((cell, j) => {
      const own = written.get(`${first + i} ${before.firstColumn + j}`);
      const wanted = own === undefined ? textOf(was, before.raw[first + i - before.firstRow]?.[j]) : writtenText(was, own as Raw);
      return textOf(now, cell) === wanted;
    }),
  );
}

/** Puts back what stood in the cells that others had moved under a write. */
class TakingBack {
  private restored = 0;
  private readonly fields: readonly string[];
  private readonly series: string | undefined;
  private readonly former: Record<string, string>[];
  private readonly raw: Raw[][];
  private readonly keyAt: ReadonlyMap<number, string>;

  constructor(
    private readonly now: LedgerTab,
    private readonly was: LedgerTab,
    private readonly before: Block,
    private readonly cells: readonly WrittenCell[],
    private readonly gridRows: number,
  ) {
    const end = before.firstColumn + before.columns;
    const inside = was.fields().filter(({ key }) => was.column(key) >= before.firstColumn && was.column(key) < end);
    this.fields = inside.map(({ key }) => key);
    this.series = inside.find(({ kind }) => kind === 'series')?.key;
    this.former = before.raw.map((_, i) =>
      Object.fromEntries(this.fields.map((key) => [key, cellText(was.cell(before, i, key))])),
    );
    this.keyAt = new Map(now.fields().map(({ key }) => [now.column(key), key]));
    const last = greatest([now.dataRows() + 1, ...cells.map(({ row }) => row)]);
    const width = greatest([now.sheet.getLastColumn(), ...cells.map(({ column }) => column)]);
    this.raw = now.sheet.getRange(2, 1, last - 1, width).getValues() as Raw[][];
  }

  run(): Sureness {
    let isKnown = true;
    for (const row of new Set(this.cells.map((cell) => cell.row))) {
      const own = this.cells.filter((cell) => cell.row === row);
      // Columns that were moved after the commit have taken what was written along.
      if (!areSameColumns(this.now, this.was) && own.every((cell) => this.isThere(cell))) continue;
      const origin = this.originOf(row, new Set(own.map(({ column }) => column)));
      for (const cell of own) isKnown = this.restore(cell, origin) && isKnown;
    }
    SpreadsheetApp.flush();
    return !isKnown ? 'overwritten' : this.restored > 0 ? 'takenBack' : 'sure';
  }

  private at(row: number, column: number): string {
    return textOf(this.now, this.raw[row - 2]?.[column - 1]);
  }

  private isThere({ row, field, value }: WrittenCell): boolean {
    const column = this.now.columns.get(field);
    return column !== undefined && this.at(row, column) === writtenText(this.was, value);
  }

  private originOf(row: number, hidden: ReadonlySet<number>): Origin {
    const shown = this.fields.flatMap((key) => {
      const column = this.now.columns.get(key);
      return column === undefined || hidden.has(column) ? [] : [{ key, text: this.at(row, column) }];
    });
    if (shown.length === 0) return this.overwritten(row);
    const score = (i: number): number => shown.filter(({ key, text }) => text !== '' && this.former[i]?.[key] === text).length;
    const intended = row - this.before.firstRow;
    const number = shown.find(({ key }) => key === this.series)?.text ?? '';
    if (shown.every(({ key, text }) => (this.former[intended]?.[key] ?? '') === text)) return intended;
    if (shown.every(({ text }) => text === '')) return 'blank';
    const elsewhere = this.numbersBeside(row);
    const same = this.former.map((_, i) => i).filter((i) => this.mayBe(i, number, elsewhere));
    const best = greatest(same.map(score));
    const likely = best === 0 ? [] : same.filter((i) => score(i) === best);
    return likely.includes(intended) ? intended : likely.length === 1 ? likely[0] : undefined;
  }

  /** Numbers that stand in other rows. */
  private numbersBeside(row: number): ReadonlySet<string> {
    const column = this.series === undefined ? undefined : this.now.columns.get(this.series);
    if (column === undefined) return new Set();
    return new Set(this.raw.flatMap((_, i) => (i + 2 === row ? [] : [this.at(i + 2, column)])));
  }

  /** Whether a row may be a former one: the same number, or an unknown one that stands nowhere else. */
  private mayBe(i: number, number: string, elsewhere: ReadonlySet<string>): boolean {
    const own = this.series === undefined ? '' : this.former[i]![this.series]!;
    return number === '' ? own === '' || !elsewhere.has(own) : own === number;
  }

  /** The record that a row written as a whole has covered: the one whose number is nowhere else, unless rows were deleted. */
  private overwritten(row: number): Origin {
    const { series } = this;
    const column = series === undefined ? undefined : this.now.columns.get(series);
    if (column === undefined) return undefined;
    const there = this.numbersBeside(row);
    const gone = this.former.flatMap((record, i) => (record[series!] !== '' && !there.has(record[series!]!) ? [i] : []));
    const deleted = Math.max(0, this.gridRows - this.now.sheet.getMaxRows());
    if (gone.length <= deleted) return row - this.before.firstRow;
    return gone.length === 1 && deleted === 0 ? gone[0] : undefined;
  }

  /** Puts back what stood in a cell, unless it is the right one, or somebody has written over it since. */
  private restore(cell: WrittenCell, origin: Origin): boolean {
    const key = this.keyAt.get(cell.column);
    if (this.at(cell.row, cell.column) !== writtenText(this.was, cell.value)) return true;
    if (origin === cell.row - this.before.firstRow && key === cell.field) return true;
    const former = key === undefined ? this.besides(cell.column) : this.formerly(key, origin);
    if (former === undefined) return false;
    this.restored++;
    const range = this.now.sheet.getRange(cell.row, cell.column);
    const field = key === undefined ? undefined : this.now.field(key);
    range.setValue(typeof former === 'string' && former !== '' && !(field && isTextField(field)) ? `'${former}` : former);
    return true;
  }

  private formerly(key: string, origin: Origin): Raw | undefined {
    if (origin === 'blank') return '';
    if (origin === undefined || !this.fields.includes(key)) return undefined;
    // below the last row that was read there was nothing
    return this.before.raw[origin]?.[this.was.column(key) - this.before.firstColumn] ?? '';
  }

  /** A column that holds nothing else was put in a moment ago. */
  private besides(column: number): Raw | undefined {
    const own = new Set(this.cells.filter((cell) => cell.column === column).map(({ row }) => row));
    return this.raw.every((_, i) => own.has(i + 2) || this.at(i + 2, column) === '') ? '' : undefined;
  }
}

/**
 * Sends what is queued and looks whether it came to where it belongs: somebody may sort, insert or move between the last
 * look and the commit, and no lock keeps them from it. What went astray is taken back; nothing is written anew.
 *
 * @param gridRows rows of the grid as they should be, where whole rows are written
 * @param before the last look, taken right before the write: the more rows it holds, the more can be put back
 */
export function makeSure(book: Book, was: LedgerTab, before: Block, cells: readonly WrittenCell[], gridRows = 0): Sureness {
  if (cells.length === 0) return 'sure';
  SpreadsheetApp.flush();
  const now = book.lookAgain(was);
  if (!now) return 'takenBack';
  if (isAsExpected(now, was, before, cells)) return 'sure';
  const steady = lookSteadily(book, now);
  if (!steady) return 'takenBack';
  if (steady !== now && isAsExpected(steady, was, before, cells)) return 'sure';
  return new TakingBack(steady, was, before, cells, gridRows).run();
}
