/** What becomes of text that a person types, or that a script sets: both are read alike (platform.md §3). */
import type { CellError, Scalar } from '../contract.ts';
import { parseDate } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';

interface TypedContext {
  /** the workbook's, `zh_CN` … */
  locale: string;
  /** the cell's number format; `@` keeps everything as text */
  format: string | undefined;
  /** serial of the present day, for dates without a year; default: the machine's */
  today?: number;
}

export interface Typed {
  value: Scalar | CellError;
  /** with its leading `=`; `value` is `null` then */
  formula?: string;
  /** set when the notation implies one and the cell has none */
  numberFormat?: string;
}

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#ERROR!']);

/** `parseTyped('0571', { locale: 'zh_CN', format: undefined })` → `{ value: 571 }`. */
export function parseTyped(text: string, { locale, format, today }: TypedContext): Typed {
  if (text === '') return { value: null };
  if (format === '@') return { value: text.startsWith("'") && text.length > 1 ? text.slice(1) : text };
  if (text.startsWith("'")) return { value: text.slice(1) || null };
  if (text.startsWith('=') && text.length > 1) return formulaOf(text, format);
  const trimmed = text.trim();
  if (trimmed === '') return { value: text };
  const number = parseNumber(trimmed, locale);
  if (number) return impliedFormat(number.value, number.numberFormat, format);
  // what begins with "+" and is no number is a formula: `+86 138-0013-8000` ends as an error
  if (text.startsWith('+') && text.length > 1) return formulaOf(`=${text}`, format);
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === 'true' };
  const date = mayBeDate(trimmed) ? parseDate(trimmed, locale, today ?? machineToday()) : undefined;
  if (date) return impliedFormat(date.value, date.numberFormat, format);
  if (ERRORS.has(trimmed.toUpperCase())) return { value: { error: trimmed.toUpperCase() } };
  return { value: text };
}

/** Spares long texts the date patterns. */
function mayBeDate(text: string): boolean {
  return text.length <= 40 && /\d/.test(text);
}

function impliedFormat(value: number, implied: string | undefined, format: string | undefined): Typed {
  return implied === undefined || (format !== undefined && format !== 'General') ? { value } : { value, numberFormat: implied };
}

function formulaOf(formula: string, format: string | undefined): Typed {
  const typed: Typed = { value: null, formula };
  if (format !== undefined && format !== 'General') return typed;
  if (/^=\s*NOW\(\)\s*$/i.test(formula)) typed.numberFormat = 'yyyy-mm-dd h:mm:ss';
  else if (/^=\s*(TODAY\(\)|(DATE|EDATE|EOMONTH|WORKDAY)\()/i.test(formula)) typed.numberFormat = 'yyyy-mm-dd';
  return typed;
}

function machineToday(): number {
  const now = new Date();
  return Math.floor(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000) + 25_569;
}
