/**
 * What dragging the fill handle continues: numbers by their step, dates by days or months, names of months and weekdays, other
 * texts by the number they end in.
 */
import type { CellError, Scalar } from '../contract.ts';
import { civilToSerial, serialToCivil } from './dates.ts';

type Value = Scalar | CellError;

interface SeriesCell {
  value: Value;
  /** shown as a date or time */
  date: boolean;
}

/**
 * The value `steps` places after the last of `source` (negative: before the first); `undefined` where the source is simply
 * repeated.
 */
export function continueSeries(source: readonly SeriesCell[], steps: number): Value | undefined {
  const values = source.map((cell) => cell.value);
  if (values.every((value) => typeof value === 'number')) {
    return source.every((cell) => cell.date) ? continueDates(values, steps) : continueNumbers(values, steps);
  }
  if (values.every((value) => typeof value === 'string')) return continueTexts(values, steps);
  return undefined;
}

function continueNumbers(values: readonly number[], steps: number): number | undefined {
  const step = commonStep(values);
  if (step === undefined) return undefined;
  const start = steps > 0 ? values.at(-1)! : values[0]!;
  // 0.1 + 0.2 is not to show
  return Number((start + step * steps).toPrecision(15));
}

function continueDates(values: readonly number[], steps: number): number | undefined {
  const start = steps > 0 ? values.at(-1)! : values[0]!;
  if (values.length === 1) return start + (start >= 1 ? steps : steps / 24);
  const civils = values.map(serialToCivil);
  const months = civils.map(({ year, month }) => year * 12 + month);
  const monthStep = commonStep(months);
  if (monthStep && civils.every(({ day }) => day === civils[0]!.day)) {
    const { year, month, day } = serialToCivil(start);
    const lastDay = serialToCivil(civilToSerial({ year, month: month + monthStep * steps + 1, day: 1 }) - 1).day;
    return civilToSerial({ year, month: month + monthStep * steps, day: Math.min(day, lastDay) }) + (start % 1);
  }
  return continueNumbers(values, steps);
}

const WORDS: readonly (readonly string[])[] = [
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  'January February March April May June July August September October November December',
  'Mon Tue Wed Thu Fri Sat Sun',
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  '一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月',
  '星期一 星期二 星期三 星期四 星期五 星期六 星期日',
  '周一 周二 周三 周四 周五 周六 周日',
].map((list) => list.split(' '));

/** Names of months and weekdays come round again; letters' case as in the first of them. */
function continueWords(values: readonly string[], steps: number): string | undefined {
  const lower = values.map((value) => value.toLowerCase());
  const words = WORDS.find((list) => lower.every((value) => list.some((word) => word.toLowerCase() === value)));
  if (!words) return undefined;
  const places = lower.map((value) => words.findIndex((word) => word.toLowerCase() === value));
  const round = (place: number): number => ((place % words.length) + words.length) % words.length;
  const step = places.length === 1 ? 1 : round(places[1]! - places[0]!);
  if (places.some((place, i) => i > 0 && round(place - places[i - 1]!) !== step)) return undefined;
  const word = words[round((steps > 0 ? places.at(-1)! : places[0]!) + step * steps)]!;
  const [first] = values as [string];
  return first === first.toUpperCase() ? word.toUpperCase() : first === first.toLowerCase() ? word.toLowerCase() : word;
}

function continueTexts(values: readonly string[], steps: number): string | undefined {
  const word = continueWords(values, steps);
  if (word !== undefined) return word;
  const parts = values.map((value) => /^(.*?)(\d{1,15})$/s.exec(value));
  if (parts.some((part) => part === null || part[1] !== parts[0]![1])) return undefined;
  const numbers = parts.map((part) => Number(part![2]));
  const step = numbers.length === 1 ? 1 : commonStep(numbers);
  if (step === undefined) return undefined;
  const last = parts[steps > 0 ? parts.length - 1 : 0]!;
  const next = Math.abs(Number(last[2]) + step * steps);
  return last[1]! + String(next).padStart(last[2]!.length, '0');
}

/** `undefined` for a single value or uneven steps. */
function commonStep(values: readonly number[]): number | undefined {
  if (values.length < 2) return undefined;
  const step = values[1]! - values[0]!;
  return values.every((value, i) => i === 0 || Math.abs(value - values[i - 1]! - step) < 1e-9) ? step : undefined;
}
