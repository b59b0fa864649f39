import type { CustomerBrief, Failure, FieldProblem, SaveResult } from '../domain/api.ts';
import { type Cell, cellText, isBlank, type Written } from '../domain/check/cell.ts';
import { checkRow, missingFields, type RowVerdict } from '../domain/check/check-rows.ts';
import { headerFaults } from '../domain/check/header-faults.ts';
import { proposeAmount } from '../domain/check/propose-amount.ts';
import { recordSchema } from '../domain/dictionary/record-schema.ts';
import type { Field, Tab } from '../domain/dictionary/types.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { highestCount } from '../domain/series.ts';
import { addRecord, completeRecord, type NewMark, recordOf, removeInserted } from '../google/add-record.ts';
import type { Book } from '../google/book.ts';
import { makeSure, type Sureness } from '../google/guard.ts';
import { beginIntent, finishIntent } from '../google/intents.ts';
import { type Block, boundColumns, type LedgerTab } from '../google/ledger-tab.ts';
import { takeNumbers, underLock } from '../google/numbers.ts';
import { findRequest, noteRequest } from '../google/requests.ts';
import { failMoved, sentence } from './block-marks.ts';
import { checkContext, priceList } from './check-context.ts';
import { completion } from './complete-rows.ts';
import { briefOf } from './get-form.ts';
import { newRecordEntry } from './log-entries.ts';
import { checkRecord, cutOffSave, recoverRecords, type SaveIntent } from './recover-records.ts';

export interface SaveRequest {
  tab: string;
  requestId: string;
  values: Record<string, string>;
  /** keep values that are wrong by their form (a phone, an e-mail); they are marked in the tab */
  keepWarnings?: boolean;
}

/** Kinds whose wrong values a person may insist on: nothing else depends on them. */
const keepable: ReadonlySet<string> = new Set(['phone', 'email']);

/** The problems that keep a record from being saved, as sentences under their fields. */
export function blocking(
  tab: Tab,
  record: Record<string, Cell>,
  verdict: RowVerdict,
  keep: boolean,
  locale: Locale,
): FieldProblem[] {
  const problems: FieldProblem[] = missingFields(tab, record).map((field) => ({
    field: field.key,
    message: say('check.missing', locale, { field: field.label[locale] }),
    severity: 'wrong',
  }));
  for (const key of Object.keys(verdict.fields)) {
    const problem = verdict.fields[key]!.problem;
    if (!problem || problem.severity === 'warning') continue;
    if (keep && keepable.has(tab.fields.find((field) => field.key === key)?.kind ?? '')) continue;
    problems.push({ field: key, message: sentence(problem, tab, locale), suggestion: problem.suggestion, severity: 'wrong' });
  }
  return problems;
}

/** Why nothing can be saved in a tab as it is now: columns are missing or their headers swapped. */
export function unfit(book: Book, key: string, locale: Locale): Failure | undefined {
  const definition = book.dictionary.tabs.find((t) => t.key === key);
  const fail = (message: string): Failure => ({ failed: true, message, retry: false });
  if (!definition) return fail(say('stop.unknownTab', locale, { tab: key }));
  const tab = book.tab(key);
  if (!tab) return fail(say('stop.tabMissing', locale, { tab: definition.label[locale] }));
  if (!definition.fields.some((field) => field.kind === 'series')) return fail(say('stop.noForm', locale, { tab: tab.name }));
  const missing = tab.missing().map((field) => field.label[locale]);
  if (missing.length > 0)
    return fail(say('stop.headers', locale, { tab: tab.name, fields: missing.join(say('list.separator', locale)) }));
  const header = tab.header();
  if (tab.isHeaderGone(header)) return fail(say('header.gone', locale, { tab: tab.name }));
  const swapped = headerFaults(boundColumns(tab), header).some((fault) => fault.kind === 'swapped');
  if (swapped) return fail(say('stop.headersSwapped', locale, { tab: tab.name }));
  return undefined;
}

/** What is written for a checked record: the normalised value where there is one, else what was typed. */
function valuesToWrite(tab: LedgerTab, record: Record<string, Cell>, verdict: RowVerdict): Record<string, Written> {
  const values: Record<string, Written> = {};
  for (const field of tab.fields()) {
    const write = verdict.fields[field.key]?.write ?? record[field.key];
    if (write !== undefined && write !== '' && typeof write !== 'object') values[field.key] = write;
  }
  return values;
}

function confirmation(
  book: Book,
  tab: LedgerTab,
  number: string,
  values: Record<string, string>,
  locale: Locale,
  repeated: boolean,
): SaveResult {
  const isCustomer = tab.tab.key === 'customers';
  const customer: CustomerBrief = isCustomer
    ? { number, name: values.name ?? '', phone: values.phone ?? '' }
    : (briefOf(book, values.customerId ?? '') ?? { number: values.customerId ?? '', name: '', phone: '' });
  const message = isCustomer
    ? say('done.registered', locale, { number, name: customer.name })
    : say('done.recorded', locale, { noun: tab.tab.noun[locale], number });
  return { ok: true, number, message, customer, values, ...(repeated ? { repeated: true } : {}) };
}

/** Values that may not repeat and stand in another row already. */
function repeats(tab: LedgerTab, record: Record<string, Cell>, verdict: RowVerdict, unique: Map<string, string[]>): void {
  for (const [key, column] of unique) {
    const field = tab.field(key)!;
    const value = cellText((verdict.fields[key]?.write as Cell | undefined) ?? record[key]).trim();
    const row = value === '' || field.kind === 'series' ? -1 : column.indexOf(value);
    if (row < 0) continue;
    const params = { value, row: row + 2, other: key };
    verdict.fields[key] = { problem: { code: 'check.doubledValue', params, severity: 'wrong' } };
  }
}

/** The columns without repetition, numbers among them, in one read: of whole records where that costs little more. */
function uniqueColumns(tab: LedgerTab): { block: Block; unique: Map<string, string[]> } {
  const keys = tab
    .fields()
    .filter((field) => field.unique)
    .map((field) => field.key);
  const rows = tab.dataRows();
  const block = tab.isCheap(rows) ? tab.read(2, rows) : tab.read(2, rows, keys);
  return { block, unique: new Map(keys.map((key) => [key, block.raw.map((_, row) => cellText(tab.cell(block, row, key)))])) };
}

class Saving {
  constructor(
    private readonly book: Book,
    private readonly tab: LedgerTab,
    private readonly series: Field,
    private readonly request: SaveRequest,
    private readonly locale: Locale,
  ) {}

  /** @returns how the write ended when it went astray: then its intent is left for another attempt */
  run(): SaveResult | Failure | Sureness {
    const { book, tab, request, locale } = this;
    const record: Record<string, Cell> = {};
    for (const field of tab.fields()) if (field.kind !== 'series') record[field.key] = request.values[field.key] ?? '';
    const keys = tab.fields().map((field) => field.key);
    const context = checkContext(book, tab, keys);
    const verdict = checkRow(tab.tab, record, keys, context);
    const prices = priceList(book, tab, keys);
    if (prices) proposeAmount(tab.tab, record, verdict, prices);
    Object.assign(record, completion(book, tab, keys, context)?.complete(record, verdict));

    const cutOff = cutOffSave(request.requestId);
    const found = findRequest(request.requestId) ?? cutOff?.request;
    const before = found?.tab === request.tab ? found : undefined;
    const earlier = before && this.repeated(before, cutOff?.request.values ?? valuesToWrite(tab, record, verdict));
    if (earlier) return earlier;

    const gridRows = tab.sheet.getMaxRows();
    const { block, unique } = uniqueColumns(tab);
    repeats(tab, record, verdict, unique);
    const problems = [...this.leftOver(), ...blocking(tab.tab, record, verdict, request.keepWarnings === true, locale)];
    if (problems.length > 0) return { ok: false, problems };
    return this.add(record, verdict, unique.get(this.series.key) ?? [], before, { block, gridRows });
  }

  /** What the form sent for fields that somebody has switched off since: it must not vanish without a word. */
  private leftOver(): FieldProblem[] {
    const { tab, request, locale } = this;
    return recordSchema(tab.tab)
      .unknown(request.values)
      .map((key) => {
        const field = tab.field(key)?.label[locale] ?? key;
        return { message: say('check.fieldGone', locale, { field, value: request.values[key]! }), severity: 'wrong' };
      });
  }

  /** The answer to a request that was saved before; undefined when its row was never written. */
  private repeated(
    before: { number: string; done?: boolean },
    values: Readonly<Record<string, Written>>,
  ): SaveResult | Failure | undefined {
    const { book, tab, series, request, locale } = this;
    if (recordOf(tab, series.key, before.number)) {
      const row = completeRecord(tab, series.key, before.number, values);
      if (row !== undefined) checkRecord(book, tab, row);
      if (!before.done) noteRequest({ id: request.requestId, tab: request.tab, number: before.number, done: true });
      const cutOff = cutOffSave(request.requestId);
      if (cutOff) finishIntent(cutOff.intent);
      return confirmation(book, tab, before.number, recordOf(tab, series.key, before.number)!, locale, true);
    }
    if (!before.done) return undefined;
    return { failed: true, message: say('stop.recordNotFound', locale, { number: before.number }), retry: false };
  }

  private add(
    record: Record<string, Cell>,
    verdict: RowVerdict,
    numbers: string[],
    before: { number: string } | undefined,
    seen: { block: Block; gridRows: number },
  ): SaveResult | Failure | Sureness {
    const { book, tab, series, request, locale } = this;
    const number = before?.number ?? takeNumbers(tab.tab.key, series, 1, highestCount(series.series!, numbers))[0]!;
    const cutOff = cutOffSave(request.requestId);
    if (cutOff) removeInserted(tab, cutOff.request.rows);
    const values = { ...valuesToWrite(tab, record, verdict), [series.key]: number };
    const noted: SaveIntent = { tab: request.tab, number, values, rows: tab.sheet.getMaxRows() };
    const intent = beginIntent({ id: request.requestId, action: 'save-record', request: noted });
    const marks = Object.keys(verdict.fields)
      .filter((key) => verdict.fields[key]!.problem && !isBlank(record[key]))
      .map((key): NewMark => {
        const problem = verdict.fields[key]!.problem!;
        return { field: key, sentence: sentence(problem, tab.tab, book.language), severity: problem.severity ?? 'wrong' };
      });
    const entry = newRecordEntry(tab, number, values, 'form', book.language);
    const cells = addRecord(book, tab, values, numbers.length, marks, () => finishIntent(intent), entry);
    const sureness = makeSure(book, tab, seen.block, cells, seen.gridRows + 1);
    if (sureness !== 'sure') return sureness;
    const saved = recordOf(tab, series.key, number);
    if (!saved) return { failed: true, message: say('stop.unsure', locale), retry: true, unsure: true };
    noteRequest({ id: request.requestId, tab: request.tab, number, done: true });
    finishIntent(intent);
    return confirmation(book, tab, number, saved, locale, false);
  }
}

/** One attempt, with settings and columns as they stand now. */
function attempt(book: Book, request: SaveRequest, locale: Locale): SaveResult | Failure | Sureness {
  const reason = unfit(book, request.tab, locale);
  if (reason) return reason;
  const tab = book.tab(request.tab)!;
  const points = tab.fields().some((field) => field.reference === 'customers');
  const customers = points ? book.tab('customers') : tab;
  if (!customers?.columns.has('customerId') && points) {
    const label = book.dictionary.tabs.find((t) => t.key === 'customers')?.label[locale] ?? '';
    return { failed: true, message: say('stop.customersMissing', locale, { tab: label }), retry: false };
  }
  return new Saving(book, tab, tab.fields().find((field) => field.kind === 'series')!, request, locale).run();
}

/**
 * Adds one record: all of it or nothing, with a number that is never given twice. A repeated request (a double click,
 * a retry after a lost answer) finds what the first one did and adds no second row.
 */
export function saveRecord(book: Book, request: SaveRequest, locale: Locale): SaveResult | Failure {
  const result = underLock(book, (): SaveResult | Failure => {
    recoverRecords(book, locale, request.requestId);
    let done = attempt(book, request, locale);
    if (done === 'takenBack') {
      book.refresh();
      done = attempt(book, request, locale);
    }
    return typeof done === 'string' ? failMoved(done, locale) : done;
  });
  return result ?? { failed: true, message: say('stop.busy', locale), retry: true };
}
