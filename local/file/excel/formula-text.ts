/**
 * Formulas between the sheet and the file. One bad formula makes Excel call the whole file corrupt, so only what is
 * understood here goes out as a formula; the rest goes out as Google exports it, as its last value wrapped in
 * `IFERROR(__xludf.DUMMYFUNCTION("…"), value)`, from which the original is read again.
 */
import type { CellError, Scalar } from '../../contract.ts';
import { columnIndex, columnLetters } from '../../model/a1.ts';
import { maxRows, quoteTab } from '../a1.ts';
import { prefixOfFunction } from './excel-functions.ts';

const cell = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`;
const tokens = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    `(?<string>"(?:[^"]|"")*")`,
    String.raw`(?<tab>(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)`,
    String.raw`(?<range>${cell}:${cell}(?![\p{L}\p{N}_(])|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_(])|\$?[0-9]{1,7}:\$?[0-9]{1,7}(?![\p{L}\p{N}_.]))`,
    String.raw`(?<open>${cell}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_(]))`,
    String.raw`(?<cell>${cell}(?![\p{L}\p{N}_(.!:]))`,
    String.raw`(?<number>[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|\.[0-9]+)`,
    String.raw`(?<call>[\p{L}_][\p{L}\p{N}_.]*\()`,
    '(?<error>#(?:N/A|REF!|VALUE!|DIV/0!|NUM!|NAME\\?|NULL!))',
    String.raw`(?<name>[\p{L}_][\p{L}\p{N}_.]*)`,
    '(?<operator><=|>=|<>|[-+*/^&=<>])',
    '(?<percent>%)',
    '(?<mark>[(),])',
  ].join('|'),
  'uy',
);

export interface FormulaWords {
  /** the tab's name in the file */
  tab(name: string): string | undefined;
  /** whether there is a named range of this name */
  isName(name: string): boolean;
}

/** The formula as the file holds it, without `=`; `undefined` when Excel might not take it. */
export function formulaForFile(formula: string, words: FormulaWords): string | undefined {
  const text = formula.slice(1);
  let out = '';
  let wantsOperand = true;
  let afterTab = false;
  const depth: ('call' | 'group')[] = [];
  tokens.lastIndex = 0;
  while (tokens.lastIndex < text.length) {
    const groups = tokens.exec(text)?.groups;
    if (!groups) return undefined;
    const [kind, value] = Object.entries(groups).find(([, found]) => found !== undefined)! as [string, string];
    if (afterTab && kind !== 'cell' && kind !== 'range' && kind !== 'open') return undefined;
    afterTab = kind === 'tab';
    const isOperand = !['space', 'operator', 'percent', 'mark', 'call', 'tab'].includes(kind);
    if (isOperand || kind === 'call' || kind === 'tab') {
      if (!wantsOperand) return undefined;
      wantsOperand = !isOperand;
    }
    if (kind === 'tab') {
      const name = words.tab(value.startsWith("'") ? value.slice(1, -2).replaceAll("''", "'") : value.slice(0, -1));
      if (name === undefined) return undefined;
      out += `${quoteTab(name)}!`;
    } else if (kind === 'open') {
      out += value + (value.slice(value.indexOf(':')).includes('$') ? '$' : '') + String(maxRows);
    } else if (kind === 'call') {
      const prefix = prefixOfFunction(value.slice(0, -1));
      if (prefix === undefined) return undefined;
      depth.push('call');
      out += prefix + value;
    } else {
      if (kind === 'string' && value.length > 257) return undefined;
      if (kind === 'name' && !/^(?:TRUE|FALSE)$/i.test(value) && !words.isName(value)) return undefined;
      if (kind === 'operator') {
        if (wantsOperand && value !== '-' && value !== '+') return undefined;
        wantsOperand = true;
      }
      if (kind === 'percent' && wantsOperand) return undefined;
      if (value === '(') {
        if (!wantsOperand) return undefined;
        depth.push('group');
      } else if (value === ',') {
        // an argument may be left out
        if (depth.at(-1) !== 'call') return undefined;
        wantsOperand = true;
      } else if (value === ')') {
        const closed = depth.pop();
        if (!closed || (wantsOperand && (closed === 'group' || !/[,(]\s*$/.test(out)))) return undefined;
        wantsOperand = false;
      }
      out += value;
    }
  }
  return wantsOperand || afterTab || depth.length > 0 || out.length > 8000 ? undefined : out;
}

/** What is written for a formula that Excel has no words for. */
export function standInFormula(formula: string, value: Scalar | CellError | undefined): string | undefined {
  const quoted = formula.slice(1).replaceAll('"', '""');
  // a text inside a formula has at most 255 characters
  if (quoted.length > 255) return undefined;
  const last =
    typeof value === 'string'
      ? `"${value.slice(0, 100).replaceAll('"', '""')}"`
      : typeof value === 'number'
        ? String(value)
        : typeof value === 'boolean'
          ? String(value).toUpperCase()
          : '""';
  return `IFERROR(__xludf.DUMMYFUNCTION("${quoted}"),${last})`;
}

const openEnd = new RegExp(`:(\\$?[A-Z]{1,3})\\$?${maxRows}\\b`, 'gi');
const standIn = /^IFERROR\(__xludf\.DUMMYFUNCTION\("((?:[^"]|"")*)"\)/i;

/** A formula of the file as the sheet has it, with `=`. */
export function formulaFromFile(text: string): string {
  const original = standIn.exec(text)?.[1];
  if (original !== undefined) return `=${original.replaceAll('""', '"')}`;
  const plain = text.replace(/_xlfn\.|_xlws\.|_xludf\./g, '').replace(openEnd, ':$1');
  // LibreOffice writes functions that it lacks in small letters
  return `=${plain.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\b[a-z][a-z0-9.]*\(/gi, upperCall)}`;
}

function upperCall(text: string): string {
  return text.endsWith('(') && prefixOfFunction(text.slice(0, -1)) !== undefined ? text.toUpperCase() : text;
}

/** A formula that Excel shares among cells, as it reads `rows` further down and `columns` further right. */
export function shiftFormula(text: string, rows: number, columns: number): string {
  return text.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(?<![\p{L}\p{N}_.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\p{L}\p{N}_(.!])/gu,
    (whole, fixedColumn?: string, letters?: string, fixedRow?: string, row?: string) => {
      if (letters === undefined) return whole;
      const column = fixedColumn ? letters : columnLetters(columnIndex(letters) + columns);
      return `${fixedColumn}${column}${fixedRow}${fixedRow ? row : Number(row) + rows}`;
    },
  );
}
