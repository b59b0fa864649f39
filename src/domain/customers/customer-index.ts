import { type Cell, cellText } from '../check/cell.ts';
import { phoneKeys } from '../phone/parse-phone.ts';
import type { PhoneRegion } from '../phone/phone-types.ts';
import { foldWidth } from '../text/fold-width.ts';

export interface KnownCustomer {
  number: string;
  name: string;
  phone: string;
}

export type Resolved =
  | { kind: 'one'; number: string }
  | { kind: 'none' }
  /** several rows bear this number */
  | { kind: 'doubled'; number: string }
  /** at most five of them, in the order of the tab */
  | { kind: 'several'; count: number; candidates: KnownCustomer[] };

const nameKey = (text: string): string => foldWidth(text).replace(/\s+/g, '').toLowerCase();

/** How many candidates a note can list and still be read. */
const most = 5;

/**
 * Finds customers by what people type into a customer number: the number in any case and width, the name, a phone in
 * any notation, or number and name together. Each index is built only when something asks for it, because most cells
 * hold a number already.
 */
export class CustomerIndex {
  private numbers?: Map<string, KnownCustomer[]>;
  private names?: Map<string, KnownCustomer[]>;
  private phones?: Map<string, KnownCustomer[]>;
  private readonly region: PhoneRegion;
  private readonly customers: readonly KnownCustomer[];

  /** @param rows number, name and phone of every customer, as read */
  constructor(rows: readonly (readonly (Cell | undefined)[])[], region: PhoneRegion) {
    this.region = region;
    this.customers = rows
      .map(([number, name, phone]) => ({
        number: cellText(number).trim(),
        name: cellText(name).trim(),
        phone: cellText(phone).trim(),
      }))
      .filter((customer) => customer.number !== '');
  }

  /** @example index.resolve('13800138000') // { kind: 'one', number: 'C000001' } */
  resolve(text: string): Resolved {
    const typed = foldWidth(text).trim();
    const exact = this.byNumber().get(typed.toUpperCase()) ?? this.byNumber().get(typed.split(/\s/)[0]!.toUpperCase());
    // A doubled number points at two rows: nothing may be written by it until it is settled.
    if (exact)
      return exact.length === 1 ? { kind: 'one', number: exact[0]!.number } : { kind: 'doubled', number: exact[0]!.number };
    const named = this.byName().get(nameKey(text)) ?? [];
    const found = named.length > 0 ? named : this.byPhone(text);
    if (found.length === 0) return { kind: 'none' };
    if (found.length === 1) return { kind: 'one', number: found[0]!.number };
    return { kind: 'several', count: found.length, candidates: found.slice(0, most) };
  }

  /** The one customer who bears a number. */
  find(number: string): KnownCustomer | undefined {
    const found = this.byNumber().get(number.trim().toUpperCase());
    return found?.length === 1 ? found[0] : undefined;
  }

  private byNumber(): Map<string, KnownCustomer[]> {
    this.numbers ??= group(this.customers, (customer) => [customer.number.toUpperCase()]);
    return this.numbers;
  }

  private byName(): Map<string, KnownCustomer[]> {
    this.names ??= group(this.customers, (customer) => [nameKey(customer.name)]);
    return this.names;
  }

  private byPhone(text: string): KnownCustomer[] {
    if (text.replace(/\D/g, '').length < 7) return [];
    this.phones ??= group(this.customers, (customer) => phoneKeys(customer.phone, this.region));
    const found = new Set<KnownCustomer>();
    for (const key of phoneKeys(text, this.region)) for (const customer of this.phones.get(key) ?? []) found.add(customer);
    return [...found];
  }
}

function group(
  customers: readonly KnownCustomer[],
  keys: (customer: KnownCustomer) => readonly string[],
): Map<string, KnownCustomer[]> {
  const groups = new Map<string, KnownCustomer[]>();
  for (const customer of customers)
    for (const key of keys(customer)) {
      if (key === '') continue;
      const there = groups.get(key);
      if (!there) groups.set(key, [customer]);
      else if (there[there.length - 1] !== customer) there.push(customer);
    }
  return groups;
}
