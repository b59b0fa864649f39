import type { Failure } from '../domain/api.ts';
import { type FieldChange, tabOf } from '../domain/dictionary/compose.ts';
import type { Hue, Standing } from '../domain/dictionary/types.ts';
import type { WordColumn } from '../domain/facts/record-facts.ts';
import { fingerprint } from '../domain/intents/fingerprint.ts';
import type { Locale } from '../domain/locale.ts';
import type { Hindered } from '../domain/log/entry.ts';
import type { Params } from '../domain/messages/fill-in.ts';
import type { MessageKey } from '../domain/messages/keys.ts';
import { say } from '../domain/messages/say.ts';
import type { Told } from '../domain/messages/told.ts';
import type { SegmentsOf, SegmentsPage } from '../domain/segments/api.ts';
import { segmentOptions } from '../domain/segments/options.ts';
import { standingFields } from '../domain/segments/standings.ts';
import { applyPlan, placePlan } from '../google/apply-plan.ts';
import type { Book } from '../google/book.ts';
import { underLock } from '../google/numbers.ts';
import { frequent } from '../google/report-choices.ts';
import { screen, showSidebar } from '../google/screen.ts';
import { fitsInMetadata } from '../google/settings.ts';
import { afterRun } from './after-run.ts';
import { backUpBefore } from './back-up.ts';
import { finishCutOffRuns } from './finish-cut-off-runs.ts';
import type { Outcome } from './outcome.ts';
import { putIntoForce } from './put-into-force.ts';

import { type SegmentsOfShop, segmentsOfShop } from './segments-of-shop.ts';

const writing = 'write-segments';
/** Kinds of moves that the page lists. */
const mostMoves = 30;

const columnsOf = (book: Book) => standingFields(tabOf(book.dictionary, 'customers'));

/** Those that are in the tab; the segments where there are none yet. */
function usualColumns(book: Book): Standing[] {
  const on = columnsOf(book).filter(({ off }) => !off);
  return on.length > 0 ? on.map(({ standing }) => standing) : ['segment'];
}

const changesIn = ({ plan }: SegmentsOfShop, columns: readonly Standing[]) =>
  columns.flatMap((standing) => plan.changes[standing]);

function notesOf({ segmentation, plan, rules }: SegmentsOfShop, locale: Locale): string[] {
  const { purchases, undated, hasAmounts } = segmentation.measures;
  return [
    purchases === 0 ? say('segments.note.none', locale) : '',
    purchases > 0 && !hasAmounts ? say('segments.note.noAmounts', locale) : '',
    undated > 0 ? say('segments.note.undated', locale, { count: undated }) : '',
    plan.doubled > 0 ? say('segments.note.doubled', locale, { count: plan.doubled }) : '',
    rules.problems.length > 0 ? say('segments.note.problems', locale, { count: rules.problems.length }) : '',
  ].filter(Boolean);
}

function pageOf(
  book: Book,
  found: SegmentsOfShop,
  locale: Locale,
  said?: SegmentsPage['said'],
  only: SegmentsOf = {},
): SegmentsPage {
  const { segmentation, plan } = found;
  const { rules, places, facts } = segmentation;
  const { regions, types } = facts.customers;
  const fits = ({ words, places: of }: WordColumn, word: string | undefined, customer: number): boolean =>
    !word || words[of[customer]!] === word;
  const meant = [...places].filter((_, i) => fits(regions, only.region, i) && fits(types, only.type, i));
  const sizes = rules.map((_, rule) => meant.filter((place) => place === rule).length);
  const hues = new Map<string, Hue>(rules.flatMap(({ name, hue }) => Object.values(name).map((label) => [label, hue])));
  const chip = (label: string) => ({ label: label || say('segment.blank', locale), hue: hues.get(label) ?? ('grey' as const) });
  return {
    only,
    choices: { region: frequent(regions), type: frequent(types) },
    customers: meant.length,
    segments: rules.flatMap((rule, i) => (rule.on && sizes[i]! > 0 ? [{ ...chip(rule.name[locale]), count: sizes[i]! }] : [])),
    moves: plan.moves.slice(0, mostMoves).map(({ from, to, count }) => ({ from: chip(from), to: chip(to), count })),
    columns: columnsOf(book).map(({ standing, label, off }) => ({
      ...{ standing, label: label[locale], isOn: !off },
      changes: plan.changes[standing].length,
    })),
    notes: notesOf(found, locale),
    shown: fingerprint(Object.values(plan.changes).map((changes) => changes.map(({ record, to }) => [record, to]))),
    ...(said ? { said } : {}),
  };
}

/** The settings with the columns on, and options that follow the names of the segments; undefined where they are so. */
function settingsWith(book: Book, columns: readonly Standing[], found: SegmentsOfShop): FieldChange[] | undefined {
  const options = segmentOptions(found.segmentation.rules);
  const wanted = columnsOf(book).filter(
    ({ standing, off, options: now }) =>
      columns.includes(standing) && (off || (standing === 'segment' && JSON.stringify(now) !== JSON.stringify(options))),
  );
  if (wanted.length === 0) return undefined;
  const { changes } = book.settings!;
  const others = changes.filter(({ tab, key }) => tab !== 'customers' || !wanted.some((field) => field.key === key));
  const own = wanted.map(({ key, standing }) => ({
    ...changes.find((change) => change.tab === 'customers' && change.key === key),
    ...{ tab: 'customers', key, off: false },
    ...(standing === 'segment' ? { options } : {}),
  }));
  return [...others, ...own];
}

/** @returns whether anything was changed */
function putInto(book: Book, columns: readonly Standing[], changes: FieldChange[] | undefined): boolean {
  const undertaking = { id: writing, action: writing, request: { columns } };
  if (changes) putIntoForce(book, undertaking, changes, 0, () => undefined);
  return changes !== undefined;
}

/** What came of writing. */
interface Written {
  ok: boolean;
  told: Told;
  run?: number;
  changed?: number;
}

const stop = (key: MessageKey, params?: Params): Written => ({ ok: false, told: { key, ...(params ? { params } : {}) } });

/** Says what is in the way. */
function refused(book: Book, { change: { record, field }, why }: Hindered, locale: Locale): Written {
  const label = columnsOf(book).find(({ key }) => key === field)?.label[locale] ?? '';
  const told = why === 'formula' || why === 'columnGone' ? why : 'changed';
  return stop(`stop.segments.${told}`, { record, field: label });
}

/** Takes back what was switched on: the settings are as before, and columns go that were made for it and hold nothing. */
function switchBack(book: Book, changes: FieldChange[], there: ReadonlySet<string>): void {
  putInto(book, [], changes);
  book.refresh();
  const { sheet, columns } = book.tab('customers')!;
  const made = columnsOf(book).flatMap(({ key }) => (there.has(key) ? [] : (columns.get(key) ?? [])));
  for (const column of made.sort((a, b) => b - a))
    if (sheet.getRange(2, column, sheet.getMaxRows() - 1).isBlank()) sheet.deleteColumn(column);
}

/**
 * Writes what is to change, all or nothing: what is in the way is looked for before a column is switched on. Columns that
 * are on get new options last, so that nothing is marked meanwhile.
 */
function write(book: Book, columns: readonly Standing[], found: SegmentsOfShop, locale: Locale): Written {
  const isOn = (standing: Standing): boolean => columnsOf(book).some((field) => field.standing === standing && !field.off);
  const settings = book.settings!;
  const wanted = settingsWith(book, columns, found);
  if (wanted && !fitsInMetadata({ ...settings, changes: wanted })) return stop('stop.settingsTooLarge');
  const late = columns.includes('segment') && isOn('segment');
  const plan = changesIn(found, columns);
  const first = settingsWith(book, late ? columns.filter((standing) => standing !== 'segment') : columns, found);
  const there = new Set(book.tab('customers')?.columns.keys());
  const inTheWay = first && placePlan(book, plan).hindered.find(({ change: { field } }) => there.has(field));
  if (inTheWay) return refused(book, inTheWay, locale);
  putInto(book, columns, first);
  const outcome = applyPlan(book, plan, { kind: 'segments' });
  const [hindered] = outcome.hindered;
  if (outcome.moved || hindered) {
    if (first) switchBack(book, settings.changes, there);
    return hindered && !outcome.moved ? refused(book, hindered, locale) : stop('stop.moved');
  }
  if (late && putInto(book, columns, settingsWith(book, ['segment'], found))) afterRun(book, outcome.done);
  const { run, written } = outcome;
  if (written === 0) return { ok: true, told: { key: 'done.segmentsSame' }, changed: 0 };
  return { ok: true, told: { key: 'done.segments', params: { count: written, run } }, run, changed: written };
}

/** Looks and writes under one lock; what is not as it was shown is not written. */
function lookAndWrite(
  book: Book,
  { columns, shown }: { columns?: readonly Standing[] | undefined; shown?: string },
  locale: Locale,
): { found: SegmentsOfShop; written: Written } | undefined {
  return underLock(book, () => {
    finishCutOffRuns(book);
    book.refresh();
    const found = segmentsOfShop(book);
    if (shown !== undefined && pageOf(book, found, locale).shown !== shown)
      return { found, written: stop('stop.segments.changed') };
    const written = write(book, columns ?? usualColumns(book), found, locale);
    if (!written.ok) return { found, written };
    book.refresh();
    return { found: written.changed ? segmentsOfShop(book) : found, written };
  });
}

export function getSegments(book: Book, only: SegmentsOf, locale: Locale): SegmentsPage | Failure {
  return pageOf(book, segmentsOfShop(book), locale, undefined, only);
}

export function writeSegmentsFromPage(
  book: Book,
  request: { columns: readonly Standing[]; shown: string },
  locale: Locale,
): SegmentsPage | Failure {
  backUpBefore(book, locale);
  const done = lookAndWrite(book, request, locale);
  if (!done) return { failed: true, message: say('stop.busy', locale), retry: true };
  const { ok, told, run } = done.written;
  return pageOf(book, done.found, locale, { ok, text: say(told.key, locale, told.params), ...(run ? { run } : {}) });
}

/** 写入客户分层 for programs, and by night: the columns that are on, or the segments alone. */
export function writeSegments(book: Book, request: { columns?: Standing[] | undefined }, locale: Locale): Outcome {
  const done = lookAndWrite(book, request, locale);
  if (!done) return { ok: false, message: say('stop.busy', locale) };
  const { ok, told, run = 0, changed = 0 } = done.written;
  const { count: customers } = done.found.segmentation.facts.customers;
  return { ok, message: say(told.key, locale, told.params), details: { run, changed, customers, told } };
}

/** Shows the segments and what writing them would change; where there is no screen, it is told in figures. */
export function openSegments(book: Book, locale: Locale): Outcome {
  const found = segmentsOfShop(book);
  const page = pageOf(book, found, locale);
  if (screen()) {
    showSidebar('segments', say('segments.title', locale), { page, locale });
    return { ok: true, message: '' };
  }
  const list = page.segments.map(({ label, count }) => `${label} ${count}`).join(say('list.separator', locale));
  return { ok: true, message: say('segments.shown', locale, { count: page.customers, list }), details: { ...page } };
}
