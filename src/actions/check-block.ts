import { type Cell, cellText, isBlank } from '../domain/check/cell.ts';
import { type CheckContext, checkCell, type Verdict } from '../domain/check/check-cell.ts';
import { checkRow, doubledRows, missingFields, type RowVerdict } from '../domain/check/check-rows.ts';
import { isMark } from '../domain/check/mark.ts';
import { proposeAmount } from '../domain/check/propose-amount.ts';
import type { Field } from '../domain/dictionary/types.ts';
import { say } from '../domain/messages/say.ts';
import { highestCount } from '../domain/series.ts';
import type { Book } from '../google/book.ts';
import { makeSure, type Sureness } from '../google/guard.ts';
import type { Block, LedgerTab } from '../google/ledger-tab.ts';
import { logAndWrite, type NewEntry } from '../google/log-writer.ts';
import { noteNumbers, noteStanding, stoodOnce, takeNumbers, underLock } from '../google/numbers.ts';
import { ensureRoom } from '../google/room.ts';
import { suggestionsOf } from '../google/validations.ts';
import { type CellChange, writeChanges } from '../google/write-cells.ts';
import { markChange } from './block-marks.ts';
import { checkContext, priceList } from './check-context.ts';
import { completion } from './complete-rows.ts';
import { entriesOf, few } from './log-entries.ts';
import { identityKeys, isMarkedSame, markSame } from './mark-same.ts';
import { type Looks, mendFormats, readLooks } from './mend-formats.ts';

/** What a check did, for the sentence at the end. */
export interface CheckReport {
  rows: number;
  written: number;
  numbered: number;
  problems: number;
  missing: number;
  /** numbers were not given because the whole column of numbers seems to have been lost */
  numbersLost?: boolean;
  /** rows or columns were moved during the write, which was taken back where it went astray */
  moved?: Exclude<Sureness, 'sure'>;
}

/** So many records without a number at once are no accident of typing. */
const many = 5;

const nothing: CheckReport = { rows: 0, written: 0, numbered: 0, problems: 0, missing: 0 };

export interface BlockRequest {
  /** 1-based; the header is row 1 */
  firstRow: number;
  rows: number;
  /** fields to be checked */
  keys: readonly string[];
  /** waits less long for others while somebody types */
  typing: boolean;
  /** what the log says of the edit itself */
  edited?: NewEntry;
}

/** All records, of the columns that must be seen as a whole. */
interface Whole {
  /** there where it was looked for records that are the same */
  block?: Block;
  /** by key of a field in which no value may repeat, its column from row 2 down */
  unique: Map<string, Cell[]>;
}

const same = (a: Block, b: Block, row: number): boolean =>
  a.raw[row]!.every((cell, i) => {
    const other = b.raw[row]?.[i];
    return cell instanceof Date && other instanceof Date ? cell.getTime() === other.getTime() : cell === other;
  });

/** @param identity fields that tell who somebody is, where new rows are compared with all others */
function readWhole(tab: LedgerTab, identity: readonly string[]): Whole {
  const keys = tab
    .fields()
    .filter((field) => field.unique)
    .map((field) => field.key);
  if (keys.length + identity.length === 0) return { unique: new Map() };
  const block = tab.read(2, tab.dataRows(), [...keys, ...identity]);
  const column = (key: string): Cell[] => Array.from({ length: block.rows }, (_, row) => tab.cell(block, row, key));
  return { unique: new Map(keys.map((key) => [key, column(key)])), ...(identity.length > 0 ? { block } : {}) };
}

/** @param original index of the row above that holds the same, from row 2 */
export function doubledVerdict(field: Field, cell: Cell | undefined, original: number): Verdict {
  const code = field.kind === 'series' ? 'check.doubledNumber' : 'check.doubledValue';
  return { problem: { code, params: { value: cellText(cell), row: original + 2, other: field.key }, severity: 'wrong' } };
}

function markDoubled(tab: LedgerTab, block: Block, rows: RowVerdict[], { unique }: Whole): void {
  for (const [key, cells] of unique) {
    const field = tab.field(key)!;
    const doubled = doubledRows(cells);
    if (doubled.size === 0) continue;
    rows.forEach((row, i) => {
      const original = doubled.get(block.firstRow + i - 2);
      const verdict = row.fields[key];
      if (original === undefined || !verdict) return;
      row.fields[key] = doubledVerdict(field, tab.cell(block, i, key), original);
    });
  }
}

/**
 * Checks a block of whole records and writes what follows from it: normalised values, marks, numbers, lost formats.
 * The same for a paste of any size and for a whole tab, so that checking after typing changes nothing.
 *
 * Reads at most eight times and commits at most twice, whatever the rows: the block, customers and prices first; then,
 * under the lock, the columns without repetition, formulas, notes, fills, formats, and the block once more.
 *
 * @returns undefined when somebody else held the lock for too long, or moved columns meanwhile
 */
export function checkBlock(book: Book, tab: LedgerTab, request: BlockRequest): CheckReport | undefined {
  if (request.rows <= 0) return nothing;
  const block = tab.read(request.firstRow, request.rows);
  const context = checkContext(book, tab, request.keys);
  const prices = priceList(book, tab, request.keys);
  const completing = request.edited && completion(book, tab, request.keys, context);
  const rows = block.raw.map((_, i): RowVerdict => {
    const record = tab.record(block, i);
    const verdict = checkRow(tab.tab, record, request.keys, context);
    if (prices) proposeAmount(tab.tab, record, verdict, prices);
    completing?.complete(record, verdict);
    return verdict;
  });
  return underLock(
    book,
    () => {
      const now = book.tabOfSheet(tab.sheet);
      if (!now || !sameColumns(tab, now)) return undefined;
      const identity = request.edited ? identityKeys(now).filter((key) => request.keys.indexOf(key) >= 0) : [];
      const whole = readWhole(now, identity);
      markDoubled(now, block, rows, whole);
      const inColumns = request.keys.some((key) => whole.unique.has(key)) && block.rows < now.dataRows();
      const looks = readLooks(now, block, prices === undefined, inColumns);
      return new BlockWriter(book, now, request, block, rows, whole, looks, context).write();
    },
    request.typing ? 'typing' : 'person',
  );
}

const sameColumns = (a: LedgerTab, b: LedgerTab): boolean =>
  a.fields().every((field) => b.columns.get(field.key) === a.columns.get(field.key));

/** Writes what the checks found, into rows that are still what they were when they were checked. */
class BlockWriter {
  /** the last look: the block, or the whole tab where marks elsewhere may change */
  private readonly seenLast: Block;
  private readonly again: Block;
  private readonly stands: readonly boolean[];
  private readonly series: Field | undefined;

  constructor(
    private readonly book: Book,
    private readonly tab: LedgerTab,
    private readonly request: BlockRequest,
    private readonly block: Block,
    private readonly rows: readonly RowVerdict[],
    private readonly whole: Whole,
    private readonly looks: Looks,
    private readonly context: CheckContext,
  ) {
    // A lock does not stop people typing: look again, last of all, and leave rows alone that have changed.
    this.seenLast = looks.tabNotes ? tab.read(2, looks.tabNotes.length) : tab.readAround(block.firstRow, block.rows);
    const first = block.firstRow - this.seenLast.firstRow;
    this.again = {
      ...this.seenLast,
      firstRow: block.firstRow,
      rows: block.rows,
      raw: this.seenLast.raw.slice(first, first + block.rows),
    };
    this.stands = block.raw.map((_, row) => same(block, this.again, row));
    this.series = tab.fields().find((field) => field.kind === 'series');
  }

  write(): CheckReport {
    const lacking = this.lacking();
    const lost = this.numbersLost(lacking.length);
    const given = lost ? new Map<number, string>() : this.takeNumbers(lacking);
    this.markSame(given);
    const { changes, problems } = this.changes();
    changes.push(...this.changesElsewhere());
    this.putNumbers(changes, given);
    // Where rows moved meanwhile, notes and formulas may not be theirs: then nothing in between is handed back.
    const still = this.stands.every(Boolean);
    const { formulas, notes } = this.looks;
    const around = still ? { formulas, notes } : { formulas };
    const write = () => {
      mendFormats(this.book, this.tab, this.block, this.request.keys, this.looks);
      return writeChanges(this.tab, changes, { block: this.again, ...around, textIsSafe: true });
    };
    // Looked up now: a look-up between queued writes would cost a commit.
    for (const field of this.tab.fields()) suggestionsOf(this.book, field);
    const isDone = this.request.edited !== undefined;
    const end = this.block.firstRow + this.block.rows - 1;
    const prepare = (): void => {
      if (this.block.rows > 1) ensureRoom(this.tab, end, this.book.language);
    };
    const cells = logAndWrite(this.book, this.entries(changes), write, { isDone, begin: !this.request.typing, prepare });
    const sureness = makeSure(this.book, this.tab, this.seenLast, cells);
    const written = changes.filter(({ value }) => value !== undefined).length;
    const numbered = lost ? 0 : lacking.length;
    if (numbered >= many) {
      this.book.commit();
      noteStanding(this.tab.tab.key);
    }
    const report = { rows: this.filled(), written: written - numbered, numbered, problems, missing: this.missing() };
    return { ...report, ...(lost ? { numbersLost: true } : {}), ...(sureness === 'sure' ? {} : { moved: sureness }) };
  }

  /** The edit as one entry, and every value that the ledger changes; of very many the log keeps how many there were. */
  private entries(changes: readonly CellChange[]): NewEntry[] {
    const { typing, edited } = this.request;
    const own = entriesOf(this.tab, this.again, changes, typing ? 'typed' : 'check');
    if (!edited) return own;
    const values = own.filter(({ field }) => field !== this.series?.key);
    const numbers = own.filter(({ field }) => field === this.series?.key);
    const [first, last] = [numbers[0], numbers[numbers.length - 1]];
    if (!first || !last) return [edited, ...few(values, this.book.language)];
    const ends = { block: cellText(edited.to), first: cellText(first.to), last: cellText(last.to) };
    if (numbers.length === 1) return [{ ...edited, record: first.record }, first, ...values];
    return [{ ...edited, to: say('log.numbered', this.book.language, ends) }, ...few(values, this.book.language)];
  }

  private changes(): { changes: CellChange[]; problems: number } {
    const changes: CellChange[] = [];
    let problems = 0;
    this.rows.forEach((row, i) => {
      for (const key of Object.keys(row.fields)) {
        const verdict = row.fields[key]!;
        if (verdict.problem) problems++;
        if (!this.stands[i]) continue;
        const at = this.tab.column(key) - this.block.firstColumn;
        const { notes, fills, formulas } = this.looks;
        const mark = markChange({ row: i, field: key }, verdict, notes[i]![at]!, fills[i]![at], this.tab.tab, this.book.language);
        const value = formulas[i]![at] === '' ? verdict.write : undefined;
        if (mark || value !== undefined) changes.push({ row: i, field: key, value, ...mark });
      }
    });
    return { changes, problems };
  }

  /**
   * Marks outside the block: a pasted value may double one further down, and what was cleared or pasted over may have
   * been doubled until now. Rows count from the block's first one, so those above it are negative.
   */
  private changesElsewhere(): CellChange[] {
    const { tabNotes, tabFills } = this.looks;
    if (!tabNotes || !tabFills || !this.stands.every(Boolean)) return [];
    const above = this.block.firstRow - 2;
    return [...this.whole.unique].flatMap(([key, cells]) => {
      const field = this.tab.field(key)!;
      const at = this.tab.column(key) - this.block.firstColumn;
      const doubled = doubledRows(cells);
      return cells.flatMap((cell, i) => {
        const original = doubled.get(i);
        const note = tabNotes[i]?.[at] ?? '';
        const inside = i >= above && i < above + this.block.rows;
        // A row that moved since its note was read is left to the next check.
        const moved = cellText(this.tab.cell(this.seenLast, i, key)) !== cellText(cell);
        if (inside || moved || (original === undefined && !isMark(note))) return [];
        const verdict = original === undefined ? checkCell(field, cell, this.context) : doubledVerdict(field, cell, original);
        const mark = { problem: verdict.problem };
        return markChange({ row: i - above, field: key }, mark, note, tabFills[i]?.[at], this.tab.tab, this.book.language) ?? [];
      });
    });
  }

  /** Rows that are records without a number, and may be given one now. */
  private lacking(): number[] {
    if (!this.series) return [];
    const at = this.tab.column(this.series.key) - this.block.firstColumn;
    return this.rows.flatMap((row, i) => (row.needsNumber && this.stands[i] && this.looks.formulas[i]![at] === '' ? [i] : []));
  }

  private get seen(): number {
    return this.series ? highestCount(this.series.series!, (this.whole.unique.get(this.series.key) ?? []).map(cellText)) : 0;
  }

  /**
   * Whether the column of numbers was emptied or deleted: many numbers were given, none is there, and a whole tab would
   * get new ones, so that every record of the shop's would point nowhere.
   */
  private numbersLost(lacking: number): boolean {
    const { typing, keys } = this.request;
    const cleared = typing && keys.length === 1 && keys[0] === this.series?.key;
    if ((typing && !cleared) || lacking < many || this.seen > 0) return false;
    return stoodOnce(this.tab.tab.key, lacking);
  }

  /** New rows that are very likely there already, and rows that were marked so before. */
  private markSame(given: ReadonlyMap<number, string>): void {
    const { block, rows, tab, looks } = this;
    const isWhole = block.firstRow === 2 && block.rows >= tab.dataRows();
    const whole = this.whole.block ?? (isWhole ? block : undefined);
    if (!whole || identityKeys(tab).length === 0) return;
    const asked = rows.flatMap((_, row) =>
      this.stands[row] && (this.whole.block || looks.notes[row]!.some(isMarkedSame)) ? [row] : [],
    );
    markSame(this.book, tab, { whole, from: block.firstRow - whole.firstRow, rows, asked, given });
  }

  /** By row, the number that it gets. */
  private takeNumbers(lacking: readonly number[]): Map<number, string> {
    const { series } = this;
    if (!series) return new Map();
    if (lacking.length === 0) {
      if (this.seen > 0) noteNumbers(this.tab.tab.key, this.seen);
      return new Map();
    }
    const numbers = takeNumbers(this.tab.tab.key, series, lacking.length, this.seen);
    return new Map(lacking.map((row, i) => [row, numbers[i]!]));
  }

  private putNumbers(changes: CellChange[], given: ReadonlyMap<number, string>): void {
    const { series } = this;
    if (!series) return;
    const own = new Map(changes.filter((change) => change.field === series.key).map((change) => [change.row, change]));
    for (const [row, number] of given) {
      const there = own.get(row);
      if (there) there.value = number;
      else changes.push({ row, field: series.key, value: number });
    }
  }

  /** Required cells still empty, of rows that are records. */
  private missing(): number {
    const { series } = this;
    if (!series) return 0;
    return this.rows.reduce((sum, row, i) => {
      const record = this.tab.record(this.again, i);
      return isBlank(record[series.key]) && !row.needsNumber ? sum : sum + missingFields(this.tab.tab, record).length;
    }, 0);
  }

  private filled(): number {
    const fields = this.tab.fields().filter((field) => field.kind !== 'yesNo');
    return this.block.raw.filter((_, row) => fields.some((field) => !isBlank(this.tab.cell(this.block, row, field.key)))).length;
  }
}
