import { type Cell, cellText, type Written } from '../domain/check/cell.ts';
import type { Field } from '../domain/dictionary/types.ts';
import type { Locale } from '../domain/locale.ts';
import type { LogKind } from '../domain/log/entry.ts';
import { masked } from '../domain/log/mask.ts';
import { say } from '../domain/messages/say.ts';
import { columnLetter } from '../google/columns.ts';
import type { Block, LedgerTab } from '../google/ledger-tab.ts';
import type { NewEntry } from '../google/log-writer.ts';
import type { CellChange } from '../google/write-cells.ts';

const iso = /^\d{4}-\d\d-\d\d$/;

/** A written value as the cell will hold it: days travel as text. */
function cellOf(value: Written, field: Field | undefined): Cell {
  return field?.kind === 'date' && typeof value === 'string' && iso.test(value) ? { day: value } : value;
}

/** Changes of values that the ledger makes itself, by what stood there when it looked last. */
export function entriesOf(tab: LedgerTab, block: Block, changes: readonly CellChange[], kind: LogKind): NewEntry[] {
  const series = tab.fields().find((field) => field.kind === 'series')?.key;
  const given = new Map(changes.flatMap(({ row, field, value }) => (field === series ? [[row, value]] : [])));
  return changes.flatMap(({ row, field, value }) => {
    if (value === undefined) return [];
    const from = tab.cell(block, row, field);
    const to = cellOf(value, tab.field(field));
    if (cellText(from) === cellText(to)) return [];
    const record = series === undefined ? '' : cellText(tab.cell(block, row, series)) || cellText(given.get(row));
    return [{ tab: tab.tab.key, record, field, from, to, kind, run: 0 }];
  });
}

/** A new record as one entry; its values are masked, the true ones stand in its row. */
export function newRecordEntry(
  tab: LedgerTab,
  number: string,
  values: Readonly<Record<string, Written>>,
  kind: LogKind,
  locale: Locale,
): NewEntry {
  const texts = tab
    .fields()
    .filter((field) => field.kind !== 'series')
    .map((field) => masked(values[field.key] ?? '', field))
    .filter((text) => text !== '');
  const to = say('log.newValues', locale, { values: texts.join(say('list.separator', locale)) });
  return { tab: tab.tab.key, record: number, field: '', from: '', to, kind, run: 0 };
}

/** Rows and columns that somebody has edited, 1-based. */
export interface EditedRange {
  firstRow: number;
  rows: number;
  first: number;
  columns: number;
}

/** An edit of many cells, or of columns of the shop's own, as one entry: nobody says what stood there before. */
export function blockEntry(tab: LedgerTab, edited: EditedRange, from: string | undefined, locale: Locale): NewEntry {
  const { firstRow, rows, first, columns } = edited;
  const corner = `${columnLetter(first)}${firstRow}`;
  const isOne = rows === 1 && columns === 1;
  const record = isOne ? corner : `${corner}:${columnLetter(first + columns - 1)}${firstRow + rows - 1}`;
  const field = isOne ? tab.fields().find(({ key }) => tab.column(key) === first)?.key : undefined;
  const to = isOne ? '' : say('log.block', locale, { rows, columns });
  // Without a field nobody can say whether what stood there was about a person.
  return {
    tab: tab.tab.key,
    record,
    field: field ?? '',
    from: field === undefined ? '' : (from ?? ''),
    to,
    kind: 'typed',
    run: 0,
  };
}

/** Sheets counts days from here. */
const firstDay = Date.UTC(1899, 11, 30);

/** What the event says stood there before: always text, a date as its serial number. */
function formerCell(text: string | undefined, field: Field): Cell {
  if (text === undefined) return '';
  const serial = Number(text);
  if (field.kind !== 'date' || text.trim() === '' || !Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return text;
  return { day: new Date(firstDay + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10) };
}

/**
 * What somebody typed into one cell.
 *
 * @param row of the block, counted from its first
 * @param before as the event gives it
 * @param written what the ledger makes of it; absent where it stays as typed
 */
export function typedEntry(
  tab: LedgerTab,
  block: Block,
  row: number,
  field: Field,
  before: string | undefined,
  written?: Written,
): NewEntry {
  const series = tab.fields().find(({ kind }) => kind === 'series')?.key;
  const record = series === undefined ? '' : cellText(tab.cell(block, row, series));
  const to = written === undefined ? tab.cell(block, row, field.key) : cellOf(written, field);
  return { tab: tab.tab.key, record, field: field.key, from: formerCell(before, field), to, kind: 'typed', run: 0 };
}

/** Of one paste so many normalised values are logged one by one; of the rest the log tells how many there were. */
const mostOfAPaste = 500;

/** Keeps a paste of thousands of rows from swelling the log. */
export function few(entries: readonly NewEntry[], locale: Locale): NewEntry[] {
  const rest = new Map<string, NewEntry[]>();
  for (const entry of entries.slice(mostOfAPaste)) {
    const own = rest.get(entry.field);
    if (own) own.push(entry);
    else rest.set(entry.field, [entry]);
  }
  return [
    ...entries.slice(0, mostOfAPaste),
    ...[...rest.values()].map(
      (own): NewEntry => ({ ...own[0]!, record: say('log.more', locale, { count: own.length }), from: '', to: '' }),
    ),
  ];
}
