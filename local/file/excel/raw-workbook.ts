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

/** In `cells`, `s` is the index into `RawWorkbook.styles`; there are no validations. */
export interface RawSheet {
  name: string;
  hidden: boolean;
  tabColor?: string;
  hiddenGridlines: boolean;
  frozenRows: number;
  frozenColumns: number;
  cells: (CellState[] | undefined)[];
  /** pixels */
  rowHeights: Record<number, number>;
  columnWidths: { from: number; to: number; pixels?: number; hidden: boolean }[];
  hiddenRows: number[];
  merges: Rect[];
  filter?: Rect;
  isProtected: boolean;
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
