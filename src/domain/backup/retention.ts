import { addDays, daysBetween } from '../dates/calendar.ts';
import { type Backup, isInside, wholeOnes } from './backup.ts';
import type { BackupPlan } from './plan.ts';

/** Backups made by hand, and before bulk changes, of which so many are kept besides. */
const handsKept = 3;
const beforeKept = 5;

/** The Monday of a day's week. 1970-01-05 was one. */
const weekOf = (day: string): string => addDays(day, -(((daysBetween('1970-01-05', day) % 7) + 7) % 7));
const monthOf = (day: string): string => day.slice(0, 7);

/** The newest of each of the last periods, the newest period first. */
function lastOfEach(newestFirst: readonly Backup[], periodOf: (day: string) => string, most: number): Backup[] {
  const periods = new Map<string, Backup>();
  for (const backup of newestFirst) {
    const period = periodOf(backup.day);
    if (!periods.has(period)) periods.set(period, backup);
  }
  return [...periods.values()].slice(0, most);
}

/**
 * The backups that the plan wants kept: the last of each of so many days, weeks and months that have one, some made by
 * hand and before bulk changes, and in any case the newest one and the newest that was read back.
 */
export function keptBackups(backups: readonly Backup[], plan: BackupPlan): ReadonlySet<Backup> {
  const whole = wholeOnes(backups);
  return new Set([
    ...whole.slice(0, 1),
    ...whole.filter(({ state }) => state === 'checked').slice(0, 1),
    ...lastOfEach(whole, (day) => day, plan.daily),
    ...lastOfEach(whole, weekOf, plan.weekly),
    ...lastOfEach(whole, monthOf, plan.monthly),
    ...whole.filter(({ kind }) => kind === 'hand').slice(0, handsKept),
    ...whole.filter(({ kind }) => kind === 'before').slice(0, beforeKept),
  ]);
}

/**
 * The backup whose file the next one is written into: one that is worth nothing, else the oldest that need not be kept.
 *
 * @param now ms since 1970; one that somebody may still be writing is left alone
 * @param except ids that must stay, for example the one that is being restored
 * @returns undefined where all are to be kept: the next one gets a new file
 */
export function nextToReuse(
  backups: readonly Backup[],
  plan: BackupPlan,
  now: number,
  except: ReadonlySet<string> = new Set(),
): Backup | undefined {
  const kept = keptBackups(backups, plan);
  const free = backups.filter(
    (backup) =>
      !isInside(backup) &&
      !kept.has(backup) &&
      !except.has(backup.id) &&
      !(backup.state === 'begun' && (backup.until ?? 0) > now),
  );
  const worthless = ({ state }: Backup): number => (state === 'complete' || state === 'checked' ? 1 : 0);
  return [...free].sort((a, b) => worthless(a) - worthless(b) || a.at - b.at)[0];
}
