import type { Failure, SaveResult } from '../domain/api.ts';
import { type Cell, cellText } from '../domain/check/cell.ts';
import { checkRow } from '../domain/check/check-rows.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { recordOf, rowOf } from '../google/add-record.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { underLock } from '../google/numbers.ts';
import { type CellChange, writeChanges } from '../google/write-cells.ts';
import { markChange } from './block-marks.ts';
import { checkContext } from './check-context.ts';
import { blocking } from './save-record.ts';

export interface UpdateRequest {
  number: string;
  requestId: string;
  /** the fields to change */
  values: Record<string, string>;
  /** what the person saw in them */
  shown: Record<string, string>;
}

function conflictsOf(tab: LedgerTab, record: Record<string, Cell>, request: UpdateRequest, locale: Locale) {
  return Object.keys(request.values)
    .filter((key) => {
      const now = cellText(record[key]);
      return now !== (request.shown[key] ?? '') && now !== request.values[key];
    })
    .map((key) => ({ key, label: tab.field(key)!.label[locale], shown: request.shown[key] ?? '', now: cellText(record[key]) }));
}

/**
 * Puts values into an existing customer: only the given fields, only where they still hold what the person saw, and
 * only in the row that bears the customer's number at the moment of writing.
 */
export function updateCustomer(book: Book, request: UpdateRequest, locale: Locale): SaveResult | Failure {
  const tab = book.tab('customers');
  const series = tab?.fields().find((field) => field.kind === 'series');
  if (!tab || !series) return { failed: true, message: say('stop.notSetUp', locale), retry: false };
  const keys = Object.keys(request.values).filter(
    (key) => tab.columns.has(key) && key !== series.key && tab.fields().some((field) => field.key === key),
  );
  const wanted = { ...request, values: Object.fromEntries(keys.map((key) => [key, request.values[key]!])) };
  const gone: Failure = { failed: true, message: say('stop.recordNotFound', locale, { number: request.number }), retry: false };

  const result = underLock((): SaveResult | Failure => {
    const row = rowOf(tab, series.key, request.number);
    if (row === undefined) return gone;
    const range = tab.sheet.getRange(row, tab.span().first, 1, tab.span().last - tab.span().first + 1);
    const notes = range.getNotes();
    const fills = range.getBackgrounds();
    const formulas = range.getFormulas();
    const block = tab.read(row, 1);
    const record = tab.record(block, 0);
    if (cellText(record[series.key]) !== request.number) return { failed: true, message: say('stop.busy', locale), retry: true };
    const conflicts = conflictsOf(tab, record, wanted, locale);
    if (conflicts.length > 0)
      return { ok: false, problems: [{ message: say('stop.conflict', locale), severity: 'wrong' }], conflicts };

    const next = { ...record, ...wanted.values };
    const verdict = checkRow(tab.tab, next, keys, checkContext(book, tab, keys));
    const problems = blocking(tab.tab, next, verdict, false, locale).filter((problem) => keys.includes(problem.field ?? ''));
    if (problems.length > 0) return { ok: false, problems };
    const changes = keys.map((key): CellChange => {
      const at = tab.column(key) - block.firstColumn;
      const mark = markChange(
        { row: 0, field: key },
        verdict.fields[key]!,
        notes[0]![at]!,
        fills[0]![at],
        tab.tab,
        book.language,
      );
      return { row: 0, field: key, value: verdict.fields[key]!.write ?? wanted.values[key]!, ...mark };
    });
    writeChanges(tab, changes, { block, formulas, notes });
    const saved = recordOf(tab, series.key, request.number);
    if (!saved) return gone;
    const customer = { number: request.number, name: saved.name ?? '', phone: saved.phone ?? '' };
    return { ok: true, number: request.number, message: say('done.updated', locale, customer), customer, values: saved };
  });
  return result ?? { failed: true, message: say('stop.busy', locale), retry: true };
}
