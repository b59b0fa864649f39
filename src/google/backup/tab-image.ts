import { columnSums, type RawCell } from '../../domain/backup/checksum.ts';
import { formulaLookup, formulaRuns } from '../../domain/backup/formula-runs.ts';
import type { ListRule, TabImage } from '../../domain/backup/manifest.ts';
import type { Book } from '../book.ts';
import { readColumns } from '../columns.ts';
import type { Raw } from '../ledger-tab.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Dropdowns whose options stand in a range, by the rule of the first row below the header. */
function listRules(sheet: Sheet, columns: number): ListRule[] {
  if (sheet.getMaxRows() < 2 || columns === 0) return [];
  const rules = sheet.getRange(2, 1, 1, columns).getDataValidations()[0] ?? [];
  return rules.flatMap((rule, i): ListRule[] => {
    if (rule?.getCriteriaType() !== SpreadsheetApp.DataValidationCriteria.VALUE_IN_RANGE) return [];
    const range = rule.getCriteriaValues()[0] as GoogleAppsScript.Spreadsheet.Range;
    return [[i + 1, range.getSheet().getSheetId(), range.getA1Notation()]];
  });
}

/** The values of a tab as far as its contents reach. */
export const readAll = (sheet: Sheet, rows: number, columns: number): RawCell[][] =>
  rows > 0 && columns > 0 ? (sheet.getRange(1, 1, rows, columns).getValues() as Raw[][]) : [];

/** What a tab holds now. Five reads, whatever the rows. */
export function imageOf(book: Book, sheet: Sheet): Omit<TabImage, 'copy'> {
  const rows = sheet.getLastRow();
  const columns = sheet.getLastColumn();
  const range = rows > 0 && columns > 0 ? sheet.getRange(1, 1, rows, columns) : undefined;
  const formulas = formulaRuns(range?.getFormulasR1C1() ?? []);
  const values = (range?.getValues() ?? []) as RawCell[][];
  const id = sheet.getSheetId();
  const { tabs } = book.settings!;
  const key = Object.keys(tabs).find((each) => tabs[each] === id);
  return {
    id,
    name: sheet.getName(),
    ...(key === undefined ? {} : { key }),
    rows,
    columns,
    header: (values[0] ?? []).map((cell) => (cell instanceof Date ? '' : String(cell).trim())),
    fields: [...readColumns(sheet)].map(([field, column]) => [column, field]),
    sums: columnSums(values, columns, formulaLookup(formulas)),
    formulas,
    computed: [],
    lists: listRules(sheet, columns),
    ...(sheet.isSheetHidden() ? { hidden: true } : {}),
  };
}

/** In which columns (1-based) a copy holds something else than its image says. One read. */
export function differing(copy: Sheet, image: Omit<TabImage, 'copy'>): number[] {
  const { rows, columns, computed } = image;
  const all = Array.from({ length: columns }, (_, i) => i + 1);
  if (copy.getMaxRows() < rows || copy.getMaxColumns() < columns) return all;
  const sums = columnSums(readAll(copy, rows, columns), columns, formulaLookup(image.formulas));
  const others = all.filter((column) => sums[column - 1] !== image.sums[column - 1] && !computed.includes(column));
  const hasMore = copy.getLastRow() > rows || copy.getLastColumn() > columns;
  return hasMore && others.length === 0 && computed.length === 0 && image.formulas.length === 0 ? all : others;
}
