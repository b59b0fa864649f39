import type { Failure } from '../api.ts';
import type { BackupItem, BackupList } from './backup-api.ts';
import type { FilePiece } from './file-piece.ts';
import type { FileHead, FileImage } from './ledger-file.ts';

/** What a file begins with, and the tabs that it is to hold. */
export interface FileStart {
  head: FileHead;
  /** without an ending */
  name: string;
  settings: string;
  series: Record<string, string>;
  tabs: { id: number; name: string; rows: number }[];
}

/** A backup as a file that the page puts together, and the way back. Calls grow with the pieces, their cost does not. */
export interface FileApi {
  beginBackupFile(input: Record<string, never>): FileStart | Failure;
  /** Rows of a tab from a row on, as many as fit into an answer. */
  readBackupPiece(input: { tab: number; from: number }): FilePiece | Failure;
  /** What a tab holds at this moment: the pieces are compared with it. */
  readBackupImage(input: { tab: number }): FileImage | Failure;
  /** Notes that a file was made, and by whom. */
  endBackupFile(input: { rows: number; tabs: number }): { message: string; list: BackupList } | Failure;
  /** Takes up a file that is to be restored. */
  beginFileRestore(input: { head: FileHead }): { place: number } | { ok: false; message: string } | Failure;
  /** Puts a piece of it aside; once more does no harm. */
  putBackupPiece(input: { place: number; piece: string; rows: number; columns: number }): { put: number } | Failure;
  /** Texts of the list of contents, from one on. */
  putBackupContents(input: { place: number; from: number; texts: string[] }): { put: number } | Failure;
  /** Compares what was put aside with the list of contents; from then on it can be restored. */
  endFileRestore(input: { place: number; head: string }): { backup: BackupItem } | { ok: false; message: string } | Failure;
  /** Takes away what was put aside. */
  dropBackupFile(input: { backup: string }): { list: BackupList } | Failure;
}
