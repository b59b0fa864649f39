import { expect, test } from '@jest/globals';
import { namedFormula, placedFormula } from '../../src/domain/log/column-formula.ts';

const before = ['number', 'name', 'price'];
const after = ['price', 'number', '~新列', 'name'];

test.each([
  ['=R[0]C[-1]*2', '=R[0]C[3]*2'],
  ['=R[-1]C2&R1C[0]', '=R[-1]C4&R1C[0]'],
  ['=SUM(C[-2]:C[-2])', '=SUM(C[1]:C[1])'],
  ['=RC[-1]', '=RC[3]'],
  ['="R1C1"&R[0]C[-2]', '="R1C1"&R[0]C[1]'],
  ["=VLOOKUP(R[0]C[-2],'表 2'!R1C1:R9C3,2,FALSE)", "=VLOOKUP(R[0]C[1],'表 2'!R1C1:R9C3,2,FALSE)"],
  ['=ABS(-1)+COUNT(R2C3)', '=ABS(-1)+COUNT(R2C1)'],
])('%s points to the same columns after they were moved', (formula, moved) => {
  const named = namedFormula(formula, 3, before);
  expect(placedFormula(named, 3, before)).toBe(formula);
  expect(placedFormula(named, 1, after)).toBe(moved);
});

test('a column that is gone is an error, as it is in the sheet', () => {
  expect(placedFormula(namedFormula('=R[0]C[-1]', 3, before), 1, ['price'])).toBe('=#REF!');
});
