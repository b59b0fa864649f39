import { cleanText } from '../text/clean-text.ts';
import { editDistance } from '../text/edit-distance.ts';
import { foldWidth } from '../text/fold-width.ts';
import { type AddressParts, NO_ADDRESS } from './address-parts.ts';
import { parseChineseAddress } from './chinese-address.ts';
import { parseEnglishAddress } from './english-address.ts';

/**
 * `same`: the same door, or the same house where neither names a door; `partial`: the same house as far as told;
 * `road`: only the road is the same; `different`: a part contradicts; `unknown`: nothing to compare.
 */
export type AddressLevel = 'same' | 'partial' | 'road' | 'different' | 'unknown';

/** Takes an address apart, Chinese or English by its characters. */
export function parseAddress(text: string): AddressParts {
  const plain = foldWidth(cleanText(text)).toLowerCase();
  if (plain === '') return NO_ADDRESS;
  return /[\u4e00-\u9fff]/.test(plain) ? parseChineseAddress(plain) : parseEnglishAddress(plain);
}

/**
 * How far two addresses agree, part by part; parts that one of them leaves out do not count against it.
 *
 * @example compareAddresses('姑苏区人民路950号金色港湾4-1906', '江苏省苏州市姑苏区人民路９５０号金色港湾4栋1906室') // 'same'
 */
export function compareAddresses(a: string | AddressParts, b: string | AddressParts): AddressLevel {
  const x = typeof a === 'string' ? parseAddress(a) : a;
  const y = typeof b === 'string' ? parseAddress(b) : b;
  const road = compare(x.road, y.road, sameRoad);
  const estate = compare(x.estate, y.estate, sameEstate);
  if (road === undefined && estate === undefined) return 'unknown';
  if (road === false || (road === undefined && estate === false)) return 'different';
  const number = compare(x.number, y.number);
  const building = compare(x.building, y.building);
  const room = compare(x.room, y.room);
  if (number === false || building === false || room === false || compare(x.unit, y.unit) === false) return 'different';
  const place = compare(x.city, y.city, sameEnd) !== false && compare(x.province, y.province, sameEnd) !== false;
  const house = number === true || (estate === true && (building === true || road === undefined));
  if (room === true && house) return place ? 'same' : 'different';
  // Roads of the same name are in every town; a district that contradicts counts unless the door is the same.
  if (!place || compare(x.district, y.district, sameEnd) === false) return 'different';
  if (!house) return 'road';
  return !x.room && !y.room && building !== undefined ? 'same' : 'partial';
}

function compare(a: string, b: string, same: (a: string, b: string) => boolean = (x, y) => x === y): boolean | undefined {
  return a === '' || b === '' ? undefined : same(a, b);
}

/** 四川成都锦江长江路 ends with 长江路; one wrong character is forgiven in longer ones. */
function sameRoad(a: string, b: string): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  return longer.endsWith(shorter) || (shorter.length >= 4 && editDistance(a, b, 1) <= 1);
}

function sameEstate(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a) || (a.length >= 3 && editDistance(a, b, 1) <= 1);
}

/** 苏州市 and 江苏苏州市. */
function sameEnd(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a);
}
