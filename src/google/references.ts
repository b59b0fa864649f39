import { cellText } from '../domain/check/cell.ts';
import { numberText } from '../domain/check/check-cell.ts';
import type { Field } from '../domain/dictionary/types.ts';
import type { Change } from '../domain/log/entry.ts';
import type { Book } from './book.ts';
import type { LedgerTab, Raw } from './ledger-tab.ts';
import { identity } from './plan-tab.ts';

/** A cell that names a record of another tab. */
export interface Reference {
  tab: LedgerTab;
  field: Field;
  /** 1-based */
  row: number;
  /** the number of the record that it stands in; '' where that has none */
  record: string;
  /** the number that it names, in its usual spelling */
  to: string;
  /** as it stands there */
  text: string;
}

/** Columns that refer to a tab, in all tabs that are there; of switched-off fields as well, as long as they have a column. */
export const referenceColumns = (book: Book, target: string): { tab: LedgerTab; field: Field }[] =>
  book.dictionary.tabs.flatMap(({ key, fields }) => {
    const own = fields.filter((field) => field.reference === target);
    const tab = own.length > 0 ? book.tab(key) : undefined;
    return tab ? own.filter((field) => tab.columns.has(field.key)).map((field) => ({ tab, field })) : [];
  });

/** Cells of all tabs that name one of some records. Two reads for each column that refers, whatever the rows. */
export function referencesTo(book: Book, target: string, numbers: ReadonlySet<string>): Reference[] {
  const spellings = new Map([...numbers].map((number) => [numberText(number).toUpperCase(), number]));
  return referenceColumns(book, target).flatMap(({ tab, field }) => {
    const rows = tab.dataRows();
    if (rows === 0) return [];
    const key = identity(tab);
    const texts = (column: number): string[] =>
      (tab.sheet.getRange(2, column, rows, 1).getValues() as Raw[][]).map(([raw]) => cellText(tab.toCell(raw)));
    const own = key ? texts(tab.column(key.key)) : [];
    return texts(tab.column(field.key)).flatMap((text, i) => {
      const to = spellings.get(numberText(text).toUpperCase());
      return to === undefined ? [] : [{ tab, field, row: i + 2, record: (own[i] ?? '').trim(), to, text }];
    });
  });
}

/** The change that makes a reference name another record. */
export const movedReference = ({ tab, field, record, text }: Reference, to: string): Change => ({
  tab: tab.tab.key,
  record,
  field: field.key,
  from: text,
  to,
});
