import { type NormalisedName, normaliseName } from '../names/normalise-name.ts';
import { type NameSimilarity, similarNames } from '../names/similar-names.ts';
import type { AddressParts } from './address-parts.ts';
import { type AddressLevel, compareAddresses, parseAddress } from './compare-addresses.ts';
import {
  type BirthDateLevel,
  compareBirthDates,
  compareEmails,
  comparePhones,
  type EmailLevel,
  type PhoneLevel,
} from './compare-traits.ts';
import type { CustomerTraits, DuplicateHit, DuplicateReason, DuplicateStrength } from './customer-traits.ts';

/** An entry with what is computed once for all candidates. */
export interface PreparedEntry {
  readonly traits: CustomerTraits;
  readonly name: NormalisedName;
  readonly address: AddressParts;
}

/** How far two customers agree, trait by trait. */
export interface Agreement {
  readonly name: NameSimilarity;
  readonly phone: PhoneLevel;
  readonly email: EmailLevel;
  readonly birthDate: BirthDateLevel;
  readonly address: AddressLevel;
}

/** Points for and against, chosen by hand after the pattern of log-odds: they only set the order within a strength. */
const NAME_POINTS = { same: 8, samePinyin: 7, near: 5, partial: 2, different: -5 } as const;
const PHONE_POINTS = { same: 10, near: 4, different: -1, unknown: 0 } as const;
const EMAIL_POINTS = { same: 10, similar: 4, different: -1, unknown: 0 } as const;
const BIRTH_POINTS = { same: 8, close: 4, different: -4, unknown: 0 } as const;
const ADDRESS_POINTS = { same: 7, partial: 4, road: 1, different: -1, unknown: 0 } as const;

export function prepareEntry(traits: CustomerTraits): PreparedEntry {
  return { traits, name: normaliseName(traits.name), address: parseAddress(traits.address) };
}

/**
 * Whether a candidate is worth showing beside an entry, how strongly, and why. The rules: the same phone or e-mail; the
 * same name with the same address or birth date; a near name with a second sign. A name alone says nothing.
 */
export function weighPair(entry: PreparedEntry, candidate: CustomerTraits): DuplicateHit | undefined {
  return weighNamed(entry, candidate, similarNames(entry.name, normaliseName(candidate.name)));
}

/**
 * The same for a candidate that is known to share neither phone nor e-mail: most are settled by the name, before
 * anything else of them is read.
 */
export function weighByName(entry: PreparedEntry, candidate: CustomerTraits): DuplicateHit | undefined {
  const name = similarNames(entry.name, normaliseName(candidate.name));
  if (name.level === 'different') return undefined;
  if (name.level === 'partial' && compareBirthDates(entry.traits.birthDate, candidate.birthDate) !== 'same') return undefined;
  return weighNamed(entry, candidate, name);
}

function weighNamed(entry: PreparedEntry, candidate: CustomerTraits, name: NameSimilarity): DuplicateHit | undefined {
  const phones = comparePhones(entry.traits.phones, candidate.phones);
  const agreement: Agreement = {
    name,
    phone: phones.level,
    email: compareEmails(entry.traits.email, candidate.email),
    birthDate: compareBirthDates(entry.traits.birthDate, candidate.birthDate),
    address: compareAddresses(entry.address, candidate.address),
  };
  const strength = judge(agreement);
  // Without a name only a phone or an e-mail can show who it is.
  const nameless = entry.name.keys.length === 0 || candidate.name === '';
  if (strength === undefined || (nameless && phones.level !== 'same' && agreement.email !== 'same')) return undefined;
  return { customer: candidate, strength, score: points(agreement), reasons: reasonsFor(agreement, candidate, phones.phone) };
}

function points({ name, phone, email, birthDate, address }: Agreement): number {
  return NAME_POINTS[name.level] + PHONE_POINTS[phone] + EMAIL_POINTS[email] + BIRTH_POINTS[birthDate] + ADDRESS_POINTS[address];
}

function judge(agreement: Agreement): DuplicateStrength | undefined {
  return agreement.phone === 'same' || agreement.email === 'same' ? judgeContact(agreement) : judgeName(agreement);
}

/** The same phone or e-mail: families share both, so the name decides how strongly. */
function judgeContact({ name, phone, email, birthDate }: Agreement): DuplicateStrength {
  const both = phone === 'same' && email === 'same';
  if (name.level === 'different') return both ? 'likely' : 'possible';
  if (name.level === 'same' || name.level === 'samePinyin' || both) {
    return birthDate === 'different' && name.level !== 'same' ? 'likely' : 'sure';
  }
  // One character of the given name in common is usual among brothers and sisters.
  return birthDate === 'different' || (name.by === 'character' && birthDate !== 'same') ? 'possible' : 'likely';
}

/** No common phone or e-mail: a name never counts alone. */
function judgeName({ name, phone, email, birthDate, address }: Agreement): DuplicateStrength | undefined {
  const door = address === 'same';
  const house = door || address === 'partial';
  const born = birthDate === 'same';
  const contactNear = phone === 'near' || email === 'similar';
  if (name.level === 'different') return undefined;
  if (name.level === 'partial') return born && (house || contactNear) ? 'possible' : undefined;
  if (name.level === 'same') {
    if (born && house) return 'sure';
    if (birthDate === 'different') return door || (contactNear && house) ? 'possible' : undefined;
    if (born || door) return 'likely';
    return house || contactNear || address === 'road' ? 'possible' : undefined;
  }
  const signs = Number(born) + Number(house) + Number(contactNear);
  if (signs === 0 || birthDate === 'different') return undefined;
  if (name.by === 'character' && !born && !contactNear) return undefined;
  return signs >= 2 && name.by !== 'character' ? 'likely' : 'possible';
}

function reasonsFor(
  { name, phone, email, birthDate, address }: Agreement,
  candidate: CustomerTraits,
  number: string,
): DuplicateReason[] {
  const other = name.level === 'different';
  const reasons: DuplicateReason[] = [];
  const add = (code: DuplicateReason['code'] | '', params: DuplicateReason['params']) =>
    code !== '' && reasons.push({ code, params });
  if (phone === 'same') add(other ? 'sharedPhone' : 'samePhone', { phone: number });
  if (email === 'same') add(other ? 'sharedEmail' : 'sameEmail', { email: candidate.email });
  const nameCodes = {
    same: 'sameName',
    samePinyin: 'samePinyin',
    near: 'nearName',
    partial: 'partialName',
    different: '',
  } as const;
  if (candidate.name !== '') add(nameCodes[name.level], { name: candidate.name });
  if (birthDate === 'same') add('sameBirthDate', { date: candidate.birthDate });
  if (address === 'same') add('sameAddress', { address: candidate.address });
  if (phone === 'near') add('nearPhone', { phone: number });
  if (email === 'similar') add('similarEmail', { email: candidate.email });
  if (address === 'partial' || address === 'road') add('partialAddress', { address: candidate.address });
  if (birthDate === 'close') add('closeBirthDate', { date: candidate.birthDate });
  return reasons;
}
