import type { Hue } from '../dictionary/types.ts';
import type { Locale } from '../locale.ts';
import { say } from '../messages/say.ts';
import type { CreditLine } from './api.ts';
import type { Credit, Grade } from './rate-credit.ts';

const hueOf: Readonly<Record<Grade, Hue>> = { excellent: 'green', good: 'teal', fair: 'amber', poor: 'red' };

/**
 * Why somebody has the grade: what weighs most first.
 *
 * @param money says hundredths as an amount
 */
export function whyCredit(credit: Credit, locale: Locale, money: (cents: number) => string): string {
  const { breaches, overdue, overdueDays, overdueCents, due, inTime } = credit;
  const parts = [
    ...(breaches > 0 ? [say('credit.breaches', locale, { count: breaches })] : []),
    ...(overdue > 0
      ? [
          say('credit.overdue', locale, { count: overdue }) +
            (overdueCents > 0 ? say('credit.overdueSum.part', locale, { sum: money(overdueCents) }) : '') +
            (overdueDays > 0 ? say('credit.overdueDays', locale, { days: overdueDays }) : '') +
            say('report.end', locale),
        ]
      : []),
    ...(due > 0 ? [say('credit.inTime', locale, { due, inTime })] : []),
  ];
  return parts.join(locale === 'en' ? ' ' : '');
}

/** A grade with its reasons, for the card and for forms; undefined while nothing was due yet. */
export function sayCredit(credit: Credit, locale: Locale, money: (cents: number) => string): CreditLine | undefined {
  const { grade } = credit;
  return (
    grade && {
      title: say('credit.rating', locale),
      label: say(`credit.${grade}`, locale),
      hue: hueOf[grade],
      why: whyCredit(credit, locale, money),
    }
  );
}
