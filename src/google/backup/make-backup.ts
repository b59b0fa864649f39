import { type Backup, type BackupKind, isWhole } from '../../domain/backup/backup.ts';
import { rowsOf, type TabImage } from '../../domain/backup/manifest.ts';
import { nextToReuse } from '../../domain/backup/retention.ts';
import { say } from '../../domain/messages/say.ts';
import type { Book } from '../book.ts';
import { longestRun } from '../intents.ts';
import { BackupPaused, fillFile, restOf } from './fill-file.ts';
import { openFile } from './keep-files.ts';
import { changeBackup, changeRing } from './ring.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface BackupOf {
  kind: BackupKind;
  /** the run of the change log that it comes before */
  run?: number;
  /** ids of files that must stay */
  except?: ReadonlySet<string>;
}

/** A backup, with what its file says of the tabs. */
export type MadeBackup = Backup & { tabs: readonly TabImage[] };

/** More than these are not remembered only because somebody else may be able to open them. */
const mostRemembered = 70;

/** A file to be used again, the worst first, as far as this person can open it; what others have made is theirs to use again. */
function fileToReuse(
  backups: readonly Backup[],
  find: (skipped: ReadonlySet<string>) => Backup | undefined,
): { reused: Backup; file: Spreadsheet | undefined } | undefined {
  const skipped = new Set<string>();
  for (;;) {
    const reused = find(skipped);
    const file = reused && openFile(reused.id);
    if (!reused) return undefined;
    if (file || !isWhole(reused) || backups.length > mostRemembered) return { reused, file };
    skipped.add(reused.id);
  }
}

/** Takes a place among the backups before anything is written, so that nobody else takes the same. */
function takePlace(book: Book, { kind, run, except }: BackupOf, at: number): { backup: Backup; file: Spreadsheet | undefined } {
  const rest = restOf();
  let place: ReturnType<typeof fileToReuse>;
  const token = `new ${at} ${Utilities.getUuid().slice(0, 8)}`;
  const day = book.zone.today();
  const begun: Backup = { id: token, at, day, kind, state: 'begun', rows: 0, until: at + longestRun, ...(run ? { run } : {}) };
  changeRing(book, (ring) => {
    const halfDone = ring.backups.find(({ id, state, until = 0 }) => id === rest && state === 'begun' && until <= at);
    place = fileToReuse(ring.backups, (skipped) => {
      if (halfDone && !skipped.has(halfDone.id)) return halfDone;
      return nextToReuse(ring.backups, ring.plan, at, new Set([...(except ?? []), ...skipped]));
    });
    return {
      ...ring,
      backups: [...ring.backups.filter((each) => each !== place?.reused), { ...begun, id: place?.reused.id ?? token }],
    };
  });
  return { backup: { ...begun, id: place?.reused.id ?? token }, file: place?.file };
}

/**
 * Makes a backup: every tab is copied into a spreadsheet of its own and read back, and last of all comes the list of what
 * is in it. The oldest file that need not be kept is used again. Others may go on working; the lock is held only while
 * the place is taken. For each tab it costs some six reads and one copy. One that was too large for a run goes on.
 *
 * @throws BackupPaused where time ran out: the next one goes on; BackupFailed, or what the platform throws, and the backup
 *   counts as failed then
 */
export function makeBackup(book: Book, of: BackupOf): MadeBackup {
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
    const manifest = fillFile(book, file, at);
    const done = { state: 'complete', rows: rowsOf(manifest.tabs) } as const;
    changeRing(book, (ring) => ({
      ...ring,
      backups: ring.backups.map((each) => (each.id === backup.id ? { ...withoutUntil(each), ...done } : each)),
    }));
    return { ...withoutUntil(backup), ...done, tabs: manifest.tabs };
  } catch (error) {
    if (error instanceof BackupPaused) changeBackup(book, backup.id, { until: at });
    else noteFailure(book, backup.id);
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
