import type { AddressParts } from '../duplicates/address-parts.ts';
import { parseAddress } from '../duplicates/compare-addresses.ts';
import { Interner } from './interner.ts';
import type { AddressProfile } from './profile.ts';

const CHINESE = /[\u4e00-\u9fff]/;
/** Floors and rooms of Hong Kong: 5樓 is 5/F, and a room may be a letter. */
const FLOOR = /(\d+)\s*(?:樓|楼|\/\s*f\b|f\b)/g;

/** Takes addresses apart, each text once, and counts the doors. */
export class AddressProfiles {
  readonly doors = new Interner();
  private readonly known = new Map<string, AddressProfile | undefined>();

  of(text: string): AddressProfile | undefined {
    if (text === '') return undefined;
    if (this.known.has(text)) {
      const known = this.known.get(text);
      if (known) this.doors.countAgain(known.door);
      return known;
    }
    const made = this.make(text);
    this.known.set(text, made);
    return made;
  }

  private make(text: string): AddressProfile | undefined {
    const parts = parseAddress(text);
    const chinese = CHINESE.test(text);
    const lower = text.toLowerCase();
    const place = chinese ? '' : plainWords(lower);
    if (chinese ? parts.road === '' && parts.estate === '' : place === '') return undefined;
    return {
      parts,
      chinese,
      door: this.doors.id(doorOf(parts)),
      place,
      pairs: chinese ? [] : pairsOf(place),
      // of a mainland door the parts tell all
      numbers: chinese && parts.room !== '' && !/[樓楼]/.test(text) ? NO_NUMBERS : numbersOf(lower.replace(FLOOR, ' $1 ')),
    };
  }
}

const NO_NUMBERS: readonly string[] = [];

const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function pairsOf(place: string): number[] {
  const text = place.replace(/ /g, '');
  const pairs: number[] = [];
  for (let i = 0; i < text.length - 1; i++) pairs.push(text.charCodeAt(i) * 128 + text.charCodeAt(i + 1));
  return pairs.sort((a, b) => a - b);
}

/** Sorted, without the letters that only stand for a direction. */
function numbersOf(text: string): string[] {
  const tokens = text.match(/[a-z]?\d+[a-z]?|(?:^|[^a-z'’])[a-z](?![a-z'’.])/g) ?? [];
  return [...new Set(tokens.map((token) => token.replace(/[^a-z0-9]/g, '').replace(/^0+/, '')))]
    .filter((token) => !/^[nsew]?$/.test(token))
    .sort();
}

function doorOf({ road, number, estate, building, room }: AddressParts): string {
  if ((number === '' && building === '') || (room === '' && number === '')) return '';
  return `${(road || estate).slice(-2)}|${number}|${building}|${room}`;
}
