import type { CustomerBrief, Failure, FieldProblem, SaveResult } from '../domain/api.ts';
import { type Cell, cellText, isBlank, type Written } from '../domain/check/cell.ts';
import { checkRow, missingFields, type RowVerdict } from '../domain/check/check-rows.ts';
import { proposeAmount } from '../domain/check/propose-amount.ts';
import type { Tab } from '../domain/dictionary/types.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { highestCount } from '../domain/series.ts';
import { addRecord, recordOf } from '../google/add-record.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { takeNumbers, underLock } from '../google/numbers.ts';
import { findRequest, noteRequest } from '../google/requests.ts';
import { sentence } from './block-marks.ts';
import { checkContext, priceList } from './check-context.ts';
import { briefOf } from './get-form.ts';

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

/** What is written for a checked record: the normalised value where there is one, else what was typed. */
export function valuesToWrite(tab: LedgerTab, record: Record<string, Cell>, verdict: RowVerdict): Record<string, Written> {
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

/**
 * Adds one record: all of it or nothing, with a number that is never given twice. A repeated request (a double click,
 * a retry after a lost answer) finds what the first one did and adds no second row.
 */
export function saveRecord(book: Book, request: SaveRequest, locale: Locale): SaveResult | Failure {
  const definition = book.dictionary.tabs.find((t) => t.key === request.tab);
  if (!definition) return { failed: true, message: say('stop.unknownTab', locale, { tab: request.tab }), retry: false };
  const tab = book.tab(request.tab);
  if (!tab) return { failed: true, message: say('stop.tabMissing', locale, { tab: definition.label[locale] }), retry: false };
  const missing = tab.missing();
  const series = tab.fields().find((field) => field.kind === 'series');
  if (missing.length > 0 || !series) {
    const fields = missing.map((field) => field.label[locale]).join(say('list.separator', locale));
    return { failed: true, message: say('stop.headers', locale, { tab: tab.name, fields }), retry: false };
  }

  const result = underLock((): SaveResult | Failure => {
    const before = findRequest(request.requestId);
    if (before && before.tab === request.tab) {
      const there = recordOf(tab, series.key, before.number);
      if (there) return confirmation(book, tab, before.number, there, locale, true);
    }
    const record: Record<string, Cell> = {};
    for (const field of tab.fields()) if (field.kind !== 'series') record[field.key] = request.values[field.key] ?? '';
    const keys = tab.fields().map((field) => field.key);
    const verdict = checkRow(definition, record, keys, checkContext(book, tab, keys));
    const prices = priceList(book, tab, keys);
    if (prices) proposeAmount(definition, record, verdict, prices);
    const problems = blocking(definition, record, verdict, request.keepWarnings === true, locale);
    if (problems.length > 0) return { ok: false, problems };

    const column = tab.read(2, tab.dataRows(), [series.key]);
    const numbers = column.raw.map((_, row) => cellText(tab.cell(column, row, series.key)));
    const number = before?.number ?? takeNumbers(tab.tab.key, series, 1, highestCount(series.series!, numbers))[0]!;
    noteRequest({ id: request.requestId, tab: request.tab, number });
    const marks = Object.keys(verdict.fields)
      .filter((key) => verdict.fields[key]!.problem && !isBlank(record[key]))
      .map((key) => ({ field: key, problem: verdict.fields[key]!.problem! }));
    const values = { ...valuesToWrite(tab, record, verdict), [series.key]: number };
    addRecord(
      tab,
      values,
      numbers,
      marks.map(({ field, problem }) => ({
        field,
        sentence: sentence(problem, definition, book.language),
        severity: problem.severity ?? 'wrong',
      })),
      book.language,
    );
    const saved = recordOf(tab, series.key, number);
    if (!saved) return { failed: true, message: say('stop.service', locale), retry: true };
    return confirmation(book, tab, number, saved, locale, false);
  });
  return result ?? { failed: true, message: say('stop.busy', locale), retry: true };
}
