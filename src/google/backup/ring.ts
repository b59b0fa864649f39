import { type Backup, type BackupKind, type BackupState, backupKinds } from '../../domain/backup/backup.ts';
import { type BackupPlan, firstPlan } from '../../domain/backup/plan.ts';
import type { Book } from '../book.ts';
import { underLock } from '../numbers.ts';
import { lookAtProperties, putProperties, seenProperties } from '../properties.ts';

/** What the workbook remembers of its backups. */
export interface Ring {
  plan: BackupPlan;
  backups: Backup[];
  /** the last one that was downloaded as a file */
  file?: { at: number; rows: number };
}

const key = 'backups';
const states: readonly BackupState[] = ['begun', 'complete', 'checked', 'failed', 'damaged'];

/** Numbers in place of names: some sixty backups have to fit into one property of 9 KB (platform §1). */
type Packed = [
  id: string,
  at: number,
  day: string,
  kind: number,
  state: number,
  rows: number,
  until: number,
  checkedAt: number,
  run: number,
];

const pack = ({ id, at, day, kind, state, rows, until, checkedAt, run }: Backup): Packed => [
  ...([id, at, day, backupKinds.indexOf(kind), states.indexOf(state), rows] as const),
  ...([until ?? 0, checkedAt ?? 0, run ?? 0] as const),
];

const unpack = ([id, at, day, kind, state, rows, until, checkedAt, run]: Packed): Backup => ({
  ...{ id, at, day, kind: backupKinds[kind] as BackupKind, state: states[state]!, rows },
  ...(until ? { until } : {}),
  ...(checkedAt ? { checkedAt } : {}),
  ...(run ? { run } : {}),
});

function read(book: Book, text: string | undefined): Ring {
  const none = { plan: firstPlan, backups: [] };
  if (text === undefined) return none;
  const { of, plan, backups, file } = JSON.parse(text) as Omit<Ring, 'backups'> & { of: string; backups: Packed[] };
  // A copy of the workbook, however it came about, never writes into the backups of the original.
  const ring: Ring = { plan: { ...firstPlan, ...plan }, backups: backups.map(unpack), ...(file ? { file } : {}) };
  return of === book.workbook.getId() ? ring : none;
}

/** The backups as they stand now. One look-up. */
export const lookAtRing = (book: Book): Ring => read(book, lookAtProperties()[key]);

/** The same as this run knows them already. */
export const seenRing = (book: Book): Ring => read(book, seenProperties()[key]);

/**
 * Changes what is remembered, while nobody else does.
 *
 * @throws when others hold the lock for too long; nothing was changed then
 */
export function changeRing(book: Book, change: (ring: Ring) => Ring): Ring {
  const changed = underLock(book, () => {
    const ring = change(lookAtRing(book));
    const packed = { ...ring, of: book.workbook.getId(), backups: ring.backups.map(pack) };
    putProperties({ [key]: JSON.stringify(packed) });
    return ring;
  });
  if (!changed) throw new Error('Lock timeout: the list of backups was held for too long.');
  return changed;
}

/** Notes what became of a backup. */
export function changeBackup(book: Book, id: string, change: Partial<Backup>): void {
  changeRing(book, (ring) => ({
    ...ring,
    backups: ring.backups.map((backup) => (backup.id === id ? { ...backup, ...change } : backup)),
  }));
}
