/** A report as it is to be shown: what it says, not where. `layout.ts` gives it rows, `src/google/report-tab.ts` writes it. */
import type { ChartSpec } from '../charts/chart-spec.ts';

/** How a value is shown. Money is in hundredths of the workbook's currency, shares are 0 to 1. */
export type ValueLook = 'text' | 'count' | 'money' | 'share' | 'change' | 'decimal' | 'days';

/** `null`: not known, shown as a dash. Days are `yyyy-MM-dd`. */
export type ReportValue = string | number | null;

/** A figure at the top: large, with what it is, and how it compares. */
export interface KeyFigure {
  label: string;
  value: ReportValue;
  look: ValueLook;
  /** “比上期 +12.3%”; absent where there is nothing to compare with */
  beside?: string;
}

export interface ReportColumn {
  label: string;
  look: ValueLook;
}

/** A table with its heading; the first column names the rows. */
export interface ReportTable {
  heading: string;
  /** a line below the heading: what is counted, or what is not */
  lead?: string;
  columns: readonly ReportColumn[];
  rows: readonly (readonly ReportValue[])[];
  /** by row, where it looks otherwise than its columns: rows of figures of different kinds; texts and changes stay */
  looks?: readonly (ValueLook | undefined)[];
  /** the last row sums up, and is not drawn */
  totals?: boolean;
  charts?: readonly ReportChart[];
}

/** A chart of columns of the table it stands with. */
export interface ReportChart
  extends Pick<ChartSpec, 'kind' | 'axes' | 'stacked' | 'labelled' | 'hole' | 'lines' | 'otherSide' | 'colors' | 'valueRange'> {
  /** the finding as a sentence */
  title: string;
  /** places of the table's columns that are drawn beside the first; at most six */
  columns: readonly number[];
  /** at most so many rows from the top; absent: all but the totals */
  rows?: number;
}

export interface Report {
  title: string;
  /** the period and filters, in words */
  scope: string;
  figures: readonly KeyFigure[];
  /** one to four sentences that name numbers */
  findings: readonly string[];
  tables: readonly ReportTable[];
  /** how it was counted, one sentence each, where that does not go without saying */
  method?: readonly string[];
  /** what was left out and why, one sentence each */
  notes: readonly string[];
  /** all charts above all tables, two beside each other: a page to print */
  isPage?: boolean;
}
