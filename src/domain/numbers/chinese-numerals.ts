const DIGITS = '零一二三四五六七八九';
const SAME_DIGIT: Readonly<Record<string, string>> = {
  〇: '零',
  '○': '零',
  两: '二',
  兩: '二',
  俩: '二',
  壹: '一',
  贰: '二',
  貳: '二',
  叁: '三',
  參: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  陸: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
  廿: '二十',
  卅: '三十',
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** Any character of which Chinese numerals are made, for patterns. */
export const NUMERAL_CHARS = '零〇○一二三四五六七八九十百千万亿两兩俩壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億廿卅';

/**
 * A whole number in Chinese characters, in places (二十二, 一千二, 三万五千), as digits in a row (二〇二六), or in the forms of
 * bills (壹佰).
 *
 * @returns undefined for anything else
 * @example readChineseNumeral('十一') // 11
 */
export function readChineseNumeral(text: string): number | undefined {
  const plain = text.replace(/./g, (char) => SAME_DIGIT[char] ?? char);
  if (plain === '' || /[^零一二三四五六七八九十百千万亿]/.test(plain)) return undefined;
  if (!/[十百千万亿]/.test(plain)) return Number(plain.replace(/./g, (char) => String(DIGITS.indexOf(char))));
  return readPlaces(plain);
}

function readPlaces(plain: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit = -1;
  let lastPlace = 10;
  let largest = 0;
  let afterZero = false;
  for (const char of plain) {
    const place = PLACES[char];
    if (place === undefined) {
      if (digit > 0) return undefined;
      digit = DIGITS.indexOf(char);
      afterZero = afterZero || digit === 0;
    } else if (place >= 10_000) {
      section += Math.max(digit, 0);
      if (section === 0) return undefined;
      total = place > largest ? (total + section) * place : total + section * place;
      largest = Math.max(largest, place);
      section = 0;
      digit = -1;
      lastPlace = place;
      afterZero = false;
    } else {
      if (digit < 0 && place !== 10) return undefined;
      section += (digit <= 0 ? 1 : digit) * place;
      digit = -1;
      lastPlace = place;
      afterZero = false;
    }
  }
  // 一千二 says 1,200 and 三万五 35,000, but 一千零二 says 1,002.
  const tail = Math.max(digit, 0);
  return total + section + (afterZero || lastPlace <= 10 ? tail : (tail * lastPlace) / 10);
}
