/** What an .xlsx says, before our own part of the file is joined with it. */
import type { CellState, Rect, Style } from '../../contract.ts';

/** A data validation as the file has it; formulas are texts without `=`. */
export interface RawValidation {
  type: string;
  operator?: string;
  formulas: string[];
  /** absent: the dropdown is shown */
  hideDropdown?: boolean;
  /** whether anything else is refused */
  refuses: boolean;
  prompt?: string;
  title?: string;
}

/** A conditional format as the file has it. */
export interface RawRule {
  type: string;
  operator?: string;
  formulas: string[];
  text?: string;
  style: Style;
  /** of a colour scale */
  points?: { type: string; value?: string; color: string }[];
}

/** What a filter shows of a column: these values, or what meets the conditions; neither where another kind of rule is. */
export interface RawFilterColumn {
  /** counted from the filter's first column */
  offset: number;
  shown?: string[];
  blanks?: boolean;
  custom?: { operator: string; value: string }[];
  isAnd?: boolean;
}

/** In `cells`, `s` is the index into `RawWorkbook.styles`; there are no validations. */
export interface RawSheet {
  name: string;
  hidden: boolean;
  tabColor?: string;
  hiddenGridlines: boolean;
  /** LibreOffice saved it without a window: what belongs to the view is not in it */
  hasNoView?: boolean;
  frozenRows: number;
  frozenColumns: number;
  cells: (CellState[] | undefined)[];
  /** pixels */
  rowHeights: Record<number, number>;
  columnWidths: { from: number; to: number; pixels?: number; hidden: boolean }[];
  hiddenRows: number[];
  merges: Rect[];
  filter?: { rect: Rect; columns: RawFilterColumn[] };
  isProtected: boolean;
  /** cells that may be edited though the tab is protected */
  unlocked: Rect[];
  validations: { rects: Rect[]; rule: RawValidation }[];
  rules: { rects: Rect[]; rule: RawRule; priority: number }[];
}

export interface RawWorkbook {
  title?: string;
  sheets: RawSheet[];
  names: { name: string; tab: string; rect: Rect }[];
  /** by the index that cells have in `s` */
  styles: Style[];
}
