import { type CheckContext, checkCell } from '../domain/check/check-cell.ts';
import type { PreviewedRow } from '../domain/cleanup/preview-rows.ts';
import { asCell } from '../domain/cleanup/tidy-cell.ts';
import type { Locale } from '../domain/locale.ts';
import type { Change, Hindered } from '../domain/log/entry.ts';
import { explain, say } from '../domain/messages/say.ts';
import { applyPlan } from '../google/apply-plan.ts';
import type { Book } from '../google/book.ts';
import { LogRun } from '../google/change-log.ts';
import { underLock } from '../google/numbers.ts';
import { previewSheet, readPreview, writeResults } from '../google/preview-tab.ts';
import { type Removal, type Removed, removeRows } from '../google/remove-rows.ts';
import { showToast } from '../google/screen.ts';
import type { Outcome } from './outcome.ts';
import { remarkCells } from './remark-cells.ts';

/** More changes than this take long enough to say that they have begun. */
const worthAnnouncing = 2_000;

/** A ticked row of the preview: what it asks for, or why it cannot be done. */
interface Asked {
  row: number;
  of: PreviewedRow;
  change?: Change;
  wrong?: string;
}

/** What a row asks for: somebody may have written another value into it, and that is checked as if it were typed. */
function asked(book: Book, row: number, of: PreviewedRow, context: CheckContext): Asked {
  if (of.kind === 'remove') return { row, of };
  const field = book.tab(of.tab)?.field(of.field);
  const { tab, record, from } = of;
  if (!field || of.to === '') return { row, of, change: { tab, record, field: of.field, from, to: '' } };
  const { write, problem } = checkCell(field, of.to, context);
  if (problem?.severity === 'wrong') return { row, of, wrong: explain(problem, context.language) };
  return { row, of, change: { tab, record, field: of.field, from, to: asCell(field, write ?? of.to) } };
}

const idOf = ({ tab, record, field }: Pick<Change, 'tab' | 'record' | 'field'>): string => JSON.stringify([tab, record, field]);

function removalsOf(rows: readonly Asked[]): Removal[] {
  const removals = rows.filter(({ of }) => of.kind === 'remove').map(({ of }) => of);
  return [...new Set(removals.map(({ tab }) => tab))].map((tab) => {
    const own = removals.filter((each) => each.tab === tab);
    const records = new Set(own.map(({ record }) => record).filter((record) => record !== ''));
    return { tab, records, empty: own.some(({ record }) => record === '') };
  });
}

function resultOf(
  { of, change, wrong }: Asked,
  hindered: ReadonlyMap<string, Hindered['why']>,
  removed: ReadonlyMap<string, Removed>,
  locale: Locale,
): string {
  if (wrong !== undefined) return say('preview.wrong', locale, { reason: wrong });
  if (of.kind !== 'remove') {
    const why = change && hindered.get(idOf(change));
    return say(why ? `preview.${why}` : of.kind === 'fill' ? 'preview.filled' : 'preview.done', locale);
  }
  const there = removed.get(of.tab);
  if (!there) return say('preview.recordGone', locale);
  if (of.record === '') return say(there.more ? 'preview.later' : 'preview.deleted', locale);
  if (there.records.has(of.record)) return say('preview.deleted', locale);
  return say(there.kept.has(of.record) ? 'preview.notDead' : 'preview.later', locale);
}

/**
 * Does what is ticked in the preview, all in one run of the change log: each cell is found by record and field and looked
 * at again, and what somebody has changed since stays. What became of each row is noted beside it.
 */
export function applyCleanUp(book: Book, locale: Locale): Outcome {
  const outcome = underLock(book, () => {
    const sheet = previewSheet(book);
    if (!sheet) return { ok: false, message: say('stop.noPreview', locale) };
    const ticked = [...readPreview(sheet)].filter(([, row]) => row.isTicked && !row.isSettled);
    if (ticked.length === 0) return { ok: false, message: say('done.nothingTicked', locale) };
    const { language, region, dateOrder } = book;
    const context = { language, region, dateOrder, today: book.zone.today() };
    const rows = ticked.map(([row, of]) => asked(book, row, of, context));
    return apply(book, sheet, rows, locale);
  });
  return outcome ?? { ok: false, message: say('stop.busy', locale) };
}

function apply(book: Book, sheet: GoogleAppsScript.Spreadsheet.Sheet, rows: readonly Asked[], locale: Locale): Outcome {
  const changes = rows.flatMap(({ change }) => (change ? [change] : []));
  if (rows.length > worthAnnouncing) showToast(book.workbook, say('busy.cleaning', locale, { count: rows.length }));
  const plan = applyPlan(book, changes, { kind: 'cleanUp', lenient: true });
  if (plan.moved) return { ok: false, message: say('stop.moved', locale) };
  let run: LogRun | undefined;
  const begin = (): LogRun => (run ??= new LogRun(book, { kind: 'cleanUp' }, plan.run || undefined));
  const removed = removeRows(book, removalsOf(rows), begin);
  run?.done();
  const hindered = new Map(plan.hindered.map(({ change, why }) => [idOf(change), why]));
  const results = new Map(rows.map((each) => [each.row, resultOf(each, hindered, removed, book.language)]));
  remarkCells(book, changes);
  writeResults(sheet, results);
  const isDone = ({ change, wrong }: Asked): boolean =>
    change !== undefined && wrong === undefined && !hindered.has(idOf(change));
  const fill = rows.filter((each) => each.of.kind === 'fill' && isDone(each)).length;
  const fix = rows.filter((each) => each.of.kind === 'fix' && isDone(each)).length;
  const remove = [...removed.values()].reduce((sum, each) => sum + each.rows, 0);
  const skipped = [...results.values()].filter(
    (text) => !(['preview.done', 'preview.filled', 'preview.deleted'] as const).some((key) => say(key, book.language) === text),
  ).length;
  const details = { run: run?.number ?? plan.run, fix, fill, remove, skipped };
  const sentences = [
    say('done.cleaned', locale, details),
    ...(skipped > 0 ? [say('done.cleanedSkipped', locale, { count: skipped })] : []),
  ];
  return { ok: true, message: sentences.join(say('sentence.separator', locale)), details };
}
