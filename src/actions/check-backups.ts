import { isWhole, wholeOnes } from '../domain/backup/backup.ts';
import { type BackupWarning, warningOf } from '../domain/backup/plan.ts';
import type { Locale } from '../domain/locale.ts';
import type { MessageKey } from '../domain/messages/keys.ts';
import { say } from '../domain/messages/say.ts';
import type { Told } from '../domain/messages/told.ts';
import { checkBackup } from '../google/backup/check-backup.ts';
import { mayKeepFiles } from '../google/backup/keep-files.ts';
import { isHere } from '../google/backup/kept-here.ts';
import { lookAtRing, type Ring, seenRing } from '../google/backup/ring.ts';
import type { Book } from '../google/book.ts';
import { putNotice, showNotices } from '../google/home-notices.ts';
import type { Outcome } from './outcome.ts';

const warnings: Record<BackupWarning, MessageKey> = {
  none: 'warn.backupNone',
  old: 'warn.backupOld',
  failed: 'warn.backupFailed',
  damaged: 'warn.backupDamaged',
};

/** A moment as people read it, `yyyy-MM-dd HH:mm`. */
export const momentOf = (book: Book, at: number): string => book.zone.moment(at).slice(0, 16);

/** What the shop should know of its backups; undefined where all is well. */
function warningIn(book: Book, ring: Ring): Told | undefined {
  const warning = warningOf(ring.backups, ring.plan, book.zone.today());
  if (!warning) return undefined;
  const [newest] = wholeOnes(ring.backups);
  return { key: warnings[warning], params: { when: newest ? momentOf(book, newest.at) : '' } };
}

/** The same as a sentence. */
export function backupNotice(book: Book, locale: Locale, ring: Ring): string | undefined {
  const told = warningIn(book, ring);
  return told && say(told.key, locale, told.params);
}

/** Brings the start page up to date on backups. Nothing is written where it says so already. */
export function noteBackups(book: Book): void {
  const told = warningIn(book, seenRing(book));
  putNotice('backup', told && { tone: 'wrong', told });
  showNotices(book);
}

/** 检查备份: reads the newest backup back, or one by its id, and says whether it is as it was made. */
export function checkBackups(book: Book, { backup }: { backup?: string | undefined }, locale: Locale): Outcome {
  if (!isHere(backup) && !mayKeepFiles(book)) return { ok: false, message: say('stop.noFiles', locale) };
  const check = checkBackup(book, backup);
  if (!check) return { ok: false, message: say(backup === undefined ? 'stop.noWholeBackup' : 'stop.noBackup', locale) };
  noteBackups(book);
  const when = momentOf(book, check.backup.at);
  const details = { backup: check.backup.id, tabs: check.tabs, rows: check.rows, wrong: check.wrong };
  if (check.ok)
    return { ok: true, message: say('done.backupChecked', locale, { when, tabs: check.tabs, rows: check.rows }), details };
  const tabs = check.wrong.join(say('list.separator', locale));
  return {
    ok: false,
    message: say(check.tabs === 0 ? 'stop.backupGone' : 'stop.backupDamaged', locale, { when, tabs }),
    details,
  };
}

/** What backups there are, the newest first. */
export function listBackups(book: Book, _: object, locale: Locale): Outcome {
  const ring = lookAtRing(book);
  const backups = [...ring.backups].sort((a, b) => b.at - a.at);
  const whole = backups.filter(isWhole);
  const sentences = [
    whole[0]
      ? say('done.backups', locale, { count: whole.length, when: momentOf(book, whole[0].at) })
      : say('done.noBackups', locale),
    backupNotice(book, locale, ring),
  ];
  const message = sentences.filter((sentence) => sentence !== undefined).join(say('sentence.separator', locale));
  const listed = backups.map(({ id, at, kind, state, rows }) => ({ backup: id, when: momentOf(book, at), kind, state, rows }));
  return { ok: true, message, details: { plan: ring.plan, backups: listed } };
}
