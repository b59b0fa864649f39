import { type HeaderFault, headerFaults } from '../domain/check/header-faults.ts';
import { markNote, readMark } from '../domain/check/mark.ts';
import { headerStyle, markFill } from '../domain/dictionary/palette.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { columnLetter, rebindColumns } from '../google/columns.ts';
import { boundColumns, type LedgerTab } from '../google/ledger-tab.ts';
import { headerNote } from '../google/validations.ts';

/** The rows and columns of an edit, 1-based. */
export interface EditedBlock {
  firstRow: number;
  rows: number;
  first: number;
  last: number;
}

/**
 * A table pasted with its header row may have its columns in an order of its own. When every pasted header is the name
 * of a field, the columns are those fields from now on, because the data beneath them came along.
 *
 * @returns whether columns changed
 */
export function adoptPastedHeaders(tab: LedgerTab, edited: EditedBlock): boolean {
  // Records that the paste does not cover would find themselves under other headers.
  const coversAll = edited.firstRow + edited.rows - 2 >= tab.dataRows();
  if (edited.firstRow !== 1 || edited.rows < 2 || edited.last === edited.first || !coversAll) return false;
  const header = tab.header();
  const fields = new Map<number, string>();
  for (let column = edited.first; column <= edited.last; column++) {
    const text = header[column - 1] ?? '';
    if (text === '') continue;
    const field = tab.fields().find((f) => Object.values(f.label).indexOf(text) >= 0);
    if (!field || [...fields.values()].indexOf(field.key) >= 0) return false;
    fields.set(column, field.key);
  }
  if (fields.size < 2 || [...fields].every(([column, key]) => tab.columns.get(key) === column)) return false;
  rebindColumns(tab.sheet, fields);
  return true;
}

/** A header's fault as a sentence that names the column. */
function faultSentence(tab: LedgerTab, fault: HeaderFault, header: readonly string[], language: Locale): string {
  const column = tab.column(fault.key);
  const field = tab.field(fault.key)!.label[language];
  return say(`header.${fault.kind}`, language, { field, header: header[column - 1] ?? '', column: columnLetter(column) });
}

/**
 * Looks at the header row: a header that is empty, stands twice, or names another column is marked with a note that says
 * how to mend it; renaming a column is the shop's right and says nothing.
 *
 * @returns what is wrong, as sentences
 */
export function checkHeaders(book: Book, tab: LedgerTab): string[] {
  const language = book.language;
  const last = Math.max(1, tab.sheet.getLastColumn(), ...tab.columns.values());
  const row = tab.sheet.getRange(1, 1, 1, last);
  const header = row.getDisplayValues()[0]!.map((text) => text.trim());
  const notes = row.getNotes()[0]!;
  if (tab.isHeaderGone(header)) return [say('header.gone', language, { tab: tab.name })];
  const faults = headerFaults(boundColumns(tab), header);
  for (const field of tab.fields()) {
    const column = tab.column(field.key);
    const note = notes[column - 1]!;
    const own = readMark(note)?.note;
    const fault = faults.find((f) => f.key === field.key);
    const cell = tab.sheet.getRange(1, column);
    if (fault) {
      const marked = markNote(faultSentence(tab, fault, header, language), { note: own ?? note }, language);
      if (marked !== note) cell.setNote(marked).setBackground(markFill.wrong);
    } else if (own !== undefined) cell.setNote(own || headerNote(field, language)).setBackground(headerStyle.fill);
  }
  const sentences = faults.map((fault) => faultSentence(tab, fault, header, language));
  const missing = tab.missing().map((field) => field.label[language]);
  if (missing.length > 0)
    sentences.push(say('header.missing', language, { fields: missing.join(say('list.separator', language)) }));
  return sentences;
}
