/** Commands on whole tabs, and on what of a tab stays in view. */
import type { Intent, Rect } from '../../contract.ts';
import type { Meaning, Means } from './intents.ts';

interface Frozen {
  rows: number;
  columns: number;
}

/** What is frozen afterwards, by what is now and what is selected. */
const freeze = (after: (now: Frozen, selected: Rect) => Partial<Frozen>): Meaning => {
  return (_params, { sheet, grid, rects: [rect] }: Means): Intent[] => {
    const tab = grid.tabs.get(sheet);
    const now = { rows: tab?.frozenRows ?? 0, columns: tab?.frozenColumns ?? 0 };
    return rect ? [{ kind: 'freeze', sheet, ...now, ...after(now, rect) }] : [];
  };
};

export const tabIntents: Record<string, Meaning> = {
  'sheet.command.insert-sheet': () => [{ kind: 'addSheet' }],
  'sheet.command.remove-sheet': (_params, { sheet }) => [{ kind: 'deleteSheet', sheet }],
  'sheet.command.set-worksheet-name': ({ name }, { sheet }) => [{ kind: 'renameSheet', sheet, name: String(name) }],
  'sheet.command.set-worksheet-order': ({ order }, { sheet }) => [{ kind: 'moveSheet', sheet, position: Number(order) }],
  'sheet.command.set-worksheet-hidden': (_params, { sheet }) => [{ kind: 'hideSheet', sheet, hidden: true }],
  'sheet.command.set-worksheet-show': (_params, { sheet }) => [{ kind: 'hideSheet', sheet, hidden: false }],
  'sheet.command.set-first-row-frozen': freeze(() => ({ rows: 1 })),
  'sheet.command.set-first-column-frozen': freeze(() => ({ columns: 1 })),
  'sheet.command.set-row-frozen': freeze((_now, { row, rows }) => ({ rows: row + rows })),
  'sheet.command.set-col-frozen': freeze((_now, { column, columns }) => ({ columns: column + columns })),
  'sheet.command.set-selection-frozen': freeze((_now, { row, column }) => ({ rows: row, columns: column })),
  'sheet.command.cancel-frozen': freeze(() => ({ rows: 0, columns: 0 })),
  // the line under the frozen rows was dragged
  'sheet.command.set-frozen': ({ xSplit, ySplit }, { sheet }) => [
    { kind: 'freeze', sheet, rows: Number(ySplit), columns: Number(xSplit) },
  ],
};
