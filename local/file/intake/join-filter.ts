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
  const wasFiltered = new Set(old?.filteredRows);
  const inside = (row: number) => row > rect.row && row < rect.row + rect.rows && !own.has(row);
  const still = { filter: { rect, criteria: {} }, filteredRows: hidden.filter((row) => wasFiltered.has(row)), rowCount };
  const isSame = (column: RawFilterColumn) => {
    const before = known[rect.column + column.offset];
    const written = before && columnForFile(before, rect.column + column.offset, still, shown);
    return written !== undefined && JSON.stringify(plain(written)) === JSON.stringify(plain(column));
  };
  // a row whose values the filter lists was hidden by hand; of other rules only those tell that are new
  const hides = columns.map((column) => {
    const listed = column.shown && new Set([...column.shown, ...(column.blanks ? [''] : [])]);
    const changed = !listed && !isSame(column);
    return (row: number) => (listed ? !listed.has(shown(row, rect.column + column.offset)) : changed);
  });
  const filteredRows = hidden.filter((row) => wasFiltered.has(row) || (inside(row) && hides.some((hide) => hide(row))));
  // a program that knows no criteria keeps the rows as they were
  const hasForgotten = columns.length === 0 && Object.keys(known).length > 0 && hidden.some((row) => wasFiltered.has(row));
  const criteria = hasForgotten ? known : {};
  const view = { filter: { rect, criteria: {} }, filteredRows, rowCount };
  for (const column of columns) {
    const place = rect.column + column.offset;
    const before = known[place];
    criteria[place] = before && isSame(column) ? before : (criteriaOf(column) ?? valuesOf(column, place, before, view, shown));
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

/** What was hidden and is not listed now, and the values that only hidden rows have. */
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
  const old = before?.hiddenValues ?? [];
  const kept = old.filter((text) => !visible.has(text));
  const hidden = new Set<string>();
  for (let row = rect.row + 1; row < Math.min(rect.row + rect.rows, view.rowCount); row++) {
    const text = shown(row, column);
    if (gone.has(row)) hidden.add(text);
    else visible.add(text);
  }
  const added = [...hidden].filter((text) => !visible.has(text) && !kept.includes(text));
  const isSame = before && kept.length === old.length && added.length === 0 && (listed || old.length > 0);
  return isSame ? before : { hiddenValues: [...kept, ...added] };
}
