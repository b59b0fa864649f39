/** Shows the basic filter's marks; which rows it hides is told by the server. */
import {
  RemoveSheetsFilterMutation,
  SetSheetsFilterCriteriaMutation,
  SetSheetsFilterRangeMutation,
  SheetsFilterService,
} from '@univerjs/preset-sheets-filter';
import type { TabMeta } from '../../server/protocol.ts';
import type { Engine } from './engine.ts';
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
    const hidden = new Set(criterion.hiddenValues ?? []);
    const all = columnTexts(canvas, tab, col);
    const filters = { filters: all.filter((text) => text !== '' && !hidden.has(text)), blank: !hidden.has('') || undefined };
    run(SetSheetsFilterCriteriaMutation.id, { col, criteria: { colId: col, filters }, reCalc: false });
  }
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
