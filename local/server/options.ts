/** The options of a cell's dropdown, each in the colours that a conditional format gives it. */
import type { SheetState, Style, Validation, WorkbookState } from '../contract.ts';
import { columnIndex, unquoteSheetName } from '../model/a1.ts';
import { contains } from '../model/rects.ts';
import type { Option } from './protocol.ts';
import type { Sight } from './view-cell.ts';

const MOST_OPTIONS = 5000;

export function optionsAt(state: WorkbookState, sight: Sight, sheetId: number, row: number, column: number): Option[] {
  const sheet = state.sheets.find((candidate) => candidate.id === sheetId);
  const cell = sheet?.cells[row]?.[column];
  const validation = cell?.d === undefined ? undefined : state.validations[cell.d];
  if (!sheet || !validation) return [];
  return textsOf(state, sight, sheet, validation).map((text) => {
    const style = styleOfOption(sheet, row, column, text);
    return { text, background: style?.background, fontColor: style?.fontColor };
  });
}

function textsOf(state: WorkbookState, sight: Sight, sheet: SheetState, validation: Validation): string[] {
  const [first] = validation.args;
  if (validation.criteria === 'VALUE_IN_LIST') return (Array.isArray(first) ? first : validation.args).map(String);
  if (validation.criteria !== 'VALUE_IN_RANGE' || typeof first !== 'string') return [];
  return [...new Set(textsInRange(state, sight, sheet, first))].slice(0, MOST_OPTIONS);
}

const RANGE = /^(?:(?<tab>.+)!)?\$?(?<left>[A-Z]+)\$?(?<top>\d*)(?::\$?(?<right>[A-Z]+)\$?(?<bottom>\d*))?$/i;

function textsInRange(state: WorkbookState, sight: Sight, own: SheetState, name: string): string[] {
  const parts = RANGE.exec(name)?.groups;
  if (!parts) return [];
  const tab = parts.tab === undefined ? own.name : unquoteSheetName(parts.tab);
  const sheet = state.sheets.find((candidate) => candidate.name === tab);
  if (!sheet) return [];
  const left = columnIndex(parts.left!);
  const right = parts.right ? columnIndex(parts.right) : left;
  const top = parts.top ? Number(parts.top) - 1 : 0;
  const bottom = parts.bottom ? Number(parts.bottom) - 1 : parts.right ? sheet.cells.length - 1 : top;
  const texts: string[] = [];
  for (let row = top; row <= Math.min(bottom, sheet.cells.length - 1); row++) {
    for (let column = left; column <= right; column++) {
      const cell = sheet.cells[row]?.[column];
      const format = cell?.s === undefined ? undefined : state.styles[cell.s]?.numberFormat;
      const text = cell ? sight.display(cell.v, format) : '';
      if (text !== '') texts.push(text);
    }
  }
  return texts;
}

function styleOfOption(sheet: SheetState, row: number, column: number, text: string): Style | undefined {
  return sheet.conditionalFormats.find(
    (format) =>
      format.criteria === 'TEXT_EQUAL_TO' &&
      String(format.args[0]) === text &&
      format.ranges.some((range) => contains(range, row, column)),
  )?.style;
}
