import { NUMERAL_CHARS, readChineseNumeral } from '../numbers/chinese-numerals.ts';
import { addDays, addMonths, partsOf } from './calendar.ts';
import { type DateContext, type DateReading, fullYear } from './date-reading.ts';

const NUMERALS = new RegExp(`[${NUMERAL_CHARS}]+(?=\\s*(?:年|月|日|号|號|天|周|週|个|個))`, 'g');
const DAY_WORDS: Readonly<Record<string, number>> = {
  大前: -3,
  前: -2,
  昨: -1,
  今: 0,
  当: 0,
  明: 1,
  后: 2,
  後: 2,
  大后: 3,
  大後: 3,
};
const YEAR_WORDS: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 本年: 0, 明年: 1, 后年: 2 };
const MONTH_WORDS: Readonly<Record<string, number>> = { 上: -1, 本: 0, 这: 0, 這: 0, 当: 0, 下: 1 };

/** Dates in Chinese words: 2026年11月22日, 二〇二六年…, 民国115年…, 去年11月22日, 11月22日, 上月5号, 昨天, 3天前. */
export function readChineseDate(text: string, context: DateContext): DateReading | undefined {
  if (/农历|農曆|阴历|陰曆|旧历|腊月|臘月|正月|闰|閏|初[一二三四五六七八九十\d]/.test(text)) return { problem: 'lunarDate' };
  const plain = text
    .replace(NUMERALS, (word) => String(readChineseNumeral(word) ?? word))
    .replace(/\s+/g, '')
    .replace(/元(?=[年月])/, '1');
  return readYearMonthDay(plain, context) ?? readRelative(plain, context);
}

function readYearMonthDay(plain: string, { today }: DateContext): DateReading | undefined {
  const match =
    /^(?:公元|西元)?(?:(中?[华華]?民[国國])?(\d{1,4})年|([去今本明前后]年))?的?(\d{1,2})月(?:份)?(?:(\d{1,2})[日号號]?)?$/.exec(
      plain,
    );
  if (!match) return /^(?:公元|中?[华華]?民[国國])?\d{2,4}年$/.test(plain) ? { problem: 'dayMissing' } : undefined;
  const [, republic, digits, word, month, day] = match;
  if (day === undefined) return { problem: 'dayMissing' };
  const thisYear = Number(today.slice(0, 4));
  let year = thisYear + (word ? (YEAR_WORDS[word] ?? 0) : 0);
  if (digits !== undefined)
    year = republic ? Number(digits) + 1911 : digits.length <= 2 ? fullYear(Number(digits), today) : Number(digits);
  return { year, month: Number(month), day: Number(day), certain: true };
}

function readRelative(plain: string, { today }: DateContext): DateReading | undefined {
  const word = /^(大前|前|昨|今|当|明|大后|大後|后|後)[天日]$/.exec(plain);
  if (word) return { ...partsOf(addDays(today, DAY_WORDS[word[1]!]!)), certain: true };
  const count = /^(\d{1,3})(天|周|週|个?星期|個?星期|个?月|個?月)(之?[前后後])$/.exec(plain);
  if (count) {
    const steps = Number(count[1]) * (count[3]!.endsWith('前') ? -1 : 1);
    const unit = count[2]!;
    const date = unit.endsWith('月') ? addMonths(today, steps) : addDays(today, unit === '天' ? steps : steps * 7);
    return { ...partsOf(date), certain: true };
  }
  const dayOfMonth = /^(?:(上|本|这|這|当|下)个?個?月)?(\d{1,2})[日号號]$/.exec(plain);
  if (dayOfMonth) {
    const { year, month } = partsOf(addMonths(`${today.slice(0, 7)}-01`, dayOfMonth[1] ? MONTH_WORDS[dayOfMonth[1]]! : 0));
    return { year, month, day: Number(dayOfMonth[2]), certain: dayOfMonth[1] !== undefined };
  }
  return undefined;
}
