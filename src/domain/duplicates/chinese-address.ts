import { simplify } from '../names/unpack-table.ts';
import { NUMERAL_CHARS, readChineseNumeral } from '../numbers/chinese-numerals.ts';
import { type AddressParts, NO_ADDRESS } from './address-parts.ts';

const NUMERALS = new RegExp(`[${NUMERAL_CHARS}]+(?=号|栋|幢|座|单元|室|层|弄|期|组|队|段)`, 'g');
const PROVINCE = /^(?:中国)?([^市区县\d]{2,7}?(?:省|自治区|特别行政区))/;
const CITY = /^([^区县路街\d]{2,7}?(?:市|自治州|地区|盟))/;
const DISTRICT = /^([^路街\d]{1,6}?(?:区|县|旗|市))/;
const TOWN = /^([^路\d]{1,6}?(?:街道|镇|乡))(?=.)/;
const ROAD = /^([^\d]{1,20}?(?:大道|大街|胡同|[路街道巷弄]))(?=[东西南北中]?\d|$)/;
const VILLAGE = /^([^\d]{1,12}?(?:新村|[村里屯庄苑]))/;
const HOUSE = /^(?:[东西南北中]?(?:\d+段)?)0*(\d+(?:[-之]\d+)?)(?:号(?!楼)|弄|巷|(?=[^\d栋幢座单室层号-])|$)/;
const BUILDING = /0*(\d+|[a-z]|[甲乙丙丁])(?:号楼|栋|幢|座)/;
const UNIT = /0*(\d+|[a-z])单元/;
const ROOM = /0*(\d+[a-z]?)(?:室|房)/;
const DASHED = /0*(\d+)[-/](?:0*(\d+)[-/])?0*(\d+[a-z]?)$/;

/**
 * @param text half-width, lower case, with Chinese characters
 * @example parseChineseAddress('姑苏区人民路950号金色港湾4-1906') // { district: '姑苏区', road: '人民路', number: '950', estate: '金色港湾', building: '4', room: '1906', … }
 */
export function parseChineseAddress(text: string): AddressParts {
  let rest = simplify(text)
    .replace(/[\s,，。.、;；()（）【】]/g, '')
    .replace(/[#＃](?=\d|$)/g, '')
    .replace(/#/g, '号楼')
    .replace(/[—–_~]/g, '-')
    .replace(NUMERALS, (word) => String(readChineseNumeral(word) ?? word));
  const take = (pattern: RegExp): string => {
    const match = pattern.exec(rest);
    if (!match) return '';
    rest = rest.slice(match[0].length);
    return match[1]!;
  };
  const province = take(PROVINCE);
  const city = take(CITY);
  const districtMatch = DISTRICT.exec(rest)?.[1] ?? '';
  const district = /[小园社]区$/.test(districtMatch) ? '' : take(DISTRICT);
  take(TOWN);
  const road = take(ROAD);
  const village = road === '' ? take(VILLAGE) : '';
  const number = road === '' && village === '' ? '' : take(HOUSE);
  const estate = village || (/^(?:[^\d]*?)(?=\d|[a-z]座|$)/.exec(rest)?.[0] ?? '').replace(/[-号]$/, '');
  const parts = { ...NO_ADDRESS, province, city, district, road, number, estate };
  return { ...parts, ...parseHouse(rest) };
}

function parseHouse(rest: string): Pick<AddressParts, 'building' | 'unit' | 'room'> {
  const building = BUILDING.exec(rest)?.[1] ?? '';
  const unit = UNIT.exec(rest)?.[1] ?? '';
  const room = ROOM.exec(rest)?.[1] ?? '';
  if (building || unit || room)
    return { building, unit, room: room || (/(?:栋|幢|座|楼|单元|层)0*(\d+[a-z]?)$/.exec(rest)?.[1] ?? '') };
  const dashed = DASHED.exec(rest);
  if (dashed) return { building: dashed[1]!, unit: dashed[2] ?? '', room: dashed[3]! };
  return { building: '', unit: '', room: /^\D*0*(\d{3,4}[a-z]?)$/.exec(rest)?.[1] ?? '' };
}
