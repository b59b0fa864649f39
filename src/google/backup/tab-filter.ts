import type { TabFilter } from '../../domain/backup/manifest.ts';
import { valueFromFile, valueToFile } from './looks.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The filter of a tab, if it has one. A call for each of its columns. */
export function readFilter(sheet: Sheet): TabFilter | undefined {
  const filter = sheet.getFilter();
  const range = filter?.getRange();
  if (!filter || !range) return undefined;
  const first = range.getColumn();
  const columns = Array.from({ length: range.getNumColumns() }, (_, i) => first + i).flatMap((column): TabFilter[1] => {
    const criteria = filter.getColumnFilterCriteria(column);
    const values = criteria?.getCriteriaValues().map(valueToFile) ?? [undefined];
    // a condition that cannot be held (a relative day, a colour) is left out
    if (!criteria || values.includes(undefined)) return [];
    return [[column, criteria.getHiddenValues(), String(criteria.getCriteriaType() ?? ''), values as TabFilter[1][number][3]]];
  });
  return [range.getA1Notation(), columns];
}

/** Filters a tab as it was. */
export function writeFilter(sheet: Sheet, [range, columns]: TabFilter): void {
  const filter = sheet.getRange(range).createFilter();
  for (const [column, hidden, type, values] of columns) {
    const criteria = SpreadsheetApp.newFilterCriteria();
    if (hidden.length > 0) criteria.setHiddenValues(hidden);
    if (type) criteria.withCriteria(SpreadsheetApp.BooleanCriteria[type as 'CELL_EMPTY'], values.map(valueFromFile));
    filter.setColumnFilterCriteria(column, criteria.build());
  }
}
