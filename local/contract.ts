/**
 * What the parts of the local workbook say to one another: the state of a workbook, the operations that change it,
 * what a person can ask for, and what a page is told. Plain JSON throughout, so that every part can be journalled,
 * sent over a socket and compared in a test.
 *
 * Rows and columns are 0-based here; Apps Script's 1-based numbers exist only inside `local/services`.
 */
import type { Banding, ChartSpec, LineGroup, TextRun, Theme } from './presentation.ts';

// ---------------------------------------------------------------- state

/** What a cell holds. Dates are serial days since 1899-12-30 in the workbook's zone, told apart by their number format. */
export type Scalar = string | number | boolean | null;
/** A formula's error, for example `#N/A`. */
export interface CellError {
  error: string;
}

export interface CellState {
  /** value; absent or null: empty */
  v?: Scalar | CellError;
  /** formula with its leading `=` */
  f?: string;
  /** index into `WorkbookState.styles` */
  s?: number;
  /** index into `WorkbookState.validations` */
  d?: number;
  /** note */
  n?: string;
  /** stretches of the text that look their own way or lead somewhere, by where they begin; the first begins at 0 */
  r?: TextRun[];
}

export interface Border {
  top?: string;
  right?: string;
  bottom?: string;
  left?: string;
}

/** Every property is absent when it is the sheet's default. Colours are `#rrggbb`, lower case. */
export interface Style {
  numberFormat?: string;
  background?: string;
  fontColor?: string;
  fontFamily?: string;
  /** points */
  fontSize?: number;
  bold?: true;
  italic?: true;
  underline?: true;
  strikethrough?: true;
  horizontalAlignment?: 'left' | 'center' | 'right';
  verticalAlignment?: 'top' | 'middle' | 'bottom';
  wrap?: 'overflow' | 'wrap' | 'clip';
  border?: Border;
  /** roles of the theme that the two colours were chosen by: names of `SpreadsheetApp.ThemeColorType` */
  backgroundTheme?: string;
  fontColorTheme?: string;
  textDirection?: 'ltr' | 'rtl';
  /** degrees, anticlockwise, -90 to 90 */
  rotation?: number;
  /** letters stand one below another */
  stacked?: true;
  /** `normal` was asked for as the horizontal alignment, which looks as if nothing was asked for */
  normalAlignment?: true;
  /** links look like other text */
  plainLinks?: true;
}

/** `criteria` holds the names of `SpreadsheetApp.DataValidationCriteria`, `args` its values (dates as serials, ranges as A1 with tab). */
export interface Validation {
  criteria: string;
  args: (string | number | boolean | null | (string | number | boolean)[])[];
  allowInvalid: boolean;
  helpText?: string;
  /** the cell that formulas among the values are written for; in other cells they mean others, as copied formulas do */
  anchor?: { sheet: number; row: number; column: number };
}

/** 0-based, half-open neither way: `rows` and `columns` are counts. */
export interface Rect {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** Sides of a range that no row or column number binds: `D:F` is open to both ends of the rows, `A2:C` to their end. */
export interface OpenSides {
  rows?: 'both' | 'end';
  columns?: 'both' | 'end';
}

export interface ConditionalFormat {
  ranges: Rect[];
  /** a name of `SpreadsheetApp.BooleanCriteria`, or `GRADIENT` */
  criteria: string;
  args: (string | number | boolean)[];
  style: Style;
  /** what the rule turns off: a cell that is bold by itself is not where the rule applies */
  off?: ('bold' | 'italic' | 'underline' | 'strikethrough')[];
  /** `theme`: the role of the theme that the colour was chosen by */
  gradient?: { point: 'min' | 'mid' | 'max'; type: string; value?: string; color: string; theme?: string }[];
}

export interface Protection {
  id: string;
  /** absent: the whole tab */
  rect?: Rect;
  open?: OpenSides;
  /** the named range that it follows */
  rangeName?: string;
  description?: string;
  warningOnly: boolean;
  /** users who may edit when it is not only a warning; the owner always may */
  editors?: string[];
  /** everybody in the owner's domain may edit, too */
  domain?: true;
  unprotected?: Rect[];
}

export interface Filter {
  rect: Rect;
  /** by column (0-based, of the tab) */
  criteria: Record<number, { hiddenValues?: string[]; criteria?: string; args?: (string | number | boolean)[] }>;
  /** the column (0-based, of the tab) that it was last sorted by */
  sort?: { column: number; ascending: boolean };
}

/** Developer metadata: of the workbook, a tab, a whole row or a whole column. */
export interface Metadata {
  id: number;
  key: string;
  value?: string;
  visibility: 'DOCUMENT' | 'PROJECT';
  at: { kind: 'spreadsheet' } | { kind: 'sheet' | 'row' | 'column'; sheet: number; index?: number };
}

export interface NamedRange {
  name: string;
  sheet: number;
  rect: Rect;
  open?: OpenSides;
}

export interface SheetState {
  /** Google's gid; the first tab of a new workbook is 0 */
  id: number;
  name: string;
  rowCount: number;
  columnCount: number;
  /** sparse: `cells[row]?.[column]` */
  cells: ((CellState | null | undefined)[] | null | undefined)[];
  frozenRows: number;
  frozenColumns: number;
  tabColor?: string;
  hidden?: boolean;
  hiddenGridlines?: boolean;
  /** pixels, only where they differ from 21 and 100 */
  rowHeights: Record<number, number>;
  columnWidths: Record<number, number>;
  /** hidden by the person or a script, not by a filter */
  hiddenRows: number[];
  hiddenColumns: number[];
  /** hidden by the basic filter */
  filteredRows: number[];
  filter?: Filter;
  merges: Rect[];
  conditionalFormats: ConditionalFormat[];
  protections: Protection[];
  bandings: Banding[];
  charts: { id: number; spec: ChartSpec }[];
  rightToLeft?: true;
  rowGroups?: LineGroup[];
  columnGroups?: LineGroup[];
  /** where the groups' signs stand, when not behind them */
  rowGroupSigns?: 'BEFORE';
  columnGroupSigns?: 'BEFORE';
}

/** A trigger that a script created. Simple triggers are found by the functions' names. */
export interface TriggerState {
  id: string;
  handler: string;
  event: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_CHANGE' | 'ON_FORM_SUBMIT';
  /** the user who created it, and as whom it runs */
  owner: string;
  schedule?: Record<string, unknown>;
  /** ms since 1970 */
  nextRun?: number;
}

export interface Mail {
  to: string;
  cc?: string;
  bcc?: string;
  subject: string;
  body: string;
  htmlBody?: string;
  name?: string;
  replyTo?: string;
  /** ms since 1970 */
  at: number;
  by: string;
}

/** When formulas are computed anew, and whether they may go round in circles. */
export interface Calculation {
  /** a name of `SpreadsheetApp.RecalculationInterval`; absent: on every change */
  interval?: string;
  iterative?: boolean;
  cycles?: number;
  threshold?: number;
}

export interface WorkbookState {
  id: string;
  title: string;
  /** `zh_CN`, `en_US` …: decides parsing and display */
  locale: string;
  /** IANA name */
  timeZone: string;
  owner: string;
  styles: Style[];
  validations: Validation[];
  sheets: SheetState[];
  namedRanges: NamedRange[];
  metadata: Metadata[];
  properties: {
    script: Record<string, string>;
    document: Record<string, string>;
    /** by user */
    user: Record<string, Record<string, string>>;
  };
  triggers: TriggerState[];
  outbox: Mail[];
  /** who else may edit or read, besides the owner */
  editors?: string[];
  viewers?: string[];
  theme?: Theme;
  calculation?: Calculation;
  /** the next free ids */
  nextIds: { sheet: number; metadata: number; banding: number; chart: number; other: number };
}

// ---------------------------------------------------------------- operations

/**
 * What changes of a cell; a property that is absent stays, `null` takes it away. A value without a formula replaces a formula,
 * as typing does; `f: null` alone keeps the formula's last value.
 */
export interface CellPatch {
  v?: Scalar | CellError;
  f?: string | null;
  s?: Partial<{ [K in keyof Style]: Style[K] | null }> | null;
  d?: Validation | null;
  n?: string | null;
  /** a new value without them takes the old ones away */
  r?: TextRun[] | null;
}

type Nullable<T> = { [K in keyof T]?: T[K] | null };
type SheetOptions = 'filter' | 'tabColor' | 'rowGroups' | 'columnGroups' | 'rowGroupSigns' | 'columnGroupSigns' | 'rightToLeft';

/** Properties of a tab to set; what a tab need not have goes away with `null`, the flags with `false`. */
export type SheetPatch = Partial<Omit<SheetState, 'id' | 'cells' | SheetOptions>> & Nullable<Pick<SheetState, SheetOptions>>;

/** Properties of the workbook to set; what it need not have goes away with `null`. */
export type WorkbookPatch = Partial<Pick<WorkbookState, 'title' | 'locale' | 'timeZone' | 'owner' | 'namedRanges'>> &
  Nullable<Pick<WorkbookState, 'editors' | 'viewers' | 'theme' | 'calculation'>>;

/**
 * The resolved operations: parsing, validation and protection are behind us, so applying the same list to the same
 * state always gives the same state. The journal holds these, and nothing else changes a workbook.
 */
export type Op =
  | { op: 'cells'; sheet: number; row: number; column: number; cells: (CellPatch | null)[][] }
  | { op: 'fill'; sheet: number; rects: Rect[]; patch: CellPatch }
  | {
      op: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns';
      sheet: number;
      at: number;
      count: number;
      formatFrom?: number;
    }
  | { op: 'moveRows' | 'moveColumns'; sheet: number; at: number; count: number; to: number }
  /** row `i` of the rect becomes what row `order[i]` was; values, formulas, styles, notes and validations move */
  | { op: 'sort'; sheet: number; rect: Rect; order: number[] }
  | { op: 'rowHeights' | 'columnWidths'; sheet: number; at: number; count: number; pixels: number | null }
  | { op: 'hideRows' | 'hideColumns'; sheet: number; at: number; count: number; hidden: boolean }
  | { op: 'addSheet'; sheet: SheetState; position: number }
  | { op: 'deleteSheet'; sheet: number }
  | { op: 'moveSheet'; sheet: number; position: number }
  | { op: 'sheet'; sheet: number; patch: SheetPatch }
  | { op: 'workbook'; patch: WorkbookPatch }
  | { op: 'metadata'; add?: Metadata[]; remove?: number[] }
  | { op: 'properties'; store: 'script' | 'document' | 'user'; user?: string; set?: Record<string, string>; remove?: string[] }
  | { op: 'triggers'; triggers: TriggerState[] }
  | { op: 'mail'; add: Mail[] };

// ---------------------------------------------------------------- persons
/** What a person does to the grid: the page, the command line and the tests all come through here. */
export type Intent =
  | { kind: 'type'; sheet: number; row: number; column: number; text: string }
  /** cells as text, parsed as typed; `null` leaves a cell alone; `styles` as a paste brings them along */
  | {
      kind: 'paste';
      sheet: number;
      row: number;
      column: number;
      cells: (string | null)[][];
      styles?: (Style | null)[][];
      clearValidation?: boolean;
    }
  /** copy inside the workbook: formulas shift, formats, notes and validations come along */
  | { kind: 'copy'; sheet: number; from: Rect; toSheet: number; to: Rect; what?: 'all' | 'values' | 'formats'; cut?: boolean }
  | { kind: 'fillDown'; sheet: number; from: Rect; to: Rect }
  | { kind: 'clear'; sheet: number; rects: Rect[] }
  | { kind: 'format'; sheet: number; rects: Rect[]; style: CellPatch['s'] }
  | { kind: 'validate'; sheet: number; rects: Rect[]; validation: Validation | null }
  | { kind: 'note'; sheet: number; row: number; column: number; note: string | null }
  | { kind: 'replace'; sheet: number; find: string; by: string; wholeCell?: boolean }
  | { kind: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns'; sheet: number; at: number; count: number }
  | { kind: 'moveRows' | 'moveColumns'; sheet: number; at: number; count: number; to: number }
  | { kind: 'sort'; sheet: number; rect: Rect; keys: { column: number; ascending: boolean }[] }
  | { kind: 'filter'; sheet: number; filter: Filter | null }
  | { kind: 'hideRows' | 'hideColumns'; sheet: number; at: number; count: number; hidden: boolean }
  | { kind: 'rowHeights' | 'columnWidths'; sheet: number; at: number; count: number; pixels: number }
  | { kind: 'addSheet'; name?: string; position?: number }
  | { kind: 'deleteSheet'; sheet: number }
  | { kind: 'renameSheet'; sheet: number; name: string }
  | { kind: 'moveSheet'; sheet: number; position: number }
  | { kind: 'hideSheet'; sheet: number; hidden: boolean }
  | { kind: 'freeze'; sheet: number; rows: number; columns: number }
  | { kind: 'undo' }
  | { kind: 'redo' }
  | { kind: 'select'; sheet: number; rect: Rect };

export interface User {
  email: string;
  /** `zh-CN`, `en` …: what `Session.getActiveUserLocale()` says */
  locale: string;
}

/** Answer to an intent. A refusal (validation that rejects, protection) says why in the user's language; nothing was changed then. */
export type IntentResult =
  | { ok: true; ops: number }
  | { ok: false; reason: 'validation' | 'protected' | 'bounds' | 'name' | 'nothing'; message: string; warning?: boolean };
