import { type Province, provinces } from './place-table.ts';

/** What the beginning of a Chinese address says for certain. */
export interface PlaceAtStart {
  province: Province;
  /** without 市; absent where the address names the province only, or the province is a city */
  city?: string;
  /** what stands behind province and city */
  rest: string;
}

const isCity = (province: Province): boolean => province.name.endsWith('市');
/** 杭州西湖区…: a city without 市 is one only before a district; 南京路, 北京东路社区 and 上海超市 are in other towns, too. */
const district = /^(?:(?![路街道巷弄])[\u4e00-\u9fff]){1,5}?(?<![社小园校厂景超菜城门夜])(?:区|县|市)(?!域|场)/;

function cityAtStart(text: string, among: readonly Province[]): PlaceAtStart | undefined {
  for (const province of among) {
    for (const city of province.cities) {
      if (!text.startsWith(city)) continue;
      const behind = text.slice(city.length);
      const rest = behind.startsWith('市') ? behind.slice(1) : behind;
      if (rest === behind && !district.test(behind)) continue;
      return { province, city: isCity(province) ? undefined : city, rest };
    }
  }
  return undefined;
}

/**
 * Province and city that an address begins with, where that is certain: named in full, or a city that is no road's name.
 *
 * @param text without spaces
 * @example placeAtStart('杭州市文三路1号')?.province.short // '浙江'
 * @example placeAtStart('南京路1号') // undefined
 */
export function placeAtStart(text: string): PlaceAtStart | undefined {
  for (const province of provinces()) {
    const full = text.startsWith(province.name);
    if (!full && !text.startsWith(province.short)) continue;
    const behind = text.slice((full ? province.name : province.short).length);
    if (isCity(province)) return full || district.test(behind) ? { province, rest: behind } : undefined;
    // 广西自治区, 内蒙古省 and the like are no names: only the short one with a city behind it counts.
    const city = cityAtStart(behind, [province]);
    if (city) return city;
    if (full) return { province, rest: behind };
  }
  return cityAtStart(text, provinces());
}

/**
 * The province of a mainland landline.
 *
 * @param e164 as the phone parser gives it
 * @example provinceOfNumber('+8657187654321')?.short // '浙江'
 */
export function provinceOfNumber(e164: string): Province | undefined {
  const national = /^\+86([2-9]\d{8,10}|10\d{7,8})$/.exec(e164)?.[1];
  if (national === undefined) return undefined;
  const code = `0${/^(?:10|2)/.test(national) ? national.slice(0, 2) : national.slice(0, 3)}`;
  return provinces().find(({ codes }) => codes.includes(code));
}
