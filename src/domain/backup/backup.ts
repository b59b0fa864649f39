/** Why a backup was made: by the plan, by hand, or before a bulk change. */
export const backupKinds = ['planned', 'hand', 'before'] as const;
export type BackupKind = (typeof backupKinds)[number];

/**
 * How a backup stands: begun and perhaps never finished, complete, read back and found to be as it was written, not made
 * after all, or changed since it was written.
 */
export type BackupState = 'begun' | 'complete' | 'checked' | 'failed' | 'damaged';

/** One backup as the workbook remembers it; the file itself has its own list of contents, see `Manifest`. */
export interface Backup {
  /** id of the spreadsheet that holds it; '' until there is one */
  id: string;
  /** ms since 1970 */
  at: number;
  /** `yyyy-MM-dd` in the workbook's zone */
  day: string;
  kind: BackupKind;
  state: BackupState;
  /** filled rows below the headers, all tabs together */
  rows: number;
  /** ms since 1970 until when somebody may be writing it */
  until?: number;
  /** ms since 1970 */
  checkedAt?: number;
  /** the run of the change log that it was made before: undoing that run brings it back */
  run?: number;
}

/** In front of the id of one that lies in hidden tabs of the workbook itself, where other files may not be made. */
export const inside = 'here ';
export const isInside = ({ id }: { id: string }): boolean => id.startsWith(inside);

/** A backup that can be restored. */
export const isWhole = ({ state }: Backup): boolean => state === 'complete' || state === 'checked';

/** Backups that can be restored, the newest first. */
export const wholeOnes = (backups: readonly Backup[]): Backup[] => backups.filter(isWhole).sort((a, b) => b.at - a.at);
