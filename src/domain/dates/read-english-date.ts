import { addDays, partsOf } from './calendar.ts';
import { type DateContext, type DateReading, fullYear } from './date-reading.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL_MONTHS =
  'january february march april may june july august september october november december sept jan feb mar apr jun jul aug sep oct nov dec'.split(
    ' ',
  );
const DAY_WORDS: Readonly<Record<string, number>> = {
  'day before yesterday': -2,
  'the day before yesterday': -2,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
  'day after tomorrow': 2,
  'the day after tomorrow': 2,
};

/** Dates in English words: 22 Nov 2026, Nov 22, 2026, 22-Nov-26, November 22nd, yesterday, 3 days ago. */
export function readEnglishDate(text: string, { today }: DateContext): DateReading | undefined {
  const plain = text.toLowerCase().replace(/\s+/g, ' ');
  const word = DAY_WORDS[plain];
  if (word !== undefined) return { ...partsOf(addDays(today, word)), certain: true };
  const ago = /^(\d{1,3}) (day|week)s? ago$/.exec(plain);
  if (ago) return { ...partsOf(addDays(today, -Number(ago[1]) * (ago[2] === 'week' ? 7 : 1))), certain: true };
  const words = plain.split(/[\s,./-]+/).filter((part) => part !== '' && part !== 'of' && part !== 'the');
  const at = words.findIndex((part) => FULL_MONTHS.includes(part));
  if (at < 0 || words.length > 3) return undefined;
  const month = MONTHS.indexOf(words[at]!.slice(0, 3)) + 1;
  const numbers = words.filter((_, index) => index !== at).map((part) => /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(part)?.[1]);
  if (numbers.some((part) => part === undefined)) return undefined;
  const [first, second] = numbers as string[];
  if (first === undefined) return undefined;
  if (second === undefined) {
    if (first.length > 2) return { problem: 'dayMissing' };
    return { year: Number(today.slice(0, 4)), month, day: Number(first), certain: true };
  }
  const yearFirst = first.length > 2;
  const [day, year] = yearFirst ? [second, first] : [first, second];
  if (day.length > 2 || year.length === 3) return undefined;
  return {
    year: year.length <= 2 ? fullYear(Number(year), today) : Number(year),
    month,
    day: Number(day),
    certain: year.length > 2,
  };
}
