import type { DateParts } from './calendar.ts';

/** In which order the workbook's locale writes year, month and day. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy';

/** What a notation was read as: parts (perhaps of a day that does not exist), or why not. */
export type DateReading =
  | (DateParts & { readonly certain: boolean })
  | { readonly problem: 'dayMissing' | 'lunarDate' | 'notADate' };

/** What a reader may lean on besides the text. */
export interface DateContext {
  readonly order: DateOrder;
  /** `yyyy-MM-dd` */
  readonly today: string;
}

/**
 * The four-digit year of a two-digit one: this century up to ten years ahead, otherwise the last (birth dates).
 *
 * @example fullYear(26, '2026-11-22') // 2026, fullYear(85, '2026-11-22') is 1985
 */
export function fullYear(year: number, today: string): number {
  if (year > 99) return year;
  const now = Number(today.slice(0, 4));
  const century = now - (now % 100);
  return century + year <= now + 10 ? century + year : century - 100 + year;
}
