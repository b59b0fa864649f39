import { type Backup, isWhole, wholeOnes } from '../../domain/backup/backup.ts';
import { rowsOf } from '../../domain/backup/manifest.ts';
import type { Book } from '../book.ts';
import { openBackup } from './backup-file.ts';
import { openFile } from './keep-files.ts';
import { isHere } from './kept-here.ts';
import { changeBackup, lookAtRing } from './ring.ts';
import { differing } from './tab-image.ts';

export interface BackupCheck {
  backup: Backup;
  ok: boolean;
  tabs: number;
  rows: number;
  /** it could not even be opened: deleted, or not this person's to open */
  isGone: boolean;
  /** names of tabs that are gone or hold something else than when they were written; empty where the file itself is gone */
  wrong: string[];
}

/**
 * Reads a backup back, the newest unless told otherwise, and compares every column with the sums that were noted when it was
 * made. What was found stays beside the backup, unless this person could not open it: somebody else has made it, perhaps,
 * and can. One found damaged may be looked at again. One read for each tab.
 *
 * @returns undefined where there is no backup
 */
export function checkBackup(book: Book, id?: string): BackupCheck | undefined {
  const { backups } = lookAtRing(book);
  const backup =
    id === undefined
      ? wholeOnes(backups)[0]
      : backups.find((each) => each.id === id && (isWhole(each) || each.state === 'damaged'));
  if (!backup) return undefined;
  const open = openBackup(book, backup);
  const tabs = open?.manifest.tabs ?? [];
  const wrong = tabs.filter((image) => {
    const sheet = open!.sheet(image);
    return !sheet || differing(sheet, image).length > 0;
  });
  const ok = open !== undefined && wrong.length === 0;
  const isGone = !open && !isHere(backup.id) && !openFile(backup.id);
  const found = { ok, isGone, tabs: tabs.length, rows: rowsOf(tabs), wrong: wrong.map(({ name }) => name) };
  if (isGone) return { ...found, backup };
  const checkedAt = Date.now();
  changeBackup(book, backup.id, { state: ok ? 'checked' : 'damaged', checkedAt });
  const checked: Backup = { ...backup, state: ok ? 'checked' : 'damaged', checkedAt };
  return { ...found, backup: checked };
}
