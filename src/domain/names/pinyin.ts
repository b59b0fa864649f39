import { splitHanName, surnameReadings } from './surnames.ts';
import { readingsOf, simplify } from './unpack-table.ts';

/** Combinations of double readings that are followed up; more would make strangers alike. */
const MOST_READINGS = 4;

/**
 * All likely readings of a name by syllable, the likeliest first, at most four: the surname as surnames are read, given
 * names in at most two ways each. One without syllables where there is no Chinese character.
 *
 * @example syllablesOf('曾胜鑫') // [['zeng', 'sheng', 'xin']]
 */
export function syllablesOf(name: string): string[][] {
  const han = simplify(name).replace(/[^\u4e00-\u9fa5]/g, '');
  const { surname, given } = splitHanName(han);
  let readings: string[][] = (surnameReadings(surname) ?? []).map((reading) => reading.split('-'));
  if (readings.length === 0) {
    const usual = Array.from(surname, (char) => readingsOf(char)[0] ?? '');
    readings = [usual.filter((syllable) => syllable !== '')];
  }
  for (const char of given) {
    const ways = readingsOf(char);
    if (ways.length === 0) continue;
    const longer: string[][] = [];
    for (const way of readings.length * ways.length > MOST_READINGS ? ways.slice(0, 1) : ways) {
      for (const reading of readings) longer.push([...reading, way]);
    }
    readings = longer;
  }
  return readings;
}

/**
 * A Chinese name in pinyin without tones and spaces, ü as v, in each of its likely readings, the likeliest first
 * (at most four). Empty where there is no Chinese character.
 *
 * @example pinyinOf('曾胜鑫') // ['zengshengxin']
 */
export function pinyinOf(name: string): string[] {
  const joined = syllablesOf(name).map((syllables) => syllables.join(''));
  return joined[0] === '' ? [] : joined;
}

/**
 * The first letters of a Chinese name's syllables, in its likeliest reading.
 *
 * @example initialsOf('张伟') // 'zw'
 */
export function initialsOf(name: string): string {
  return (syllablesOf(name)[0] ?? []).map((syllable) => syllable.charAt(0)).join('');
}
