import type { Buffer } from 'node:buffer';
import type { WorkbookState } from '../contract.ts';
import type { DriveItem } from './drive-items.ts';

export type ShelfContent = { bytes: Buffer } | { workbook: WorkbookState };

/** Where the files that scripts made outlast the program. */
export interface Shelf {
  /** as last kept */
  items(): DriveItem[];
  bytes(item: DriveItem): Buffer;
  workbook(item: DriveItem): WorkbookState;
  /** Something about the files has changed; asked for when it is written. */
  keepItems(items: () => DriveItem[]): void;
  /** The contents of one have changed. */
  keepContent(item: DriveItem, content: () => ShelfContent): void;
}
