/** How a workbook presents what it holds: rich text, stripes, charts, groups, themes. Part of its state, see `contract.ts`. */
import type { OpenSides, Rect, Style } from './contract.ts';

/** A stretch of a cell's text up to where the next one begins. What `look` does not say is as the cell's style has it. */
export interface TextRun {
  at: number;
  look?: TextLook;
  link?: string;
}

export interface TextLook extends Pick<Style, 'fontColor' | 'fontColorTheme' | 'fontFamily' | 'fontSize'> {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
}

/** Colours of stripes; the header comes before the first, the footer after the last. */
export interface Stripes {
  header?: string;
  first?: string;
  second?: string;
  footer?: string;
}

/** Its own colours are those of the rows. */
export interface Banding extends Stripes {
  id: number;
  rect: Rect;
  columns?: Stripes;
  /** roles of the theme that colours were chosen by, by place: `first`, `columns.header` */
  themes?: Record<string, string>;
}

/** A chart as it was described; it is drawn by whoever shows it. */
export interface ChartSpec {
  /** a name of `Charts.ChartType` */
  type: string;
  ranges: { sheet: number; rect: Rect; open?: OpenSides }[];
  /** the cell it hangs on, and how far from its corner, in pixels */
  row: number;
  column: number;
  x: number;
  y: number;
  /** rows or columns that hold names; absent: to be found out */
  headers?: number;
  transposed?: true;
  /** names of `Charts.ChartMergeStrategy` and `Charts.ChartHiddenDimensionStrategy`, where they are not the first choice */
  merge?: string;
  hidden?: string;
  /** by the names of Google's chart options, nested where these have dots: `{ hAxis: { title: 'Month' } }` */
  options: Record<string, unknown>;
}

/** Rows or columns that fold away together; one that lies inside another is one deeper. */
export interface LineGroup {
  at: number;
  count: number;
  collapsed?: true;
}

/** What the roles of colours stand for, by the names of `SpreadsheetApp.ThemeColorType`; absent: Google's standard theme. */
export interface Theme {
  fontFamily: string;
  colors: Record<string, string>;
}
