import { findTemplate } from '../../templates/all.ts';
import { activeFields, seriesField } from '../domain/dictionary/compose.ts';
import { headerStyle, palette } from '../domain/dictionary/palette.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from './book.ts';
import { columnLetter } from './columns.ts';
import { tradePages } from './data-page.ts';
import { ensureNotices, placeNotices } from './home-notices.ts';
import type { LedgerTab } from './ledger-tab.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Name of a tab inside a formula. */
const quoted = (name: string): string => `'${name.replace(/'/g, "''")}'`;

/** Counts a tab's records: the whole column less its header, because a range from row 2 moves with inserted rows. */
function countFormula(tab: LedgerTab): string {
  const letter = columnLetter(tab.column(seriesField(tab.tab)!.key));
  return `=MAX(0,COUNTA(${quoted(tab.name)}!${letter}:${letter})-1)`;
}

/** What the ledger itself has to tell there comes back; all else is the shop's. */
export function mendHome(book: Book, sheet: Sheet): void {
  mendCounts(book, sheet);
  ensureNotices(book, sheet);
}

/** A count that points nowhere, because its tab was deleted and made again, is written anew. */
function mendCounts(book: Book, sheet: Sheet): void {
  const last = sheet.getLastRow();
  if (last === 0) return;
  const formulas = sheet.getRange(1, 2, last, 1).getFormulas();
  if (!formulas.some(([formula]) => formula!.includes('#REF!'))) return;
  const labels = sheet.getRange(1, 1, last, 1).getDisplayValues();
  formulas.forEach(([formula], i) => {
    const tab =
      formula!.includes('#REF!') && book.dictionary.tabs.find((t) => Object.values(t.label).indexOf(labels[i]![0]!) >= 0);
    const bound = tab && book.tab(tab.key);
    if (bound && seriesField(bound.tab) && bound.columns.has(seriesField(bound.tab)!.key))
      sheet.getRange(i + 1, 2).setFormula(countFormula(bound));
  });
}

/** What to do next: what everybody begins with, then what this trade does, then what may be wanted later. */
function stepsOf(book: Book, template = findTemplate(book.settings?.template)): string[] {
  const locale = book.language;
  const all = (['home.step1', 'home.step2', 'home.step3', 'home.step4', 'home.step5', 'home.step6', 'home.step7'] as const).map(
    (key) => say(key, locale),
  );
  return [...all.slice(0, 3), ...(tradePages()[template?.key ?? '']?.steps.map((text) => text[locale]) ?? []), ...all.slice(3)];
}

/** For which trade the ledger is kept, and where to choose another. */
const tradeLine = (book: Book, template = findTemplate(book.settings?.template)): string =>
  template ? say('home.trade', book.language, { template: template.label[book.language] }) : '';

/** Pixels that a step takes: in the first column some 110 letters, or half as many Chinese characters, fit on a line. */
const heightOf = (step: string): number => 14 + 14 * Math.ceil(step.replace(/[^\0-\xff]/g, '**').length / 110);

const numbered = (steps: readonly string[]): string[] => steps.map((text, i) => `${i + 1}. ${text}`);

/** Lines that tell of another trade tell of this one now; what the shop wrote itself stays. One read. */
export function retellHome(book: Book, from: string | undefined): void {
  const id = book.settings?.tabs.home;
  const sheet = book.workbook.getSheets().find((each) => each.getSheetId() === id);
  const last = sheet?.getLastRow() ?? 0;
  const former = findTemplate(from);
  if (!sheet || !former || last === 0) return;
  const linesOf = (template: typeof former | undefined): string[] => [
    tradeLine(book, template),
    ...numbered(stepsOf(book, template)),
  ];
  const [before, now] = [linesOf(former), linesOf(findTemplate(book.settings?.template))];
  const texts = sheet.getRange(1, 1, last, 1).getDisplayValues();
  texts.forEach(([text], i) => {
    const at = before.indexOf(text!);
    if (at < 0 || now[at] === undefined || now[at] === text) return;
    sheet.getRange(i + 1, 1).setValue(now[at]);
    if (at > 0) sheet.setRowHeight(i + 1, heightOf(now[at]));
  });
}

/**
 * Writes the start page: what this workbook is, how many records it holds, and what to do next. It is written when the
 * tab is made and belongs to the shop from then on.
 */
export function writeHome(book: Book, sheet: Sheet): void {
  const locale = book.language;
  const counted = book.dictionary.tabs
    .map((tab) => book.tab(tab.key))
    .filter((tab) => tab !== undefined)
    .filter((tab) => tab.tab.from === 'start' && seriesField(tab.tab) && activeFields(tab.tab).length > 0);
  const counts = counted.map((tab) => [tab.name, countFormula(tab)]);
  const steps = numbered(stepsOf(book)).map((text) => [text, '']);
  const rows = [
    [say('home.title', locale), ''],
    [say('home.lead', locale), ''],
    [tradeLine(book), ''],
    ['', ''],
    // the notices
    ['', ''],
    ['', ''],
    ['', ''],
    [say('home.nextTitle', locale), ''],
    ...steps,
    ['', ''],
    [say('home.counts', locale), ''],
    ...counts,
  ];
  sheet.getRange(1, 1, rows.length, 1).setNumberFormat('@');
  sheet.getRange(1, 1, rows.length, 2).setValues(rows).setVerticalAlignment('middle');
  sheet.setColumnWidth(1, 700).setColumnWidth(2, 100);
  sheet.getRange(1, 2, rows.length, 1).setHorizontalAlignment('left');
  sheet.getRange(1, 1, rows.length, 1).setWrap(true);
  sheet.getRange(1, 1).setFontSize(18).setFontWeight('bold').setFontColor(headerStyle.text);
  sheet.getRange(2, 1, 2, 1).setFontColor('#5f6b66');
  const heading = (row: number) =>
    sheet.getRange(row, 1, 1, 2).setFontWeight('bold').setBackground(headerStyle.fill).setFontColor(headerStyle.text);
  heading(8);
  heading(rows.length - counts.length);
  sheet.setRowHeight(1, 40);
  steps.forEach(([step], i) => {
    sheet.setRowHeight(9 + i, heightOf(step!));
  });
  sheet.setHiddenGridlines(true);
  sheet.setTabColor(palette.green.tab);
  placeNotices(book, sheet, 5);
}
