import { isOwnKind, type LinkColumn, type LinkKind, type LinkReaders, type LinkTable } from './link-table.ts';
import type { Profiles } from './profile.ts';
import { ownText, RowReader } from './read-rows.ts';
import { RegisterCounts } from './register-counts.ts';

/** Rows from which it is judged whether the register is of firms, and whether its names are spelled as in Hong Kong. */
const SAMPLE = 200;

/**
 * The few rows that were read, with frequencies as if all rows of the register had been: how rare a shared value is decides
 * what it says.
 *
 * @param few has every row that shares a phone, mailbox, identifier or door with the row that is asked about
 */
export function asOfWholeRegister(few: Profiles, table: LinkTable, readers: LinkReaders): Profiles {
  const { size, columns } = table;
  const filled = (kind: LinkKind): number =>
    columns.filter((column) => column.kind === kind).reduce((sum, { cells }) => sum + cells.filter(isFilled).length, 0);
  const counts = new RegisterCounts(table);
  few.parts.recount((part) => counts.of(part), size);
  few.surnames.recount((sound) => counts.of(`^~${sound}`) + counts.of(sound), filled('name'));
  const asRead = (): number => 0;
  few.phones.recount(asRead, filled('phone'));
  few.emails.recount(asRead, filled('email'));
  few.doors.recount(asRead, filled('address'));
  few.identifiers.recount(asRead, filled('identifier'));
  const births = countTexts(columns, 'birthDate', readers);
  few.births.recount((date) => births.get(date) ?? 0, filled('birthDate'));
  columns
    .filter(({ kind }) => isOwnKind(kind))
    .forEach(({ kind, cells }, index) => {
      const { values } = few.own[index]!;
      const texts = countTexts([{ kind, cells }], kind, readers);
      for (const text of texts.keys()) values.id(text);
      values.recount(
        (text) => texts.get(text) ?? 0,
        [...texts.values()].reduce((sum, count) => sum + count, 0),
      );
    });
  const { cantonese, organisations } = sampleOf(table, readers);
  return { ...few, size, cantonese, organisations };
}

const isFilled = (cell: unknown): boolean => cell !== '' && cell !== null && cell !== undefined;

/** How often each value comes, each distinct cell read once. */
function countTexts(columns: readonly LinkColumn[], kind: LinkKind, readers: LinkReaders): Map<string, number> {
  const cells = new Map<unknown, number>();
  for (const column of columns)
    if (column.kind === kind) for (const cell of column.cells) if (isFilled(cell)) cells.set(cell, (cells.get(cell) ?? 0) + 1);
  const texts = new Map<string, number>();
  for (const [cell, count] of cells) {
    const text = ownText(kind === 'birthDate' ? 'date' : kind, cell, readers);
    if (text !== '') texts.set(text, (texts.get(text) ?? 0) + count);
  }
  return texts;
}

function sampleOf({ size, columns }: LinkTable, readers: LinkReaders): Profiles {
  const step = Math.max(1, Math.floor(size / SAMPLE));
  const cellsOf = (cells: readonly unknown[]) => Array.from({ length: Math.ceil(size / step) }, (_, i) => cells[i * step]);
  const sample = { size: Math.ceil(size / step), columns: columns.map(({ kind, cells }) => ({ kind, cells: cellsOf(cells) })) };
  const reader = new RowReader(sample, readers);
  while (reader.count < sample.size) reader.readNext();
  return reader.profiles();
}
