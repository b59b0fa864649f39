import type { ExecutionContext } from './execution-context.ts';
import type { SheetObject, SpreadsheetObject } from './objects.ts';
import { sheetArrange } from './range-arrange.ts';
import { activeSheet } from './selection.ts';
import type { Method, Methods } from './service-class.ts';
import { setName, sheetAbout } from './sheet-about.ts';
import { sheetAxes } from './sheet-axes.ts';
import { sheetContents } from './sheet-contents.ts';
import { sheetPlace } from './sheet-place.ts';

const OF_THE_ACTIVE_SHEET = (
  'appendRow autoResizeColumn deleteColumn deleteColumns deleteRow deleteRows getColumnWidth getDataRange getFrozenColumns ' +
  'getFrozenRows getImages getLastColumn getLastRow getRowHeight getSheetId getSheetName getSheetValues hideColumn hideRow ' +
  'insertColumnAfter insertColumnBefore insertColumnsAfter insertColumnsBefore insertRowAfter insertRowBefore insertRowsAfter ' +
  'insertRowsBefore isColumnHiddenByUser isRowHiddenByFilter isRowHiddenByUser setActiveSelection setColumnWidth ' +
  'setFrozenColumns setFrozenRows setRowHeight sort unhideColumn unhideRow'
).split(' ');

const ALL: Methods<SheetObject> = { ...sheetPlace, ...sheetAbout, ...sheetAxes, ...sheetContents, ...sheetArrange };

function onActive(name: string): Method<SpreadsheetObject> {
  const [parameters, run] = ALL[name]!;
  const call = run as (context: ExecutionContext, sheet: SheetObject, ...args: unknown[]) => unknown;
  return [parameters, (context, _, ...args: unknown[]) => call(context, activeSheet(context), ...args)];
}

/** What a workbook passes on to the tab in front. */
export const spreadsheetActive: Methods<SpreadsheetObject> = {
  ...Object.fromEntries(OF_THE_ACTIVE_SHEET.map((name) => [name, onActive(name)])),
  renameActiveSheet: [
    'string',
    (context, _, name: string) => {
      setName(context, activeSheet(context), name);
    },
  ],
};
