import { type AddressParts, NO_ADDRESS } from './address-parts.ts';

const WORDS: Readonly<Record<string, string>> = {
  st: 'street',
  str: 'street',
  rd: 'road',
  ave: 'avenue',
  av: 'avenue',
  blvd: 'boulevard',
  dr: 'drive',
  ln: 'lane',
  ct: 'court',
  crt: 'court',
  cres: 'crescent',
  cr: 'crescent',
  pl: 'place',
  sq: 'square',
  hwy: 'highway',
  pde: 'parade',
  tce: 'terrace',
  cl: 'close',
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
};
const ROADS =
  'street road avenue boulevard drive lane court crescent place square highway parade terrace close way circuit grove path walk row mews quay rise gardens loop';
const ROAD = new RegExp(
  `\\b(\\d+[a-z]?(?:-\\d+)?)\\s+((?:[a-z']+\\s+){1,4}?(?:${ROADS.split(' ').join('|')})(?:\\s(?:north|south|east|west))?)\\b`,
);
const ROOM = /\b(?:flat|apt|apartment|unit|suite|ste|room|rm|shop)\s*#?\s*([a-z]?\d+[a-z]?|[a-z])\b|#\s*(\d+[a-z]?)\b/;
const SLASHED = /^\s*([a-z]?\d+[a-z]?)\s*\/\s*(?=\d+[a-z]?\s+[a-z])/;
const BUILDING = /\b(?:block|blk|building|bldg|tower)\s*([a-z]?\d+[a-z]?|[a-z])\b/;

/**
 * @param text half-width, lower case
 * @example parseEnglishAddress('apt 5, 44 forbes st, wintersloe') // { number: '44', road: 'forbes street', room: '5', city: 'wintersloe', … }
 */
export function parseEnglishAddress(text: string): AddressParts {
  let rest = text.replace(/\./g, ' ').replace(/[a-z]+/g, (word) => WORDS[word] ?? word);
  const room = ROOM.exec(rest) ?? SLASHED.exec(rest);
  if (room) rest = rest.replace(room[0], ' ');
  const building = BUILDING.exec(rest);
  if (building) rest = rest.replace(building[0], ' ');
  const road = ROAD.exec(rest.replace(/,/g, ' , '));
  const behind = road ? rest.replace(/,/g, ' , ').slice(road.index + road[0].length) : rest;
  const place = behind
    .replace(/\d+(?:\/f|f)?\b/g, ' ')
    .split(',')
    .map((part) => part.replace(/[^a-z]+/g, ' ').trim())
    .filter((part) => part !== '');
  return {
    ...NO_ADDRESS,
    number: road?.[1] ?? '',
    road: road?.[2]?.replace(/\s+/g, ' ') ?? '',
    // Without a road the whole text is what there is to compare.
    estate: road ? '' : place.join(' '),
    city: road ? (place[0] ?? '') : '',
    building: building?.[1] ?? '',
    room: room?.[1] ?? room?.[2] ?? '',
  };
}
