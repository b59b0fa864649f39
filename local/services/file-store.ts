import { Buffer } from 'node:buffer';
import type { Op, WorkbookState } from '../contract.ts';
import { newWorkbook } from '../model/new-workbook.ts';
import { Workbook } from '../model/workbook.ts';
import { type DriveItem, isSpreadsheet, rootOf } from './drive-items.ts';
import { MIME_TYPES } from './mime-types.ts';
import { ServiceError } from './service-object.ts';
import type { Shelf } from './shelf.ts';
import type { Clock, Place } from './surroundings.ts';

/** A workbook besides the one that is open: it has no page, no triggers and no undo of its own. */
export class OtherWorkbook implements Place {
  readonly book: Workbook;
  readonly webAddress: string;
  readonly #changed: () => void;
  gridRevision = 0;

  constructor(state: WorkbookState, changed: () => void) {
    this.book = new Workbook(state);
    this.webAddress = `https://docs.google.com/spreadsheets/d/${state.id}/edit`;
    this.#changed = changed;
  }

  transaction<T>(_by: string, work: (apply: (ops: Op[]) => void) => T): T {
    try {
      return work((ops) => void this.book.apply(ops));
    } finally {
      this.gridRevision++;
      this.#changed();
    }
  }
}

interface Parts {
  /** the open workbook, which is a file among others */
  bound: WorkbookState;
  clock: Clock;
  random: () => number;
  /** absent: everything is gone with the program */
  shelf?: Shelf | undefined;
}

/** What was kept. @throws ServiceError in the words of Google's servers when it cannot be had */
function taken<T>(read: () => T, otherwise: string): T {
  try {
    return read();
  } catch {
    throw new ServiceError(otherwise);
  }
}

/** What is said of a new file besides its contents. */
export type NewItem = Pick<DriveItem, 'name' | 'mimeType' | 'owner'> & Partial<DriveItem>;

/** The files of the people who use the workbook: the workbook itself, and what scripts have made. */
export class FileStore {
  readonly #parts: Parts;
  #items: Map<string, DriveItem> | undefined;
  readonly #workbooks = new Map<string, OtherWorkbook>();
  readonly #bytes = new Map<string, Buffer>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get #known(): Map<string, DriveItem> {
    if (this.#items) return this.#items;
    const { bound, clock, shelf } = this.#parts;
    const { id, title, owner } = bound;
    this.#items = new Map(shelf?.items().map((item) => [item.id, item]));
    const now = clock();
    const self = {
      id,
      name: title,
      mimeType: MIME_TYPES.GOOGLE_SHEETS!,
      parent: rootOf(owner),
      owner,
      created: now,
      updated: now,
    };
    if (!this.#items.has(id)) this.#items.set(id, self);
    return this.#items;
  }

  /** Every file and folder, those in the trash, too; the newest first, as Drive lists them. */
  all(): DriveItem[] {
    return [...this.#known.keys()].map((id) => this.item(id)!).reverse();
  }

  item(id: string): DriveItem | undefined {
    const item = this.#known.get(id);
    const { bound } = this.#parts;
    if (item && id === bound.id) Object.assign(item, { name: bound.title, owner: bound.owner });
    return item;
  }

  /** @param contents absent for what has none: folders, shortcuts, spreadsheets */
  make(about: NewItem, contents?: Buffer): DriveItem {
    const now = this.#parts.clock();
    const item: DriveItem = { id: this.newId(), parent: rootOf(about.owner), created: now, updated: now, ...about };
    this.#known.set(item.id, item);
    if (contents) this.write(item.id, contents);
    else this.#keepItems();
    return item;
  }

  /** @param touches whether it counts as an update of the file */
  change(id: string, patch: Partial<DriveItem>, touches = true): DriveItem {
    const item = this.item(id)!;
    Object.assign(item, patch, touches ? { updated: this.#parts.clock() } : {});
    this.#keepItems();
    return item;
  }

  read(id: string): Buffer {
    const { shelf } = this.#parts;
    const known = this.#bytes.get(id);
    if (known) return known;
    const kept =
      shelf && taken(() => shelf.bytes(this.item(id)!), "We're sorry, a server error occurred. Please wait a bit and try again.");
    this.#bytes.set(id, kept ?? Buffer.alloc(0));
    return this.#bytes.get(id)!;
  }

  write(id: string, contents: Buffer): void {
    this.#bytes.set(id, contents);
    this.#parts.shelf?.keepContent(this.change(id, {}), () => ({ bytes: this.#bytes.get(id)! }));
  }

  /** A new spreadsheet with the language and the zone of the one it is made from. */
  create(title: string, like: WorkbookState, owner: string): OtherWorkbook {
    const { locale, timeZone } = like;
    return this.add(newWorkbook({ id: this.newId(), title, locale, timeZone, owner }));
  }

  /** @param about what is said of it as a file, besides what the workbook says */
  add(state: WorkbookState, about: Partial<DriveItem> = {}): OtherWorkbook {
    const { id, title, owner } = state;
    this.make({ id, name: title, mimeType: MIME_TYPES.GOOGLE_SHEETS!, owner, ...about });
    const workbook = this.#open(state);
    this.#workbookChanged(state);
    return workbook;
  }

  /**
   * A copy as Drive makes it: contents and metadata go along, triggers and properties stay with the original, and whoever
   * copies owns it (platform.md §3).
   */
  copy(original: WorkbookState, title: string, owner: string, about: Partial<DriveItem> = {}): OtherWorkbook {
    const properties = { script: {}, document: {}, user: {} };
    const copy = { ...structuredClone(original), id: this.newId(), title, owner, properties, triggers: [], outbox: [] };
    return this.add(copy, about);
  }

  /** A spreadsheet other than the open one. */
  get(id: string): OtherWorkbook | undefined {
    const open = this.#workbooks.get(id);
    if (open || id === this.#parts.bound.id) return open;
    const item = this.item(id);
    const { shelf } = this.#parts;
    if (!item || !isSpreadsheet(item) || !shelf) return undefined;
    return this.#open(taken(() => shelf.workbook(item), `Service Spreadsheets failed while accessing document with id ${id}.`));
  }

  /** As Drive's: 44 characters that can stand in an address; never one that is taken, though randomness may repeat itself. */
  newId(): string {
    for (;;) {
      const bytes = Buffer.from(Array.from({ length: 33 }, () => Math.floor(this.#parts.random() * 256)));
      const id = bytes.toString('base64url');
      if (!this.#known.has(id)) return id;
    }
  }

  #open(state: WorkbookState): OtherWorkbook {
    const workbook = new OtherWorkbook(state, () => this.#workbookChanged(state));
    this.#workbooks.set(state.id, workbook);
    return workbook;
  }

  #workbookChanged(state: WorkbookState): void {
    const item = this.change(state.id, { name: state.title });
    this.#parts.shelf?.keepContent(item, () => ({ workbook: state }));
  }

  #keepItems(): void {
    this.#parts.shelf?.keepItems(() => [...this.#known.values()]);
  }
}
