import type { Intent, Rect, SheetState } from '../contract.ts';
import { intersection } from './rects.ts';
import type { Workbook } from './workbook.ts';

/**
 * The intent with its places cut to the tab as it is: a page may not know yet that another deleted rows, and what is asked
 * must not cost more than the tab holds. `undefined` when nothing of it is inside. Pasting and filling may go beyond; they
 * make the tab grow.
 */
export function withinGrid(workbook: Workbook, intent: Intent): Intent | undefined {
  switch (intent.kind) {
    case 'clear':
    case 'format':
    case 'validate': {
      const rects = intent.rects.flatMap((rect) => cut(workbook.sheet(intent.sheet), rect) ?? []);
      return rects.length > 0 || intent.rects.length === 0 ? { ...intent, rects } : undefined;
    }
    case 'sort': {
      const rect = cut(workbook.sheet(intent.sheet), intent.rect);
      return rect && { ...intent, rect };
    }
    case 'filter': {
      if (!intent.filter) return intent;
      const rect = cut(workbook.sheet(intent.sheet), intent.filter.rect);
      return rect && { ...intent, filter: { ...intent.filter, rect } };
    }
    case 'copy':
    case 'fillDown': {
      const from = cut(workbook.sheet(intent.sheet), intent.from);
      return from && { ...intent, from };
    }
    case 'note': {
      const sheet = workbook.sheet(intent.sheet);
      return intent.row < sheet.rowCount && intent.column < sheet.columnCount ? intent : undefined;
    }
    case 'hideRows':
    case 'hideColumns':
    case 'rowHeights':
    case 'columnWidths': {
      const sheet = workbook.sheet(intent.sheet);
      const size = intent.kind.toLowerCase().includes('row') ? sheet.rowCount : sheet.columnCount;
      const count = Math.min(intent.count, size - intent.at);
      return count > 0 && intent.at >= 0 ? { ...intent, count } : undefined;
    }
    default:
      return intent;
  }
}

function cut(sheet: SheetState, rect: Rect): Rect | undefined {
  return intersection(rect, { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount });
}
