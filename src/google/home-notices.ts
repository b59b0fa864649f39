import { jobNotices } from '../domain/automation/job-notices.ts';
import { sayWhen } from '../domain/automation/say-when.ts';
import { headerStyle } from '../domain/dictionary/palette.ts';
import {
  type Notice,
  type NoticeLine,
  type NoticeSource,
  type Notices,
  noticeLines,
  noticeSources,
} from '../domain/home/notices.ts';
import { fingerprint } from '../domain/intents/fingerprint.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { backupWarning } from './backup/backup-warning.ts';
import type { Book } from './book.ts';
import { automationIn, isSilent } from './job-store.ts';
import { putProperties, removeProperty, seenProperties } from './properties.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The cell is known by its protection, which follows it wherever rows and columns are moved, and warns whoever types there. */
const protection = 'customer-ledger notices';
const shownKey = 'home.notices';
const noticeKey = (source: NoticeSource): string => `notice.${source}`;

/**
 * Leaves a notice for the start page, or takes it away; {@link showNotices} puts it there. One property write, none where
 * nothing changes.
 */
export function putNotice(source: NoticeSource, notice: Notice | undefined): void {
  const key = noticeKey(source);
  const before = seenProperties()[key];
  if (notice) {
    const text = JSON.stringify(notice);
    if (text !== before) putProperties({ [key]: text });
  } else if (before !== undefined) removeProperty(key);
}

/** The notice that a source has left. */
export function keptNotice(source: NoticeSource): Notice | undefined {
  const text = seenProperties()[noticeKey(source)];
  return text === undefined ? undefined : (JSON.parse(text) as Notice);
}

/** Everything there is to tell now, by what is known of properties already. */
export function noticesNow(book: Book, language: Locale = book.language): Notices {
  const { states, timer } = automationIn(book, seenProperties());
  // On a page that stays there is no "today".
  const when = (at: number): string => sayWhen(book.zone.moment(at), '0001-01-01', language);
  const isLost = timer !== undefined && isSilent(timer, Date.now());
  const about = { states, when, ...(timer ? { timer: isLost ? { silentSince: when(timer.seen ?? timer.at) } : {} } : {}) };
  const kept = Object.fromEntries(
    noticeSources.flatMap((source) => {
      const notice = keptNotice(source);
      return notice ? [[source, [notice]]] : [];
    }),
  );
  const told = backupWarning(book);
  return { ...kept, backup: told ? [{ tone: 'wrong', told }] : [], ...jobNotices(about, language) };
}

const protections = (sheet: Sheet): GoogleAppsScript.Spreadsheet.Protection[] =>
  sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);

const cellOf = (sheet: Sheet): Range | undefined =>
  protections(sheet)
    .find((each) => each.getDescription() === protection)
    ?.getRange();

/** Remembers a cell; one that a run which was cut off has protected already is not protected a second time. */
function rememberCell(sheet: Sheet, cell: Range): void {
  const isIts = (each: GoogleAppsScript.Spreadsheet.Protection): boolean =>
    each.getDescription() === protection ||
    (each.getDescription() === '' && each.getRange().getA1Notation() === cell.getA1Notation());
  const there = protections(sheet).find(isIts) ?? cell.protect();
  there.setWarningOnly(true).setDescription(protection);
}

const textOf = (lines: readonly NoticeLine[]): string => lines.map(({ text }) => text).join('\n');

/** Links lead to a tab by its id, which survives renaming. Tabs that are hidden or gone have none. */
function richText(book: Book, lines: readonly NoticeLine[]): GoogleAppsScript.Spreadsheet.RichTextValue {
  const builder = SpreadsheetApp.newRichTextValue().setText(textOf(lines));
  const sheets = book.workbook.getSheets().filter((sheet) => !sheet.isSheetHidden());
  let at = 0;
  for (const { text, tab } of lines) {
    const id = tab === undefined ? undefined : book.settings?.tabs[tab];
    if (id !== undefined && sheets.some((sheet) => sheet.getSheetId() === id))
      builder.setLinkUrl(at, at + text.length, `#gid=${id}`);
    at += text.length + 1;
  }
  return builder.build();
}

/** Writes the heading and the cell of notices where they are to be, and remembers the cell. */
export function placeNotices(book: Book, sheet: Sheet, row: number): void {
  sheet.getRange(row, 1, 2, 1).setNumberFormat('@');
  const heading = sheet.getRange(row, 1, 1, 2);
  heading.setFontWeight('bold').setBackground(headerStyle.fill).setFontColor(headerStyle.text).setVerticalAlignment('middle');
  heading.setValues([[say('home.noticesTitle', book.language), '']]);
  const cell = sheet.getRange(row + 1, 1);
  cell.setWrap(true).setVerticalAlignment('middle').setHorizontalAlignment('left');
  rememberCell(sheet, cell);
  write(book, cell);
}

function write(book: Book, cell: Range): void {
  const lines = noticeLines(noticesNow(book), book.language);
  cell.setRichTextValue(richText(book, lines));
  SpreadsheetApp.flush();
  putProperties({ [shownKey]: printOf(lines) });
}

const printOf = (lines: readonly NoticeLine[]): string => fingerprint(lines);

/** A start page from before there were notices gets them below its first lines, or at its end; nothing of it is covered. */
function makeRoom(sheet: Sheet): number {
  const last = sheet.getLastRow();
  const isOurs = last > 3 && sheet.getRange(3, 1, 1, sheet.getMaxColumns()).isBlank();
  const above = isOurs ? 3 : last + 1;
  if (above >= sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), 4);
  else sheet.insertRowsAfter(above, 3);
  return above + 1;
}

/** Sees to it that the start page has its notices, also where somebody has taken them away. */
export function ensureNotices(book: Book, sheet: Sheet): void {
  const cell = cellOf(sheet);
  if (!cell) placeNotices(book, sheet, makeRoom(sheet));
  else if (printOf(noticeLines(noticesNow(book), book.language)) !== seenProperties()[shownKey]) write(book, cell);
}

/**
 * Brings the start page up to date. Nothing is asked of the workbook where its lines are what they were; whoever has
 * deleted them is left in peace until the ledger is mended.
 */
export function showNotices(book: Book): void {
  const shown = seenProperties()[shownKey];
  if (printOf(noticeLines(noticesNow(book), book.language)) === shown) return;
  const id = book.settings?.tabs.home;
  const sheet = book.workbook.getSheets().find((each) => each.getSheetId() === id);
  if (!sheet) return;
  const cell = cellOf(sheet);
  if (cell) write(book, cell);
  else if (shown === undefined) placeNotices(book, sheet, makeRoom(sheet));
}

/** Somebody has looked: the notice has done its work. Nothing is asked of the workbook where there is none. */
export function noticeSeen(book: Book, source: NoticeSource): void {
  if (!keptNotice(source)) return;
  putNotice(source, undefined);
  showNotices(book);
}
