import type { Field } from '../domain/dictionary/types.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from './book.ts';

type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

/** A list validation may hold 500 items (platform §1). */
const mostOptions = 500;

/** Where a field's suggestions stand, when another tab lists them. */
interface Suggestions {
  sheet: GoogleAppsScript.Spreadsheet.Sheet;
  column: number;
}

/** The column that a field's suggestions come from; undefined while that tab is not there. No cells are read. */
export function suggestionsOf(book: Book, field: Field): Suggestions | undefined {
  const list = field.suggestFrom && book.tab(field.suggestFrom.list);
  const column = list?.columns.get(field.suggestFrom?.field ?? '');
  return list && column ? { sheet: list.sheet, column } : undefined;
}

/**
 * The data validation of a field's column, or null when it needs none. Every rule lets other values in: a strict one
 * would throw on a script's write and refuse a whole paste; wrong values are marked instead.
 */
export function validationFor(field: Field, locale: Locale, suggestions?: Suggestions): Rule | null {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(true);
  if (field.kind === 'choice') {
    const labels = (field.options ?? []).slice(0, mostOptions).map((option) => option.label[locale]);
    return builder.requireValueInList(labels, true).build();
  }
  if (field.kind === 'yesNo') return builder.requireCheckbox().build();
  if (field.suggestFrom && suggestions) {
    const { sheet, column } = suggestions;
    return builder.requireValueInRange(sheet.getRange(2, column, Math.max(1, sheet.getMaxRows() - 1), 1), true).build();
  }
  return null;
}

/** What a header's note says: how to fill in the column. */
export function headerNote(field: Field, locale: Locale): string {
  const lines = [
    field.help?.[locale] ??
      (field.kind === 'phone' ? say('note.phone', locale) : field.kind === 'date' ? say('note.date', locale) : ''),
    [field.required ? say('note.required', locale) : '', field.unique ? say('note.unique', locale) : '']
      .filter(Boolean)
      .join(' '),
  ];
  return lines.filter((line) => line !== '').join('\n');
}
