import { dimensions } from './dimensions.ts';

/** How good the data were in a month: the last look of it counts. Scores 0 to 100, shares 0 to 1, null where not measured. */
export interface MonthScore {
  /** `yyyy-MM` */
  month: string;
  score: number | null;
  /** in the order of `dimensions` */
  shares: (number | null)[];
  records: number;
}

/** Three years. */
const mostMonths = 36;

const isMonth = (value: unknown): value is MonthScore => {
  const { month, score, shares, records } = (value ?? {}) as Partial<MonthScore>;
  const isNumber = (part: unknown) => part === null || typeof part === 'number';
  return (
    /^\d{4}-\d\d$/.test(String(month)) &&
    isNumber(score) &&
    Array.isArray(shares) &&
    shares.length === dimensions.length &&
    shares.every(isNumber) &&
    typeof records === 'number'
  );
};

/** What was kept; whatever of it cannot be read is left out. */
export function readHistory(text: string | null | undefined): MonthScore[] {
  try {
    const kept: unknown = JSON.parse(text || '[]');
    return Array.isArray(kept) ? kept.filter(isMonth) : [];
  } catch {
    return [];
  }
}

/**
 * The history with a month's score put in: another look in the same month takes the place of the one before.
 *
 * @returns oldest first
 */
export function withMonth(history: readonly MonthScore[], now: MonthScore): MonthScore[] {
  const others = history.filter(({ month }) => month !== now.month);
  return [...others, now].sort((a, b) => (a.month < b.month ? -1 : 1)).slice(-mostMonths);
}
