/** Shows the basic filter's marks; which rows it hides is told by the server. */

import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import {
  RemoveSheetsFilterMutation,
  SetSheetsFilterCriteriaMutation,
  SetSheetsFilterRangeMutation,
  SheetsFilterService,
} from '@univerjs/preset-sheets-filter';
import type { TabMeta } from '../../server/protocol.ts';
import type { Engine } from './engine.ts';
import { conditionsOf } from './filter-conditions.ts';
import { type SheetCanvas, UNIT } from './sheet-canvas.ts';
import { range } from './tab-data.ts';

export function showFilter(engine: Engine, canvas: SheetCanvas, tab: TabMeta): void {
  const target = { unitId: UNIT, subUnitId: String(tab.id) };
  const run = (id: string, params: object) => engine.commands.syncExecuteCommand(id, { ...target, ...params });
  const shown = engine.injector.get(SheetsFilterService).getFilterModel(UNIT, target.subUnitId);
  if (shown) run(RemoveSheetsFilterMutation.id, {});
  if (!tab.filter || !canvas.sheet(tab.id)) return;
  run(SetSheetsFilterRangeMutation.id, { range: range(tab.filter.rect) });
  for (const [column, criterion] of Object.entries(tab.filter.criteria)) {
    const col = Number(column);
    const customFilters = criterion.criteria && conditionsOf(criterion);
    if (customFilters) {
      run(SetSheetsFilterCriteriaMutation.id, { col, criteria: { colId: col, customFilters }, reCalc: false });
      continue;
    }
    const hidden = new Set(criterion.hiddenValues ?? []);
    const all = columnTexts(canvas, tab, col);
    const filters = { filters: all.filter((text) => text !== '' && !hidden.has(text)), blank: !hidden.has('') || undefined };
    run(SetSheetsFilterCriteriaMutation.id, { col, criteria: { colId: col, filters }, reCalc: false });
  }
}

/** Keeps the rows out of view that the server says are filtered. */
export function hideFilteredRows(engine: Engine, tabOf: (sheet: number) => TabMeta | undefined): void {
  const rows = new WeakMap<TabMeta, Set<number>>();
  engine.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.ROW_FILTERED, {
    priority: 100,
    handler: (filtered, { subUnitId, row }, next) => {
      const tab = tabOf(Number(subUnitId));
      if (!tab || tab.filteredRows.length === 0) return next(filtered);
      let hidden = rows.get(tab);
      if (!hidden) rows.set(tab, (hidden = new Set(tab.filteredRows)));
      return hidden.has(row) || next(filtered);
    },
  });
}

/** The different texts of a column inside the filter, without its header; `''` for blanks. */
export function columnTexts(canvas: SheetCanvas, tab: TabMeta, column: number): string[] {
  const sheet = canvas.sheet(tab.id);
  if (!sheet || !tab.filter) return [];
  const { row, rows } = tab.filter.rect;
  const texts = new Set<string>();
  for (let index = row + 1; index < row + rows; index++) texts.add(String(sheet.getCellRaw(index, column)?.v ?? ''));
  return [...texts];
}
