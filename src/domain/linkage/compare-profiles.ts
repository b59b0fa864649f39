import { chanceOf } from './base-rates.ts';
import { compareNames, type NameFinding } from './compare-names.ts';
import { compareOwn } from './compare-own.ts';
import { comparePlaces } from './compare-places.ts';
import type { BirthLevel, Comparison, EmailLevel, IdentifierLevel, PhoneLevel } from './comparison.ts';
import { oneSlip } from './one-slip.ts';
import type { EmailProfile, OwnValue, PhoneProfile, Profile, Profiles } from './profile.ts';

/** Chances that a stranger has the very phone, mailbox, door, birth date or number, without the register. */
const PHONE = 1e-5;
const EMAIL = 1e-5;
const DOOR = 5e-5;
const BIRTH = 5e-5;
const IDENTIFIER = 1e-6;
/** That the mailbox of a namesake differs only in its digits or its service. */
const NUMBERED = 0.02;
/** Shortest mailbox name that says something without its service. */
const LONG_LOCAL = 6;

/**
 * Compares two rows; undefined, at little cost, where nothing speaks for one customer: another name, and neither phone,
 * mailbox, birth date nor number in common.
 */
export function compareRows(profiles: Profiles, a: Profile, b: Profile): Comparison | undefined {
  const name = compareNames(profiles, a.name, b.name);
  const other = name.level === 'different' || name.level === 'unfit' || name.level === 'surname';
  return other && !shareValue(a, b) ? undefined : complete(profiles, a, b, name);
}

/** Whether two rows have a phone, a mailbox, a birth date or a number in common. */
function shareValue(a: Profile, b: Profile): boolean {
  if ((a.birth !== 0 && a.birth === b.birth) || (a.email !== undefined && a.email === b.email)) return true;
  for (const phone of a.phones) if (b.phones.includes(phone)) return true;
  return a.identifiers.some(({ id }) => b.identifiers.some((other) => other.id === id));
}

/** Like {@link compareRows}, whatever comes out. */
export function compareWholly(profiles: Profiles, a: Profile, b: Profile): Comparison {
  return complete(profiles, a, b, compareNames(profiles, a.name, b.name));
}

function complete(profiles: Profiles, a: Profile, b: Profile, name: NameFinding): Comparison {
  const phone = comparePhones(profiles, a.phones, b.phones);
  const email = compareEmails(a.email, b.email);
  const birth = compareBirths(a.birth, b.birth);
  const identifier = compareIdentifiers(a.identifiers, b.identifiers);
  const address = comparePlaces(a.address, b.address, profiles.organisations);
  const door = address === 'door' && a.address!.door !== 0 && a.address!.door === b.address!.door ? a.address!.door : 0;
  const own = compareOwn(profiles.own, a.own, b.own);
  return {
    organisation: profiles.organisations || (a.name?.name.kind === 'company' && b.name?.name.kind === 'company'),
    name: name.level,
    nameChance: name.chance,
    phone: phone.level,
    phoneChance: phone.chance,
    email,
    emailChance:
      email === 'same'
        ? chanceOf(profiles.emails, a.email!.id, EMAIL)
        : email === 'similar'
          ? similarChance(a.email!, b.email!)
          : 0,
    birth,
    birthChance: birth === 'same' ? chanceOf(profiles.births, a.birthId, BIRTH) : 0,
    address,
    addressChance: door === 0 ? 0 : chanceOf(profiles.doors, door, DOOR),
    identifier,
    identifierChance: identifier === 'same' ? identifierChance(profiles, a.identifiers, b.identifiers) : 0,
    sex: a.sex === 0 || b.sex === 0 ? 'missing' : a.sex === b.sex ? 'same' : 'different',
    own: own.levels,
    ownChances: own.chances,
  };
}

interface PhoneFinding {
  readonly level: PhoneLevel;
  readonly chance: number;
}

function comparePhones({ phones }: Profiles, a: readonly PhoneProfile[], b: readonly PhoneProfile[]): PhoneFinding {
  if (a.length === 0 || b.length === 0) return { level: 'missing', chance: 0 };
  let landline = 0;
  for (const phone of a) {
    for (const other of b) {
      if (other.id !== phone.id) continue;
      if (!phone.landline) return { level: 'mobile', chance: chanceOf(phones, phone.id, PHONE) };
      landline = phone.id;
    }
  }
  if (landline !== 0) return { level: 'landline', chance: chanceOf(phones, landline, PHONE) };
  for (const { digits } of a) {
    if (digits.length < 7) continue;
    for (const other of b) if (other.digits.length >= 7 && oneSlip(digits, other.digits)) return { level: 'near', chance: 0 };
  }
  return { level: 'different', chance: 0 };
}

function compareEmails(a: EmailProfile | undefined, b: EmailProfile | undefined): EmailLevel {
  if (!a || !b) return 'missing';
  if (a.id === b.id) return 'same';
  return Math.min(a.local.length, b.local.length) >= LONG_LOCAL && oneSlip(a.local, b.local) ? 'similar' : 'different';
}

/** li.hua88 and li.hua66 are mailboxes of two people of one name as often as of one; 0 leaves it to the model. */
function similarChance({ local }: EmailProfile, other: EmailProfile): number {
  const letters = local.replace(/\d/g, '');
  return letters !== '' && letters === other.local.replace(/\d/g, '') ? NUMBERED : 0;
}

/** `close`: day and month swapped, a slip, or 1 January of the same year, which stands for "day not known". */
function compareBirths(a: number, b: number): BirthLevel {
  if (a === 0 || b === 0) return 'missing';
  if (a === b) return 'same';
  const [restA, restB] = [a % 10_000, b % 10_000];
  if (a - restA === b - restB) {
    const swapped = (restA % 100) * 100 + Math.floor(restA / 100);
    if (swapped === restB || restA === 101 || restB === 101) return 'close';
  }
  return oneSlip(String(a), String(b)) ? 'close' : 'different';
}

function compareIdentifiers(a: readonly OwnValue[], b: readonly OwnValue[]): IdentifierLevel {
  if (a.length === 0 || b.length === 0) return 'missing';
  if (a.some(({ id }) => b.some((other) => other.id === id))) return 'same';
  return a.some(({ text }) => text.length >= 5 && b.some((other) => other.text.length >= 5 && oneSlip(text, other.text)))
    ? 'near'
    : 'different';
}

function identifierChance({ identifiers }: Profiles, a: readonly OwnValue[], b: readonly OwnValue[]): number {
  const shared = a.find(({ id }) => b.some((other) => other.id === id))!;
  return chanceOf(identifiers, shared.id, IDENTIFIER);
}
