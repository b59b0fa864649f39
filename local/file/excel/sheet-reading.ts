/** One tab of an .xlsx, read in one pass. */
import type { CellState, Rect, Scalar } from '../../contract.ts';
import { columnIndex } from '../../model/a1.ts';
import { maxColumns, maxRows } from '../a1.ts';
import { ZipFault } from '../zip-directory.ts';
import { formulaFromFile, shiftFormula } from './formula-text.ts';
import type { RawSheet } from './raw-workbook.ts';
import { rectsOf } from './rect-cover.ts';
import { isOn, settingsHandler } from './settings-reading.ts';
import type { ReadStyles } from './style-reading.ts';
import { decodeEscapes, scanXml, type XmlHandler } from './xml-scan.ts';

export interface SheetParts {
  xml: string;
  strings: string[];
  styles: ReadStyles;
  theme: string[];
}

type Attributes = Record<string, string>;

/** @throws {SyntaxError} when the XML is broken */
export function readSheet(name: string, { xml, strings, styles, theme }: SheetParts): RawSheet {
  const sheet: RawSheet = {
    name,
    hidden: false,
    hiddenGridlines: false,
    frozenRows: 0,
    frozenColumns: 0,
    cells: [],
    rowHeights: {},
    columnWidths: [],
    hiddenRows: [],
    merges: [],
    isProtected: false,
    unlocked: [],
    validations: [],
    rules: [],
  };
  const cells = cellHandler(sheet, strings);
  const rest = settingsHandler(sheet, styles, theme);
  let inData = false;
  scanXml(xml, {
    open(tag, attributes) {
      if (tag === 'sheetData') inData = true;
      else if (inData) cells.open!(tag, attributes);
      else rest.open!(tag, attributes);
    },
    close(tag) {
      if (tag === 'sheetData') inData = false;
      else if (inData) cells.close!(tag);
      else rest.close!(tag);
    },
    text(text) {
      (inData ? cells : rest).text!(text);
    },
  });
  if (sheet.isProtected) sheet.unlocked.push(...unlockedCells(sheet, styles));
  sheet.rules.sort((a, b) => a.priority - b.priority);
  return sheet;
}

/** The cells whose lock was taken off, in few rectangles. */
function unlockedCells({ cells }: RawSheet, { unlocked }: ReadStyles): Rect[] {
  return [...rectsOf(cells, ({ s = 0 }) => (unlocked.has(s) ? 1 : undefined)).values()].flat();
}

function cellHandler(sheet: RawSheet, strings: string[]): XmlHandler {
  const shared = new Map<string, { text: string; row: number; column: number }>();
  let row = -1;
  let column = -1;
  let type = '';
  let style = 0;
  let formula: string | undefined;
  let formulaAttributes: Attributes = {};
  let value: string | undefined;
  let target: 'f' | 'v' | 't' | '' = '';
  let phonetic = false;

  const finish = () => {
    const cell: CellState = {};
    if (formula !== undefined || formulaAttributes.si) {
      let text = formula ?? '';
      const si = formulaAttributes.t === 'shared' ? formulaAttributes.si : undefined;
      if (si !== undefined) {
        const master = shared.get(si);
        if (text) shared.set(si, { text, row, column });
        else if (master) text = shiftFormula(master.text, row - master.row, column - master.column);
      }
      if (text) cell.f = formulaFromFile(decodeEscapes(text));
    }
    const read = value === undefined ? undefined : cellValue(type, value, strings);
    if (read !== undefined) cell.v = read;
    else if (cell.f && type === 'str') cell.v = '';
    // LibreOffice saves a typed TRUE and a typed #N/A as formulas
    if (cell.f && /^=(?:TRUE|FALSE)\(\)$|^=#[A-Z/0!?]+$/.test(cell.f) && typeof cell.v !== 'string') delete cell.f;
    if (style) cell.s = style;
    if (cell.v === undefined && cell.f === undefined && cell.s === undefined) return;
    (sheet.cells[row] ??= [])[column] = cell;
  };

  return {
    open(tag, attributes) {
      if (tag === 'c') {
        const letters = /^[A-Z]+/.exec(attributes.r ?? '')?.[0];
        column = letters ? columnIndex(letters) : column + 1;
        if (column >= maxColumns) throw new ZipFault('damaged', 'outside');
        type = attributes.t ?? '';
        style = Number(attributes.s ?? 0);
        formula = value = undefined;
        formulaAttributes = {};
      } else if (tag === 'f') {
        formulaAttributes = attributes;
        target = 'f';
      } else if (tag === 'v') target = 'v';
      else if (tag === 't') target = phonetic ? '' : 't';
      else if (tag === 'rPh') phonetic = true;
      else if (tag === 'row') {
        row = attributes.r ? Number(attributes.r) - 1 : row + 1;
        column = -1;
        if (!Number.isInteger(row) || row < 0 || row >= maxRows) throw new ZipFault('damaged', 'outside');
        if (isOn(attributes.hidden)) sheet.hiddenRows.push(row);
        // heights that a program worked out by itself are not the shop's
        if (isOn(attributes.customHeight) && attributes.ht) sheet.rowHeights[row] = Math.round((Number(attributes.ht) * 4) / 3);
      }
    },
    close(tag) {
      if (tag === 'c') finish();
      else if (tag === 'rPh') phonetic = false;
      else if (tag === 'v' || tag === 'f' || tag === 't') {
        if (tag !== 'f') value ??= '';
        target = '';
      }
    },
    text(text) {
      if (target === 'f') formula = (formula ?? '') + text;
      else if (target) value = (value ?? '') + text;
    },
  };
}

function cellValue(type: string, text: string, strings: string[]): CellState['v'] | undefined {
  if (type === 's') {
    const shared = strings[Number(text)];
    // an empty cell in its place would lose the text at the next save
    if (shared === undefined) throw new ZipFault('damaged', 'missing-part', 'sharedStrings.xml');
    return shared;
  }
  if (type === 'str' || type === 'inlineStr') return decodeEscapes(text);
  if (type === 'b') return text === '1' || text === 'true';
  if (type === 'e') return { error: text };
  if (type === 'd') return (Date.parse(/[zZ+]/.test(text) ? text : `${text}Z`) / 86_400_000 + 25_569) as Scalar;
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? undefined : number;
}
