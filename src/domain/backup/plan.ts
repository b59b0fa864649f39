import { daysBetween } from '../dates/calendar.ts';
import { type Backup, isInside, wholeOnes } from './backup.ts';

/** What the shop wants kept. Nothing is made by itself until it is switched on. */
export interface BackupPlan {
  on: boolean;
  every: 'day' | 'week';
  /** so many days, weeks and months are kept, each by its last backup */
  daily: number;
  weekly: number;
  monthly: number;
  /** make one before a bulk change */
  before: boolean;
}

export const firstPlan: BackupPlan = { on: false, every: 'day', daily: 7, weekly: 4, monthly: 12, before: true };

/** More would not fit into what a workbook remembers. */
export const mostKept = { daily: 14, weekly: 8, monthly: 24 } as const;

/** What was kept inside the workbook before a restore holds only some of the tabs. */
const ofAll = (backups: readonly Backup[]): Backup[] => wholeOnes(backups.filter((backup) => !isInside(backup)));

const daysOf = { day: 1, week: 7 } as const;

/**
 * Whether the plan asks for a backup on a day.
 *
 * @param today `yyyy-MM-dd`
 */
export function isDue(backups: readonly Backup[], plan: BackupPlan, today: string): boolean {
  if (!plan.on) return false;
  const [newest] = ofAll(backups);
  return !newest || daysBetween(newest.day, today) >= daysOf[plan.every];
}

/** What the shop should know of its backups: there is none, the newest is older than planned, or the last one failed. */
export type BackupWarning = 'none' | 'old' | 'failed' | 'damaged';

/** Undefined where all is well, or where nobody has asked for backups. A day's grace, because triggers come when they come. */
export function warningOf(backups: readonly Backup[], plan: BackupPlan, today: string): BackupWarning | undefined {
  const [last] = backups.filter(({ state }) => state !== 'begun').sort((a, b) => b.at - a.at);
  if (last?.state === 'damaged') return 'damaged';
  if (last?.state === 'failed') return 'failed';
  if (!plan.on) return undefined;
  const [newest] = ofAll(backups);
  if (!newest) return 'none';
  return daysBetween(newest.day, today) > daysOf[plan.every] ? 'old' : undefined;
}
