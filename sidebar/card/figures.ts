import type { Locale } from '../../src/domain/locale.ts';

/** @example money(2999.5, 'zh-CN') // '2,999.50' */
export function money(amount: number, locale: Locale): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  return amount.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

const utc = (day: string) => new Date(`${day}T00:00:00Z`);

/**
 * A day in the reader's words, with its year unless that is said elsewhere.
 *
 * @example dayText('2026-10-01', 'zh-CN', false) // '10月1日'
 */
export function dayText(day: string, locale: Locale, withYear: boolean): string {
  const year = withYear ? ({ year: 'numeric' } as const) : {};
  return new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC', ...year }).format(utc(day));
}

/** Whole days from one day to a later one. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
