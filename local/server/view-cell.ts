/** Turns one cell of the workbook into what a page shows of it. */
import type { CellError, CellState, Scalar, SheetState, Style, Validation, WorkbookState } from '../contract.ts';
import { textOf } from '../model/criteria.ts';
import { checkboxValues } from '../model/validate.ts';
import type { CellExtra, ColumnDefault, ValidationKind, ViewCell, ViewStyle } from './protocol.ts';
import type { StyleTable } from './style-table.ts';

/** How values are put into words and which conditional format applies; the workbook's model knows both. */
export interface Sight {
  display(value: Scalar | CellError | undefined, numberFormat: string | undefined): string;
  /** what the editor starts with: a full number, a date without its decoration */
  editText(value: Scalar | CellError | undefined, numberFormat: string | undefined): string;
  conditional(sheet: SheetState, row: number, column: number): Style | undefined;
  /** what a tab's colour scales hang on, put in words: another one, and all their cells may be coloured differently */
  scales(sheet: SheetState): string;
  /** false: marked as against its rule */
  valid(sheet: SheetState, row: number, column: number, value: Scalar | CellError, validation: Validation): boolean;
  /** has the formulas of a tab computed anew where they need it */
  refresh(sheet: SheetState): void;
}

const LISTS = new Set(['VALUE_IN_LIST', 'VALUE_IN_RANGE']);

export function validationKind(validation: Validation): ValidationKind {
  if (LISTS.has(validation.criteria)) return 'list';
  return validation.criteria === 'CHECKBOX' ? 'checkbox' : 'other';
}

/** Numbers stand right, truths and errors in the middle, unless the cell says otherwise. */
function alignmentOf(value: CellState['v']): Style['horizontalAlignment'] {
  if (typeof value === 'number') return 'right';
  if (typeof value === 'boolean' || (typeof value === 'object' && value !== null)) return 'center';
  return undefined;
}

function styleOf(cell: CellState, state: WorkbookState, found: Style | undefined, kind?: ValidationKind): ViewStyle {
  const own: ViewStyle = { ...(cell.s === undefined ? undefined : state.styles[cell.s]) };
  own.horizontalAlignment ??= alignmentOf(cell.v);
  if (found && kind === 'list') {
    const { background, fontColor, ...rest } = found;
    return { ...own, ...rest, chip: { background, fontColor } };
  }
  return found ? { ...own, ...found } : own;
}

/** @returns the cell in its full form, or `null` for nothing at all */
export function viewCell(
  state: WorkbookState,
  sight: Sight,
  styles: StyleTable,
  sheet: SheetState,
  row: number,
  column: number,
  cell: CellState | null | undefined,
): Exclude<ViewCell, 0 | string> {
  const validation = cell?.d === undefined ? undefined : state.validations[cell.d];
  const kind = validation && validationKind(validation);
  const found = sight.conditional(sheet, row, column);
  if (!cell && !found) return null;
  const held = cell ?? {};
  const plain = !found && held.s === undefined && alignmentOf(held.v) === undefined;
  const style = plain ? 0 : styles.simple(held.s, alignmentOf(held.v), found, kind, () => styleOf(held, state, found, kind));
  const format = held.s === undefined ? undefined : state.styles[held.s]?.numberFormat;
  const text = held.v === undefined || held.v === null ? '' : sight.display(held.v, format);
  const extra = extraOf(held, text, format, sight, validation);
  if (extra && validation && held.v != null && held.v !== '')
    if (!sight.valid(sheet, row, column, held.v, validation)) extra.x = 1;
  if (!extra && style === 0 && text === '') return null;
  return extra ? [text, style, extra] : [text, style];
}

function extraOf(
  cell: CellState,
  text: string,
  format: string | undefined,
  sight: Sight,
  validation: Validation | undefined,
): CellExtra | undefined {
  const extra: CellExtra = {};
  const edit = cell.f ?? (typeof cell.v === 'string' || cell.v == null ? text : sight.editText(cell.v, format));
  if (edit !== text) extra.e = edit;
  if (cell.n) extra.n = cell.n;
  if (cell.d !== undefined) extra.d = cell.d;
  if (cell.r && cell.v !== undefined) extra.r = cell.r;
  if (validation?.criteria === 'CHECKBOX') tick(extra, cell.v, validation);
  return Object.keys(extra).length > 0 ? extra : undefined;
}

/** An empty cell is an unticked one, whatever its two values are. */
function tick(extra: CellExtra, value: CellState['v'], validation: Validation): void {
  const [checked, unchecked] = checkboxValues(validation);
  const held = textOf(value ?? null);
  if (held === textOf(checked)) extra.b = 1;
  else if (held === textOf(unchecked) || held === '') extra.b = 0;
  else return;
  const typed = textOf(extra.b === 1 ? unchecked : checked);
  if (typed !== 'TRUE' && typed !== 'FALSE') extra.t = typed;
}

/** The short form of a cell where it says nothing but its text beside the column's defaults. */
export function shorten(cell: Exclude<ViewCell, 0 | string>, [style, validation]: ColumnDefault): ViewCell {
  if (!cell || cell[1] !== style) return cell;
  const extra = cell[2];
  const held = extra?.d ?? -1;
  if (held !== validation) return cell;
  if (extra && Object.keys(extra).length > (validation === -1 ? 0 : 1)) return cell;
  return cell[0] === '' ? 0 : cell[0];
}
