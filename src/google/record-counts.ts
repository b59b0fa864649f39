import { cellText } from '../domain/check/cell.ts';
import { referenceTo } from '../domain/dictionary/roles.ts';
import type { Book } from './book.ts';

/** How many records of all tabs refer to each number of a tab. One read of a column for each tab. */
export function recordCounts(book: Book, target: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { key } of book.dictionary.tabs) {
    const tab = book.tab(key);
    const reference = tab && referenceTo(tab.tab, target);
    if (!tab || !reference || !tab.columns.has(reference.key)) continue;
    const block = tab.read(2, tab.dataRows(), [reference.key]);
    for (let row = 0; row < block.rows; row++) {
      const number = cellText(tab.cell(block, row, reference.key)).trim();
      if (number !== '') counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  }
  return counts;
}
