import { headerFaults } from '../domain/check/header-faults.ts';
import { markNote, readMark } from '../domain/check/mark.ts';
import { headerStyle, markFill } from '../domain/dictionary/palette.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { headerNote } from '../google/validations.ts';

/**
 * Looks at the header row after somebody edited it: a header that is empty, stands twice, or names another column is
 * marked with a note that says how to mend it; renaming a column is the shop's right and says nothing.
 *
 * @returns what is wrong, as sentences
 */
export function checkHeaders(book: Book, tab: LedgerTab): string[] {
  const last = Math.max(tab.sheet.getLastColumn(), ...tab.columns.values());
  const row = tab.sheet.getRange(1, 1, 1, last);
  const header = row.getDisplayValues()[0]!.map((text) => text.trim());
  const notes = row.getNotes()[0]!;
  const language = book.language;
  const faults = headerFaults(
    tab.fields().map((field) => ({ key: field.key, labels: Object.values(field.label), column: tab.column(field.key) - 1 })),
    header,
  );
  for (const field of tab.fields()) {
    const column = tab.column(field.key);
    const note = notes[column - 1]!;
    const fault = faults.find((f) => f.key === field.key);
    const cell = () => tab.sheet.getRange(1, column);
    if (fault) {
      const text = say(`header.${fault.kind}`, language, { field: field.label[language], header: header[column - 1]!, column });
      const marked = markNote(text, { note: readMark(note)?.note ?? note }, language);
      if (marked !== note) cell().setNote(marked).setBackground(markFill.wrong);
    } else if (readMark(note))
      cell()
        .setNote(readMark(note)!.note || headerNote(field, language))
        .setBackground(headerStyle.fill);
  }
  const missing = tab.missing().map((field) => field.label[language]);
  const sentences = faults.map((fault) => {
    const field = tab.field(fault.key)!;
    const column = tab.column(fault.key);
    return say(`header.${fault.kind}`, language, { field: field.label[language], header: header[column - 1]!, column });
  });
  if (missing.length > 0)
    sentences.push(say('header.missing', language, { fields: missing.join(say('list.separator', language)) }));
  return sentences;
}
