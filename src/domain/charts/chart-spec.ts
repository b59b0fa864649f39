/** A chart as a report describes it, in the report's own rows and columns. `src/google/charts.ts` makes it. */
export interface ChartSpec {
  kind: 'column' | 'bar' | 'line' | 'area' | 'pie' | 'combo' | 'scatter';
  /** what it shows, as a sentence: “9 月空调销量是 8 月的 2.1 倍” */
  title: string;
  /** 1-based; the first column holds the names, each further one a series */
  ranges: readonly { row: number; column: number; rows: number; columns: number }[];
  /** whether the first row names the columns; absent: it does */
  headers?: boolean;
  /** the cell it hangs on, 1-based, and how far from its corner, pixels */
  at: { row: number; column: number; x?: number; y?: number };
  /** pixels */
  size: { width: number; height: number };
  /** what stands along the axes, with the unit */
  axes?: { names?: string; values?: string };
  /** a number format, or `percent`, `short` */
  valueFormat?: string;
  /** where the axis of values begins and ends, instead of where the values do */
  valueRange?: { min?: number; max?: number };
  stacked?: 'absolute' | 'share';
  /** each value is written beside its mark; for few values only */
  labelled?: boolean;
  /** a pie with a hole */
  hole?: boolean;
  /** series, by place, that are drawn as lines in a `combo`, or have the scale at the other side */
  lines?: readonly number[];
  otherSide?: readonly number[];
  /** `#rrggbb`, where the palette's order does not say enough: one colour for one meaning */
  colors?: readonly string[];
}
