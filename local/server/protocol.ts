/**
 * What the local workbook's server and its page say to one another over the socket, as JSON. The page shows what it is
 * told: texts, styles and marks are worked out in Node. Rows and columns are 0-based.
 */
import type { ChartPicture } from '../charts/shapes.ts';
import type { Filter, Intent, IntentResult, Rect, Style, User } from '../contract.ts';
import type { Button, HostEvent } from '../host-contract.ts';
import type { Banding, TextRun } from '../presentation.ts';

/** A style as shown: conditional formats and the alignment of the value's kind are worked in. */
export type ViewStyle = Style & {
  /** colours of the option's chip in a cell with a dropdown */
  chip?: { background?: string; fontColor?: string };
};

/** How a cell is edited: from a list, by a tick, or by typing under some other rule. */
export type ValidationKind = 'list' | 'checkbox' | 'other';

export interface CellExtra {
  /** what the editor starts with, where it is not the shown text */
  e?: string;
  /** note */
  n?: string;
  /** index into the table of validation kinds */
  d?: number;
  /** state of a checkbox; absent where the cell holds neither of its two values */
  b?: 0 | 1;
  /** what a click on a checkbox types, where that is not TRUE or FALSE */
  t?: string;
  /** stretches of the text that look their own way */
  r?: TextRun[];
  /** against its validation */
  x?: 1;
}

/**
 * A cell on the wire. `null`: nothing at all; `0`: empty, with the column's default style and validation; a string:
 * that text with the column's defaults; else text, index of the style (0: none) and the rest.
 */
export type ViewCell = null | 0 | string | [text: string, style: number, extra?: CellExtra];
/** Missing rows, and cells past the end of a row, are `null`. */
export type ViewRow = ViewCell[] | null;
/** What the short forms of a cell stand for in a column: index of the style and, unless -1, of the validation. */
export type ColumnDefault = [style: number, validation: number];

/** A tab without its cells. */
export interface TabMeta {
  id: number;
  name: string;
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  frozenColumns: number;
  tabColor?: string;
  hidden?: boolean;
  hiddenGridlines?: boolean;
  rowHeights: Record<number, number>;
  columnWidths: Record<number, number>;
  hiddenRows: number[];
  hiddenColumns: number[];
  filteredRows: number[];
  filter?: Filter;
  merges: Rect[];
  bandings: Banding[];
}

export type ViewChange =
  | { change: 'cells'; sheet: number; row: number; column: number; cells: ViewCell[][] }
  | { change: 'insertRows' | 'deleteRows' | 'insertColumns' | 'deleteColumns'; sheet: number; at: number; count: number }
  | { change: 'moveRows' | 'moveColumns'; sheet: number; at: number; count: number; to: number }
  | { change: 'tab'; tab: TabMeta }
  | { change: 'addTab'; tab: TabMeta; position: number }
  | { change: 'deleteTab'; sheet: number }
  | { change: 'charts'; sheet: number; charts: ChartPicture[] }
  | { change: 'order'; sheets: number[] }
  | { change: 'title'; title: string };

/** Events go through unchanged, but a panel's page is fetched from an address instead of carried along. */
export type PageEvent =
  | Exclude<HostEvent, { event: 'ops' | 'sidebar' | 'dialog' }>
  | { event: 'sidebar'; panel: string; title: string; src: string }
  | { event: 'dialog'; panel: string; title: string; src: string; width: number; height: number; modal: boolean };

/** How a call ended; `error` is the text a failure handler gets. */
export type CallResult = { ok: true; value: unknown } | { ok: false; error: string; name: string };

export type ServerMessage =
  | {
      type: 'hello';
      /** differs after the program was started again */
      boot: string;
      page: string;
      title: string;
      locale: string;
      user: User;
      owner: string;
      revision: number;
      tabs: TabMeta[];
      active: number;
    }
  /** the page has everything up to this revision already */
  | { type: 'resumed'; boot: string; revision: number; user: User }
  | { type: 'styles'; from: number; add: ViewStyle[] }
  | { type: 'validations'; from: number; add: ValidationKind[] }
  | { type: 'rows'; sheet: number; row: number; defaults: ColumnDefault[]; rows: ViewRow[]; last: boolean }
  /** all that hang on the tab, once its rows are there */
  | { type: 'charts'; sheet: number; charts: ChartPicture[] }
  | { type: 'change'; revision: number; by: string; changes: ViewChange[] }
  | { type: 'event'; event: PageEvent }
  | { type: 'result'; id: string; result: IntentResult | CallResult }
  | { type: 'options'; id: string; options: Option[] }
  | { type: 'refused'; id?: string; message: string };

export interface Option {
  text: string;
  background?: string;
  fontColor?: string;
}

export type ClientMessage =
  /** the first message. `page` and `user`: who this browser tab was before, or is to be from now on */
  | { type: 'open'; page?: string; user?: User; resume?: { boot: string; revision: number }; sheet?: number }
  | { type: 'intent'; id: string; intent: Intent }
  | { type: 'click'; id: string; function: string }
  | { type: 'call'; id: string; panel: string; function: string; args: unknown[] }
  | { type: 'trigger'; id: string; trigger: string }
  | { type: 'answer'; alert: string; button: Button; text?: string }
  | { type: 'panelClosed'; panel: string }
  | { type: 'want'; sheet: number }
  | { type: 'options'; id: string; sheet: number; row: number; column: number };
