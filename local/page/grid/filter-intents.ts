/** Sorting and the basic filter. */
import type { IRange } from '@univerjs/presets';
import type { Filter, Rect } from '../../contract.ts';
import { type Conditions, criterionOf } from './filter-conditions.ts';
import type { Meaning, Means } from './intents.ts';
import { rectIn } from './selection.ts';
import { columnTexts } from './show-filter.ts';

interface OrderRule {
  colIndex: number;
  type: 'asc' | 'desc' | string;
}

interface Criteria {
  filters?: { filters?: string[]; blank?: boolean };
  customFilters?: Conditions;
}

function filterOf({ grid, sheet }: Means): Filter | undefined {
  return grid.tabs.get(sheet)?.filter;
}

/** The rows and columns around the selection that hold something: what a filter made from one cell covers. */
function surroundings({ grid, rects: [rect] }: Means): Rect {
  const worksheet = grid.canvas.activeSheet;
  if (rect && (rect.rows > 1 || rect.columns > 1)) return rect;
  const used = worksheet.getCellMatrix().getDataRange();
  return { row: 0, column: 0, rows: Math.max(2, used.endRow + 1), columns: Math.max(1, used.endColumn + 1) };
}

const toggle: Meaning = (_params, means) => [
  { kind: 'filter', sheet: means.sheet, filter: filterOf(means) ? null : { rect: surroundings(means), criteria: {} } },
];

export const filterIntents: Record<string, Meaning> = {
  'sheet.command.smart-toggle-filter': toggle,
  'sheet.command.set-filter-range': toggle,
  'sheet.command.remove-sheet-filter': (_params, { sheet }) => [{ kind: 'filter', sheet, filter: null }],
  'sheet.command.re-calc-filter': (_params, means) => {
    const filter = filterOf(means);
    return filter ? [{ kind: 'filter', sheet: means.sheet, filter }] : [];
  },
  'sheet.command.clear-filter-criteria': (_params, means) => {
    const filter = filterOf(means);
    return filter ? [{ kind: 'filter', sheet: means.sheet, filter: { ...filter, criteria: {} } }] : [];
  },
  'sheet.command.set-filter-criteria': (params, means) => {
    const filter = filterOf(means);
    const tab = means.grid.tabs.get(means.sheet);
    if (!filter || !tab) return [];
    const column = Number(params.col);
    const given = params.criteria as Criteria | null;
    const criteria = { ...filter.criteria };
    delete criteria[column];
    if (given?.customFilters) {
      const criterion = criterionOf(given.customFilters);
      if (!criterion) return undefined;
      criteria[column] = criterion;
    } else if (given && !given.filters) return undefined;
    if (given?.filters) {
      const shown = new Set(given.filters.filters ?? []);
      const all = columnTexts(means.grid.canvas, tab, column);
      criteria[column] = { hiddenValues: all.filter((text) => (text === '' ? !given.filters?.blank : !shown.has(text))) };
    }
    return [{ kind: 'filter', sheet: means.sheet, filter: { ...filter, criteria } }];
  },
  'sheet.command.sort-range': (params, { sheet, grid }) => {
    const rect = rectIn(grid.canvas.activeSheet, params.range as IRange);
    const rules = params.orderRules as OrderRule[];
    // headers stay where they are, whatever was selected
    const frozen = grid.canvas.activeSheet.getConfig().freeze.ySplit;
    const header = Math.max(params.hasTitle ? 1 : 0, frozen - rect.row);
    return [
      {
        kind: 'sort',
        sheet,
        rect: { ...rect, row: rect.row + header, rows: rect.rows - header },
        keys: rules.map(({ colIndex, type }) => ({ column: colIndex, ascending: type !== 'desc' })),
      },
    ];
  },
};
