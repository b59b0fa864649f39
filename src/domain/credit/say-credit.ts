import type { Hue } from '../dictionary/types.ts';
import type { Locale } from '../locale.ts';
import { say } from '../messages/say.ts';
import type { CreditLine } from './api.ts';
import type { Credit, Grade } from './rate-credit.ts';

const hueOf: Readonly<Record<Grade, Hue>> = { excellent: 'green', good: 'teal', fair: 'amber', poor: 'red' };

/** Why somebody has the grade: what weighs most first. */
export function whyCredit({ breaches, overdue, overdueDays, due, inTime }: Credit, locale: Locale): string {
  const parts = [
    ...(breaches > 0 ? [say('credit.breaches', locale, { count: breaches })] : []),
    ...(overdue > 0
      ? [say(overdueDays > 0 ? 'credit.overdue' : 'credit.overdueNow', locale, { count: overdue, days: overdueDays })]
      : []),
    ...(due > 0 ? [say('credit.inTime', locale, { due, inTime })] : []),
  ];
  return parts.join(locale === 'en' ? ' ' : '');
}

/** A grade with its reasons, for the card and for forms; undefined while nothing was due yet. */
export function sayCredit(credit: Credit, locale: Locale): CreditLine | undefined {
  const { grade } = credit;
  return (
    grade && {
      title: say('credit.rating', locale),
      label: say(`credit.${grade}`, locale),
      hue: hueOf[grade],
      why: whyCredit(credit, locale),
    }
  );
}
