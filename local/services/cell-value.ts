import type { CellError, CellPatch, CellState, Scalar, Style } from '../contract.ts';
import { epochToSerial, isDateFormat, serialToEpoch } from '../model/dates.ts';
import { parseTyped } from '../model/parse-typed.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Doubts } from '../run/doubts.ts';
import { ServiceError } from './service-object.ts';
import type { Wire } from './wire.ts';

const MAX_CELL_TEXT = 50_000;
/** Serial day from which on no date exists (a phone number in a date column): such a cell reads as its number. */
const BEYOND_DATES = 50_000_000;

/**
 * Reads a cell as a script does: `''` for empty, a date where the number format is one.
 * @param errors how a cell that shows an error reads
 */
export function cellReader(book: Workbook, errors: Doubts['errorCells']): (cell: CellState | null | undefined) => Wire {
  const { timeZone, styles } = book.state;
  const dated = styles.map((style) => isDateFormat(style.numberFormat));
  return (cell) => {
    const value = cell?.v;
    if (value === undefined || value === null) return '';
    if (typeof value === 'number')
      return cell!.s !== undefined && dated[cell!.s] && Math.abs(value) < BEYOND_DATES
        ? { t: 'd', v: serialToEpoch(value, timeZone) }
        : value;
    if (typeof value !== 'object') return value;
    return errors === 'text' ? value.error : { t: 'x', v: value.error };
  };
}

/** What a script's value makes of a cell, before validation: strings are read as if typed (platform.md §3). */
interface TypedPatch {
  patch: CellPatch;
  /** for the validation; a formula's is not known yet */
  value: Scalar | CellError;
}

/** The format a `Date` brings along into a cell that has none. */
function dateFormat(serial: number, format: string | undefined): string | undefined {
  if (format !== undefined && format !== 'General') return undefined;
  return Number.isInteger(serial) ? 'yyyy-mm-dd' : 'yyyy-mm-dd h:mm:ss';
}

function patchOf(value: Scalar | CellError, formula: string | undefined, numberFormat: string | undefined): TypedPatch {
  const patch: CellPatch = formula === undefined ? { v: value, f: null } : { v: null, f: formula };
  if (numberFormat !== undefined) patch.s = { numberFormat };
  return { patch, value };
}

/**
 * @param ignoreText whether a text format is passed over, as `appendRow` does
 * @throws ServiceError when the text is too long for a cell
 */
export function typedPatch(value: unknown, style: Style, book: Workbook, today: number, ignoreText = false): TypedPatch {
  if (value === null || value === undefined || value === '') return patchOf(null, undefined, undefined);
  const format = ignoreText && style.numberFormat === '@' ? undefined : style.numberFormat;
  if (typeof value === 'number') return patchOf(Number.isFinite(value) ? value : { error: '#NUM!' }, undefined, undefined);
  if (typeof value === 'boolean') return patchOf(value, undefined, undefined);
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return patchOf({ error: '#NUM!' }, undefined, undefined);
    const serial = epochToSerial(value.getTime(), book.state.timeZone);
    return patchOf(serial, undefined, dateFormat(serial, format));
  }
  // an object becomes junk text, as on Google
  const text = typeof value === 'string' ? value : String(value);
  if (text.length > MAX_CELL_TEXT) {
    throw new ServiceError(`Your input contains more than the maximum of ${MAX_CELL_TEXT} characters in a single cell.`);
  }
  const typed = parseTyped(text, { locale: book.state.locale, format, today });
  return patchOf(typed.value, typed.formula, typed.numberFormat);
}
