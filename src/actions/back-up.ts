import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { type Told, tell } from '../domain/messages/told.ts';
import { BackupFailed } from '../google/backup/copy-tab.ts';
import { BackupPaused } from '../google/backup/fill-file.ts';
import { mayKeepFiles } from '../google/backup/keep-files.ts';
import { type MadeBackup, makeBackup } from '../google/backup/make-backup.ts';
import { lookAtRing } from '../google/backup/ring.ts';
import type { Book } from '../google/book.ts';
import { showNotices } from '../google/home-notices.ts';
import { showToast } from '../google/screen.ts';
import { failureOf } from './answer.ts';
import { momentOf } from './check-backups.ts';
import type { Outcome } from './outcome.ts';

/** Why a backup was not made, or not all of it; undefined where the platform failed. */
export function toldOf(error: unknown): Told | undefined {
  if (error instanceof BackupFailed) return { key: 'stop.backupRestless' };
  if (error instanceof BackupPaused) return { key: 'stop.backupHalf', params: { done: error.done, of: error.of } };
  return undefined;
}

/** The same as a sentence. */
export function backupProblem(error: unknown, locale: Locale): string {
  const told = toldOf(error);
  return told ? tell(told, locale) : failureOf(error, locale).message;
}

function doneWith({ rows, id, at, tabs }: MadeBackup, book: Book, locale: Locale): Outcome {
  const older = tabs.filter((image) => image.at !== undefined);
  const sentences = [
    say('done.backedUp', locale, { tabs: tabs.length, rows }),
    ...older.map((image) => say('backup.older', locale, { tab: image.name, when: momentOf(book, image.at!) })),
  ];
  return {
    ok: true,
    message: sentences.join(say('sentence.separator', locale)),
    details: { backup: id, at, rows, tabs: tabs.length },
  };
}

/** 立即备份: copies the whole ledger into a spreadsheet of its own, however recent the last backup is. */
export function backUp(book: Book, locale: Locale): Outcome {
  if (!mayKeepFiles(book)) return { ok: false, message: say('stop.noFiles', locale) };
  try {
    const backup = makeBackup(book, { kind: 'hand' });
    showNotices(book);
    return doneWith(backup, book, locale);
  } catch (error) {
    const message = backupProblem(error, locale);
    showNotices(book);
    return { ok: false, message };
  }
}

/** ms: a backup that is younger will do. */
const freshEnough = 10 * 60_000;
/** Rows that are backed up within some half a minute; with more of them, one a day is enough before bulk changes. */
const quickRows = 20_000;

/**
 * Before a bulk change, where the shop wants that and has given the permission: never in the way of the work, whatever
 * becomes of it.
 */
export function backUpBefore(book: Book, locale: Locale): void {
  try {
    const { backups, plan } = lookAtRing(book);
    if (!plan.on || !plan.before) return;
    const [newest] = backups.filter(({ state }) => state === 'complete' || state === 'checked').sort((a, b) => b.at - a.at);
    if (newest && Date.now() - newest.at < freshEnough) return;
    if (newest && newest.rows > quickRows && newest.day === book.zone.today()) return;
    if (!mayKeepFiles(book)) return;
    showToast(book.workbook, say('busy.backingUp', locale));
    makeBackup(book, { kind: 'before' });
  } catch (error) {
    console.warn(backupProblem(error, locale));
  }
}
