import { foldCantonese, isCantoneseSyllable } from '../names/cantonese.ts';
import { sameGivenName } from '../names/nicknames.ts';
import { surnameRank } from '../names/surnames.ts';
import { editDistance } from '../text/edit-distance.ts';
import { chanceOf } from './base-rates.ts';
import type { NameFinding } from './compare-names.ts';
import { oneSlip } from './one-slip.ts';
import type { NameProfile, Profiles } from './profile.ts';

/** Letters from which on a name may hold a second slip. */
const LONG_NAME = 9;
/** Strangers' names with a slip, or in other words, are this much commoner than exactly the same ones. */
const SLIPS = 8;
/** Share of what tells a firm's name from others, by the logarithm of its chance, that must be common. */
const MOST_OF_NAME = 0.75;
/** Words of a name go together (la grenouille): near names are never as rare as their words' rates make out. */
const LEAST_NEAR = 0.0005;
const MOST_NEAR = 0.05;
/** A word that fewer rows than this share have is enough to know a shop by: "fenix" of "fenix at the argyle". */
const TELLING_WORD = 0.004;

/** Latin names word by word, in any order; words run together or apart, slips and shortened words are forgiven. */
export function compareWords(profiles: Profiles, a: NameProfile, b: NameProfile): NameFinding {
  const [x, y] = [a.words.join(''), b.words.join('')];
  if (x === y || (a.words.length === b.words.length && a.words.every((word) => b.words.includes(word)))) {
    if (a.words.length === 0) return compareOtherScripts(a.whole, b.whole);
    return { level: 'same', chance: wordsChance(profiles, a.parts) };
  }
  const most = Math.min(x.length, y.length) >= LONG_NAME ? 2 : 1;
  if (Math.min(x.length, y.length) >= 4 && x.charAt(0) === y.charAt(0) && editDistance(x, y, most) <= most)
    return { level: 'near', chance: Math.min(SLIPS * wordsChance(profiles, a.parts), 0.01) };
  return compareEachWord(profiles, a, b);
}

function compareEachWord(profiles: Profiles, a: NameProfile, b: NameProfile): NameFinding {
  const [few, many] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const left = many.words.slice();
  const shared: number[] = [];
  let chance = 1;
  few.words.forEach((word, index) => {
    const at = left.findIndex((other) => alikeWords(word, other, profiles.cantonese));
    if (at < 0) return;
    const slip = left[at] !== word;
    left.splice(at, 1);
    shared.push(index);
    if (word.length > 1) chance *= Math.min(wordChance(profiles, few.parts[index]!) * (slip ? SLIPS : 1), 0.5);
  });
  if (shared.length === 0) return { level: 'different', chance: 0 };
  const telling = shared.length >= 2 || (profiles.organisations && chance < TELLING_WORD);
  const near = { level: 'near' as const, chance: Math.min(Math.max(chance * SLIPS, LEAST_NEAR), MOST_NEAR) };
  if (shared.length === few.words.length && telling) return near;
  // of a firm, most of what tells it from others is common
  if (profiles.organisations && chance < TELLING_WORD && chance < wordsChance(profiles, few.parts) ** MOST_OF_NAME) return near;
  const level = !profiles.organisations && !profiles.cantonese && sharesGivenName(a, b) ? 'given' : 'half';
  return { level, chance: Math.min(2 * chance, 0.5) };
}

/** Thomas Petersen and Thomas Tuckwell: the first of two words, where it is no surname. */
function sharesGivenName({ words: a }: NameProfile, { words: b }: NameProfile): boolean {
  return (
    a.length === 2 && b.length === 2 && a[0] === b[0] && a[0]!.length >= 3 && surnameRank(a[0]!) === Number.POSITIVE_INFINITY
  );
}

/** Equal, a slip apart, or one short for the other: deli and delicatessen, j and john. */
export function alikeWords(a: string, b: string, cantonese: boolean): boolean {
  if (a === b) return true;
  if (cantonese && isCantoneseSyllable(a) && isCantoneseSyllable(b)) return foldCantonese(a) === foldCantonese(b);
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 1 || short.length === 4) if (long.startsWith(short)) return true;
  return (short.length >= 4 && oneSlip(a, b)) || sameGivenName(a, b);
}

const wordChance = ({ size, parts, partRates }: Profiles, id: number): number => chanceOf(parts, id, partRates[id]!, size);

function wordsChance(profiles: Profiles, ids: readonly number[]): number {
  return ids.reduce((chance, id) => chance * wordChance(profiles, id), 1);
}

function compareOtherScripts(a: string, b: string): NameFinding {
  if (a === b) return { level: 'same', chance: 0 };
  return { level: Math.min(a.length, b.length) >= 4 && oneSlip(a, b) ? 'near' : 'different', chance: 0 };
}
