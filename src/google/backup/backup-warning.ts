import { wholeOnes } from '../../domain/backup/backup.ts';
import { type BackupWarning, warningOf } from '../../domain/backup/plan.ts';
import type { MessageKey } from '../../domain/messages/keys.ts';
import type { Told } from '../../domain/messages/told.ts';
import type { Book } from '../book.ts';
import { type Ring, seenRing } from './ring.ts';

const warnings: Record<BackupWarning, MessageKey> = {
  none: 'warn.backupNone',
  old: 'warn.backupOld',
  failed: 'warn.backupFailed',
  damaged: 'warn.backupDamaged',
};

/** What the shop should know of its backups now: also where nothing runs any more that could have told. Undefined where all is well. */
export function backupWarning(book: Book, { backups, plan }: Ring = seenRing(book)): Told | undefined {
  if (!plan.on && backups.length === 0) return undefined;
  const warning = warningOf(backups, plan, book.zone.today());
  if (!warning) return undefined;
  const [newest] = wholeOnes(backups);
  return { key: warnings[warning], params: { when: newest ? book.zone.moment(newest.at).slice(0, 16) : '' } };
}
