import type { Failure } from '../domain/api.ts';
import type { BackupItem, BackupList } from '../domain/backup/backup-api.ts';
import type { FilePiece } from '../domain/backup/file-piece.ts';
import { type FileHead, fileVersion } from '../domain/backup/ledger-file.ts';
import { mostTries } from '../domain/intents/intent.ts';
import type { Locale } from '../domain/locale.ts';
import type { MessageKey } from '../domain/messages/keys.ts';
import { say } from '../domain/messages/say.ts';
import { openHere } from '../google/backup/backup-file.ts';
import { contentsOf, hereId, isHere } from '../google/backup/kept-here.ts';
import { lookAtRing } from '../google/backup/ring.ts';
import { completePlace, makePlace, putPiece, putTexts } from '../google/backup/staged-file.ts';
import type { Book } from '../google/book.ts';
import { lookForIntents } from '../google/intents.ts';
import { underLock } from '../google/numbers.ts';
import { listForPage } from './backups-page.ts';
import { momentOf } from './check-backups.ts';
import { dropStaged } from './restore.ts';

type Refused = { ok: false; message: string };

const refused = (key: MessageKey, locale: Locale, params?: Record<string, string | number>): Refused => ({
  ok: false,
  message: say(key, locale, params),
});

const gone = (locale: Locale): Failure => ({ failed: true, message: say('stop.fileGone', locale), retry: false });

/** What is kept before a restore stays, and what a restore that was cut off still needs. */
function needed(book: Book): (contents: number) => boolean {
  const ids = new Set(lookAtRing(book).backups.map(({ id }) => id));
  for (const { action, request, tries } of lookForIntents())
    if (action === 'restore' && tries < mostTries) ids.add((request as { backup?: string }).backup ?? '');
  return (contents) => ids.has(hereId(contents));
}

/** Takes up a file: whatever waited for a restore before goes. Nothing that counts is written. */
export function beginRestore(book: Book, { head }: { head: FileHead }, locale: Locale): { place: number } | Refused {
  if (head.version > fileVersion) return refused('stop.fileNewer', locale);
  const zone = book.workbook.getSpreadsheetTimeZone();
  if (head.zone !== zone) return refused('stop.fileZone', locale, { was: head.zone, now: zone });
  const place = underLock(book, () => makePlace(book, needed(book)));
  return place === undefined ? refused('stop.busy', locale) : { place };
}

export function putOne(
  book: Book,
  { place, piece, rows, columns }: { place: number; piece: string; rows: number; columns: number },
  locale: Locale,
): { put: number } | Failure {
  const read = JSON.parse(piece) as FilePiece;
  return putPiece(book, place, read, [Math.max(1, rows), Math.max(1, columns)]) ? { put: read.cells.length } : gone(locale);
}

export const putContents = (
  book: Book,
  { place, from, texts }: { place: number; from: number; texts: string[] },
  locale: Locale,
): { put: number } | Failure => (putTexts(book, place, from, texts) ? { put: texts.length } : gone(locale));

/** Compares what was put aside with the file's own list of contents; then it can be restored like any backup. */
export function endRestore(
  book: Book,
  { place, head }: { place: number; head: string },
  locale: Locale,
): { backup: BackupItem } | Refused | Failure {
  const wrong = completePlace(book, place, head);
  if (!wrong) return gone(locale);
  if (wrong.length > 0) return refused('stop.fileDiffers', locale, { tabs: wrong.join(say('list.separator', locale)) });
  const open = openHere(book, hereId(place));
  if (!open) return gone(locale);
  const { id, at, kind, state, rows } = open.backup;
  return { backup: { id, when: momentOf(book, at), kind, state, rows } };
}

export function dropFile(book: Book, { backup }: { backup: string }, locale: Locale): { list: BackupList } {
  if (isHere(backup) && Number.isInteger(contentsOf(backup))) underLock(book, () => dropStaged(book, backup));
  return { list: listForPage(book, {}, locale) };
}
