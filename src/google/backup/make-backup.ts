import type { Backup, BackupKind } from '../../domain/backup/backup.ts';
import { type Manifest, rowsOf, type TabImage } from '../../domain/backup/manifest.ts';
import { nextToReuse } from '../../domain/backup/retention.ts';
import { say } from '../../domain/messages/say.ts';
import type { Book } from '../book.ts';
import { freeName } from '../free-name.ts';
import { longestRun } from '../intents.ts';
import { lookAtProperties } from '../properties.ts';
import { emptyFile, writeContents } from './backup-file.ts';
import { BackupFailed, copyTab, isGrid } from './copy-tab.ts';
import { openFile } from './keep-files.ts';
import { ownSheets } from './kept-here.ts';
import { changeBackup, changeRing } from './ring.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** ms: a run may last 6 min (platform §1), and what was begun must still be noted as failed. */
const longestBackup = 300_000;

export interface BackupOf {
  kind: BackupKind;
  /** the run of the change log that it comes before */
  run?: number;
  /** ids of files that must stay */
  except?: ReadonlySet<string>;
}

/** The counters of all series as the workbook remembers them. */
export function counters(): Record<string, string> {
  const all = Object.entries(lookAtProperties()).filter(([key]) => key.startsWith('series.'));
  return Object.fromEntries(all.map(([key, text]) => [key.slice('series.'.length), text]));
}

/** Takes a place among the backups before anything is written, so that nobody else takes the same. */
function takePlace(book: Book, { kind, run, except }: BackupOf, at: number): { backup: Backup; file: Spreadsheet | undefined } {
  let reused: Backup | undefined;
  const token = `new ${at} ${Utilities.getUuid().slice(0, 8)}`;
  const day = book.zone.today();
  const begun: Backup = { id: token, at, day, kind, state: 'begun', rows: 0, until: at + longestRun, ...(run ? { run } : {}) };
  changeRing(book, (ring) => {
    reused = nextToReuse(ring.backups, ring.plan, at, except);
    return { ...ring, backups: [...ring.backups.filter((each) => each !== reused), { ...begun, id: reused?.id ?? token }] };
  });
  const file = reused && openFile(reused.id);
  return { backup: { ...begun, id: reused?.id ?? token }, file };
}

function fill(book: Book, file: Spreadsheet, at: number): Manifest {
  const { workbook } = book;
  const title = workbook.getName();
  file.rename(say('backup.fileName', book.language, { title, when: book.zone.moment(at).slice(0, 16) }));
  file.setSpreadsheetLocale(workbook.getSpreadsheetLocale());
  file.setSpreadsheetTimeZone(workbook.getSpreadsheetTimeZone());
  const contents = emptyFile(file);
  contents.setName(freeName(file, say('backup.sheet', book.language)));
  const tabs: TabImage[] = [];
  for (const sheet of ownSheets(book).filter(isGrid)) {
    if (Date.now() - at > longestBackup) throw new BackupFailed('tooLarge');
    tabs.push(copyTab(book, sheet, file).image);
  }
  const manifest: Manifest = {
    ...{ version: 1, of: workbook.getId(), title, at },
    ...{ settings: JSON.stringify(book.settings), series: counters(), tabs },
  };
  writeContents(book, contents, manifest);
  return manifest;
}

/**
 * Makes a backup: every tab is copied into a spreadsheet of its own and read back, and last of all comes the list of what
 * is in it. The oldest file that need not be kept is used again. Others may go on working; the lock is held only while
 * the place is taken. For each tab it costs some six reads and one copy.
 *
 * @throws BackupFailed, or what the platform throws; the backup counts as failed then
 */
export function makeBackup(book: Book, of: BackupOf): Backup {
  const at = Date.now();
  const place = takePlace(book, of, at);
  let { backup } = place;
  try {
    let { file } = place;
    if (!file) {
      file = SpreadsheetApp.create(say('backup.fileName', book.language, { title: book.workbook.getName(), when: backup.day }));
      const id = file.getId();
      changeBackup(book, backup.id, { id });
      backup = { ...backup, id };
    }
    const manifest = fill(book, file, at);
    const done = { state: 'complete', rows: rowsOf(manifest.tabs) } as const;
    changeRing(book, (ring) => ({
      ...ring,
      backups: ring.backups.map((each) => (each.id === backup.id ? { ...withoutUntil(each), ...done } : each)),
    }));
    return { ...withoutUntil(backup), ...done };
  } catch (error) {
    noteFailure(book, backup.id);
    throw error;
  }
}

function withoutUntil({ until: _, ...backup }: Backup): Backup {
  return backup;
}

/** Where even that fails, its time runs out and it counts for nothing. */
function noteFailure(book: Book, id: string): void {
  try {
    changeRing(book, (ring) => ({
      ...ring,
      backups: ring.backups
        .map((each): Backup => (each.id === id ? { ...withoutUntil(each), state: 'failed' } : each))
        .filter(
          (each, i, all) => each.state !== 'failed' || isFile(each) || all.findIndex(({ state }) => state === 'failed') === i,
        ),
    }));
  } catch (error) {
    console.warn(String(error));
  }
}

/** One that failed before it had a file bears a word instead of an id. */
const isFile = ({ id }: Backup): boolean => !id.startsWith('new ');
