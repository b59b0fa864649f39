import { expect, test } from '@jest/globals';
import { fromR1C1, toR1C1 } from '../../local/model/r1c1.ts';
import { script, thrownBy } from '../run/script-host.ts';

const D4 = { row: 3, column: 3 };

test.each([
  ['=R[1]C[-1]', '=C5'],
  ['=R1C1+R[1]C1+R1C[1]', '=$A$1+$A5+E$1'],
  ["=SUM('买 卖'!R[-1]C[0]:R2C3)", "=SUM('买 卖'!D3:$C$2)"],
  ['=IF(R[0]C[0]="R1C1",R[0]C[0],"")', '=IF(D4="R1C1",D4,"")'],
  ['=SUM(R1:R3)+SUM(C[0]:C[0])', '=SUM($1:$3)+SUM(D:D)'],
])('%s in D4 is %s, and back', (byNumber, byLetters) => {
  expect(fromR1C1(byNumber, D4)).toBe(byLetters);
  expect(toR1C1(byLetters, D4)).toBe(byNumber);
});

test('numbers left out mean the formula’s own row or column, and what leaves the sheet is an error', () => {
  expect(fromR1C1('=RC[1]+R[1]C', D4)).toBe('=E4+D5');
  expect(fromR1C1('=R[-4]C[0]', D4)).toBe('=#REF!');
  expect(fromR1C1('=C5+SUMR1C1(1)', D4)).toBe('=$E:$E+SUMR1C1(1)');
});

test('a formula in R1C1 notation means another cell in every cell it is set to', async () => {
  expect(
    await script(`
      const range = sheet.getRange('B1:B3').setFormulaR1C1('=RC[-1]*2');
      sheet.getRange('C1:C2').setFormulasR1C1([['R1C1'], ['']]);
      return [range.getFormulas(), range.getFormulasR1C1(), sheet.getRange('C1:C2').getFormulasR1C1(), sheet.getRange('A1').getFormulaR1C1()];`),
  ).toEqual([
    [['=A1*2'], ['=A2*2'], ['=A3*2']],
    [['=R[0]C[-1]*2'], ['=R[0]C[-1]*2'], ['=R[0]C[-1]*2']],
    [['=R1C1'], [null]],
    null,
  ]);
});

test('a range can be named by the numbers of its rows and columns', async () => {
  expect(
    await script("return ['R5C3', 'r2c2:r4c5', 'R10C5:R1C2', '!c2:e5'].map((each) => sheet.getRange(each).getA1Notation());"),
  ).toEqual(['C5', 'B2:E4', 'B1:E10', 'C2:E5']);
  expect(await thrownBy("sheet.getRange('R0C1')")).toBe('Exception: Range not found');
});
