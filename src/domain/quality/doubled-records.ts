import { cellText } from '../check/cell.ts';
import { doubledRows, type RecordCells } from '../check/check-rows.ts';
import { activeFields } from '../dictionary/compose.ts';
import type { Field, Tab } from '../dictionary/types.ts';
import { plainPhones } from '../linkage/plain-phones.ts';
import { type NormalisedName, normaliseName } from '../names/normalise-name.ts';
import { similarNames } from '../names/similar-names.ts';
import { phoneKeys } from '../phone/parse-phone.ts';
import type { PhoneRegion } from '../phone/phone-types.ts';
import { foldWidth } from '../text/fold-width.ts';

/** A phone that so many have is a placeholder or the shop's own: it says nothing about who they are. */
const mostSharers = 12;

/** A row that is there twice, by the field that shows it. */
export interface DoubledRow {
  row: number;
  field: string;
  /** the row that was there before */
  first: number;
}

/** Numbers of records that a search for doubles, and people, take for the same, by group. */
export type KnownDoubles = readonly (readonly string[])[];

/**
 * Rows that repeat what may not repeat, and rows that are surely or likely the same person as one above them: those that
 * are listed as such, or, where nobody has looked for them yet, those with the same phone or e-mail and a name that fits.
 * One pass; only rows that share a phone or an e-mail are compared.
 *
 * @param rows indexes of the rows that are records
 * @param listed absent: nobody has looked for doubles yet
 */
export function doubledRecords(
  tab: Tab,
  records: readonly RecordCells[],
  rows: readonly number[],
  region: PhoneRegion,
  listed?: KnownDoubles,
): DoubledRow[] {
  const found = new Map<number, DoubledRow>();
  const note = (row: number, field: string, first: number) => {
    if (!found.has(row)) found.set(row, { row, field, first });
  };
  const fields = activeFields(tab);
  for (const field of fields.filter(({ unique }) => unique)) {
    const column = rows.map((row) => records[row]![field.key]);
    for (const [at, first] of doubledRows(column)) note(rows[at]!, field.key, rows[first]!);
  }
  const name = fields.find(({ search }) => search === 'name');
  if (listed) for (const { row, field, first } of listedRows(fields, records, rows, listed)) note(row, field, first);
  else if (name) for (const { row, field, first } of samePersons(fields, name, records, rows, region)) note(row, field, first);
  return [...found.values()].sort((a, b) => a.row - b.row);
}

/** Of each group the uppermost row stays, the others are there once too often. */
function listedRows(
  fields: readonly Field[],
  records: readonly RecordCells[],
  rows: readonly number[],
  listed: KnownDoubles,
): DoubledRow[] {
  const number = fields.find(({ kind }) => kind === 'series');
  if (!number) return [];
  const rowOf = new Map([...rows].reverse().map((row) => [cellText(records[row]![number.key]).trim(), row]));
  return listed.flatMap((group) => {
    const [first, ...others] = group.flatMap((each) => rowOf.get(each) ?? []).sort((a, b) => a - b);
    return others.map((row) => ({ row, field: number.key, first: first! }));
  });
}

function samePersons(
  fields: readonly Field[],
  name: Field,
  records: readonly RecordCells[],
  rows: readonly number[],
  region: PhoneRegion,
): DoubledRow[] {
  const phone = fields.find(({ kind }) => kind === 'phone');
  const email = fields.find(({ kind }) => kind === 'email');
  const phonesOf = (row: number): readonly string[] => {
    const text = phone ? foldWidth(cellText(records[row]![phone.key])) : '';
    return text === '' ? [] : ((region === 'CN' ? plainPhones(text, region) : undefined) ?? phoneKeys(text, region));
  };
  const emailOf = (row: number): string => (email ? cellText(records[row]![email.key]).trim().toLowerCase() : '');
  const nameOf = (row: number): NormalisedName => normaliseName(cellText(records[row]![name.key]));
  const groups = new Map<string, { field: string; rows: number[] }>();
  const put = (key: string, field: string, row: number) => {
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { field, rows: [row] });
  };
  for (const row of rows) {
    if (phone) for (const key of phonesOf(row)) put(key, phone.key, row);
    if (email && emailOf(row) !== '') put(emailOf(row), email.key, row);
  }
  return [...groups.values()].flatMap((group) => doublesIn(group, nameOf));
}

function doublesIn({ field, rows }: { field: string; rows: number[] }, nameOf: (row: number) => NormalisedName): DoubledRow[] {
  if (rows.length < 2 || rows.length > mostSharers) return [];
  const names = rows.map(nameOf);
  return rows.slice(1).flatMap((row, index) => {
    const first = names.slice(0, index + 1).findIndex((name) => isSame(name, names[index + 1]!));
    return first < 0 ? [] : [{ row, field, first: rows[first]! }];
  });
}

function isSame(a: NormalisedName, b: NormalisedName): boolean {
  const { level } = similarNames(a, b);
  return level === 'same' || level === 'samePinyin';
}
