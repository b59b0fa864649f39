import type { Backup } from '../../domain/backup/backup.ts';
import type { Manifest, TabImage } from '../../domain/backup/manifest.ts';
import { say } from '../../domain/messages/say.ts';
import type { Book } from '../book.ts';
import { writeContents } from './backup-file.ts';
import { copyTab } from './copy-tab.ts';
import { counters } from './counters.ts';
import { asBackup, contentsOf, hereId, insertKept, isHere, keepSheet, noteMade, noteMaking, removeKept } from './kept-here.ts';
import { tabNow } from './restore-tabs.ts';
import { changeRing, lookAtRing } from './ring.ts';

/**
 * Keeps what some tabs hold now in hidden tabs of the workbook, where no other file may be made: only the last state is
 * kept so. The one before goes when the new one counts; sooner only where the workbook has no room for both. Call it under
 * the ledger's lock.
 *
 * @param except id of a backup inside the workbook that is still needed
 * @throws BackupFailed, or what the platform throws, for example where the workbook would become too large
 */
export function keepHere(book: Book, images: readonly TabImage[], except: string): Backup {
  const stays = (...ids: string[]): void =>
    removeKept(book, (contents) => ids.some((id) => isHere(id) && contents === contentsOf(id)));
  stays(except, ...lookAtRing(book).backups.map(({ id }) => id));
  let backup: Backup;
  try {
    backup = keepOne(book, images, except);
  } catch (error) {
    if (!isFull(error)) throw error;
    stays(except);
    backup = keepOne(book, images, except);
  }
  stays(except, backup.id);
  return backup;
}

/** The workbook may hold so many cells and no more; the number is the same in every language (platform §5). */
const isFull = (error: unknown): boolean => /10,?000,?000/.test(String(error));

function keepOne(book: Book, images: readonly TabImage[], except: string): Backup {
  const { workbook } = book;
  const at = Date.now();
  const contents = insertKept(book, 0, -1);
  const of = contents.getSheetId();
  const sheets = images.flatMap((image) => tabNow(book, image) ?? []);
  noteMaking(
    book,
    sheets.map((sheet) => sheet.getName()),
  );
  const tabs = sheets.map((sheet, i) => {
    const { image, copy } = copyTab(book, sheet, workbook, say('backup.kept', book.language));
    // what is filtered stands in the image; cells are copied out of a tab without a filter
    copy.getFilter()?.remove();
    keepSheet(copy, of, i);
    return image;
  });
  SpreadsheetApp.flush();
  noteMade();
  const manifest: Manifest = {
    ...{ version: 1, of: workbook.getId(), title: workbook.getName(), at },
    ...{ settings: JSON.stringify(book.settings), series: counters(), tabs },
  };
  writeContents(book, contents, manifest);
  const backup = asBackup(book, hereId(of), manifest, 'before');
  changeRing(book, (ring) => ({
    ...ring,
    backups: [...ring.backups.filter(({ id }) => !isHere(id) || id === except), backup],
  }));
  return backup;
}
