import type { Manifest, TabImage } from '../../domain/backup/manifest.ts';
import { say } from '../../domain/messages/say.ts';
import type { Book } from '../book.ts';
import { freeName } from '../free-name.ts';
import { putProperties, removeProperty, seenProperties } from '../properties.ts';
import { emptyFile, readRest, writeContents, writeRest } from './backup-file.ts';
import { copyTab, isGrid } from './copy-tab.ts';
import { counters } from './counters.ts';
import { ownSheets } from './kept-here.ts';
import { imageOf } from './tab-image.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** ms: a run may last 6 min (platform §1), and what it came to must still be noted. */
const longestSlice = 300_000;

const key = 'backupRest';

/** The time of a run was up: so many tabs are in the file, and the next run goes on. Nothing counts before the end. */
export class BackupPaused extends Error {
  constructor(
    readonly done: number,
    readonly of: number,
  ) {
    super(`The backup goes on later: ${done} of ${of} tabs.`);
  }
}

/** The file that a backup which did not fit into one run has begun to fill. */
export const restOf = (): string | undefined => seenProperties()[key];

const isSame = (a: Omit<TabImage, 'copy'>, b: TabImage): boolean =>
  [a.name, a.rows, a.columns, a.sums, a.formulas].join() === [b.name, b.rows, b.columns, b.sums, b.formulas].join();

/** Fills a file, from the beginning or from where an earlier run stopped. */
class Filling {
  private readonly began = Date.now();
  private readonly images = new Map<number, TabImage>();
  /** copied by an earlier run: somebody may have changed them since */
  private readonly earlier = new Set<number>();

  constructor(
    private readonly book: Book,
    private readonly file: Spreadsheet,
    private readonly at: number,
  ) {}

  private get isLate(): boolean {
    return Date.now() - this.began > longestSlice;
  }

  /** The tabs that earlier runs have copied; all else in the file goes. */
  private takeOver(tabs: readonly Sheet[]): Sheet {
    const rest = restOf() === this.file.getId() ? readRest(this.file) : undefined;
    if (!rest) {
      removeProperty(key);
      return emptyFile(this.file);
    }
    const copies = new Set(this.file.getSheets().map((sheet) => sheet.getSheetId()));
    const wanted = new Set(tabs.map((sheet) => sheet.getSheetId()));
    for (const image of rest.tabs) {
      if (!wanted.has(image.id) || !copies.has(image.copy)) continue;
      this.images.set(image.id, image);
      this.earlier.add(image.id);
    }
    const kept = new Set([...this.images.values()].map(({ copy }) => copy));
    for (const sheet of this.file.getSheets()) {
      const id = sheet.getSheetId();
      if (id !== rest.contents.getSheetId() && !kept.has(id)) this.file.deleteSheet(sheet);
    }
    return rest.contents;
  }

  private manifest(tabs: TabImage[]): Manifest {
    const { workbook, settings } = this.book;
    return {
      ...{ version: 1, of: workbook.getId(), title: workbook.getName(), at: this.at },
      ...{ settings: JSON.stringify(settings), series: counters(), tabs },
    };
  }

  private pause(contents: Sheet, of: number): never {
    writeRest(contents, this.manifest([...this.images.values()]));
    putProperties({ [key]: this.file.getId() });
    throw new BackupPaused(this.images.size, of);
  }

  /** A tab that an earlier run has copied: copied anew where it was changed since, as far as there is time. */
  private lookAgain(sheet: Sheet): void {
    const { book, file, at } = this;
    const before = this.images.get(sheet.getSheetId())!;
    if (this.isLate) return;
    if (isSame(imageOf(book, sheet), before)) {
      this.images.set(before.id, { ...before, at });
      return;
    }
    const copy = file.getSheets().find((each) => each.getSheetId() === before.copy);
    if (copy) file.deleteSheet(copy);
    this.images.set(before.id, { ...copyTab(book, sheet, file).image, at });
  }

  fill(): Manifest {
    const { book, file, at } = this;
    const { workbook } = book;
    const title = workbook.getName();
    file.rename(say('backup.fileName', book.language, { title, when: book.zone.moment(at).slice(0, 16) }));
    file.setSpreadsheetLocale(workbook.getSpreadsheetLocale());
    file.setSpreadsheetTimeZone(workbook.getSpreadsheetTimeZone());
    const sheets = ownSheets(book).filter(isGrid);
    const contents = this.takeOver(sheets);
    contents.setName(freeName(file, say('backup.sheet', book.language)));
    for (const sheet of sheets) {
      if (this.images.has(sheet.getSheetId())) continue;
      if (this.isLate) this.pause(contents, sheets.length);
      this.images.set(sheet.getSheetId(), { ...copyTab(book, sheet, file).image, at });
    }
    for (const sheet of sheets) if (this.earlier.has(sheet.getSheetId())) this.lookAgain(sheet);
    // Only what may have changed since it was copied says when that was.
    const tabs = sheets.map((sheet): TabImage => {
      const { at: copied, ...image } = this.images.get(sheet.getSheetId())!;
      return copied === at ? image : { ...image, at: copied! };
    });
    const manifest = this.manifest(tabs);
    writeContents(book, contents, manifest);
    removeProperty(key);
    return manifest;
  }
}

/**
 * Fills a file with all tabs, or goes on where an earlier run stopped: what was changed in between is copied anew. The
 * list of contents comes last; tabs for which there was no time any more bear the moment at which they were copied.
 *
 * @throws BackupPaused when the time is up
 */
export const fillFile = (book: Book, file: Spreadsheet, at: number): Manifest => new Filling(book, file, at).fill();
