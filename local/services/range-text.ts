import type { CellPatch, Op } from '../contract.ts';
import type { TextRun } from '../presentation.ts';
import type { ExecutionContext } from './execution-context.ts';
import { checkSize, sheetState } from './grid.ts';
import type { RangeObject } from './objects.ts';
import { corner, readCells } from './range-read.ts';
import { fill, fillEach } from './range-write.ts';
import { RichTextValueObject } from './rich-text.ts';
import type { Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';
import { lookOf, stylePatchOf, TextStyleObject } from './text-style.ts';
import { checkRights, checkRule } from './write-check.ts';

const MAX_CELL_TEXT = 50_000;

function textStyles(context: ExecutionContext, range: RangeObject): TextStyleObject[][] {
  return readCells(context, range, 'textStyles', (cell) => new TextStyleObject(lookOf(context.book.styleOf(cell))));
}

/** `null` where a cell holds anything but text. */
function richTexts(context: ExecutionContext, range: RangeObject): (RichTextValueObject | null)[][] {
  return readCells(context, range, 'richText', (cell) => {
    const text = cell?.v ?? '';
    return typeof text === 'string' ? new RichTextValueObject(text, cell?.r ?? [], lookOf(context.book.styleOf(cell))) : null;
  });
}

/** Kept only where they say anything. */
const tellingRuns = (runs: readonly TextRun[]): TextRun[] | null =>
  runs.some(({ look, link }) => look || link) ? [...runs] : null;

function patchOf({ text, runs }: RichTextValueObject): CellPatch {
  if (text.length > MAX_CELL_TEXT) {
    throw new ServiceError(`Your input contains more than the maximum of ${MAX_CELL_TEXT} characters in a single cell.`);
  }
  return { v: text === '' ? null : text, f: null, r: tellingRuns(runs) };
}

/** The text goes in as it is: nothing is read as a number, a date or a formula. */
function setRichTexts(
  context: ExecutionContext,
  range: RangeObject,
  valueAt: (i: number, j: number) => RichTextValueObject,
): RangeObject {
  const { sheet: id, rect } = range;
  const resolve = (): Op[] => {
    const sheet = sheetState(context, id);
    checkRights(context, sheet, rect);
    const cells = Array.from({ length: rect.rows }, (_, i) =>
      Array.from({ length: rect.columns }, (_, j) => {
        const patch = patchOf(valueAt(i, j));
        const rule = context.book.validationOf(sheet.cells[rect.row + i]?.[rect.column + j]);
        checkRule(context, sheet, rect.row + i, rect.column + j, patch.v ?? null, rule);
        return patch;
      }),
    );
    return [{ op: 'cells', sheet: id, row: rect.row, column: rect.column, cells }];
  };
  context.write({ valueCells: rect.rows * rect.columns, resolve });
  return range;
}

function setEachRichText(context: ExecutionContext, range: RangeObject, values: RichTextValueObject[][]): RangeObject {
  checkSize(range.rect, values);
  return setRichTexts(context, range, (i, j) => values[i]![j]!);
}

const stylePatch = ({ look }: TextStyleObject): CellPatch => ({ s: stylePatchOf(look) });

export const rangeText: Methods<RangeObject> = {
  getTextStyle: ['', (context, range) => textStyles(context, corner(range))[0]![0]],
  getTextStyles: ['', textStyles],
  setTextStyle: ['TextStyle', (context, range, style: TextStyleObject) => fill(context, range, stylePatch(style))],
  setTextStyles: ['TextStyle[][]', (context, range, styles: TextStyleObject[][]) => fillEach(context, range, styles, stylePatch)],
  getRichTextValue: ['', (context, range) => richTexts(context, corner(range))[0]![0]],
  getRichTextValues: ['', richTexts],
  setRichTextValue: ['RichTextValue', (context, range, value: RichTextValueObject) => setRichTexts(context, range, () => value)],
  setRichTextValues: ['RichTextValue[][]', setEachRichText],
};
