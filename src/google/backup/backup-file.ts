import type { Backup } from '../../domain/backup/backup.ts';
import { type Manifest, packManifest, readManifest, type TabImage } from '../../domain/backup/manifest.ts';
import { say } from '../../domain/messages/say.ts';
import type { Book } from '../book.ts';
import { openFile } from './keep-files.ts';
import { asBackup, contentsOf, isHere, keptOf } from './kept-here.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Tells which tab of a file is the list of contents, whatever somebody has named it. */
const mark = 'ledger.backup';
/** The texts of the manifest stand here, below each other; the first cell makes them count. */
const column = 2;
/** What is done of one that goes on later stands here. */
const restColumn = 3;

const contentsSheet = (file: Spreadsheet): Sheet | undefined =>
  file.createDeveloperMetadataFinder().withKey(mark).find()[0]?.getLocation().getSheet() ?? undefined;

/**
 * Makes a file ready for a new backup: what it held does not count any more from the first write on.
 *
 * @returns the tab that is to say what the file holds
 */
export function emptyFile(file: Spreadsheet): Sheet {
  const [first] = file.getSheets();
  const there = contentsSheet(file);
  const contents = there ?? first!;
  contents.showSheet();
  contents.clear();
  SpreadsheetApp.flush();
  if (!there) contents.addDeveloperMetadata(mark, '1', SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  for (const sheet of file.getSheets()) if (sheet.getSheetId() !== contents.getSheetId()) file.deleteSheet(sheet);
  return contents;
}

/** Says what a file holds: what people read beside it, and the manifest, whose first cell comes last. */
export function writeContents(book: Book, contents: Sheet, manifest: Manifest): void {
  const { language, zone } = book;
  const when = zone.moment(manifest.at);
  const lines = [
    say('backup.title', language, { title: manifest.title, when }),
    say('backup.explain', language),
    '',
    ...manifest.tabs.map(({ name, rows, at }) =>
      [
        say('backup.tabLine', language, { tab: name, rows: Math.max(0, rows - 1) }),
        at === undefined ? '' : say('backup.older', language, { tab: name, when: zone.moment(at).slice(0, 16) }),
      ]
        .filter(Boolean)
        .join(say('sentence.separator', language)),
    ),
  ];
  const [head, ...rest] = packManifest(manifest);
  const rows = Math.max(lines.length, rest.length + 1);
  if (contents.getMaxRows() < rows) contents.insertRowsAfter(contents.getMaxRows(), rows - contents.getMaxRows());
  contents.getRange(1, 1, rows, column).setNumberFormat('@');
  contents.setColumnWidth(1, 600).hideColumns(column);
  contents.getRange(1, 1, lines.length, 1).setValues(lines.map((line) => [line]));
  contents.getRange(2, column, rest.length, 1).setValues(rest.map((text) => [text]));
  if (contents.getMaxColumns() >= restColumn) contents.getRange(1, restColumn, contents.getMaxRows(), 1).clearContent();
  contents.getRange(1, column).setValue(head!);
  SpreadsheetApp.flush();
}

/** A backup that was opened, with everything in it that its manifest names. */
export interface OpenBackup {
  backup: Backup;
  file: Spreadsheet;
  manifest: Manifest;
  sheet(image: TabImage): Sheet | undefined;
}

/** The manifest that a list of contents holds. One read. */
function manifestIn(contents: Sheet | undefined, at = column): Manifest | undefined {
  const last = contents?.getLastRow() ?? 0;
  if (!contents || last === 0 || contents.getMaxColumns() < at) return undefined;
  const cells = contents.getRange(1, at, last, 1).getValues();
  return readManifest(cells.map(([text]) => String(text)));
}

/** Notes which tabs a file holds so far, for the run that goes on: beside the list of contents, which stays blank. */
export function writeRest(contents: Sheet, manifest: Manifest): void {
  const texts = packManifest(manifest);
  if (contents.getMaxRows() < texts.length) contents.insertRowsAfter(contents.getMaxRows(), texts.length - contents.getMaxRows());
  if (contents.getMaxColumns() < restColumn) contents.insertColumnsAfter(column, restColumn - column);
  const range = contents.getRange(1, restColumn, texts.length, 1);
  range.setNumberFormat('@').setValues(texts.map((text) => [text]));
  SpreadsheetApp.flush();
}

/** What an earlier run has noted so. */
export function readRest(file: Spreadsheet): { contents: Sheet; tabs: TabImage[] } | undefined {
  const contents = contentsSheet(file);
  const manifest = manifestIn(contents, restColumn);
  return contents && manifest && { contents, tabs: manifest.tabs };
}

/** Opens a backup; undefined where the file is gone, half made or of another workbook. Two look-ups and a read. */
export function openBackup(book: Book, backup: Backup): OpenBackup | undefined {
  if (isHere(backup.id)) return openHere(book, backup.id, backup);
  const file = openFile(backup.id);
  const manifest = manifestIn(file && contentsSheet(file));
  if (!file || manifest?.of !== book.workbook.getId()) return undefined;
  const sheets = new Map(file.getSheets().map((sheet) => [sheet.getSheetId(), sheet]));
  return { backup, file, manifest, sheet: ({ copy }) => sheets.get(copy) };
}

/** Opens one that lies in hidden tabs of the workbook itself; undefined where it is gone or half made. */
export function openHere(book: Book, id: string, known?: Backup): OpenBackup | undefined {
  const { list, sheets } = keptOf(book, contentsOf(id));
  const manifest = manifestIn(list);
  if (manifest?.of !== book.workbook.getId()) return undefined;
  const byId = new Map([...sheets.values()].map((sheet) => [sheet.getSheetId(), sheet]));
  const backup = known ?? asBackup(book, id, manifest, 'hand');
  return { backup, file: book.workbook, manifest, sheet: ({ copy }) => byId.get(copy) };
}
