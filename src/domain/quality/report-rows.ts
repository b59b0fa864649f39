import type { Dimension } from './dimensions.ts';
import { dimensions, shareOf, type Tallies, type Tally } from './dimensions.ts';

/** Where a click leads: to the rows behind a number further down the report, or to a cell of a tab. */
export type Target = { details: string } | { tab: string; field: string; row: number };

/** A cell of the report: what it shows, and where it leads. */
export type ReportCell = string | number | { text: string; to: Target };

/** What a column of a table holds. */
export type ColumnLook = 'text' | 'link' | 'share' | 'weight' | 'points' | 'amount';

/** A table under its heading; the first row names the columns. */
export interface ReportTable {
  heading: string;
  /** a line under the heading */
  lead?: string;
  head: readonly string[];
  looks: readonly ColumnLook[];
  rows: readonly (readonly ReportCell[])[];
  /** what the rows are about, for going there after somebody has sorted */
  places?: readonly { tab: string; record: string; field: string }[];
}

/** Numbers are shown as they are in tables; in sentences with a sign between thousands. */
export const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** @example percent(0.9754) // '97.5%'; never 100% while something is missing */
export function percent(share: number): string {
  const rounded = Math.round(share * 1000) / 10;
  return `${share < 1 && rounded === 100 ? 99.9 : rounded}%`;
}

/** One decimal. */
export const points = (value: number): number => Math.round(value * 10) / 10;

export const shareCell = (tally: Tally, none: string): string | number => shareOf(tally) ?? none;

export const shareCells = (tallies: Tallies, none: string): (string | number)[] =>
  dimensions.map((dimension: Dimension) => shareCell(tallies[dimension], none));
