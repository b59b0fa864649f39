/** Something a customer had to pay by a day. Days count from 1970-01-01; absent: not known. */
export interface Payment {
  dueOn?: number;
  paidOn?: number;
  /** nothing more is expected */
  isSettled: boolean;
  /** noted as late, whatever the days say */
  isLate: boolean;
  /** it never came */
  isBreach: boolean;
  /** still to be paid, in hundredths; absent where nobody knows */
  rest?: number;
}

export const grades = ['excellent', 'good', 'fair', 'poor'] as const;
export type Grade = (typeof grades)[number];

/** The limits of the rules, in days but for the share; reports show them as they are. */
export const creditLimits = {
  /** a breach counts for so long */
  breach: 730,
  /** unpaid for longer is poor */
  poor: 30,
  /** a smaller share paid in time is fair */
  fairShare: 0.8,
  /** a bank takes its time: paid so much later is in time */
  grace: 3,
  /** so many payments, all of them in time, are excellent */
  enough: 3,
} as const;

export interface Credit {
  /** absent while nothing was due yet */
  grade?: Grade;
  /** payments that came, or were due by today */
  due: number;
  inTime: number;
  /** due, and not paid today */
  overdue: number;
  /** days for which the oldest of them is overdue */
  overdueDays: number;
  /** still to be paid of them, in hundredths; NaN where it is not known of all */
  overdueCents: number;
  breaches: number;
}

function gradeOf({ breaches, overdueDays, overdue, due, inTime }: Credit): Grade | undefined {
  if (breaches > 0 || overdueDays > creditLimits.poor) return 'poor';
  if (due === 0) return undefined;
  if (overdue > 0 || inTime / due < creditLimits.fairShare) return 'fair';
  return due >= creditLimits.enough && inTime === due ? 'excellent' : 'good';
}

/**
 * How well a customer pays, from what was due and what came when. The first rule that holds gives the grade:
 * 1. poor: a breach within two years, or something unpaid for more than 30 days;
 * 2. fair: something unpaid, or less than 80 % paid in time;
 * 3. excellent: three payments or more, all in time;
 * 4. good: the rest. Nothing due yet: no grade.
 *
 * What was paid on a day that nobody noted is in time unless it is noted as late.
 *
 * @param today days since 1970-01-01
 * @example rateCredit([{ dueOn: 20_000, isSettled: false, isLate: false, isBreach: false }], 20_040).grade // 'poor'
 */
export function rateCredit(payments: readonly Payment[], today: number): Credit {
  const credit: Credit = { due: 0, inTime: 0, overdue: 0, overdueDays: 0, overdueCents: 0, breaches: 0 };
  for (const { dueOn, paidOn, isSettled, isLate, isBreach, rest } of payments) {
    const since = today - (dueOn ?? today);
    if (isBreach) {
      if (since <= creditLimits.breach) credit.breaches++;
    } else if (isSettled || paidOn !== undefined) {
      credit.due++;
      if (!isLate && (dueOn === undefined || paidOn === undefined || paidOn - dueOn <= creditLimits.grace)) credit.inTime++;
    } else if (since > 0 || isLate) {
      credit.due++;
      credit.overdue++;
      credit.overdueDays = Math.max(credit.overdueDays, since);
      credit.overdueCents += rest ?? Number.NaN;
    }
  }
  const grade = gradeOf(credit);
  return grade ? { ...credit, grade } : credit;
}
