import { type Backup, wholeOnes } from '../../domain/backup/backup.ts';
import { rowsOf } from '../../domain/backup/manifest.ts';
import type { Book } from '../book.ts';
import { openBackup } from './backup-file.ts';
import { changeBackup, lookAtRing } from './ring.ts';
import { differing } from './tab-image.ts';

export interface BackupCheck {
  backup: Backup;
  ok: boolean;
  tabs: number;
  rows: number;
  /** names of tabs that are gone or hold something else than when they were written; empty where the file itself is gone */
  wrong: string[];
}

/**
 * Reads a backup back, the newest unless told otherwise, and compares every column with the sums that were noted when it was
 * made. What was found stays beside the backup. One read for each tab.
 *
 * @returns undefined where there is no backup
 */
export function checkBackup(book: Book, id?: string): BackupCheck | undefined {
  const whole = wholeOnes(lookAtRing(book).backups);
  const backup = id === undefined ? whole[0] : whole.find((each) => each.id === id);
  if (!backup) return undefined;
  const open = openBackup(book, backup);
  const tabs = open?.manifest.tabs ?? [];
  const wrong = tabs.filter((image) => {
    const sheet = open!.sheet(image);
    return !sheet || differing(sheet, image).length > 0;
  });
  const ok = open !== undefined && wrong.length === 0;
  const checkedAt = Date.now();
  changeBackup(book, backup.id, { state: ok ? 'checked' : 'damaged', checkedAt });
  const checked: Backup = { ...backup, state: ok ? 'checked' : 'damaged', checkedAt };
  return { backup: checked, ok, tabs: tabs.length, rows: rowsOf(tabs), wrong: wrong.map(({ name }) => name) };
}
