/** Columns of the tab 复核清单, in their order. `seen` is hidden: the day of verification when the list was made. */
export const reviewColumns = ['who', 'dueOn', 'number', 'name', 'phone', 'why', 'result', 'note', 'seen'] as const;
export type ReviewColumn = (typeof reviewColumns)[number];

/** A line of the list as somebody left it. */
export interface ListedReview {
  who: string;
  number: string;
  /** what somebody chose; empty: nothing yet */
  result: string;
  note: string;
  /** `yyyy-MM-dd`; empty where the customer had never been verified */
  seen: string;
}

const at = (column: ReviewColumn): number => reviewColumns.indexOf(column);

/** @returns undefined for a row that names nobody */
export function readReviewRow(cells: readonly unknown[]): ListedReview | undefined {
  const text = (column: ReviewColumn): string => String(cells[at(column)] ?? '').trim();
  const number = text('number');
  if (number === '') return undefined;
  return { who: text('who'), number, result: text('result'), note: text('note'), seen: text('seen') };
}

/** What became of a chosen result: it is to be written, it stands already, or somebody else was faster. */
export type Standing = 'ahead' | 'done' | 'overtaken';

/**
 * @param verifiedOn of the customer as it stands now
 * @param today `yyyy-MM-dd`
 * @example standingOf({ seen: '2026-05-01', … }, '2026-05-01', '2026-11-22') // 'ahead'
 */
export function standingOf({ seen }: ListedReview, verifiedOn: string, today: string): Standing {
  if (verifiedOn === seen) return 'ahead';
  return verifiedOn === today ? 'done' : 'overtaken';
}
