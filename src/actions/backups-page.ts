import type { BackupComparison, BackupItem, BackupList, BackupPlanForm } from '../domain/backup/backup-api.ts';
import { type BackupPlan, mostKept } from '../domain/backup/plan.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { compareCustomers, compareTabs, type TabDifference, unknownCustomers } from '../google/backup/compare-backup.ts';
import { mayKeepFiles } from '../google/backup/keep-files.ts';
import { isHere } from '../google/backup/kept-here.ts';
import { changeRing, lookAtRing } from '../google/backup/ring.ts';
import type { Book } from '../google/book.ts';
import { showNotices } from '../google/home-notices.ts';
import { screen, showSidebar } from '../google/screen.ts';
import { backUp } from './back-up.ts';
import { backupNotice, checkBackups, momentOf } from './check-backups.ts';
import type { Outcome } from './outcome.ts';
import { findAsked, numbersOf, type RestoreRequest, restore, tabSentence } from './restore.ts';

const addressOf = (id: string): string => `https://docs.google.com/spreadsheets/d/${id}/edit`;

/** What the page begins with. Two look-ups. */
export function listForPage(book: Book, _: object, locale: Locale): BackupList {
  const ring = lookAtRing(book);
  const backups = [...ring.backups].sort((a, b) => b.at - a.at);
  const notice = backupNotice(book, locale, ring);
  return {
    of: book.workbook.getId(),
    plan: ring.plan,
    backups: backups.map(
      ({ id, at, kind, state, rows }): BackupItem => ({
        ...{ id, when: momentOf(book, at), kind, state, rows },
        ...(isHere(id) ? {} : { url: addressOf(id) }),
      }),
    ),
    ...(ring.file ? { file: { when: momentOf(book, ring.file.at), rows: ring.file.rows } } : {}),
    ...(notice === undefined ? {} : { notice }),
    ...(mayKeepFiles(book) ? {} : { cannot: say('backup.filesOnly', locale) }),
  };
}

/** 备份与恢复: opens the page. */
export function openBackups(book: Book, _: object, locale: Locale): Outcome {
  if (!screen()) return { ok: false, message: say('stop.noSidebar', locale) };
  showSidebar('backups', say('backup.page', locale), { locale, list: listForPage(book, {}, locale) });
  return { ok: true, message: '' };
}

/** Changes the plan: what is not given stays as it is. */
export function planBackups(
  book: Book,
  change: { [K in keyof BackupPlan]?: BackupPlan[K] | undefined },
  locale: Locale,
): Outcome {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<BackupPlan>;
  const wanted = { ...lookAtRing(book).plan, ...given };
  if (
    wanted.daily + wanted.weekly + wanted.monthly < 1 ||
    wanted.daily > mostKept.daily ||
    wanted.weekly > mostKept.weekly ||
    wanted.monthly > mostKept.monthly
  )
    return { ok: false, message: say('stop.planTooMany', locale, mostKept) };
  if (wanted.on && !mayKeepFiles(book)) return { ok: false, message: say('stop.noFiles', locale) };
  const { plan } = changeRing(book, (ring) => ({ ...ring, plan: wanted }));
  showNotices(book);
  const message = plan.on
    ? say('done.planSaved', locale, { plan: say(`plan.${plan.every}`, locale) })
    : say('done.planOff', locale);
  return { ok: true, message, details: { plan } };
}

const withList = (book: Book, { ok, message }: Outcome, locale: Locale): { ok: boolean; message: string; list: BackupList } => ({
  ok,
  message,
  list: listForPage(book, {}, locale),
});

export const savePlan = (book: Book, plan: BackupPlanForm, locale: Locale) =>
  withList(book, planBackups(book, plan, locale), locale);
export const backUpFromPage = (book: Book, _: object, locale: Locale) => withList(book, backUp(book, locale), locale);
export const checkFromPage = (book: Book, request: { backup: string }, locale: Locale) =>
  withList(book, checkBackups(book, request, locale), locale);

/** Which tabs a backup holds, to choose from. */
export function tabsOfBackup(book: Book, { backup }: { backup: string }, locale: Locale) {
  const asked = findAsked(book, { backup }, locale);
  if (typeof asked === 'string') return { failed: true as const, message: asked, retry: false };
  return { tabs: asked.images.map(({ name, rows }) => ({ tab: name, rows: Math.max(0, rows - 1) })) };
}

/** So many records of a tab are named. */
const mostExamples = 5;

function examplesOf(
  book: Book,
  { image, records, titles }: TabDifference,
  customers: boolean,
): BackupComparison['tabs'][number]['examples'] {
  if (!records) return [];
  const tab = book.tab(image.key ?? '');
  const labelOf = (field: string): string => tab?.field(field)?.label[book.language] ?? field;
  const named = (number: string) => ({ number, title: titles.get(number) ?? '' });
  return [
    ...records.removed.slice(0, mostExamples).map((number) => ({ ...named(number), change: 'back' as const })),
    ...(customers ? [] : records.added.slice(0, mostExamples).map((number) => ({ ...named(number), change: 'gone' as const }))),
    ...records.changed
      .slice(0, mostExamples)
      .map(({ number, fields }) => ({ ...named(number), change: 'changed' as const, fields: fields.map(labelOf) })),
  ];
}

/** What a restore would do, with examples. */
export function comparisonFor(
  book: Book,
  request: RestoreRequest,
  locale: Locale,
): BackupComparison | { ok: false; message: string } {
  const asked = findAsked(book, request, locale);
  if (typeof asked === 'string') return { ok: false, message: asked };
  const customers = request.customers && numbersOf(request.customers);
  const all = customers ? undefined : compareTabs(book, asked.open, asked.images);
  const differences = all?.tabs ?? compareCustomers(book, asked.open, customers!);
  const unknown = unknownCustomers(differences, customers ?? []);
  if (unknown.length > 0) {
    const list = unknown.join(say('list.separator', locale));
    return { ok: false, message: say('stop.backupCustomers', locale, { when: asked.when, list }) };
  }
  return {
    when: asked.when,
    tabs: differences.map((difference) => ({
      tab: difference.image.name,
      state: difference.state,
      message:
        difference.state === 'same'
          ? say('preview.restoreSame', locale, { tab: difference.image.name })
          : tabSentence(difference, customers !== undefined, locale),
      examples: examplesOf(book, difference, customers !== undefined),
    })),
    isSame: differences.every(({ state, records }) => state === 'same' || (customers !== undefined && isOnlyAdded(records))),
    ...(all ? { shown: all.fingerprint } : {}),
  };
}

/** What was added since stays where customers are restored. */
const isOnlyAdded = (records: TabDifference['records']): boolean =>
  records !== undefined && records.changed.length + records.removed.length === 0;

export function restoreFromPage(book: Book, request: RestoreRequest, locale: Locale) {
  const { ok, message, details } = restore(book, request, locale);
  const run = details?.run;
  return { ok, message, ...(typeof run === 'number' && run > 0 ? { run } : {}) };
}
