import { isDue } from '../../domain/backup/plan.ts';
import { checkBackup } from '../../google/backup/check-backup.ts';
import { BackupPaused } from '../../google/backup/fill-file.ts';
import { mayKeepFiles } from '../../google/backup/keep-files.ts';
import { makeBackup } from '../../google/backup/make-backup.ts';
import { lookAtRing } from '../../google/backup/ring.ts';
import { showNotices } from '../../google/home-notices.ts';
import { toldOf } from '../back-up.ts';
import { momentOf } from '../check-backups.ts';
import type { JobWork, SliceResult } from './slice.ts';

/**
 * The planned backup: made where the plan asks for one today, then read back. What does not fit into a run goes on with the
 * next; killed in between, what was begun counts for nothing and the next run makes another. One is made, too, where the
 * newest cannot be opened.
 */
export const backUpNightly: JobWork = ({ book, hasTime }) => {
  if (!mayKeepFiles(book)) return { told: { key: 'stop.noFiles' }, ok: false };
  const { backups, plan } = lookAtRing(book);
  const make = (): SliceResult | undefined => {
    try {
      makeBackup(book, { kind: 'planned' });
    } catch (error) {
      showNotices(book);
      if (error instanceof BackupPaused) return { rest: { done: error.done } };
      const told = toldOf(error);
      if (told) return { told, ok: false };
      throw error;
    }
    return undefined;
  };
  const isToBeMade = isDue(backups, { ...plan, on: true }, book.zone.today());
  if (!hasTime()) return { rest: {} };
  const halted = isToBeMade && make();
  if (halted) return halted;
  if (!hasTime()) return { rest: {} };
  let check = checkBackup(book);
  // Somebody else's, which the owner of the trigger may not open, or a deleted one: there must be one that can be opened.
  if (check?.isGone && !isToBeMade) {
    const stopped = make();
    if (stopped) return stopped;
    check = checkBackup(book);
  }
  showNotices(book);
  if (!check) return { told: { key: 'stop.noWholeBackup' }, ok: false };
  const params = { when: momentOf(book, check.backup.at), tabs: check.tabs, rows: check.rows };
  if (check.ok) return { told: { key: 'done.backupChecked', params } };
  return {
    told: {
      key: check.tabs === 0 ? 'stop.backupGone' : 'stop.backupDamaged',
      params: { ...params, tabs: check.wrong.join(' ') },
    },
    ok: false,
  };
};
