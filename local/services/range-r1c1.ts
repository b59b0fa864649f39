import { fromR1C1, toR1C1 } from '../model/r1c1.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { RangeObject } from './objects.ts';
import { corner, readCells } from './range-read.ts';
import { asFormula, setValues } from './range-write.ts';
import type { Methods } from './service-class.ts';

/** `null` where a cell has no formula. */
function formulas(context: ExecutionContext, range: RangeObject): (string | null)[][] {
  const { row, column } = range.rect;
  return readCells(context, range, 'formulas', (cell) => cell?.f).map((line, i) =>
    line.map((formula, j) => (formula === undefined ? null : toR1C1(formula, { row: row + i, column: column + j }))),
  );
}

function setFormulas(context: ExecutionContext, range: RangeObject, texts: string[][]): RangeObject {
  const { row, column } = range.rect;
  const inA1 = texts.map((line, i) => line.map((text, j) => fromR1C1(asFormula(text), { row: row + i, column: column + j })));
  return setValues(context, range, inA1);
}

/** One formula for all cells means another reference in each of them. */
function setFormula(context: ExecutionContext, range: RangeObject, text: string): RangeObject {
  const { rows, columns } = range.rect;
  return setFormulas(
    context,
    range,
    Array.from({ length: rows }, () => new Array<string>(columns).fill(text)),
  );
}

export const rangeR1C1: Methods<RangeObject> = {
  getFormulaR1C1: ['', (context, range) => formulas(context, corner(range))[0]![0]],
  getFormulasR1C1: ['', formulas],
  setFormulaR1C1: ['string', setFormula],
  setFormulasR1C1: ['string[][]', setFormulas],
};
