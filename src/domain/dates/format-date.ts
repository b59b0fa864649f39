import { partsOf } from './calendar.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A date for people to read, in a form that no country reads with day and month swapped.
 *
 * @param locale `zh…` or any other (English)
 * @example formatDate('2026-01-02', 'zh-CN') // '2026年1月2日'
 * @example formatDate('2026-01-02', 'en') // '2 Jan 2026'
 */
export function formatDate(date: string, locale: string): string {
  const { year, month, day } = partsOf(date);
  return locale.startsWith('zh') ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}
