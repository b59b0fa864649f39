import { say } from '../messages/say.ts';

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

/** Row of the headers, from 1: above it stand the title and what to do. */
export const headerRow = 4;

/** The list as somebody left it. */
export interface StandingList {
  listed: readonly ListedReview[];
  /** neither rows nor columns were put in or moved: nothing of the shop's own is lost when it is written over */
  isAsWritten: boolean;
}

const isHeader = (text: string | undefined, column: ReviewColumn): boolean =>
  (['zh-CN', 'en'] as const).some((locale) => say(`review.column.${column}`, locale) === text?.trim());

/**
 * Reads the list wherever its rows and columns were moved to, by the headers in either language.
 *
 * @param cells the whole tab, as texts
 */
export function readReviewRows(cells: readonly (readonly string[])[]): StandingList {
  const header = cells.findIndex((row) => row.some((text) => isHeader(text, 'number')));
  const headers = cells[header] ?? [];
  const where = Object.fromEntries(
    reviewColumns.map((column) => [column, headers.findIndex((text) => isHeader(text, column))]),
  ) as Record<ReviewColumn, number>;
  const listed = cells.slice(header + 1).flatMap((row) => {
    const text = (column: ReviewColumn): string => (row[where[column]] ?? '').trim();
    const number = text('number');
    return header < 0 || number === ''
      ? []
      : [{ who: text('who'), number, result: text('result'), note: text('note'), seen: text('seen') }];
  });
  const isEmpty = cells.every((row) => row.every((text) => text === ''));
  const isOurs = header === headerRow - 1 && reviewColumns.every((column) => where[column] === at(column));
  return { listed, isAsWritten: isEmpty || (isOurs && headers.length <= reviewColumns.length) };
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
