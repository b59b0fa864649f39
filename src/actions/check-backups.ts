import { isWhole } from '../domain/backup/backup.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { backupWarning } from '../google/backup/backup-warning.ts';
import { checkBackup } from '../google/backup/check-backup.ts';
import { mayKeepFiles } from '../google/backup/keep-files.ts';
import { isHere } from '../google/backup/kept-here.ts';
import { lookAtRing, type Ring } from '../google/backup/ring.ts';
import type { Book } from '../google/book.ts';
import { showNotices } from '../google/home-notices.ts';
import type { Outcome } from './outcome.ts';

/** A moment as people read it, `yyyy-MM-dd HH:mm`. */
export const momentOf = (book: Book, at: number): string => book.zone.moment(at).slice(0, 16);

/** What the shop should know of its backups, as a sentence; undefined where all is well. */
export function backupNotice(book: Book, locale: Locale, ring: Ring): string | undefined {
  const told = backupWarning(book, ring);
  return told && say(told.key, locale, told.params);
}

/** 检查备份: reads the newest backup back, or one by its id, and says whether it is as it was made. */
export function checkBackups(book: Book, { backup }: { backup?: string | undefined }, locale: Locale): Outcome {
  if (!isHere(backup) && !mayKeepFiles(book)) return { ok: false, message: say('stop.noFiles', locale) };
  const check = checkBackup(book, backup);
  if (!check) return { ok: false, message: say(backup === undefined ? 'stop.noWholeBackup' : 'stop.noBackup', locale) };
  showNotices(book);
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
