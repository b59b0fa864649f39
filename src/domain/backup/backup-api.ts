import type { Failure } from '../api.ts';

/** What the shop wants kept, and how often a backup is made by itself. */
export interface BackupPlanForm {
  on: boolean;
  every: 'day' | 'week';
  daily: number;
  weekly: number;
  monthly: number;
  /** make one before a bulk change */
  before: boolean;
}

export interface BackupItem {
  id: string;
  /** `yyyy-MM-dd HH:mm` in the workbook's zone */
  when: string;
  kind: 'planned' | 'hand' | 'before';
  state: 'begun' | 'complete' | 'checked' | 'failed' | 'damaged';
  rows: number;
  /** where it can be looked at; absent: it lies in hidden tabs of the ledger itself */
  url?: string;
}

/** Everything that the page of backups begins with. */
export interface BackupList {
  /** id of the ledger, to tell its files from another's */
  of: string;
  plan: BackupPlanForm;
  /** the newest first */
  backups: BackupItem[];
  /** what the shop should know: none, too old, failed */
  notice?: string;
  /** absent: backups can be kept; otherwise why not, and what to do */
  cannot?: string;
  /** the last one that was downloaded as a file, `yyyy-MM-dd HH:mm` */
  file?: { when: string; rows: number };
}

/** How today differs from a backup, before anything is restored. */
export interface BackupComparison {
  when: string;
  tabs: {
    tab: string;
    state: 'same' | 'changed' | 'missing';
    /** what a restore would do to it, in the user's language */
    message: string;
    /** records by number and name, with what would become of them */
    examples: { number: string; title: string; change: 'back' | 'gone' | 'changed'; fields?: string[] }[];
  }[];
  /** nothing differs */
  isSame: boolean;
  /** to be sent with the restore: somebody else's change since is told and nothing is done */
  shown?: string;
}

export interface BackupApi {
  /** The plan, the backups and what is wrong with them. */
  getBackups(input: Record<string, never>): BackupList | Failure;
  /** Changes the plan; nothing is made or deleted by it. */
  planBackups(input: BackupPlanForm): { ok: boolean; message: string; list: BackupList } | Failure;
  /** Makes a backup now. Takes minutes for a large ledger. */
  backUpNow(input: Record<string, never>): { ok: boolean; message: string; list: BackupList } | Failure;
  /** Reads a backup back and compares it with what was noted when it was made. */
  checkBackup(input: { backup: string }): { ok: boolean; message: string; list: BackupList } | Failure;
  /** The tabs that a backup holds. */
  getBackupTabs(input: { backup: string }): { tabs: { tab: string; rows: number }[] } | Failure;
  /** What a restore would do; nothing is changed by asking. */
  compareBackup(input: {
    backup: string;
    tabs?: string[];
    customers?: string[];
  }): BackupComparison | { ok: false; message: string } | Failure;
  /** Restores all of it, some tabs, or some customers with their records, after a backup of what is there now. */
  restoreBackup(input: {
    backup: string;
    tabs?: string[];
    customers?: string[];
    shown?: string;
  }): { ok: boolean; message: string; run?: number } | Failure;
}
