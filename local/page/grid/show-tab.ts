/** Brings one of Univer's worksheets to what a tab is like now, cells apart. */
import {
  SetFrozenMutation,
  SetTabColorMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
} from '@univerjs/preset-sheets-core';
import { BooleanNumber, type Worksheet } from '@univerjs/presets';
import type { TabMeta } from '../../server/protocol.ts';
import type { Engine } from './engine.ts';
import { UNIT } from './sheet-canvas.ts';
import { freezeOf, worksheetData } from './tab-data.ts';

/** @returns whether rows, columns or their sizes may lie elsewhere now */
export function showTab(engine: Engine, worksheet: Worksheet, tab: TabMeta, before: TabMeta | undefined): boolean {
  const target = { unitId: UNIT, subUnitId: worksheet.getSheetId() };
  const run = (id: string, params: object) => engine.commands.syncExecuteCommand(id, { ...target, ...params });
  const differs = (key: keyof TabMeta) => JSON.stringify(before?.[key]) !== JSON.stringify(tab[key]);
  if (differs('name')) run(SetWorksheetNameMutation.id, { name: tab.name });
  if (differs('tabColor')) run(SetTabColorMutation.id, { color: tab.tabColor ?? '' });
  if (differs('hidden')) run(SetWorksheetHideMutation.id, { hidden: tab.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE });
  if (differs('frozenRows') || differs('frozenColumns')) run(SetFrozenMutation.id, freezeOf(tab));
  const config = worksheet.getConfig();
  const wanted = worksheetData(tab);
  config.showGridlines = wanted.showGridlines!;
  config.rowCount = tab.rowCount;
  config.columnCount = tab.columnCount;
  refill(worksheet.getRowManager().getRowData(), wanted.rowData!);
  refill(worksheet.getColumnManager().getColumnData(), wanted.columnData!);
  if (differs('merges')) {
    config.mergeData.splice(0, config.mergeData.length, ...wanted.mergeData!);
    worksheet.getSpanModel().rebuild(config.mergeData);
  }
  return true;
}

/** Univer's managers hold on to the object itself. */
function refill<T>(target: Record<number, T>, wanted: Record<number, T>): void {
  for (const key of Object.keys(target)) delete target[Number(key)];
  Object.assign(target, wanted);
}
