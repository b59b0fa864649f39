import { cantoneseOf, foldCantonese, isCantoneseSyllable, spellsCantonese } from '../names/cantonese.ts';
import { similarNames } from '../names/similar-names.ts';
import { chanceOf } from './base-rates.ts';
import { compareFirms } from './compare-firms.ts';
import { alikeWords, compareWords } from './compare-words.ts';
import type { NameLevel } from './comparison.ts';
import { oneSlip } from './one-slip.ts';
import type { NameProfile, Profiles } from './profile.ts';

export interface NameFinding {
  readonly level: NameLevel;
  /** That strangers agree like this; 0 unknown. */
  readonly chance: number;
}

/** Of two people of one surname, how often the given names are a slip apart by chance. */
const SLIP = 0.04;

const MISSING: NameFinding = { level: 'missing', chance: 0 };
const DIFFERENT: NameFinding = { level: 'different', chance: 0 };
const UNFIT: NameFinding = { level: 'unfit', chance: 0 };

/** How far two names agree, and how often strangers' names do. */
export function compareNames(profiles: Profiles, a: NameProfile | undefined, b: NameProfile | undefined): NameFinding {
  if (!a || !b) return MISSING;
  if (a.name.kind === 'company' || b.name.kind === 'company') {
    if (a.name.han !== '' && b.name.han !== '') return compareFirms(profiles, a, b);
    return a.name.han === '' && b.name.han === '' ? compareWords(profiles, a, b) : DIFFERENT;
  }
  if (a.name.partial || b.name.partial) return comparePart(profiles, a, b);
  if (a.name.han !== '' && b.name.han !== '') return compareChinese(profiles, a, b);
  if (a.name.han === '' && b.name.han === '') return compareWords(profiles, a, b);
  return compareAcross(profiles, a, b);
}

/** The chance of a whole name: its parts taken for independent, which duplicates in the register do not blur. */
export function nameChance({ size, parts: values, partRates }: Profiles, parts: readonly number[]): number {
  return parts.reduce((chance, part) => chance * chanceOf(values, part, partRates[part]!, size), 1);
}

/** At least as many people are spelt like a name as are written like it: zhang wei says no more than 张伟. */
function spelledChance(profiles: Profiles, { parts, soundParts }: NameProfile): number {
  return Math.max(nameChance(profiles, soundParts), nameChance(profiles, parts));
}

function surnameChance(profiles: Profiles, { parts }: NameProfile): number {
  return nameChance(profiles, parts.slice(0, 1));
}

function compareChinese(profiles: Profiles, a: NameProfile, b: NameProfile): NameFinding {
  const [x, y] = [a.name.han, b.name.han];
  if (x === y) return { level: 'same', chance: nameChance(profiles, a.parts) };
  if (meet(a.sounds, b.sounds)) return { level: 'sound', chance: nameChance(profiles, a.soundParts) };
  if (meet(a.alike, b.alike)) return { level: 'near', chance: SLIP * surnameChance(profiles, a) };
  // 晓嘉邓 for 邓晓嘉
  if (x.length === y.length && x.length >= 3 && (x.slice(-1) + x.slice(0, -1) === y || y.slice(-1) + y.slice(0, -1) === x))
    return { level: 'near', chance: SLIP * surnameChance(profiles, a) };
  if (a.name.surname !== b.name.surname) {
    // a slip in the surname: 周山海 and 邹山海 sound alike and went before
    return x.length >= 3 && oneSlip(x, y) ? { level: 'near', chance: nameChance(profiles, a.parts.slice(1)) * SLIP } : DIFFERENT;
  }
  const chance = surnameChance(profiles, a);
  if (shorter(x, y) || (x.length >= 3 && swappedGiven(a.name.given, b.name.given)))
    return { level: 'near', chance: SLIP * chance };
  if (x.length >= 3 && oneSlip(x, y)) return { level: 'sibling', chance: SLIP * chance };
  return { level: 'surname', chance };
}

/** 吴玉 of 吴玉娜, 杨强 of 杨荣强: a character of the given name was left out. */
function shorter(a: string, b: string): boolean {
  const [x, y] = a.length < b.length ? [a, b] : [b, a];
  return x.length === 2 && y.length === 3 && x.charAt(0) === y.charAt(0) && y.indexOf(x.charAt(1), 1) > 0;
}

const swappedGiven = (a: string, b: string): boolean => a.length === 2 && b === a.charAt(1) + a.charAt(0);

/** A name in characters and one in Latin letters: by pinyin, and in Hong Kong by the Cantonese spelling. */
function compareAcross(profiles: Profiles, a: NameProfile, b: NameProfile): NameFinding {
  const [han, latin] = a.name.han !== '' ? [a, b] : [b, a];
  // both in one cell, as 陳大文 Chan Tai Man
  if (han.name.latin !== '' && han.words.length > 1 && sameWords(han.words, latin.words))
    return { level: 'sound', chance: nameChance(profiles, latin.parts) };
  const sounded = profiles.cantonese ? cantoneseOf(han.name.han) : undefined;
  if (sounded && spellsCantonese(latin.name.latin, sounded, han.name.surname.length)) {
    return { level: 'sound', chance: 2 * spelledChance(profiles, han) };
  }
  if (meet(han.sounds, latin.sounds)) return { level: 'sound', chance: spelledChance(profiles, han) };
  const { level } = similarNames(a.name, b.name);
  if (level === 'near') return { level, chance: SLIP * surnameChance(profiles, han) };
  if (profiles.cantonese) return sounded ? compareSounded(profiles, han, latin, sounded) : MISSING;
  return han.surname !== 0 && han.surname === latin.surname
    ? { level: 'surname', chance: surnameChance(profiles, han) }
    : DIFFERENT;
}

/** Peter Chan fits 陳大文 as far as it goes; Chan Siu Ming does not. */
function compareSounded(profiles: Profiles, han: NameProfile, latin: NameProfile, sounded: readonly string[]): NameFinding {
  const surname = sounded.slice(0, han.name.surname.length).join('');
  const words = latin.words.map(foldCantonese);
  const at = words.indexOf(surname);
  if (at < 0) return DIFFERENT;
  const given = sounded.slice(han.name.surname.length);
  const other = latin.words.some((word, index) => index !== at && isCantoneseSyllable(word) && !given.includes(words[index]!));
  return { level: other ? 'surname' : 'fits', chance: surnameChance(profiles, han) };
}

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word) => b.includes(word));

/** 吴太太 and 吴玉娜, J. Smith and John Smith. */
function comparePart(profiles: Profiles, a: NameProfile, b: NameProfile): NameFinding {
  const surname = a.surname || b.surname;
  const chance = surname === 0 ? 0 : chanceOf(profiles.surnames, surname, 0.01);
  if (a.name.han === '' && b.name.han === '') {
    const [few, many] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
    const left = [...many];
    const fitting = few.filter((word) => {
      const at = left.findIndex((other) => alikeWords(word, other, profiles.cantonese));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
    if (fitting.length === few.length) return { level: a.whole === b.whole && few.length > 1 ? 'near' : 'fits', chance };
    return fitting.some((word) => word.length > 1) ? { level: 'surname', chance } : UNFIT;
  }
  return similarNames(a.name, b.name).level === 'different' ? UNFIT : { level: 'fits', chance };
}

function meet(a: readonly number[], b: readonly number[]): boolean {
  for (const one of a) if (b.includes(one)) return true;
  return false;
}
