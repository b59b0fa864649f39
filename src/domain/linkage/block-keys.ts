import { cantoneseOf, foldCantonese } from '../names/cantonese.ts';
import { hashPair, hashText } from './hash.ts';
import type { NameProfile, Profile, Profiles } from './profile.ts';

/** Rows that share a key beyond this number are paired only through narrower keys. */
export const LARGEST_BLOCK = 60;
/** Shortest word, mailbox name or number that is a key by itself. */
const LONG = 6;

/**
 * The keys of one row: rows that share one are compared. Several passes, so that a slip in one field leaves the others;
 * different keys may collide, which only costs a comparison.
 */
export function keysOf(profiles: Profiles, profile: Profile, keys: number[]): void {
  const { phones, email, identifiers, address, name, birth } = profile;
  for (const { id, digits } of phones) {
    keys.push(hashPair(id, 1));
    if (digits.length >= 7) addHalves(digits, 2, keys);
  }
  if (email) {
    keys.push(hashPair(email.id, 4));
    if (email.local.length >= LONG) addHalves(email.local, 5, keys);
  }
  for (const { text } of identifiers) {
    keys.push(hashText(text, 8));
    if (text.length >= LONG) addHalves(text, 9, keys);
  }
  if (address && address.door !== 0) keys.push(hashPair(address.door, 12));
  // 1 January stands for "not known"
  if (birth !== 0 && birth % 10_000 !== 101) keys.push(hashPair(birth, 13));
  if (!name) return;
  if (!name.name.partial) addNameKeys(profiles, profile, name, keys);
  if (name.name.han === '') addWordKeys(profiles, profile, name, keys);
  else if (address?.chinese) {
    const { number, room } = address.parts;
    keys.push(hashPair(name.surname, hashText(`${roadEnd(profile)}${number}${room}`, 14)));
  }
}

/** A slip leaves one half as it is. */
function addHalves(text: string, seed: number, keys: number[]): void {
  const half = Math.ceil(text.length / 2) + 1;
  keys.push(hashText(text.slice(0, half), seed), hashText(text.slice(-half), seed + 1));
}

function addNameKeys(profiles: Profiles, profile: Profile, name: NameProfile, keys: number[]): void {
  const { phones, email, birth } = profile;
  for (const sound of name.sounds) {
    keys.push(hashPair(sound, 20));
    if (profiles.sounds.count(sound) <= LARGEST_BLOCK / 2) continue;
    // a name that many have, with something else
    if (birth !== 0) keys.push(hashPair(sound, (birth % 10_000) + 21), hashPair(sound, Math.floor(birth / 10_000) + 20_000));
    const road = roadEnd(profile);
    if (road !== '') keys.push(hashPair(sound, hashText(road, 22)));
    for (const { digits } of phones)
      keys.push(hashPair(sound, hashText(digits.slice(0, 4), 23)), hashPair(sound, hashText(digits.slice(-4), 24)));
    if (email) keys.push(hashPair(sound, hashText(email.key.slice(0, 4), 25)));
  }
  for (const alike of name.alike) keys.push(hashPair(alike, 26));
  if (birth !== 0) {
    keys.push(hashPair(birth, hashPair(name.surname, 27)), hashPair(birth, hashText(name.name.given, 28)));
    // day and month swapped
    const [month, day] = [Math.floor(birth / 100) % 100, birth % 100];
    if (day <= 12) keys.push(hashPair(Math.floor(birth / 10_000) * 200 + month * day, hashPair(name.surname, 29)));
  }
  if (profiles.cantonese) addCantoneseKeys(name, keys);
}

function addCantoneseKeys(name: NameProfile, keys: number[]): void {
  const { han } = name.name;
  if (han !== '') {
    const sounded = cantoneseOf(han);
    if (sounded) keys.push(hashText(sounded.join(''), 30));
    return;
  }
  const words = name.words.map(foldCantonese);
  if (words.length < 2 || words.length > 5) return;
  const turned = [words[words.length - 1]!, ...words.slice(0, -1)];
  for (const order of [words, turned]) {
    keys.push(hashText(order.join(''), 30));
    // with an English name before or behind
    if (words.length > 2) keys.push(hashText(order.slice(0, -1).join(''), 30), hashText(order.slice(1).join(''), 30));
  }
}

/** A Latin name's words, each with what else is known. */
function addWordKeys(profiles: Profiles, { address, birth, phones }: Profile, name: NameProfile, keys: number[]): void {
  const places = address ? address.place.split(' ').filter((part) => part.length >= 4) : [];
  name.words.forEach((word, index) => {
    if (word.length < 3) return;
    if (birth !== 0) keys.push(hashPair(birth, hashText(word.slice(0, 3), 40)));
    const hashed = hashText(word, 41);
    for (const part of places) keys.push(hashPair(hashText(part, 42), hashed));
    for (const { digits } of phones) keys.push(hashPair(hashed, hashText(digits.slice(-4), 43)));
    if (profiles.parts.count(name.parts[index]!) <= LARGEST_BLOCK / 2) keys.push(hashPair(hashed, 44));
  });
}

function roadEnd({ address }: Profile): string {
  if (!address) return '';
  return address.chinese ? (address.parts.road || address.parts.estate).slice(-2) : address.place.slice(0, 6);
}
