import { groupTint, palette } from '../domain/dictionary/palette.ts';
import type { Hue } from '../domain/dictionary/types.ts';
import {
  type Decision,
  decisionLabel,
  decisions,
  type ListedRow,
  leadingColumns,
  readListedRow,
} from '../domain/duplicate-groups/group-rows.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from './book.ts';
import { bindColumn, columnLetter, readColumns } from './columns.ts';
import {
  clearListing,
  ensureListing,
  ensureListingRows,
  type Listing,
  listingHeader,
  listingSheet,
  queueHead,
  queueHeadings,
} from './listing-tab.ts';
import { exactRuns } from './runs.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

const listing: Listing = { key: 'duplicates', title: 'groups.tab' };
const firstRow = listingHeader + 1;
/** So many rows are sent in one commit. */
const slice = 10_000;
/** A list of ranges in one call. */
const mostStretches = 200;
const columnOf = (column: (typeof leadingColumns)[number]): number => leadingColumns.indexOf(column) + 1;
const leadingWidths = { group: 70, decision: 120, key: 40, tier: 96, confidence: 64, reason: 290 } as const;

const decisionHues: Partial<Record<Decision, Hue>> = { notSame: 'green', merged: 'green', later: 'grey' };
const tierHues = { sure: 'teal', likely: 'amber', possible: 'grey' } as const;

export const duplicatesSheet = (book: Book): Sheet | undefined => listingSheet(book, listing);

/** The tab, made when first needed. Call it under the lock. */
export const ensureDuplicatesSheet = (book: Book): Sheet => ensureListing(book, listing);

/** A column after the leading ones. */
export interface ListedColumn {
  label: string;
  /** pixels */
  width: number;
  isNumber?: boolean;
}

export interface DuplicatesList {
  columns: readonly ListedColumn[];
  /** in the order of the leading columns and then of `columns` */
  rows: readonly (readonly (string | number)[])[];
  totals: string;
  lines: string;
  /** `yyyy-MM-dd HH:mm` */
  listedAt: string;
}

/** What stands in the tab now. */
export interface Listed {
  rows: ListedRow[];
  /** 1-based column of the decisions */
  decisionColumn: number;
  /** `yyyy-MM-dd HH:mm` of the last listing */
  listedAt: string | undefined;
}

/** The rows of the tab wherever people have moved them and their columns. One look-up and one read. */
export function readDuplicates(sheet: Sheet): Listed {
  const columns = readColumns(sheet);
  const decisionColumn = columns.get('decision') ?? columnOf('decision');
  const keyColumn = columns.get('key') ?? columnOf('key');
  const last = sheet.getLastRow();
  const first = Math.min(decisionColumn, keyColumn);
  const width = Math.abs(decisionColumn - keyColumn) + 1;
  if (last === 0 || first + width - 1 > sheet.getMaxColumns()) return { rows: [], decisionColumn, listedAt: undefined };
  const cells = sheet.getRange(1, first, last, width).getValues() as unknown[][];
  const keyAt = keyColumn - first;
  const rows = cells.flatMap((row, i) => readListedRow(i + 1, row[decisionColumn - first], row[keyAt]) ?? []);
  const listedAt = cells.map((row) => String(row[keyAt])).find((text) => /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(text));
  return { rows, decisionColumn, listedAt };
}

function chipRule(sheet: Sheet, column: number, end: number, text: string, hue: Hue): Rule {
  return SpreadsheetApp.newConditionalFormatRule()
    .whenTextEqualTo(text)
    .setBackground(palette[hue].fill)
    .setRanges([sheet.getRange(firstRow, column, end - firstRow + 1, 1)])
    .build();
}

/** Chips, and a tint for every other group that goes with its rows wherever they are sorted to. */
function rules(book: Book, sheet: Sheet, end: number, width: number): Rule[] {
  const { language } = book;
  const groups = SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(`=ISEVEN($A${firstRow})`)
    .setBackground(groupTint)
    .setRanges([sheet.getRange(firstRow, 1, end - firstRow + 1, width)])
    .build();
  return [
    ...(Object.keys(tierHues) as (keyof typeof tierHues)[]).map((tier) =>
      chipRule(sheet, columnOf('tier'), end, say(`groups.tier.${tier}`, language), tierHues[tier]),
    ),
    ...decisions.flatMap((decision) => {
      const hue = decisionHues[decision];
      return hue ? [chipRule(sheet, columnOf('decision'), end, decisionLabel(decision, language), hue)] : [];
    }),
    groups,
  ];
}

const boundColumns = (sheet: Sheet) => sheet.createDeveloperMetadataFinder().find();

/** Which columns the ledger finds again, whatever people do to their headers. */
function bind(sheet: Sheet, known: readonly GoogleAppsScript.Spreadsheet.DeveloperMetadata[]): void {
  for (const item of known) item.remove();
  for (const column of ['decision', 'key'] as const) bindColumn(sheet, columnOf(column), column);
}

/**
 * Writes the tab anew: its former rows are gone. Call it under the lock, after people's decisions were read. Calls do not
 * grow with the rows; a commit for every 10,000.
 */
export function writeDuplicates(book: Book, sheet: Sheet, { columns, rows, totals, lines, listedAt }: DuplicatesList): void {
  const { language } = book;
  const widths = [...leadingColumns.map((column) => leadingWidths[column]), ...columns.map(({ width }) => width)];
  const known = boundColumns(sheet);
  const grid = clearListing(book, sheet, listing, widths, columnOf('key'));
  bind(sheet, known);
  const letter = (column: number): string => columnLetter(column);
  const below = (column: number, to = column): GoogleAppsScript.Spreadsheet.Range =>
    sheet.getRange(`${letter(column)}${firstRow}:${letter(to)}`);
  below(columnOf('decision'), widths.length).setNumberFormat('@');
  below(columnOf('group')).setNumberFormat('0').setHorizontalAlignment('center');
  below(columnOf('confidence')).setNumberFormat('0"%"').setHorizontalAlignment('center');
  columns.forEach(({ isNumber }, i) => {
    if (isNumber)
      below(leadingColumns.length + i + 1)
        .setNumberFormat('0')
        .setHorizontalAlignment('right');
  });
  below(columnOf('reason')).setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
  queueHead(sheet, totals, lines);
  // The hidden column's heading says when: above it the title and the totals need the room.
  sheet.getRange(listingHeader, columnOf('key')).setNumberFormat('@');
  const headings = leadingColumns.map((column) => (column === 'key' ? listedAt : say(`groups.column.${column}`, language)));
  queueHeadings(sheet, listingHeader, [...headings, ...columns.map(({ label }) => label)]);
  sheet.getRange(listingHeader, columnOf('decision')).setNote(say('groups.note.decision', language));
  sheet.getRange(listingHeader, columnOf('tier')).setNote(say('groups.note.tier', language));
  if (rows.length > 0) writeRows(book, sheet, rows, { width: widths.length, grid });
  SpreadsheetApp.flush();
}

function writeRows(
  book: Book,
  sheet: Sheet,
  rows: DuplicatesList['rows'],
  { width, grid }: { width: number; grid: number },
): void {
  const end = firstRow + rows.length - 1;
  ensureListingRows(sheet, end, grid);
  const choices = decisions.map((each) => decisionLabel(each, book.language));
  const rule = SpreadsheetApp.newDataValidation().requireValueInList(choices, true).setAllowInvalid(true).build();
  sheet.getRange(firstRow, columnOf('decision'), rows.length, 1).setDataValidation(rule);
  sheet.setConditionalFormatRules(rules(book, sheet, end, width));
  for (let at = 0; at < rows.length; at += slice) {
    const some = rows.slice(at, at + slice);
    sheet.getRange(firstRow + at, 1, some.length, width).setValues(some as (string | number)[][]);
    if (rows.length > slice) SpreadsheetApp.flush();
  }
  sheet.getRange(listingHeader, 1, rows.length + 1, width).createFilter();
}

/**
 * Writes what was decided beside rows of the tab. Somebody may have sorted it between the look and the commit: what then
 * stands beside another row goes back to what was there. One commit and one read.
 *
 * @param listed as it was read a moment ago
 */
export function writeDecisions(
  book: Book,
  sheet: Sheet,
  listed: Listed,
  wanted: readonly { row: number; decision: Decision }[],
): void {
  if (wanted.length === 0) return;
  const put = (items: readonly { row: number; decision: Decision }[]): void => {
    for (const decision of decisions) {
      const own = items.filter((item) => item.decision === decision).sort((a, b) => a.row - b.row);
      const letter = columnLetter(listed.decisionColumn);
      const ranges = exactRuns(own.map(({ row }) => ({ row, value: decision }))).map(
        ({ first, values }) => `${letter}${first}:${letter}${first + values.length - 1}`,
      );
      for (let at = 0; at < ranges.length; at += mostStretches)
        sheet.getRangeList(ranges.slice(at, at + mostStretches)).setValue(decisionLabel(decision, book.language));
    }
    SpreadsheetApp.flush();
  };
  put(wanted);
  const identity = ({ group, number }: ListedRow): string => `${group} ${number}`;
  const meant = new Map(listed.rows.map((row) => [row.row, identity(row)]));
  const before = new Map(listed.rows.map((row) => [identity(row), row.decision ?? 'open']));
  const rows = new Set(wanted.map(({ row }) => row));
  const now = readDuplicates(sheet);
  if (now.decisionColumn !== listed.decisionColumn) return;
  const astray = now.rows.filter((row) => rows.has(row.row) && meant.get(row.row) !== identity(row));
  if (astray.length > 0) put(astray.map((row) => ({ row: row.row, decision: before.get(identity(row)) ?? 'open' })));
}
