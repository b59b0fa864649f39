import { renameTabs } from '../../domain/backup/formula-runs.ts';
import type { TabImage } from '../../domain/backup/manifest.ts';
import { moveReferences } from '../../domain/backup/move-references.ts';
import { seriesField } from '../../domain/dictionary/compose.ts';
import { highestCount } from '../../domain/series.ts';
import type { Book } from '../book.ts';
import { buildTab } from '../build-tab.ts';
import { bindColumn } from '../columns.ts';
import { freeName } from '../free-name.ts';
import { foundEarlier, noteFound } from '../intents.ts';
import { logTabKey } from '../log-tab.ts';
import { noteNumbers } from '../numbers.ts';
import type { Settings } from '../settings.ts';
import type { OpenBackup } from './backup-file.ts';
import { isHere } from './kept-here.ts';
import { pasteTab } from './paste-tab.ts';
import { adopt, stage } from './staging.ts';
import { writeFilter } from './tab-filter.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Tabs that tell what was done: they are never set back, only made anew where somebody deleted them. */
const tales = new Set([logTabKey, 'logArchive']);

/** The tab that an image is of, as it is now: by the ledger's name for it, by its id, or by its name. */
export function tabNow(book: Book, { key, id, name }: TabImage): Sheet | undefined {
  const sheets = book.workbook.getSheets();
  const known = key === undefined ? undefined : book.settings?.tabs[key];
  const own = new Set(Object.values(book.settings?.tabs ?? {}));
  return (
    sheets.find((sheet) => sheet.getSheetId() === (known ?? id)) ??
    (key === undefined ? sheets.find((sheet) => sheet.getName() === name && !own.has(sheet.getSheetId())) : undefined)
  );
}

/** The tabs that a restore is about; the change log only where it is gone. */
export const restorable = (book: Book, images: readonly TabImage[]): TabImage[] =>
  images.filter((image) => !tales.has(image.key ?? '') || !tabNow(book, image));

/** A tab that somebody may not edit: nothing could be written there. */
export function lockedTab(book: Book, images: readonly TabImage[]): string | undefined {
  const types = [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE];
  const isLocked = (sheet: Sheet): boolean =>
    types.some((type) => sheet.getProtections(type).some((each) => !each.isWarningOnly() && !each.canEdit()));
  for (const image of images) {
    const sheet = tabNow(book, image);
    if (sheet && isLocked(sheet)) return sheet.getName();
  }
  return undefined;
}

interface Restored {
  image: TabImage;
  sheet: Sheet;
  /** column of the backup → column now */
  columns: ReadonlyMap<number, number>;
  /** it was gone */
  isNew: boolean;
}

/** A tab that is done, as it is noted: its id in the backup and now, whether it was gone, and where its columns stand. */
type Noted = [image: number, sheet: number, isNew: boolean, columns: [number, number][]];

/** ms: what is done of a restore that was cut off is not done once more, unless people may have gone on with it meanwhile. */
const longestGap = 3_600_000;

/** Which tabs are done, for whoever goes on where a large restore was cut off. One property write for each. */
class Progress {
  private readonly done: Noted[];

  constructor(
    private readonly book: Book,
    private readonly of: string,
  ) {
    const { of: known, at, tabs } = (foundEarlier().restored ?? {}) as { of?: string; at?: number; tabs?: Noted[] };
    this.done = known === of && Date.now() - (at ?? 0) < longestGap ? [...tabs!] : [];
  }

  find(image: TabImage): Restored | undefined {
    const [, id, isNew, columns] = this.done.find(([each]) => each === image.id) ?? [];
    const sheet = this.book.workbook.getSheets().find((each) => each.getSheetId() === id);
    return sheet && { image, sheet, columns: new Map(columns), isNew: isNew! };
  }

  note(restored: Restored): Restored {
    const { image, sheet, columns, isNew } = restored;
    this.done.push([image.id, sheet.getSheetId(), isNew, [...columns]]);
    noteFound({ restored: { of: this.of, at: Date.now(), tabs: this.done } });
    return restored;
  }
}

/** Numbers that stand in a tab now are never given again, though they may be gone in a moment. */
function keepNumbers(book: Book, image: TabImage, given: string | undefined): void {
  const definition = book.dictionary.tabs.find(({ key }) => key === image.key);
  const field = definition && seriesField(definition);
  if (!definition || !field?.series) return;
  const tab = book.tab(definition.key);
  const rows = tab?.columns.has(field.key) ? tab.dataRows() : 0;
  const there =
    rows > 0
      ? tab!.sheet
          .getRange(2, tab!.column(field.key), rows, 1)
          .getValues()
          .map(([cell]) => String(cell))
      : [];
  const counts = (given ?? '')
    .split('+')
    .map(Number)
    .filter((count) => count > 0);
  noteNumbers(definition.key, Math.max(highestCount(field.series, there), ...counts, 0));
}

/** Puts a staged tab in the place of one that is gone. */
function placeAnew(book: Book, staged: Sheet, image: TabImage, position: number): Map<number, number> {
  staged.setName(freeName(book.workbook, image.name));
  for (const [column, field] of image.fields) bindColumn(staged, column, field);
  const shown = book.workbook.getActiveSheet();
  staged.showSheet();
  staged.activate();
  book.workbook.moveActiveSheet(Math.min(position + 1, book.workbook.getSheets().length));
  if (shown.getSheetId() !== staged.getSheetId() && !shown.isSheetHidden()) shown.activate();
  if (image.hidden) staged.hideSheet();
  staged.getFilter()?.remove();
  if (image.filter) writeFilter(staged, image.filter);
  if (image.key !== undefined) {
    const settings = book.settings!;
    book.saveSettings({ ...settings, tabs: { ...settings.tabs, [image.key]: staged.getSheetId() } });
  }
  adopt(staged);
  book.commit();
  return new Map(Array.from({ length: image.columns }, (_, i) => [i + 1, i + 1]));
}

/** Where the tabs of a backup stand now, for formulas that were written then. */
class Whereabouts {
  readonly names = new Map<string, string>();
  readonly sheets = new Map<number, Sheet>();
  private readonly columns = new Map<string, ReadonlyMap<number, number>>();

  constructor(book: Book, from: OpenBackup, restored: readonly Restored[]) {
    for (const image of from.manifest.tabs) {
      const now = tabNow(book, image);
      if (!now) continue;
      this.sheets.set(image.id, now);
      if (now.getName() !== image.name) this.names.set(image.name, now.getName());
    }
    for (const { image, columns } of restored) this.columns.set(image.name, columns);
  }

  /** A formula of then for the tabs and columns of now. */
  formula(text: string, { columns }: Restored, column: number): string {
    const at = { was: column, now: columns.get(column)! };
    const moved = moveReferences(text, at, (tab) => (tab === undefined ? columns : this.columns.get(tab)));
    return renameTabs(moved, this.names);
  }
}

/** Formulas as they were, and dropdowns that list what stands in another tab. */
function queueFormulas(where: Whereabouts, restored: Restored): void {
  const { image, sheet, columns, isNew } = restored;
  for (const [column, row, rows, text] of image.formulas)
    sheet.getRange(row, columns.get(column)!, rows, 1).setFormulaR1C1(where.formula(text, restored, column));
  const last = sheet.getMaxRows();
  for (const [column, tab, a1] of image.lists) {
    const list = where.sheets.get(tab);
    const to = columns.get(column);
    const isOurs = image.fields.some(([at]) => at === column);
    if (!list || to === undefined || last < 2 || (isOurs && !isNew)) continue;
    const rule = SpreadsheetApp.newDataValidation().setAllowInvalid(true).requireValueInRange(list.getRange(a1), true).build();
    sheet.getRange(2, to, last - 1, 1).setDataValidation(rule);
  }
}

export interface Restoring {
  from: OpenBackup;
  today: OpenBackup;
  images: readonly TabImage[];
  /** the settings come back as well */
  whole: boolean;
}

/**
 * Brings tabs back to what a backup holds. Each is written over in one commit and stays the same tab; one that is gone is
 * made anew. Done once more after it was cut off, it comes to the same end. Call it under the ledger's lock.
 */
export function restoreTabs(book: Book, { from, today, images, whole }: Restoring): void {
  if (whole) restoreSettings(book, from);
  const progress = new Progress(book, from.backup.id);
  const restored = images.map((image): Restored => {
    const earlier = progress.find(image);
    if (earlier) return earlier;
    keepNumbers(book, image, from.manifest.series[image.key ?? '']);
    const source = from.sheet(image)!;
    const target = tabNow(book, image);
    // What lies in this workbook already need not be brought in, unless it is to become the tab itself.
    const staged = target && isHere(from.backup.id) ? source : stage(book, source, image);
    const series = image.key === undefined ? undefined : seriesOf(book, image.key);
    if (!target) {
      const columns = placeAnew(book, staged, image, from.manifest.tabs.indexOf(image));
      return progress.note({ image, sheet: staged, columns, isNew: true });
    }
    const columns = pasteTab(book, target, { staged, image, today, series, whole });
    if (staged !== source) book.workbook.deleteSheet(staged);
    return progress.note({ image, sheet: target, columns, isNew: false });
  });
  if (whole) renameBack(book, restored);
  const where = new Whereabouts(book, from, restored);
  for (const each of restored) queueFormulas(where, each);
  book.commit();
  book.refresh();
  for (const { image, sheet, isNew } of restored) mend(book, image, sheet, isNew);
  book.commit();
}

const seriesOf = (book: Book, key: string): string | undefined => {
  const tab = book.dictionary.tabs.find((each) => each.key === key);
  return tab && seriesField(tab)?.key;
};

/** Fields, options and trade as they were; which tab is which stays as it is now, and keys are not given anew. */
function restoreSettings(book: Book, { manifest }: OpenBackup): void {
  const now = book.settings!;
  const then = JSON.parse(manifest.settings) as Settings;
  const ownFields = Math.max(now.ownFields ?? 0, then.ownFields ?? 0);
  book.saveSettings({ ...then, tabs: now.tabs, ...(ownFields > 0 ? { ownFields } : {}) });
}

/** With the whole workbook the tabs get their names back, where nobody else bears them. */
function renameBack(book: Book, restored: readonly Restored[]): void {
  for (const { image, sheet } of restored)
    if (sheet.getName() !== image.name && !book.workbook.getSheetByName(image.name)) sheet.setName(image.name);
}

/** Dropdowns, protection and colours of the ledger's own tabs, as its settings want them now. */
function mend(book: Book, image: TabImage, sheet: Sheet, isNew: boolean): void {
  const tab = book.dictionary.tabs.find(({ key }) => key === image.key);
  if (!tab || !book.tabOfSheet(sheet)) return;
  buildTab(book, sheet, tab, tab, isNew ? { isNew: true, inserted: false, again: true } : { isNew: false, inserted: false });
}
