import { noDay } from './record-facts.ts';

const dayLength = 86_400_000;

/**
 * Days since 1970-01-01.
 *
 * @param day `yyyy-MM-dd`; anything else is no day
 * @example dayNumber('1970-01-02') // 1
 */
export function dayNumber(day: string): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return noDay;
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / dayLength;
}

/** @example dayOf(1) // '1970-01-02' */
export const dayOf = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);
