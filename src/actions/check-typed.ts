import { type Cell, cellText, isBlank } from '../domain/check/cell.ts';
import { type CheckContext, checkCell, type Verdict } from '../domain/check/check-cell.ts';
import { checkRow, type RowVerdict } from '../domain/check/check-rows.ts';
import { isMark } from '../domain/check/mark.ts';
import { proposeAmount } from '../domain/check/propose-amount.ts';
import { heldAgainst } from '../domain/dictionary/roles.ts';
import type { Field } from '../domain/dictionary/types.ts';
import { say } from '../domain/messages/say.ts';
import { highestCount } from '../domain/series.ts';
import type { Book } from '../google/book.ts';
import { makeSure } from '../google/guard.ts';
import type { Block, LedgerTab } from '../google/ledger-tab.ts';
import { logAndWrite, type NewEntry } from '../google/log-writer.ts';
import { countGiven, takeNumbers, underLock } from '../google/numbers.ts';
import { showToast } from '../google/screen.ts';
import { type CellChange, writeChanges } from '../google/write-cells.ts';
import { markChange, saySureness } from './block-marks.ts';
import { checkContext, priceList } from './check-context.ts';
import { type Completion, completion } from './complete-rows.ts';
import { entriesOf, typedEntry } from './log-entries.ts';
import { identityKeys, isMarkedSame, isSame } from './mark-same.ts';

export interface TypedEdit {
  /** 1-based */
  row: number;
  field: Field;
  /** as the event gives it: always text, a date as its serial number */
  value: string;
  /** false when the cell was empty before: it cannot have been marked then */
  replaced: boolean;
  /** what the event says stood there before */
  before: string | undefined;
}

/** What the event's text probably is once it is read from the cell; it tells which reads will be needed. */
export function foreseen(field: Field, value: string): Cell {
  const numeric = value.trim() !== '' && Number.isFinite(Number(value));
  if (!numeric || field.kind === 'phone') return value;
  return field.kind === 'date' || field.kind === 'money' || field.kind === 'integer' || field.kind === 'rating'
    ? Number(value)
    : value;
}

/**
 * Checks one typed cell with as few reads as can be. What the event says tells which of note, fill and formula will be
 * needed; they are read first, and the cell itself last, right before the write, so that a sort in between is noticed.
 * A number is given only under the lock, after looking at the whole column of numbers.
 *
 * @returns false when the cell is not what was foreseen or the lean way does not cover it: check the block then
 */
export function checkTyped(book: Book, tab: LedgerTab, edit: TypedEdit): boolean {
  const series = tab.fields().find((f) => f.kind === 'series');
  if (series && countGiven(tab.tab.key) === undefined) return false;
  const typed = new TypedCheck(book, tab, edit, series);
  if (!series || !typed.mayMakeRecord) return typed.finishInRow(tab);
  const done = underLock(
    book,
    () => {
      const now = book.tabOfSheet(tab.sheet);
      const moved = !now || [series.key, edit.field.key].some((key) => now.columns.get(key) !== tab.columns.get(key));
      return moved ? undefined : typed.finishWithNumber(now);
    },
    'typing',
  );
  if (done === undefined) showToast(book.workbook, say('stop.busyTyping', book.language));
  return done ?? true;
}

class TypedCheck {
  private readonly context: CheckContext;
  private readonly expected: Verdict;
  private readonly prices?: Map<string, number>;
  private readonly completing?: Completion;
  private readonly note: string;
  private readonly fill?: string;
  private readonly isFormula: boolean;
  /** fields by which the typed one is compared with all others; none where nothing is to be compared */
  private readonly identity: readonly string[];
  private readonly wasMarkedSame: boolean;

  constructor(
    private readonly book: Book,
    tab: LedgerTab,
    private readonly edit: TypedEdit,
    private readonly series: Field | undefined,
  ) {
    const { field, value, replaced } = edit;
    this.context = checkContext(book, tab, [field.key]);
    this.expected = checkCell(field, foreseen(field, value), this.context);
    const cell = tab.sheet.getRange(edit.row, tab.column(field.key));
    const { problem } = this.expected;
    const keys = identityKeys(tab);
    this.identity = !problem && keys.indexOf(field.key) >= 0 ? keys : [];
    // of what was mended, a mark may stand anywhere in the row
    const { first, last } = tab.span();
    const notes =
      this.identity.length > 0 && replaced ? tab.sheet.getRange(edit.row, first, 1, last - first + 1).getNotes()[0] : undefined;
    this.wasMarkedSame = notes?.some(isMarkedSame) ?? false;
    this.note = notes ? notes[tab.column(field.key) - first]! : problem || replaced ? cell.getNote() : '';
    this.fill = problem ? cell.getBackground() : undefined;
    this.isFormula = this.expected.write !== undefined && cell.getFormula() !== '';
    if (!problem && !replaced) this.prices = priceList(book, tab, [field.key]);
    if (!problem) this.completing = completion(book, tab, [field.key], this.context);
  }

  /**
   * Whether the row may become a record by this cell: a required one that was empty, or held something wrong. A right
   * value over another one changes a record that has its number already.
   */
  get mayMakeRecord(): boolean {
    return this.edit.field.required === true && !this.expected.problem && (!this.edit.replaced || isMark(this.note));
  }

  /** The record is there already, or this cell cannot make one: its row alone is looked at. */
  finishInRow(tab: LedgerTab): boolean {
    const { row } = this.edit;
    const block =
      this.identity.length > 0
        ? this.readAll(tab, requiredKeys(tab))
        : this.expected.write === undefined
          ? tab.read(row, 1)
          : tab.readAround(row, 1);
    const at = row - block.firstRow;
    const verdict = this.check(tab, block, at);
    if (!verdict || verdict.needsNumber || this.concernsAnother(tab, block, at)) return false;
    this.write(tab, this.changes(tab, verdict, at), block);
    return true;
  }

  /** The cell may make its row a record: the whole columns of numbers and of this field are read, under the lock. */
  finishWithNumber(tab: LedgerTab): boolean {
    const { edit, series } = this;
    const block = this.readAll(tab, [series!.key, edit.field.key, ...(this.prices ? amountKeys(tab) : [])]);
    const row = edit.row - 2;
    const verdict = this.check(tab, block, row);
    if (!verdict || this.concernsAnother(tab, block, row)) return false;
    const changes = this.changes(tab, verdict, row);
    if (verdict.needsNumber) {
      const numbers = block.raw.map((_, i) => cellText(tab.cell(block, i, series!.key)));
      const [number] = takeNumbers(tab.tab.key, series!, 1, highestCount(series!.series!, numbers));
      changes.push({ row, field: series!.key, value: number });
    }
    this.write(tab, changes, block);
    return true;
  }

  /** All records, where that costs little, else what is needed of each. */
  private readAll(tab: LedgerTab, keys: readonly string[]): Block {
    const rows = Math.max(tab.dataRows(), this.edit.row - 1);
    const series = this.series ? [this.series.key] : [];
    const seen = [...series, ...keys, ...this.identity, ...(this.completing?.keys ?? [])];
    return tab.isCheap(rows) ? tab.read(2, rows) : tab.read(2, rows, seen);
  }

  /** Whether the record may be another one's, or was marked so: what belongs on it then is a matter of the whole row. */
  private concernsAnother(tab: LedgerTab, block: Block, at: number): boolean {
    return this.wasMarkedSame || (this.identity.length > 0 && this.series !== undefined && isSame(this.book, tab, block, at));
  }

  private write(tab: LedgerTab, changes: readonly CellChange[], block: Block): void {
    const entries = this.entries(tab, changes, block);
    const cells = logAndWrite(this.book, entries, () => writeChanges(tab, changes, { block }), { isDone: true });
    const sureness = makeSure(this.book, tab, block, cells);
    if (sureness !== 'sure') showToast(this.book.workbook, saySureness(sureness, this.book.language));
  }

  /** What was typed, as it stands in the end, and what follows from it. */
  private entries(tab: LedgerTab, changes: readonly CellChange[], block: Block): NewEntry[] {
    const { row, field, before } = this.edit;
    const at = row - block.firstRow;
    const own = changes.find((change) => change.row === at && change.field === field.key && change.value !== undefined);
    const typed = typedEntry(tab, block, at, field, before, own?.value);
    const others = changes.filter((change) => change !== own);
    const more = entriesOf(tab, block, others, 'typed');
    return [{ ...typed, record: typed.record || (more.find(({ record }) => record !== '')?.record ?? '') }, ...more];
  }

  /** Undefined when the cell is not what the event said, or another cell of the record has to be judged as well. */
  private check(tab: LedgerTab, block: Block, at: number): RowVerdict | undefined {
    const { field, value } = this.edit;
    const record = tab.record(block, at);
    const cell = record[field.key];
    const isText = typeof cell === 'string';
    if (isText && cell !== value) return undefined;
    const verdict = checkRow(tab.tab, record, [field.key], this.context);
    const own = verdict.fields[field.key]!;
    if (Boolean(own.problem) !== Boolean(this.expected.problem)) return undefined;
    if (own.write !== undefined && this.expected.write === undefined && isText) return undefined;
    if (tab.fields().some((f) => heldAgainst(f) === field.key && !isBlank(record[f.key]))) return undefined;
    if (this.prices) proposeAmount(tab.tab, record, verdict, this.prices);
    this.completing?.complete(record, verdict);
    return verdict;
  }

  private changes(tab: LedgerTab, verdict: RowVerdict, row: number): CellChange[] {
    const { field } = this.edit;
    const own = verdict.fields[field.key]!;
    const mark = markChange({ row, field: field.key }, own, this.note, this.fill, tab.tab, this.book.language);
    const value = this.isFormula ? undefined : own.write;
    const changes: CellChange[] = mark || value !== undefined ? [{ row, field: field.key, value, ...mark }] : [];
    for (const key of Object.keys(verdict.fields)) {
      if (key === field.key || verdict.fields[key]!.write === undefined) continue;
      const other = tab.sheet.getRange(this.edit.row, tab.column(key));
      if (other.getFormula() === '') changes.push({ row, field: key, value: verdict.fields[key]!.write });
    }
    return changes;
  }
}

/** What decides whether a row is a record. */
const requiredKeys = (tab: LedgerTab): string[] =>
  tab
    .fields()
    .filter(({ required }) => required)
    .map(({ key }) => key);

/** The fields that an amount is proposed from, and the amount itself. */
function amountKeys(tab: LedgerTab): string[] {
  const field = tab.fields().find((f) => f.amountFrom);
  return field?.amountFrom
    ? [field.key, field.amountFrom.item, field.amountFrom.quantity].filter((key) => tab.columns.has(key))
    : [];
}
