/** Day 0 of spreadsheets' serial numbers, 1899-12-30, in days from 1970-01-01. */
const serialZero = -25_569;

/**
 * The digits somebody typed where a cell with a date format took them for a serial number: 20261122 becomes a day of the
 * year 57373 there.
 *
 * @returns undefined for a day that no eight digits make
 * @example digitsAsDay('56276-10-10') // 19860711
 */
export function digitsAsDay(day: string): number | undefined {
  const parts = /^(\d{5})-(\d\d)-(\d\d)$/.exec(day);
  if (!parts) return undefined;
  const serial = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) / 86_400_000 - serialZero;
  return serial >= 18_000_101 && serial <= 21_991_231 ? serial : undefined;
}
