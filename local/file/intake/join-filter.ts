/** A filter as the file has it, in the words of the workbook: what another program filtered is taken in as that person's. */
import type { Filter, SheetState } from '../../contract.ts';
import { columnForFile, criteriaOf, type FilterCriteria, type Shown } from '../excel/filter-rules.ts';
import type { RawFilterColumn, RawSheet } from '../excel/raw-workbook.ts';

export interface JoinedFilter {
  filter?: Filter;
  filteredRows: number[];
  hiddenRows: number[];
}

/** @param remembered the criteria and the sorting before, by the columns where they are now */
export function joinFilter(
  raw: RawSheet,
  old: Pick<SheetState, 'hiddenRows' | 'filteredRows'> | undefined,
  remembered: Omit<Filter, 'rect'>,
  rowCount: number,
  shown: Shown,
): JoinedFilter {
  const hidden = raw.hiddenRows.filter((row) => row < rowCount);
  const { filter } = raw;
  if (!filter) {
    // without a filter, what it hid is hidden no more unless the program left it so
    const filtered = new Set(old?.filteredRows);
    return { filteredRows: [], hiddenRows: hidden.filter((row) => !filtered.has(row)) };
  }
  const { rect, columns } = filter;
  const { criteria: known, ...sorting } = remembered;
  const own = new Set(old?.hiddenRows);
  const inside = (row: number) => row > rect.row && row < rect.row + rect.rows && !own.has(row);
  const wasFiltered = new Set(old?.filteredRows);
  const hasForgotten = columns.length === 0 && Object.keys(known).length > 0 && hidden.some((row) => wasFiltered.has(row));
  const isFiltered = columns.length > 0 ? inside : (row: number) => wasFiltered.has(row);
  const filteredRows = hidden.filter(isFiltered);
  // a program that knows no criteria keeps the rows as they were
  const criteria = hasForgotten ? known : {};
  const view = { filter: { rect, criteria: {} }, filteredRows, rowCount };
  for (const column of columns) {
    const place = rect.column + column.offset;
    const before = known[place];
    const isSame = before && JSON.stringify(plain(columnForFile(before, place, view, shown))) === JSON.stringify(plain(column));
    criteria[place] = isSame ? before : (criteriaOf(column) ?? valuesOf(column, place, before, view, shown));
  }
  return {
    filter: { rect, criteria, ...sorting },
    filteredRows,
    hiddenRows: hidden.filter((row) => !filteredRows.includes(row)),
  };
}

/** Every program lists values in an order of its own. */
function plain({ offset, shown = [], blanks = false, custom = [], isAnd = false }: RawFilterColumn) {
  return { offset, shown: [...shown].sort(), blanks, custom, isAnd };
}

/** The values that only hidden rows have. */
function valuesOf(
  { shown: listed, blanks }: RawFilterColumn,
  column: number,
  before: FilterCriteria | undefined,
  view: Pick<SheetState, 'filter' | 'filteredRows' | 'rowCount'>,
  shown: Shown,
): FilterCriteria {
  const { rect } = view.filter!;
  const gone = new Set(view.filteredRows);
  const visible = new Set(listed);
  if (blanks) visible.add('');
  const values = new Set(before?.hiddenValues);
  for (let row = rect.row + 1; row < Math.min(rect.row + rect.rows, view.rowCount); row++) {
    const text = shown(row, column);
    if (gone.has(row)) values.add(text);
    else visible.add(text);
  }
  return { hiddenValues: [...values].filter((text) => !visible.has(text)) };
}
