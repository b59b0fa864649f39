import { type Backup, inside } from '../../domain/backup/backup.ts';
import { type Manifest, rowsOf } from '../../domain/backup/manifest.ts';
import { say } from '../../domain/messages/say.ts';
import type { Book } from '../book.ts';
import { freeName } from '../free-name.ts';
import { lookAtProperties, putProperties, removeProperty } from '../properties.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const keptMark = 'ledger.kept';
const making = 'keptMaking';
/** ms: for so long a copy that a killed run has left is known by its name; later it may well be one that somebody has made. */
const copyIsOurs = 3_600_000;

export const isHere = (id: string | undefined): id is string => id?.startsWith(inside) === true;
/** The id of a backup by that of its list of contents. */
export const hereId = (contents: number): string => `${inside}${contents}`;
export const contentsOf = (id: string): number => Number(id.slice(inside.length));

/** A hidden tab that holds a part of a backup. */
interface Kept {
  sheet: Sheet;
  /** id of the list of contents; its own for that list */
  of: number;
  /** which tab of the list; -1 for the list itself */
  place: number;
}

/** All hidden tabs that hold backups. One look-up. */
export function keptSheets(book: Book): Kept[] {
  const found = book.workbook.createDeveloperMetadataFinder().withKey(keptMark).find();
  const tabs = new Set(Object.values(book.settings?.tabs ?? {}));
  return found.flatMap((item): Kept[] => {
    const sheet = item.getLocation().getSheet();
    const [of = 0, place = 0] = (item.getValue() ?? '').split(' ').map(Number);
    return sheet && !tabs.has(sheet.getSheetId()) ? [{ sheet, of: of || sheet.getSheetId(), place }] : [];
  });
}

/** The tabs that are the shop's and the ledger's: those that hold backups are nobody's business. */
export function ownSheets(book: Book): Sheet[] {
  const kept = new Set(keptSheets(book).map(({ sheet }) => sheet.getSheetId()));
  return book.workbook.getSheets().filter((sheet) => !kept.has(sheet.getSheetId()));
}

/** Marks a tab as a part of a backup, so that it can be found and taken away, and hides it. */
export function keepSheet(sheet: Sheet, of: number, place: number): void {
  sheet.addDeveloperMetadata(keptMark, `${of} ${place}`, SpreadsheetApp.DeveloperMetadataVisibility.DOCUMENT);
  sheet.hideSheet();
}

/** Makes a hidden tab. Whoever looks at another goes on looking at it. */
export function insertKept(book: Book, of: number, place: number): Sheet {
  const { workbook } = book;
  noteMaking(book);
  const shown = workbook.getActiveSheet();
  const sheet = workbook.insertSheet(freeName(workbook, say('backup.kept', book.language)), workbook.getSheets().length);
  shown.activate();
  keepSheet(sheet, of, place);
  SpreadsheetApp.flush();
  removeProperty(making);
  return sheet;
}

/** Notes which tabs there are before one is made: one that a killed run has made and not marked is known by that. */
export const noteMaking = (book: Book, names: readonly string[] = []): void =>
  putProperties({
    [making]: JSON.stringify([names, book.workbook.getSheets().map((sheet) => sheet.getSheetId()), Date.now()]),
  });

export const noteMade = (): void => removeProperty(making);

/**
 * Takes away hidden backups, and what a run that was killed has left behind.
 *
 * @param stays those that are still needed
 */
export function removeKept(book: Book, stays: (contents: number) => boolean): void {
  for (const { sheet, of } of keptSheets(book)) if (!stays(of)) book.workbook.deleteSheet(sheet);
  const left = lookAtProperties()[making];
  if (left === undefined) return;
  const [names, known, at = 0] = JSON.parse(left) as [string[], number[], number?];
  const isLate = Date.now() - at > copyIsOurs;
  const marked = new Set(keptSheets(book).map(({ sheet }) => sheet.getSheetId()));
  const blank = say('backup.kept', book.language);
  for (const sheet of book.workbook.getSheets()) {
    const name = sheet.getName();
    const isCopy = !isLate && names.some((each) => name !== each && name.includes(each));
    const isOurs = isCopy || (name.startsWith(blank) && sheet.getLastRow() === 0);
    if (isOurs && !known.includes(sheet.getSheetId()) && !marked.has(sheet.getSheetId())) book.workbook.deleteSheet(sheet);
  }
  removeProperty(making);
}

/** The tabs of one of them. */
export function keptOf(book: Book, contents: number): { list: Sheet | undefined; sheets: Map<number, Sheet> } {
  const own = keptSheets(book).filter(({ of }) => of === contents);
  return {
    list: own.find(({ place }) => place === -1)?.sheet,
    sheets: new Map(own.filter(({ place }) => place >= 0).map(({ place, sheet }) => [place, sheet])),
  };
}

/** A backup as the workbook would remember it. */
export const asBackup = (book: Book, id: string, { at, tabs }: Manifest, kind: Backup['kind']): Backup => ({
  ...{ id, at, kind, state: 'complete', day: book.zone.moment(at).slice(0, 10) },
  rows: rowsOf(tabs),
});
