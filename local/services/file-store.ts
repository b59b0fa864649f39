import { randomBytes } from 'node:crypto';
import type { Op, WorkbookState } from '../contract.ts';
import { newWorkbook } from '../model/new-workbook.ts';
import { Workbook } from '../model/workbook.ts';
import type { Place } from './surroundings.ts';

/** A workbook besides the one that is open: it has no page, no triggers and no undo of its own. */
export class OtherWorkbook implements Place {
  readonly book: Workbook;
  readonly webAddress: string;
  readonly #changed: () => void;
  gridRevision = 0;

  constructor(state: WorkbookState, changed: () => void = () => undefined) {
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

/** The spreadsheets a user's Drive holds besides the open workbook. */
export class FileStore {
  readonly #workbooks = new Map<string, OtherWorkbook>();

  /** A new spreadsheet with the language and the zone of the one it is made from. */
  create(title: string, like: WorkbookState, owner: string): OtherWorkbook {
    const { locale, timeZone } = like;
    return this.add(newWorkbook({ id: newFileId(), title, locale, timeZone, owner }));
  }

  add(state: WorkbookState): OtherWorkbook {
    const workbook = new OtherWorkbook(state);
    this.#workbooks.set(state.id, workbook);
    return workbook;
  }

  /**
   * A copy as Drive makes it: contents and metadata go along, triggers and properties stay with the original, and whoever
   * copies owns it (platform.md §3).
   */
  copy(original: WorkbookState, title: string, owner: string): OtherWorkbook {
    const properties = { script: {}, document: {}, user: {} };
    const { editors, viewers, ...contents } = structuredClone(original);
    return this.add({ ...contents, id: newFileId(), title, owner, properties, triggers: [], outbox: [] });
  }

  get(id: string): OtherWorkbook | undefined {
    return this.#workbooks.get(id);
  }
}

/** As Drive's: 44 characters that can stand in an address. */
export function newFileId(): string {
  return randomBytes(33).toString('base64url');
}
