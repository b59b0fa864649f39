import type { AddressParts } from '../duplicates/address-parts.ts';
import { compareAddresses, parseAddress } from '../duplicates/compare-addresses.ts';
import { emailKey } from '../email/email-key.ts';
import { foldWidth } from '../text/fold-width.ts';
import type { LinkKind, LinkTable } from './link-table.ts';
import { initialsOfName, mayBeNamed } from './name-initials.ts';
import type { Profile } from './profile.ts';

/** Digits of a phone that are looked for: long enough to be rare, short enough to lack the area code. */
const TAIL = 7;
const TAILS = 10 ** TAIL;

type MayFit = (cell: string) => boolean;

/**
 * A quick test on raw texts of which rows are worth comparing with one: the tail of a phone, a mailbox, an identifier, the
 * number of a door, or the first letters of a name. Lets some per cent of the rows through.
 *
 * @returns rows of the table, in its order
 */
export function rowsWorthComparing(table: LinkTable, { phones, email, identifiers, address, name }: Profile): number[] {
  const tests: Partial<Record<LinkKind, MayFit>> = {};
  const tails = new Set(phones.flatMap(({ digits }) => (digits.length >= TAIL ? [Number(digits.slice(-TAIL))] : [])));
  const initials = name && initialsOfName(name);
  const holds: MayFit = (cell) => holdsTail(cell, tails);
  if (tails.size > 0) tests.phone = holds;
  // a phone in the name's place is still a phone
  if (initials) tests.name = (cell) => mayBeNamed(cell, initials) || (tails.size > 0 && holds(cell));
  else if (tails.size > 0) tests.name = holds;
  if (email) tests.email = isMailbox(email.key);
  if (identifiers.length > 0) {
    const texts = identifiers.map(({ text }) => text);
    tests.identifier = (cell) =>
      cell.length >= texts[0]!.length && texts.includes(cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  }
  if (address && address.door !== 0) tests.address = isAtDoor(address.parts);
  const columns = table.columns.flatMap(({ kind, cells }) => (tests[kind] ? [{ cells, mayFit: tests[kind] }] : []));
  const found: number[] = [];
  for (let row = 0; row < table.size; row++) {
    for (const { cells, mayFit } of columns) {
      const cell = cells[row];
      if (cell === '' || cell === null || cell === undefined || !mayFit(typeof cell === 'string' ? cell : String(cell))) continue;
      found.push(row);
      break;
    }
  }
  return found;
}

/** Whether the digits of a cell, of any width and whatever stands between them, contain one of the tails. */
function holdsTail(cell: string, tails: ReadonlySet<number>): boolean {
  let window = 0;
  let digits = 0;
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i);
    const digit = code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : code - 48;
    if (digit < 0 || digit > 9) continue;
    window = (window * 10 + digit) % TAILS;
    if (++digits >= TAIL && tails.has(window)) return true;
  }
  return false;
}

/** By the mailbox's first letters, since Gmail's key lacks dots that the cell may have. */
function isMailbox(key: string): MayFit {
  const local = key.slice(0, key.indexOf('@'));
  const start = key.endsWith('@gmail.com') ? local.slice(0, 1) : local;
  return (cell) => {
    const plain = foldWidth(cell).toLowerCase();
    return plain.includes(start) && emailKey(plain) === key;
  };
}

/** Parsing 50,000 addresses would take most of a second: one without this number is another one. */
function isAtDoor(parts: AddressParts): MayFit {
  const telling = parts.room || parts.building || parts.number;
  return (cell) => foldWidth(cell).toLowerCase().includes(telling) && compareAddresses(parts, parseAddress(cell)) === 'same';
}
