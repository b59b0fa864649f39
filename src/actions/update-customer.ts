import type { Failure, SaveResult } from '../domain/api.ts';
import { type Cell, cellText } from '../domain/check/cell.ts';
import { checkRow, type RowVerdict } from '../domain/check/check-rows.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { recordOf, rowsOf } from '../google/add-record.ts';
import type { Book } from '../google/book.ts';
import { makeSure, type Sureness } from '../google/guard.ts';
import { finishIntent, knownIntents, withIntent } from '../google/intents.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { logAndWrite } from '../google/log-writer.ts';
import { underLock } from '../google/numbers.ts';
import { type CellChange, writeChanges } from '../google/write-cells.ts';
import { failMoved, markChange } from './block-marks.ts';
import { checkContext } from './check-context.ts';
import { entriesOf } from './log-entries.ts';
import { readLooks } from './mend-formats.ts';
import { recoverRecords, type UpdateIntent } from './recover-records.ts';
import { blocking, unfit } from './save-record.ts';

export interface UpdateRequest {
  number: string;
  requestId: string;
  /** the fields to change */
  values: Record<string, string>;
  /** what the person saw in them */
  shown: Record<string, string>;
}

const fail = (message: string, retry = false): Failure => ({ failed: true, message, retry });

/** What is to be written into a field: the normalised value where there is one. */
const wanted = (verdict: RowVerdict, key: string, request: UpdateRequest): string | number | boolean =>
  verdict.fields[key]?.write ?? request.values[key]!;

/** Fields that hold neither what the person saw nor what is to be written: somebody else has changed them. */
function conflictsOf(
  tab: LedgerTab,
  record: Record<string, Cell>,
  verdict: RowVerdict,
  keys: readonly string[],
  request: UpdateRequest,
  locale: Locale,
) {
  return keys
    .filter((key) => {
      const now = cellText(record[key]);
      return now !== (request.shown[key] ?? '') && now !== cellText(wanted(verdict, key, request));
    })
    .map((key) => ({ key, label: tab.field(key)!.label[locale], shown: request.shown[key] ?? '', now: cellText(record[key]) }));
}

/** Another row that holds a value which may not repeat. */
function markRepeated(tab: LedgerTab, verdict: RowVerdict, own: number, request: UpdateRequest): void {
  for (const key of Object.keys(verdict.fields)) {
    if (!tab.field(key)?.unique) continue;
    const value = cellText(wanted(verdict, key, request)).trim();
    const block = tab.read(2, tab.dataRows(), [key]);
    const row = block.raw.findIndex(
      (_, i) => i + 2 !== own && value !== '' && cellText(tab.cell(block, i, key)).trim() === value,
    );
    if (row >= 0)
      verdict.fields[key] = {
        problem: { code: 'check.doubledValue', params: { value, row: row + 2, other: key }, severity: 'wrong' },
      };
  }
}

/** @returns how the write ended when it went astray: then nothing was changed, or what was overwritten is not known */
function update(book: Book, request: UpdateRequest, locale: Locale): SaveResult | Failure | Sureness {
  const tab = book.tab('customers')!;
  const series = tab.fields().find((field) => field.kind === 'series')!;
  const rows = rowsOf(tab, series.key, request.number);
  const row = rows[0];
  if (row === undefined) return fail(say('stop.recordNotFound', locale, { number: request.number }));
  if (rows.length > 1) return fail(say('stop.doubledNumber', locale, { number: request.number }));
  const keys = Object.keys(request.values).filter((key) => key !== series.key && tab.fields().some((field) => field.key === key));
  const looks = readLooks(tab, { ...tab.read(row, 0), firstRow: row, rows: 1 }, false);
  const block = tab.readAround(row, 1);
  const at = row - block.firstRow;
  const record = tab.record(block, at);
  if (cellText(record[series.key]) !== request.number) return fail(say('stop.busy', locale), true);

  const next = { ...record, ...Object.fromEntries(keys.map((key) => [key, request.values[key]!])) };
  const verdict = checkRow(tab.tab, next, keys, checkContext(book, tab, keys));
  const conflicts = conflictsOf(tab, record, verdict, keys, request, locale);
  if (conflicts.length > 0)
    return { ok: false, problems: [{ message: say('stop.conflict', locale), severity: 'wrong' }], conflicts };
  markRepeated(tab, verdict, row, request);
  const problems = blocking(tab.tab, next, verdict, false, locale).filter((problem) => keys.includes(problem.field ?? ''));
  if (problems.length > 0) return { ok: false, problems };
  const changes = keys.map((key): CellChange => {
    const column = tab.column(key) - block.firstColumn;
    const mark = markChange(
      { row: at, field: key },
      verdict.fields[key]!,
      looks.notes[0]![column]!,
      looks.fills[0]![column],
      tab.tab,
      book.language,
    );
    const isFormula = looks.formulas[0]![column] !== '';
    return { row: at, field: key, ...(isFormula ? {} : { value: wanted(verdict, key, request) }), ...mark };
  });
  const plan = keys
    .map((key) => ({
      tab: tab.tab.key,
      record: request.number,
      field: key,
      from: cellText(record[key]),
      to: wanted(verdict, key, request),
    }))
    .filter(({ from, to }) => from !== cellText(to));
  const entries = entriesOf(tab, block, changes, 'form');
  const write = (): Sureness =>
    makeSure(
      book,
      tab,
      block,
      logAndWrite(book, entries, () => writeChanges(tab, changes, { block })),
    );
  // One cell is written or not; of several, some may have been when a run is cut off.
  const undertaken: UpdateIntent = { number: request.number, plan };
  const undertaking = { id: request.requestId, action: 'update-customer', request: undertaken };
  const sureness = plan.length < 2 ? write() : withIntent(undertaking, write);
  const earlier = knownIntents().find((intent) => intent.id === request.requestId);
  if (earlier) finishIntent(earlier);
  if (sureness !== 'sure') return sureness;
  const saved = recordOf(tab, series.key, request.number);
  if (!saved) return fail(say('stop.recordNotFound', locale, { number: request.number }));
  const customer = { number: request.number, name: saved.name ?? '', phone: saved.phone ?? '' };
  return { ok: true, number: request.number, message: say('done.updated', locale, customer), customer, values: saved };
}

/**
 * Puts values into an existing customer: only the given fields, only where they still hold what the person saw (or
 * already hold what is to be written: a retry), and only in the row that bears the customer's number at the moment of
 * writing.
 */
export function updateCustomer(book: Book, request: UpdateRequest, locale: Locale): SaveResult | Failure {
  const result = underLock(book, (): SaveResult | Failure => {
    recoverRecords(book, locale, request.requestId);
    const attempt = () => unfit(book, 'customers', locale) ?? update(book, request, locale);
    let done = attempt();
    if (done === 'takenBack') {
      book.refresh();
      done = attempt();
    }
    return typeof done === 'string' ? failMoved(done, locale) : done;
  });
  return result ?? fail(say('stop.busy', locale), true);
}
