import type { Filter } from '../contract.ts';
import { rowsHiddenBy } from '../model/intent-data.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import { FilterCriteriaObject } from './filter-criteria.ts';
import { sheetState } from './grid.ts';
import { RangeObject, type SheetObject } from './objects.ts';
import { sortRange } from './range-arrange.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceError, ServiceObject } from './service-object.ts';

/** The basic filter of a tab; there is one at most. */
class FilterObject extends ServiceObject {
  readonly type = 'Filter';
  readonly sheet: number;

  constructor(sheet: number) {
    super();
    this.sheet = sheet;
  }
}

function get(context: ExecutionContext, { sheet }: FilterObject): Filter {
  context.look();
  const { filter } = sheetState(context, sheet);
  if (!filter) throw new ServiceError('The filter no longer exists.');
  return filter;
}

function put(context: ExecutionContext, sheet: number, change: () => Filter | null): void {
  context.write({
    resolve: () => {
      const filter = change();
      const filteredRows = filter ? rowsHiddenBy(context.book, sheetState(context, sheet), filter, context.now()) : [];
      return [{ op: 'sheet', sheet, patch: { filter, filteredRows } }];
    },
  });
}

function create(context: ExecutionContext, { sheet, rect }: RangeObject): FilterObject {
  context.look();
  if (sheetState(context, sheet).filter)
    throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
  put(context, sheet, () => ({ rect, criteria: {} }));
  return new FilterObject(sheet);
}

function existing(context: ExecutionContext, sheet: number): FilterObject | null {
  context.look();
  return sheetState(context, sheet).filter ? new FilterObject(sheet) : null;
}

export const rangeFilter: Methods<RangeObject> = {
  createFilter: ['', create],
  getFilter: ['', (context, { sheet }) => existing(context, sheet)],
};

export const sheetFilter: Methods<SheetObject> = {
  getFilter: ['', (context, { id }) => existing(context, id)],
};

function columnOf(filter: Filter, position: number): number {
  const column = position - 1;
  if (column < filter.rect.column || column >= filter.rect.column + filter.rect.columns) {
    throw new ServiceError('The column is not in the filtered range.');
  }
  return column;
}

function setCriteria(
  context: ExecutionContext,
  self: FilterObject,
  position: number,
  chosen: FilterCriteriaObject | null,
): FilterObject {
  const column = columnOf(get(context, self), position);
  if (chosen?.criteria.visibleValues) {
    throw new ServiceError('A filter of a grid sheet hides values; visible values are for pivot tables and data sources.');
  }
  put(context, self.sheet, () => {
    const filter = sheetState(context, self.sheet).filter!;
    const { [column]: _, ...others } = filter.criteria;
    return { ...filter, criteria: chosen ? { ...others, [column]: chosen.criteria } : others };
  });
  return self;
}

function sort(context: ExecutionContext, self: FilterObject, position: number, ascending: boolean): FilterObject {
  const { rect } = get(context, self);
  const body = new RangeObject(self.sheet, { ...rect, row: rect.row + 1, rows: rect.rows - 1 });
  if (body.rect.rows > 0) sortRange(context, body, [{ column: position, ascending }]);
  put(context, self.sheet, () => ({
    ...sheetState(context, self.sheet).filter!,
    sort: { column: position - 1, ascending },
  }));
  return self;
}

/** How a filter sorts by one of its columns, and whether it does. */
class SortSpecObject extends ServiceObject {
  readonly type = 'SortSpec';
  readonly column: number;
  readonly ascending: boolean | undefined;

  constructor(column: number, ascending: boolean | undefined) {
    super();
    this.column = column;
    this.ascending = ascending;
  }
}

function sortSpec(context: ExecutionContext, self: FilterObject, position: number): SortSpecObject {
  const filter = get(context, self);
  const column = columnOf(filter, position);
  return new SortSpecObject(column, filter.sort?.column === column ? filter.sort.ascending : undefined);
}

function sortOrder({ ascending }: SortSpecObject): EnumValue {
  if (ascending === undefined) {
    throw new ServiceError(
      'Unexpected error while getting the method or property getSortOrder on object SpreadsheetApp.SortSpec.',
    );
  }
  return enumValue('SortOrder', ascending ? 'ASCENDING' : 'DESCENDING');
}

export const sortSpecMethods: Methods<SortSpecObject> = {
  getDimensionIndex: ['', (_, { column }) => column + 1],
  getSortOrder: ['', (_, self) => sortOrder(self)],
  isAscending: ['', (_, { ascending }) => ascending === true],
  getBackgroundColor: ['', () => null],
  getForegroundColor: ['', () => null],
};

export const filterMethods: Methods<FilterObject> = {
  getRange: ['', (context, self) => new RangeObject(self.sheet, get(context, self).rect)],
  getColumnFilterCriteria: [
    'int',
    (context, self, position: number) => {
      const filter = get(context, self);
      const found = filter.criteria[columnOf(filter, position)];
      return found ? new FilterCriteriaObject(found) : null;
    },
  ],
  setColumnFilterCriteria: ['int, FilterCriteria?', setCriteria],
  removeColumnFilterCriteria: ['int', (context, self, position: number) => setCriteria(context, self, position, null)],
  sort: ['int, boolean', sort],
  getColumnSortSpec: ['int', sortSpec],
  remove: ['', (context, self) => put(context, self.sheet, () => null)],
};
