import { Buffer } from 'node:buffer';
import { MIME_TYPES } from './mime-types.ts';

/** A file or a folder of a Drive, all but its contents. */
export interface DriveItem {
  id: string;
  name: string;
  mimeType: string;
  /** the folder; a user's root has an id of its own, see {@link rootOf} */
  parent: string;
  owner: string;
  /** ms since 1970 */
  created: number;
  updated: number;
  description?: string;
  starred?: boolean;
  trashed?: boolean;
  /** false: only the owner shares it */
  editorsShare?: boolean;
  editors?: string[];
  commenters?: string[];
  viewers?: string[];
  /** names of `DriveApp.Access` and `DriveApp.Permission`; absent: private */
  sharing?: { access: string; permission: string };
  /** what a shortcut stands for */
  target?: string;
  /** the name it has in the folder beside the workbook */
  file?: string;
}

const FOLDER = MIME_TYPES.FOLDER!;

export const isFolder = ({ mimeType }: DriveItem): boolean => mimeType === FOLDER;
export const isSpreadsheet = ({ mimeType }: DriveItem): boolean => mimeType === MIME_TYPES.GOOGLE_SHEETS;

/** The id of the folder that everything of a user is in. */
export const rootOf = (email: string): string => `0A${Buffer.from(email).toString('base64url')}Uk9PVA`;

/** The user's root folder, which is never stored. */
export function rootFolder(email: string): DriveItem {
  return { id: rootOf(email), name: 'My Drive', mimeType: FOLDER, parent: '', owner: email, created: 0, updated: 0 };
}
