import { type NormalisedName, normaliseName } from '../names/normalise-name.ts';
import { pinyinOf } from '../names/pinyin.ts';
import { soundKey } from '../names/similar-names.ts';
import { readingsOf, simplify } from '../names/unpack-table.ts';
import { shippedRate } from './base-rates.ts';
import { hashText } from './hash.ts';
import { Interner } from './interner.ts';
import type { NameProfile } from './profile.ts';

const BRANCH = /公司(.{2,8}?)分(?:公司|店|部)|[（(]?([\u4e00-\u9fff]{2,6})店[)）]?$/;

/** Takes names apart, each text once, and counts their parts. */
export class NameProfiles {
  readonly sounds = new Interner();
  readonly surnames = new Interner();
  readonly parts = new Interner();
  readonly partRates: number[] = [1];
  private readonly known = new Map<string, NameProfile | undefined>();

  /** Of a text without any letter there is no name. */
  of(text: string): NameProfile | undefined {
    if (text === '') return undefined;
    if (this.known.has(text)) return this.again(this.known.get(text));
    const made = this.make(text);
    this.known.set(text, made);
    return made;
  }

  private again(known: NameProfile | undefined): NameProfile | undefined {
    if (!known) return undefined;
    this.sounds.countAgain(known.sounds[0] ?? 0);
    this.surnames.countAgain(known.surname);
    for (const id of known.parts) this.parts.countAgain(id);
    for (const id of known.soundParts) this.parts.countAgain(id);
    return known;
  }

  private make(text: string): NameProfile | undefined {
    const name = withoutCityWord(normaliseName(text));
    const whole =
      name.han ||
      name.latin ||
      text
        .toLowerCase()
        .replace(/[^\p{L}]+/gu, ' ')
        .trim();
    if (whole === '') return undefined;
    const partial = name.partial || whole.length < 2;
    const words = name.latin === '' ? [] : name.latin.split(' ');
    const branch = name.kind === 'company' || name.han.length > 4 ? BRANCH.exec(simplify(text)) : null;
    return {
      name: partial === name.partial ? name : { ...name, partial },
      whole,
      sounds: name.keys.map((key) => this.sounds.id(key)),
      alike: name.han === '' ? [] : name.keys.map((key) => hashText(soundKey(key), 1)),
      surname: this.surnames.id(name.kind === 'company' ? '' : surnameSound(name)),
      parts: this.ids(partsOf(name, words)),
      soundParts: this.ids(soundPartsOf(name)),
      words,
      branch: branch ? (branch[1] ?? branch[2] ?? '') : '',
    };
  }

  private ids(parts: readonly string[]): number[] {
    return parts.map((part) => {
      const id = this.parts.id(part);
      this.partRates[id] ??= shippedRate(part);
      return id;
    });
  }
}

/** 深圳市佳和 and 深圳佳和 are one firm. */
function withoutCityWord(name: NormalisedName): NormalisedName {
  if (name.kind !== 'company' || !/^.{2,3}[省市]./.test(name.han)) return name;
  const han = name.han.replace(/^(.{2,3})省/, '$1').replace(/^(.{2,4})市/, '$1');
  return { ...name, han, keys: pinyinOf(han).slice(0, 1) };
}

function partsOf({ kind, han, surname, given, partial }: NormalisedName, words: readonly string[]): readonly string[] {
  if (han === '') return words;
  // a company's name by pairs of characters: single ones say little about it
  if (kind === 'company') return Array.from({ length: Math.ceil(han.length / 2) }, (_, i) => `=${han.slice(2 * i, 2 * i + 2)}`);
  return partial ? [] : [`^${surname}`, ...given];
}

function soundPartsOf({ kind, han, surname, given, partial }: NormalisedName): readonly string[] {
  if (han === '' || partial || kind === 'company') return [];
  return [`^~${soundOfSurname(surname)}`, ...Array.from(given, (char) => `~${readingsOf(char)[0] ?? char}`)];
}

function surnameSound({ surname }: NormalisedName): string {
  return /^[a-z]*$/.test(surname) ? surname : soundOfSurname(surname);
}

/** Few surnames, many rows. */
const surnameSounds = new Map<string, string>();

function soundOfSurname(surname: string): string {
  let sound = surnameSounds.get(surname);
  if (sound === undefined) {
    sound = pinyinOf(surname)[0] ?? surname;
    surnameSounds.set(surname, sound);
  }
  return sound;
}
