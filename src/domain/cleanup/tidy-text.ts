import { cleanLongText, cleanText } from '../text/clean-text.ts';
import { foldLettersAndDigits, foldWidth } from '../text/fold-width.ts';
import { placeAtStart } from './places.ts';

const han = '\\u3400-\\u9fff';
const spaceInHan = new RegExp(`([${han}]) +(?=[${han}])`, 'g');
/** What people type between the parts of an address; between two roads a sign means something (文三路、学院路口). */
const afterDistrict = new RegExp(`([省市区县旗州盟])[ ,，;；|/\\\\·.。、-]+(?=[${han}\\d])`, 'g');
/** Beside digits, where the address does not keep a space at each of them (文三路 100 号 2 栋). */
const spaceAtDigit = new RegExp(`([${han}]) +(?=\\d)|(\\d) +(?=[${han}])`, 'g');
const tightDigit = new RegExp(`[${han}]\\d|\\d[${han}]`);
const mostTurns = 5;
const doubledPlace = /^([\u4e00-\u9fff]{2,8}?(?:省|市|自治区))\1/;

/**
 * A Chinese address in one spelling: half-width letters, digits and signs between digits, no spaces between characters
 * and none at digits unless at all of them, no separators behind province, city and district, and the province put before a city that tells it. Other addresses
 * only lose what is too much of spaces.
 *
 * @returns the address, and the province that was added to it
 * @example tidyAddress('杭州市 西湖区，文三路１００号') // { text: '浙江省杭州市西湖区文三路100号', added: '浙江省' }
 */
export function tidyAddress(typed: string): { text: string; added?: string } {
  let { text, added } = tidyOnce(typed);
  // A part that was mended may show another: 上海 before 上海市 reads 上海市上海市, and then 上海市.
  for (let turn = 0; turn < mostTurns; turn++) {
    const again = tidyOnce(text);
    if (again.text === text) break;
    text = again.text;
    added ??= again.added;
  }
  return added === undefined ? { text } : { text, added };
}

function tidyOnce(typed: string): { text: string; added?: string | undefined } {
  const clean = cleanLongText(typed);
  if (!/[\u4e00-\u9fff]/.test(clean)) return { text: clean };
  const text = clean
    .replace(/([a-z\d])[－—–](?=[a-z\d])/gi, '$1-')
    .replace(/＃/g, '#')
    .replace(spaceInHan, '$1')
    .replace(afterDistrict, '$1')
    .replace(/^[,，;；、.。\s]+|[,，;；、\s]+$/g, '')
    .replace(doubledPlace, '$1');
  const even = tightDigit.test(text) ? text.replace(spaceAtDigit, '$1$2') : text;
  const place = placeAtStart(even);
  if (!place) return { text: even };
  const city = place.city === undefined ? '' : `${place.city}市`;
  const whole = `${place.province.name}${city}${place.rest}`;
  return even.startsWith(place.province.name) ? { text: whole } : { text: whole, added: place.province.name };
}

/**
 * A name in one spelling: half-width letters and digits, and no spaces inside a name of Chinese characters.
 *
 * @example tidyName('张 伟') // '张伟'
 */
export function tidyName(typed: string): string {
  const text = foldLettersAndDigits(cleanText(typed));
  return new RegExp(`^[${han} ]+$`).test(text) ? text.replace(/ /g, '') : text;
}

/** A model or another code: half-width throughout. @example tidyCode('ＫＦＲ－３５ＧＷ') // 'KFR-35GW' */
export const tidyCode = (typed: string): string => cleanText(foldWidth(typed));
