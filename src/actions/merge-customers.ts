import type { Failure, MergeResult } from '../domain/api.ts';
import { cellText } from '../domain/check/cell.ts';
import { seriesField } from '../domain/dictionary/compose.ts';
import type { Locale } from '../domain/locale.ts';
import type { Hindered } from '../domain/log/entry.ts';
import { say } from '../domain/messages/say.ts';
import { highestCount } from '../domain/series.ts';
import { applyPlan } from '../google/apply-plan.ts';
import type { Book } from '../google/book.ts';
import { entriesOfRun } from '../google/change-log.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { mergedInto } from '../google/merged-into.ts';
import { noteNumbers, underLock } from '../google/numbers.ts';
import { findRequest, noteRequest } from '../google/requests.ts';
import { afterRun } from './after-run.ts';
import { finishCutOffRuns } from './finish-cut-off-runs.ts';
import { lookAtCustomers, type Together } from './look-at-customers.ts';
import type { Outcome } from './outcome.ts';
import { type MergePlan, planMerge, sayChanges } from './plan-merge.ts';

export interface MergeRequest {
  /** absent where a program asks */
  requestId?: string;
  keep: string;
  drop: readonly string[];
  /** texts by field; the best guess where there is none */
  values?: Readonly<Record<string, string>>;
  /** what the person saw, by number and field */
  shown?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const stop = (message: string): MergeResult => ({ ok: false, message });

/** Numbers of the column, so that those that go are not given again. One read. */
function noteHighest(tab: LedgerTab): void {
  const field = seriesField(tab.tab)!;
  const block = tab.read(2, tab.dataRows(), [field.key]);
  noteNumbers(
    tab.tab.key,
    highestCount(
      field.series!,
      block.raw.map((_, row) => cellText(tab.cell(block, row, field.key))),
    ),
  );
}

/** What an earlier call of the same request has done, where it was finished. */
function earlier(book: Book, { requestId, keep, drop }: MergeRequest, locale: Locale): MergeResult | undefined {
  const noted = requestId === undefined ? undefined : findRequest(requestId);
  const tab = book.tab('customers');
  if (!tab) return undefined;
  if (noted) {
    const entries = entriesOfRun(book, Number(noted.number));
    const isDone = entries.some(({ field, state }) => field === '' && state === 'done');
    return isDone ? repeated(book, keep, drop, Number(noted.number), locale) : undefined;
  }
  const numbers = new Set([keep, ...drop]);
  const field = seriesField(tab.tab)!;
  if (!tab.columns.has(field.key)) return undefined;
  const block = tab.read(2, tab.dataRows(), [field.key]);
  const there = new Set(
    block.raw.map((_, row) => cellText(tab.cell(block, row, field.key)).trim()).filter((n) => numbers.has(n)),
  );
  if (!there.has(keep) || drop.some((number) => there.has(number))) return undefined;
  const merges = drop.map((number) => mergedInto(book, tab.tab.key, number, (other) => there.has(other)));
  return merges.every((merged) => merged?.into === keep) ? repeated(book, keep, drop, merges[0]!.run, locale) : undefined;
}

function repeated(book: Book, keep: string, drop: readonly string[], run: number, locale: Locale): MergeResult {
  const together = lookAtCustomers(book, [keep], false, locale);
  const kept = typeof together === 'string' ? { number: keep, name: '', phone: '' } : briefIn(together, keep);
  const moved = entriesOfRun(book, run).filter(({ tab, field }) => tab !== 'customers' && field !== '').length;
  const dropped = drop.join(say('list.separator', locale));
  return { ok: true, run, message: say('done.mergedAlready', locale, { dropped, kept: keep, run }), kept, moved, repeated: true };
}

function briefIn({ customers }: Together, number: string) {
  const { cells } = customers.find((customer) => customer.number === number)!;
  return { number, name: cellText(cells.name), phone: cellText(cells.phone) };
}

/** Fields that do not hold what the person saw any more, as a sentence. */
function changedSince({ tab, customers }: Together, shown: MergeRequest['shown'], locale: Locale): string | undefined {
  for (const { number, cells } of customers) {
    const seen = shown?.[number] ?? {};
    const fields = tab.fields().filter(({ key }) => seen[key] !== undefined && seen[key] !== cellText(cells[key]));
    const labels = fields.map(({ label }) => label[locale]).join(say('list.separator', locale));
    if (fields.length > 0) return say('stop.mergeChanged', locale, { number, fields: labels });
  }
  return undefined;
}

/** What keeps a plan from being carried out, in words. */
function sayHindered(book: Book, { change, why }: Hindered, locale: Locale): string {
  const tab = book.tab(change.tab);
  const params = {
    ...{ tab: tab?.name ?? change.tab, record: change.record },
    field: tab?.field(change.field)?.label[locale] ?? change.field.replace(/^~/, ''),
  };
  if (why === 'formula') return say('stop.mergeFormula', locale, params);
  if (why === 'doubled') return say('stop.mergeDoubled', locale, params);
  return say('stop.mergeLost', locale);
}

function stage(book: Book, request: MergeRequest, locale: Locale): { together: Together; plan: MergePlan } | MergeResult {
  const { keep, drop, values = {}, shown } = request;
  const numbers = [keep, ...new Set(drop)];
  if (keep === '' || drop.length === 0 || drop.includes(keep)) return stop(say('stop.mergeFew', locale));
  const together = lookAtCustomers(book, numbers, true, locale);
  if (typeof together === 'string') return stop(together);
  const changed = changedSince(together, shown, locale);
  if (changed !== undefined) return { ok: false, message: changed, changed: true };
  const plan = planMerge(book, together, keep, values, locale);
  return typeof plan === 'string' ? stop(plan) : { together, plan };
}

function merge(book: Book, request: MergeRequest, locale: Locale): MergeResult {
  const { keep, drop, requestId } = request;
  const before = earlier(book, request, locale);
  if (before) return before;
  const staged = stage(book, request, locale);
  if ('ok' in staged) return staged;
  const { together, plan } = staged;
  noteHighest(together.tab);
  const begun = (run: number): void => {
    if (requestId !== undefined) noteRequest({ id: requestId, tab: 'customers', number: String(run) });
  };
  const outcome = applyPlan(book, plan.changes, { kind: 'merge', begun });
  const [first] = outcome.hindered;
  if (outcome.run === 0 && first)
    return { ok: false, message: sayHindered(book, first, locale), changed: first.why === 'changedSince' };
  if (first || outcome.moved)
    return { ok: false, message: say(outcome.moved ? 'stop.moved' : 'stop.mergeLost', locale), changed: true };
  const moved = outcome.done.filter(({ tab, record, field }) => field !== '' && !(tab === 'customers' && record === keep));
  // A reference that was moved had no mark: whom it named was there.
  afterRun(
    book,
    outcome.done.filter((change) => !plan.moved.includes(change)),
  );
  const list = (texts: readonly string[]): string => texts.join(say('list.separator', locale));
  const kept = briefIn(together, keep);
  const name = cellText(plan.kept.find(({ field }) => field === 'name')?.to ?? kept.name);
  const phone = cellText(plan.kept.find(({ field }) => field === 'phone')?.to ?? kept.phone);
  const { run } = outcome;
  const merged = say('done.merged', locale, { dropped: list(drop), kept: keep, name, moved: moved.length, run });
  const aside = plan.aside.length > 0 ? say('done.mergedAside', locale, { columns: list(plan.aside), kept: keep }) : undefined;
  const message = aside === undefined ? merged : [merged, aside].join(say('sentence.separator', locale));
  const brief = { number: keep, name, phone };
  return { ok: true, run, message, kept: brief, moved: moved.length, ...(aside === undefined ? {} : { aside }) };
}

const tidy = (request: MergeRequest): MergeRequest => ({
  ...request,
  keep: request.keep.trim(),
  drop: [...new Set(request.drop.map((number) => number.trim()))].filter((number) => number !== ''),
});

/**
 * Makes one customer of several, all or nothing: records of all tabs name the kept one, its cells take what was chosen, and
 * the others' rows go once everything in them is in the change log, from where undo brings it back. Calls do not grow with
 * the rows. The same request merges once.
 */
export function mergeCustomers(book: Book, request: MergeRequest, locale: Locale): MergeResult | Failure {
  const result = underLock(book, () => {
    finishCutOffRuns(book);
    book.refresh();
    return merge(book, tidy(request), locale);
  });
  return result ?? { failed: true, message: say('stop.busy', locale), retry: true };
}

/** 合并客户 for programs: the same with the best guess for every field, or only what it would do. */
export function mergeByNumbers(book: Book, request: MergeRequest & { preview?: boolean }, locale: Locale): Outcome {
  if (request.preview) return preview(book, tidy(request), locale);
  const result = mergeCustomers(book, request, locale);
  if ('failed' in result) return { ok: false, message: result.message };
  if (!result.ok) return { ok: false, message: result.message };
  const { run, moved, kept } = result;
  return { ok: true, message: result.message, details: { run, moved, kept: kept.number } };
}

function preview(book: Book, request: MergeRequest, locale: Locale): Outcome {
  const staged = stage(book, request, locale);
  if ('ok' in staged) return { ok: false, message: staged.message };
  const { together, plan } = staged;
  const params = {
    dropped: request.drop.join(say('list.separator', locale)),
    ...{ kept: request.keep, name: briefIn(together, request.keep).name, moved: plan.moved.length },
    ...{ cells: plan.kept.length, changes: sayChanges(together, plan.kept, locale) },
  };
  const details = { moved: plan.moved.length, cells: plan.kept.length };
  return { ok: true, message: say(plan.kept.length > 0 ? 'ask.merge' : 'ask.mergeNothing', locale, params), details };
}
