import { isTextField, numberFormat } from '../domain/dictionary/formats.ts';
import type { Field } from '../domain/dictionary/types.ts';
import type { Book } from '../google/book.ts';
import { columnLetter } from '../google/columns.ts';
import type { Block, LedgerTab } from '../google/ledger-tab.ts';
import { runsOf } from '../google/runs.ts';
import { suggestionsOf, validationFor } from '../google/validations.ts';

/** What a block looks like, cell by cell, read together right before it is written. */
export interface Looks {
  formulas: string[][];
  notes: string[][];
  fills: string[][];
  /** absent where one more read would be too many: text formats are then set again without looking */
  formats?: string[][];
  /** notes and fills of the whole tab from row 2 down, where they were asked for */
  tabNotes?: string[][];
  tabFills?: string[][];
}

/**
 * @param wholeTab notes and fills of all rows from row 2 down, because marks outside the block may change as well
 */
export function readLooks(tab: LedgerTab, block: Block, withFormats: boolean, wholeTab = false): Looks {
  const { firstRow, firstColumn, rows, columns } = block;
  const range = tab.sheet.getRange(firstRow, firstColumn, rows, columns);
  const all = Math.max(tab.dataRows(), firstRow + rows - 2);
  const marked = wholeTab ? tab.sheet.getRange(2, firstColumn, all, columns) : range;
  const notes = marked.getNotes();
  const fills = marked.getBackgrounds();
  const from = wholeTab ? firstRow - 2 : 0;
  return {
    formulas: range.getFormulas(),
    notes: notes.slice(from, from + rows),
    fills: fills.slice(from, from + rows),
    formats: withFormats ? range.getNumberFormats() : undefined,
    ...(wholeTab ? { tabNotes: notes, tabFills: fills } : {}),
  };
}

/** Number formats that a date never has: the cell shows a bare number. */
const noDate = /^(General|0\.?#*|)$/;

function lost(field: Field, format: string | undefined): boolean {
  if (format === undefined) return isTextField(field);
  if (isTextField(field)) return format !== '@';
  return field.kind !== 'yesNo' && (format === '@' || (field.kind === 'date' && noDate.test(format)));
}

/**
 * A paste may bring its own formats along: text columns become text again, dropdowns and checkboxes come back. A cell
 * with a formula keeps its format: as text it would stop being one.
 */
export function mendFormats(book: Book, tab: LedgerTab, block: Block, keys: readonly string[], looks: Looks): void {
  for (const field of tab.fields().filter((f) => keys.indexOf(f.key) >= 0)) {
    const column = tab.column(field.key);
    const at = column - block.firstColumn;
    const free = (row: number): true | undefined => (looks.formulas[row]![at] === '' ? true : undefined);
    const rows = block.raw.flatMap((_, row) =>
      free(row) && lost(field, looks.formats?.[row]?.[at]) ? [{ row, value: true as const }] : [],
    );
    for (const run of runsOf(rows, free))
      tab.sheet.getRange(block.firstRow + run.first, column, run.values.length, 1).setNumberFormat(numberFormat(field));
    const rule = validationFor(field, book.language, suggestionsOf(book, field));
    const letter = columnLetter(column);
    if (rule)
      tab.sheet.getRange(`${letter}${block.firstRow}:${letter}${block.firstRow + block.rows - 1}`).setDataValidation(rule);
  }
}
