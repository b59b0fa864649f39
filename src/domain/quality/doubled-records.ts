import { cellText } from '../check/cell.ts';
import { doubledRows, type RecordCells } from '../check/check-rows.ts';
import { activeFields } from '../dictionary/compose.ts';
import type { Field, Tab } from '../dictionary/types.ts';
import type { CustomerTraits } from '../duplicates/customer-traits.ts';
import { prepareEntry, weighPair } from '../duplicates/weigh-pair.ts';
import { plainPhones } from '../linkage/plain-phones.ts';
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

/**
 * Rows that repeat what may not repeat, and rows that are surely or likely the same person as one above them: the same
 * phone or e-mail, and a name that fits. One pass; only rows that share a phone or an e-mail are compared.
 *
 * @param rows indexes of the rows that are records
 */
export function doubledRecords(
  tab: Tab,
  records: readonly RecordCells[],
  rows: readonly number[],
  region: PhoneRegion,
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
  if (name) for (const { row, field, first } of samePersons(fields, name, records, rows, region)) note(row, field, first);
  return [...found.values()].sort((a, b) => a.row - b.row);
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
  const traitsOf = (row: number): CustomerTraits => {
    const record = records[row]!;
    return {
      number: String(row),
      name: cellText(record[name.key]).trim(),
      phones: phonesOf(row),
      email: emailOf(row),
      address: fields
        .filter(({ tidy }) => tidy === 'address')
        .map(({ key }) => cellText(record[key]))
        .join(''),
      birthDate: '',
    };
  };
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
  return [...groups.values()].flatMap((group) => doublesIn(group, traitsOf));
}

function doublesIn({ field, rows }: { field: string; rows: number[] }, traitsOf: (row: number) => CustomerTraits): DoubledRow[] {
  if (rows.length < 2 || rows.length > mostSharers) return [];
  const entries = rows.map((row) => prepareEntry(traitsOf(row)));
  return rows.slice(1).flatMap((row, index) => {
    const first = rows.findIndex((_, at) => {
      const hit = at <= index ? weighPair(entries[at]!, entries[index + 1]!.traits) : undefined;
      return hit !== undefined && hit.strength !== 'possible';
    });
    return first < 0 ? [] : [{ row, field, first: rows[first]! }];
  });
}
