import type { TabRows } from '../domain/cleanup/clean-up.ts';
import type { Book } from './book.ts';
import type { LedgerTab, Raw } from './ledger-tab.ts';

const isEmpty = (raw: Raw | undefined): boolean => raw === undefined || raw === '' || raw === false;

/** A tab with everything in it, the shop's own columns included. Two reads, whatever the rows. */
export function wholeTab(tab: LedgerTab): TabRows {
  const rows = tab.dataRows();
  const { sheet } = tab;
  const range = rows > 0 ? sheet.getRange(2, 1, rows, sheet.getLastColumn()) : undefined;
  const formulas = (range?.getFormulas() ?? []) as string[][];
  const raw = (range?.getValues() ?? []) as Raw[][];
  const fields = tab.fields();
  const columns = fields.map(({ key }) => [key, tab.column(key) - 1] as const);
  const own = new Set(columns.map(([, column]) => column));
  const at = new Map(columns);
  return {
    tab: tab.tab,
    keys: fields.map(({ key }) => key),
    records: raw.map((cells) => Object.fromEntries(columns.map(([key, column]) => [key, tab.toCell(cells[column])]))),
    isLocked: (row, key) => (formulas[row]?.[at.get(key) ?? -1] ?? '') !== '',
    hasOther: (row) =>
      (raw[row] ?? []).some((cell, column) => !own.has(column) && (!isEmpty(cell) || formulas[row]![column] !== '')),
  };
}

/** All tabs of the ledger that are there. */
export const wholeTabs = (book: Book): TabRows[] =>
  book.dictionary.tabs.flatMap(({ key }) => {
    const tab = book.tab(key);
    return tab && tab.fields().length > 0 ? [wholeTab(tab)] : [];
  });
