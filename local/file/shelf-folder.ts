/** The files that scripts made, in a folder beside the workbook: spreadsheets as `.xlsx`, all else as it is, and an index. */
import { Buffer } from 'node:buffer';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { DriveItem } from '../services/drive-items.ts';
import type { Shelf, ShelfContent } from '../services/shelf.ts';
import { replaceFile } from './beside.ts';
import { fileBytesAside } from './file-bytes.ts';
import { openZip, readState } from './read-file.ts';

/** ms of rest before what has changed is written */
const REST = 500;
const INDEX = 'index.json';

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/vnd.google-apps.spreadsheet': '.xlsx',
  'application/vnd.google-apps.form': '.form.json',
};

/** {@link Shelf}, and what only the program that opened it needs. */
export interface ShelfFolder extends Shelf {
  readonly path: string;
  /** Writes what is still waiting. */
  close(): Promise<void>;
}

/** `ledger.xlsx` → `ledger-files` */
export const shelfPath = (workbook: string): string => join(dirname(workbook), `${basename(workbook, extname(workbook))}-files`);

/**
 * Nothing is read, and no folder made, before a script asks for a file.
 * @param workbook path of the workbook
 * @param onProblem told of what could not be written; it is tried again with the next change, and at the end
 */
export function openShelf(workbook: string, onProblem: (error: Error) => void = () => undefined): ShelfFolder {
  return new FolderOfFiles(shelfPath(workbook), onProblem);
}

class FolderOfFiles implements ShelfFolder {
  private readonly waiting = new Map<string, { item: DriveItem; content: () => ShelfContent }>();
  private known: (() => DriveItem[]) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    readonly path: string,
    private readonly onProblem: (error: Error) => void,
  ) {}

  items(): DriveItem[] {
    const index = join(this.path, INDEX);
    if (!existsSync(index)) return [];
    try {
      return JSON.parse(readFileSync(index, 'utf8')) as DriveItem[];
    } catch (error) {
      // the files themselves are there; what they were called for scripts is kept for whoever wants to mend it
      copyFileSync(index, join(this.path, `damaged-${INDEX}`));
      this.onProblem(error as Error);
      return [];
    }
  }

  bytes(item: DriveItem): Buffer {
    return readFileSync(join(this.path, item.file ?? item.id));
  }

  workbook(item: DriveItem) {
    const path = join(this.path, item.file ?? item.id);
    const { id, name: title, owner } = item;
    return { ...readState(openZip(readFileSync(path), path), path, { id, title, owner }).state, id };
  }

  keepItems(items: () => DriveItem[]): void {
    this.known = items;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.write().catch(this.onProblem), REST).unref();
  }

  keepContent(item: DriveItem, content: () => ShelfContent): void {
    this.waiting.set(item.id, { item, content });
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.write();
  }

  private write(): Promise<void> {
    const written = this.writing.then(() => this.writeNow());
    this.writing = written.catch(() => undefined);
    return written;
  }

  /** Contents first: the index never names a file that is not there. */
  private async writeNow(): Promise<void> {
    const items = this.known?.();
    if (!items) return;
    mkdirSync(this.path, { recursive: true });
    for (const [id, { item, content }] of [...this.waiting]) {
      this.waiting.delete(id);
      try {
        const given = content();
        const bytes = 'bytes' in given ? given.bytes : await fileBytesAside(given.workbook, 0);
        item.file ??= this.freeName(item, items);
        await replaceFile(join(this.path, item.file), bytes);
      } catch (error) {
        if (!this.waiting.has(id)) this.waiting.set(id, { item, content });
        throw error;
      }
    }
    await replaceFile(join(this.path, INDEX), Buffer.from(`${JSON.stringify(items, undefined, 2)}\n`));
  }

  /** The item's name as far as every system can bear it, and nobody else's. */
  private freeName({ name, mimeType }: DriveItem, items: readonly DriveItem[]): string {
    const safe = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
    const extension = EXTENSIONS[mimeType] ?? extname(safe);
    const stem = safe.endsWith(extension) ? safe.slice(0, safe.length - extension.length) : safe;
    const plain = stem.replace(/^[. ]+|[. ]+$/g, '').slice(0, 80);
    for (let i = 1; ; i++) {
      const file = `${plain || 'file'}${i === 1 ? '' : ` (${i})`}${extension}`;
      const taken = items.some((item) => item.file?.toLowerCase() === file.toLowerCase());
      if (!taken && file !== INDEX && !existsSync(join(this.path, file))) return file;
    }
  }
}
