import { type Backup, wholeOnes } from '../domain/backup/backup.ts';
import type { TabImage } from '../domain/backup/manifest.ts';
import { settingsTabKey } from '../domain/dictionary/settings-tab.ts';
import { type Intent, mostTries } from '../domain/intents/intent.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { type OpenBackup, openBackup, openHere } from '../google/backup/backup-file.ts';
import {
  type BookDifference,
  compareCustomers,
  compareTabs,
  isSameRecords,
  type TabDifference,
  unknownCustomers,
} from '../google/backup/compare-backup.ts';
import { mayKeepFiles } from '../google/backup/keep-files.ts';
import { keepHere } from '../google/backup/keep-here.ts';
import { contentsOf, isHere, removeKept } from '../google/backup/kept-here.ts';
import { makeBackup } from '../google/backup/make-backup.ts';
import { restoreCustomers } from '../google/backup/restore-customers.ts';
import { lockedTab, restorable, restoreTabs, tabNow } from '../google/backup/restore-tabs.ts';
import { changeBackup, lookAtRing } from '../google/backup/ring.ts';
import { removeStaged } from '../google/backup/staging.ts';
import type { Book } from '../google/book.ts';
import { LogRun } from '../google/change-log.ts';
import {
  foundEarlier,
  isLeft,
  isTakenUp,
  loggedRun,
  lookForIntents,
  noteLoggedRun,
  takeUp,
  withIntent,
} from '../google/intents.ts';
import { underLock } from '../google/numbers.ts';
import { confirm } from '../google/screen.ts';
import { backupProblem } from './back-up.ts';
import { momentOf } from './check-backups.ts';
import type { Outcome } from './outcome.ts';

export interface RestoreRequest {
  /** id of a backup, or the day of one; absent: the newest */
  backup?: string | undefined;
  /** only this tab, by its name or key */
  tab?: string | undefined;
  /** several tabs */
  tabs?: readonly string[] | undefined;
  /** only these customers, with their records */
  customers?: readonly string[] | undefined;
  /** the settings as well, though only some tabs are named: a restore of everything is undone */
  settings?: boolean | undefined;
  /** leaves out tabs that the backup does not hold: they came with what is undone */
  lenient?: boolean;
  /** only says what would be done */
  preview?: boolean | undefined;
  /** stands for what was shown when the person confirmed */
  shown?: string | undefined;
}

const allId = 'restore';

const stop = (message: string): Outcome => ({ ok: false, message });

function chosen(backups: readonly Backup[], wanted: string | undefined): Backup | undefined {
  const whole = wholeOnes(backups);
  return wanted === undefined ? whole[0] : whole.find(({ id, day }) => id === wanted || day === wanted);
}

/** A restore as it was asked for, looked up in the backup. */
export interface Asked {
  open: OpenBackup;
  when: string;
  images: TabImage[];
  /** the settings come back, too */
  whole: boolean;
  /** what was asked for, to be asked for again */
  plain: { backup: string; tabs?: string[]; settings?: true };
}

/** Finds what is to be restored, or says why it cannot be. */
export function findAsked(book: Book, request: RestoreRequest, locale: Locale): Asked | string {
  const { backups } = lookAtRing(book);
  const staged = isHere(request.backup) ? openHere(book, request.backup) : undefined;
  const backup = chosen(backups, request.backup) ?? staged?.backup;
  if (!isHere(backup?.id) && !mayKeepFiles(book)) return say('stop.noFiles', locale);
  if (!backup) return say(request.backup === undefined ? 'stop.noWholeBackup' : 'stop.noBackup', locale);
  const when = momentOf(book, backup.at);
  const open = staged ?? openBackup(book, backup);
  if (!open) return say('stop.backupGone', locale, { when });
  const all = open.manifest.tabs;
  const find = (name: string): TabImage | undefined =>
    all.find((image) => image.name === name || image.key === name || tabNow(book, image)?.getName() === name);
  const named = request.tabs ?? (request.tab === undefined ? undefined : [request.tab]);
  const names = request.lenient ? named?.filter(find) : named;
  const unknown = names?.find((name) => !find(name));
  if (unknown !== undefined) return say('stop.backupTab', locale, { when, tab: unknown });
  const images = names?.map((name) => find(name)!) ?? restorable(book, all);
  const gone = images.filter((image) => !open.sheet(image)).map(({ name }) => name);
  if (gone.length > 0) return say('stop.backupDamaged', locale, { when, tabs: gone.join(say('list.separator', locale)) });
  const whole = names === undefined || request.settings === true;
  const tabs = names && { tabs: images.map(({ name }) => name) };
  return { open, when, images, whole, plain: { backup: open.backup.id, ...tabs, ...(names && whole ? { settings: true } : {}) } };
}

/** What a restore of a tab would do, in words. */
export function tabSentence(difference: TabDifference, customers: boolean, locale: Locale): string {
  const { image, state, records, was } = difference;
  const tab = image.name;
  if (state === 'missing') return say('preview.restoreMissing', locale, { tab, rows: was });
  if (!customers && records && isSameRecords(records)) return say('preview.restoreElse', locale, { tab, rows: was });
  if (!records) return say('preview.restoreOther', locale, { tab, rows: was });
  const counts = { changed: records.changed.length, removed: records.removed.length, added: records.added.length };
  return say(customers ? 'preview.restoreCustomer' : 'preview.restoreTab', locale, { tab, ...counts });
}

export const numbersOf = (customers: readonly string[]): string[] =>
  [...new Set(customers.map((each) => each.trim().toUpperCase()))].filter((each) => each !== '');

const details = (differences: readonly TabDifference[], more: object = {}): Outcome['details'] => ({
  ...more,
  tabs: differences.map(({ image, state, was, now, records }) => ({
    ...{ tab: image.name, state, was, now },
    ...(records ? { added: records.added.length, removed: records.removed.length, changed: records.changed.length } : {}),
  })),
});

/**
 * 恢复: brings the whole workbook, some tabs, or some customers with their records back to what a backup holds. What is
 * there now is backed up before, so that it can be undone; nothing is written where that fails.
 */
export function restore(book: Book, request: RestoreRequest, locale: Locale): Outcome {
  const asked = findAsked(book, request, locale);
  if (typeof asked === 'string') return stop(asked);
  const outcome = request.customers
    ? restoreSome(book, request, asked, numbersOf(request.customers), locale)
    : restoreAll(book, request, asked, locale);
  if (outcome?.ok && !request.preview) dropStaged(book, asked.open.backup.id);
  return outcome ?? stop(say('stop.busy', locale));
}

/** A file that was put aside for a restore is of no use any more; what was kept before a restore stays. */
export function dropStaged(book: Book, id: string): void {
  const { backups } = lookAtRing(book);
  if (isHere(id) && !backups.some((backup) => backup.id === id)) removeKept(book, (contents) => contents !== contentsOf(id));
}

function sayPreview({ when }: Asked, differences: readonly TabDifference[], customers: boolean, locale: Locale): string {
  const changed = differences.filter(({ state }) => state !== 'same');
  if (changed.length === 0) return say('done.nothingToRestore', locale, { when });
  const list = changed.map((each) => tabSentence(each, customers, locale)).join(say('list.separator', locale));
  return say('preview.restore', locale, { when, list });
}

function restoreSome(
  book: Book,
  request: RestoreRequest,
  asked: Asked,
  numbers: readonly string[],
  locale: Locale,
): Outcome | undefined {
  const { open, when } = asked;
  const look = (): TabDifference[] => compareCustomers(book, open, numbers);
  const notThere = (unknown: readonly string[]): Outcome =>
    stop(say('stop.backupCustomers', locale, { when, list: unknown.join(say('list.separator', locale)) }));
  if (request.preview) {
    const differences = look();
    const unknown = unknownCustomers(differences, numbers);
    if (unknown.length > 0) return notThere(unknown);
    return { ok: true, message: sayPreview(asked, differences, true, locale), details: details(differences) };
  }
  return underLock(book, () => {
    const differences = look();
    const unknown = unknownCustomers(differences, numbers);
    if (unknown.length > 0) return notThere(unknown);
    finishLeft(book, locale);
    const done = restoreCustomers(book, open, differences);
    if (done.moved) return stop(say('stop.moved', locale));
    if (done.run === 0)
      return { ok: true, message: say('done.nothingToRestore', locale, { when }), details: details(differences) };
    const counts = { customers: numbers.length, changed: done.written, added: done.added, run: done.run };
    const left = done.hindered.length;
    const sentences = [
      say('done.restoredCustomers', locale, { when, ...counts }),
      ...(left > 0 ? [say('done.restoredLeft', locale, { left })] : []),
    ];
    return { ok: true, message: sentences.join(say('sentence.separator', locale)), details: { ...counts, left } };
  });
}

/** Entries that say which tabs were set back: the values themselves are in the backup that was made before. */
const entriesFor = (book: Book, { open, images, whole }: Asked, before: OpenBackup) =>
  [...new Set([...images.map((image) => image.key ?? image.name), ...(whole ? [settingsTabKey] : [])])].map((tab) => ({
    tab,
    record: '',
    field: '',
    from: say('backup.entryNow', book.language, { when: momentOf(book, before.backup.at) }),
    to: say('backup.entryThen', book.language, { when: momentOf(book, open.backup.at) }),
  }));

function restoreAll(book: Book, request: RestoreRequest, asked: Asked, locale: Locale): Outcome | undefined {
  const { open, images, when } = asked;
  if (request.preview) {
    const { tabs, fingerprint } = compareTabs(book, open, images);
    return { ok: true, message: sayPreview(asked, tabs, false, locale), details: details(tabs, { shown: fingerprint }) };
  }
  const locked = lockedTab(book, images);
  if (locked !== undefined) return stop(say('stop.restoreLocked', locale, { tab: locked }));
  return underLock(book, () => {
    const { plain } = asked;
    finishLeft(book, locale, plain);
    const left = leftOver(allId);
    const difference = left ? undefined : compareTabs(book, open, images);
    if (request.shown !== undefined && difference && difference.fingerprint !== request.shown)
      return stop(say('stop.restoreChanged', locale));
    const before = backupBefore(book, left, open, difference, asked);
    if (typeof before === 'string') return stop(say('stop.restoreUnsafe', locale, { why: before }));
    if (!before) return stop(say('stop.restoreChanged', locale));
    const data = { before: before.backup.id };
    const number = withIntent({ id: allId, action: 'restore', request: plain, data }, () => writeAll(book, asked, before));
    const tabs = images.map(({ name }) => name).join(say('list.separator', locale));
    const message = say('done.restored', locale, { when, tabs, run: number });
    return { ok: true, message, details: { run: number, before: before.backup.id, tabs: images.length, list: tabs } };
  });

  /** The state before: made now, or by the run that was cut off. Undefined where somebody typed while it was made. */
  function backupBefore(
    ours: Book,
    left: Intent | undefined,
    from: OpenBackup,
    difference: BookDifference | undefined,
    { images: wanted }: Asked,
  ): OpenBackup | string | undefined {
    const earlier = left && lookAtRing(ours).backups.find((each) => each.id === left.data?.before);
    try {
      const backup = earlier ?? keepBefore(ours, wanted, from.backup.id);
      const opened = openBackup(ours, backup);
      if (!opened) return say('stop.backupGone', locale, { when: momentOf(ours, backup.at) });
      if (difference && compareTabs(ours, from, wanted).fingerprint !== difference.fingerprint) return undefined;
      return opened;
    } catch (error) {
      return backupProblem(error, locale);
    }
  }
}

/** Where no other file may be made, what is there now is kept in hidden tabs. */
const keepBefore = (book: Book, images: readonly TabImage[], except: string): Backup =>
  mayKeepFiles(book) ? makeBackup(book, { kind: 'before', except: new Set([except]) }) : keepHere(book, images, except);

/** A restore that was cut off; call it under the lock, which tells that nobody is at work on it. */
const leftOver = (id: string): Intent | undefined => lookForIntents().find((intent) => intent.id === id && isLeft(intent));

/** Another restore that was cut off comes to its end first: half of it would stay otherwise. */
function finishLeft(book: Book, locale: Locale, request?: object): void {
  const left = leftOver(allId);
  if (!left || isTakenUp('restore') || left.tries >= mostTries) return;
  if (JSON.stringify(left.request) !== JSON.stringify(request))
    takeUp(left, () => restore(book, left.request as RestoreRequest, locale));
}

function writeAll(book: Book, asked: Asked, before: OpenBackup): number {
  const { open, images, whole } = asked;
  const sources = images.flatMap((image) => open.sheet(image) ?? []);
  removeStaged(book, foundEarlier().staging as Parameters<typeof removeStaged>[1], sources);
  const earlier = loggedRun();
  const run = new LogRun(book, { kind: 'restore' }, earlier);
  if (earlier === undefined) {
    run.note(entriesFor(book, asked, before));
    noteLoggedRun(run.number);
  }
  changeBackup(book, before.backup.id, { run: run.number });
  restoreTabs(book, { from: open, today: before, images, whole });
  run.done();
  return run.number;
}

/**
 * Takes a restore back, with the backup that was made before it.
 *
 * @param asks whether a person at the screen is asked first
 * @returns undefined where the run was no restore of tabs
 */
export function undoRestore(
  book: Book,
  { run, preview }: { run: number; preview?: boolean | undefined },
  tabs: readonly string[],
  locale: Locale,
  asks: boolean,
): Outcome | undefined {
  const before = wholeOnes(lookAtRing(book).backups).find((backup) => backup.run === run);
  if (!before) return undefined;
  const request = { backup: before.id, tabs, lenient: true, settings: tabs.includes(settingsTabKey) };
  if (preview || asks) {
    const compared = restore(book, { ...request, preview: true }, locale);
    if (preview || !compared.ok) return compared;
    if (confirm(say('ask.undoRestore', locale, { run, list: compared.message })) === false) return { ok: true, message: '' };
  }
  const outcome = restore(book, request, locale);
  if (!outcome.ok) return outcome;
  return { ...outcome, message: say('done.restoreUndone', locale, { tabs: String(outcome.details?.list) }) };
}
