import { type DateParts, isRealDate } from './calendar.ts';
import { type DateContext, type DateOrder, type DateReading, fullYear } from './date-reading.ts';

/** Dates in digits with or without separators: 2026-11-22, 22/11/2026, 20261122, 261122, 11/22. */
export function readNumericDate(text: string, context: DateContext): DateReading | undefined {
  const three = /^(\d{1,4})([-/.,])(\d{1,2})\2(\d{1,4})\.?$/.exec(text) ?? /^(\d{1,4})( )(\d{1,2}) (\d{1,4})$/.exec(text);
  if (three) {
    // with dots the day comes first wherever the month does with slashes: 01.05.1979 is German, 1/5/1979 may be American
    const order = three[2] === '.' && (context.order === 'mdy' || three[4]!.length === 4) ? 'dmy' : context.order;
    return readThree([three[1]!, three[3]!, three[4]!], { ...context, order });
  }
  const yearMonth = /^(?:19|20)\d\d[-/.]\d{1,2}$|^\d{1,2}[-/](?:19|20)\d\d$/.test(text);
  if (yearMonth) return { problem: 'dayMissing' };
  const two = /^(\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (two) return readMonthAndDay(Number(two[1]), Number(two[2]), context);
  if (/^\d{8}$/.test(text)) return readEight(text, context);
  if (/^\d{6}$/.test(text)) return readSix(text, context);
  return undefined;
}

function readThree(parts: readonly [string, string, string], context: DateContext): DateReading | undefined {
  const [a, b, c] = parts.map(Number) as [number, number, number];
  if (parts[0].length === 4 || parts[0].length === 3)
    return parts[2].length > 2 ? undefined : { year: a, month: b, day: c, certain: true };
  if (parts[2].length === 4) return pick([candidate('mdy', a, b, c), candidate('dmy', a, b, c)], context.order, true);
  if (parts[2].length === 3) return { problem: 'notADate' };
  const [y, m, d] = [fullYear(a, context.today), fullYear(b, context.today), fullYear(c, context.today)];
  return pick(
    [{ order: 'ymd', year: y, month: b, day: c }, candidate('mdy', a, b, d), candidate('dmy', a, b, d)],
    context.order,
    m === b,
  );
}

interface Candidate extends DateParts {
  readonly order: DateOrder;
}

function candidate(order: 'mdy' | 'dmy', a: number, b: number, year: number): Candidate {
  return order === 'mdy' ? { order, year, month: a, day: b } : { order, year, month: b, day: a };
}

/** The real date in the locale's order, else any real one; certain where no other order gives another day. */
function pick(candidates: readonly Candidate[], order: DateOrder, mayBeCertain: boolean): DateReading {
  const inOrder = [...candidates].sort((x, y) => Number(y.order === order) - Number(x.order === order));
  const real = inOrder.filter(isRealDate);
  const { year, month, day } = real[0] ?? inOrder[0]!;
  const same = real.every((other) => other.year === year && other.month === month && other.day === day);
  return { year, month, day, certain: mayBeCertain && same };
}

function readMonthAndDay(a: number, b: number, { order, today }: DateContext): DateReading {
  const year = Number(today.slice(0, 4));
  const monthFirst = { year, month: a, day: b };
  const dayFirst = { year, month: b, day: a };
  const [first, second] = order === 'dmy' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  return { ...(isRealDate(first) || !isRealDate(second) ? first : second), certain: false };
}

function readEight(text: string, context: DateContext): DateReading {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
  const leading = { year, month, day };
  if (/^(?:19|20)\d\d(?:0\d|1[0-2])/.test(text)) return { ...leading, certain: true };
  if (/(?:19|20)\d\d$/.test(text)) {
    const trailing = [text.slice(0, 2), text.slice(2, 4), text.slice(4)].map(Number) as [number, number, number];
    const reading = pick([candidate('mdy', ...trailing), candidate('dmy', ...trailing)], context.order, false);
    if ('year' in reading && isRealDate(reading)) return reading;
  }
  return { ...leading, certain: true };
}

function readSix(text: string, { today }: DateContext): DateReading {
  const parts = { year: fullYear(Number(text.slice(0, 2)), today), month: Number(text.slice(2, 4)), day: Number(text.slice(4)) };
  if (isRealDate(parts)) return { ...parts, certain: false };
  return { problem: /^(?:19|20)\d\d(?:0[1-9]|1[0-2])$/.test(text) ? 'dayMissing' : 'notADate' };
}
