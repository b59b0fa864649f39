import { cellText } from '../domain/check/cell.ts';
import { CleanUp } from '../domain/cleanup/clean-up.ts';
import type { Finding } from '../domain/cleanup/finding.ts';
import { inPreviewOrder, mostListed, type PreviewedRow } from '../domain/cleanup/preview-rows.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { currencyOf } from '../domain/money/own-currency.ts';
import type { Book } from '../google/book.ts';
import { cleanUpState, putCleanUpState } from '../google/clean-up-state.ts';
import { isStopped } from '../google/listing-tab.ts';
import { underLock } from '../google/numbers.ts';
import { openPreview, previewSheet, readPreview, writePreview } from '../google/preview-tab.ts';
import { showToast } from '../google/screen.ts';
import { inTurn } from '../google/turn.ts';
import { wholeTabs } from '../google/whole-tabs.ts';
import type { Outcome } from './outcome.ts';

/** Rows looked at before it is said how far it is, and before the clock is looked at. */
const perTurn = 10_000;
/** Looking ends here, ms: a run may last 6 min (platform §1), and what was found must still be written. */
const longestLook = 220_000;

export interface CleanUpRequest {
  /** look at so many rows at most, then say where to go on */
  rows?: number | undefined;
}

const keyOf = ({ tab, record, field }: Pick<Finding, 'tab' | 'record' | 'field'>): string => JSON.stringify([tab, record, field]);

/** What somebody ticked or unticked in the preview before stays so, as long as it is about the same change. */
function keepTicks(findings: readonly Finding[], before: ReadonlyMap<number, PreviewedRow>): Finding[] {
  const known = new Map([...before.values()].filter(({ isSettled }) => !isSettled).map((row) => [keyOf(row), row]));
  return findings.map((finding) => {
    const row = known.get(keyOf(finding));
    const isSame =
      row && cellText(row.from) === cellText(finding.from) && (finding.kind === 'remove' || row.to === cellText(finding.to));
    return isSame ? { ...finding, sure: row.isTicked } : finding;
  });
}

const countOf = (findings: readonly Finding[], kind: Finding['kind']): number =>
  findings.reduce((sum, finding) => sum + (finding.kind === kind ? 1 : 0), 0);

/**
 * Looks through all tabs and lists in a tab of its own what a clean-up would change, with a tick for each. Nothing of the
 * shop's is changed. Two reads for each tab; every 10,000 rows one more look whether somebody wants it to stop.
 */
export function cleanUp(book: Book, request: CleanUpRequest, locale: Locale): Outcome {
  const turn = inTurn(book, 'cleanUp', () => look(book, request, locale));
  if ('result' in turn) return turn.result;
  return { ok: false, message: say(turn.why === 'busy' ? 'stop.busy' : 'stop.cleaning', locale) };
}

function look(book: Book, request: CleanUpRequest, locale: Locale): Outcome {
  const started = Date.now();
  const begun = underLock(book, () => {
    const before = previewSheet(book);
    const ticks = before ? readPreview(before) : new Map<number, PreviewedRow>();
    return { state: cleanUpState(), ticks, sheet: openPreview(book) };
  });
  if (!begun) return { ok: false, message: say('stop.busy', locale) };
  const { sheet, state, ticks } = begun;
  const plan = new CleanUp(book.dictionary, wholeTabs(book), contextOf(book), state.next);
  const most = request.rows ?? Number.POSITIVE_INFINITY;
  let told = 0;
  while (!plan.isDone && plan.lookedNow < most && Date.now() - started < longestLook) {
    plan.slice(Math.min(perTurn, most - plan.lookedNow));
    if (plan.isDone || plan.looked - told < perTurn) continue;
    told = plan.looked;
    const progress = say('preview.busy', book.language, { done: plan.looked, total: plan.total });
    showToast(book.workbook, say('busy.looking', locale, { done: plan.looked, total: plan.total }));
    if (isStopped(sheet, progress)) break;
  }
  const done = underLock(book, () => tell(book, plan, keepTicks(plan.findings, ticks), locale));
  return done ?? { ok: false, message: say('stop.busy', locale) };
}

const contextOf = (book: Book) => ({
  language: book.language,
  region: book.region,
  today: book.zone.today(),
  dateOrder: book.dateOrder,
  currency: currencyOf(book.workbook.getSpreadsheetLocale()),
});

/** Writes the preview and says what is in it. */
function tell(book: Book, plan: CleanUp, found: readonly Finding[], locale: Locale): Outcome {
  const { language, dictionary } = book;
  const sheet = previewSheet(book);
  if (!sheet) return { ok: false, message: say('stop.noPreview', locale) };
  const findings = inPreviewOrder(found, dictionary);
  const counts = {
    fix: countOf(findings, 'fix'),
    fill: countOf(findings, 'fill'),
    remove: countOf(findings, 'remove'),
    report: countOf(findings, 'report'),
  };
  const changes = counts.fix + counts.fill + counts.remove;
  const { next } = plan;
  const tab = next && (book.tab(next.tab)?.name ?? next.tab);
  const at = book.zone.moment(Date.now()).slice(0, 16);
  const ticked = findings.filter(({ kind, sure }) => sure && kind !== 'report').length;
  const isClean = findings.length === 0;
  const lines = [
    ...(isClean ? [] : [say('preview.howTo', language)]),
    ...(changes > mostListed ? [say('preview.more', language, { count: changes - mostListed })] : []),
    ...(next ? [say('preview.rest', language, { tab: tab!, record: next.record })] : []),
  ];
  writePreview(book, sheet, findings, {
    totals: (row) =>
      isClean
        ? say('preview.clean', language, { at })
        : say('preview.totals', language, {
            ...counts,
            at,
            ticked,
            where: counts.report > 0 && changes > 0 ? say('preview.where', language, { row }) : '',
          }),
    lines,
  });
  const { next: _, ...state } = cleanUpState();
  putCleanUpState({ ...state, ...(next ? { next } : {}) });
  const part = next ? say('done.previewedPart', locale, { looked: plan.looked, total: plan.total, tab: tab! }) : '';
  const message =
    isClean && !next ? say('done.nothingToClean', locale) : say('done.previewed', locale, { ...counts, sheet: sheet.getName() });
  const details = { ...counts, ticked, looked: plan.looked, total: plan.total, ...(next ? { next } : {}) };
  return { ok: true, message: message + part, details };
}
