import { expect, test } from '@jest/globals';
import { formulaForFile, formulaFromFile, shiftFormula, standInFormula } from '../../local/file/excel/formula-text.ts';

const words = { tab: (name: string) => (name === '表 一' ? '表 一' : undefined), isName: (name: string) => name === '客户' };
const out = (formula: string) => formulaForFile(formula, words);

test('what Excel knows goes out as a formula, newer functions with their prefix', () => {
  expect(out('=SUM(A1:B2)*2%')).toBe('SUM(A1:B2)*2%');
  expect(out('=COUNTIF(\'表 一\'!A2:A,"a""b")')).toBe('COUNTIF(\'表 一\'!A2:A1048576,"a""b")');
  expect(out('=XLOOKUP(A1,$B:$B,C:C)')).toBe('_xlfn.XLOOKUP(A1,$B:$B,C:C)');
  expect(out('=SORT(FILTER(A1:A9,B1:B9>0))')).toBe('_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>0))');
  expect(out('=IF(A1,,-客户)')).toBe('IF(A1,,-客户)');
});

test('what Excel might call corrupt never goes out as it is', () => {
  for (const formula of [
    '=1+',
    '=SUM(A1',
    '=A1 B1',
    '=QUERY(A1:B2)',
    "='没有'!A1",
    '=未知',
    '=(1,2)',
    '=)',
    '=',
    '=SUM(A1))',
    '={1;2}',
    '=A1:',
    '=""""""x',
  ]) {
    expect([formula, out(formula)]).toEqual([formula, undefined]);
  }
});

test('a stand-in keeps the last value and gives the original back', () => {
  const text = standInFormula('=QUERY(A1:B2,"select A")', 5)!;
  expect(text).toBe('IFERROR(__xludf.DUMMYFUNCTION("QUERY(A1:B2,""select A"")"),5)');
  expect(formulaFromFile(text)).toBe('=QUERY(A1:B2,"select A")');
});

test('what comes from a file reads as in Sheets', () => {
  expect(formulaFromFile('_xlfn._xlws.FILTER(A2:A1048576,B$2:B$1048576="a")')).toBe('=FILTER(A2:A,B$2:B="a")');
  expect(formulaFromFile('xlookup(A1,B:B,C:C)&"sum(a)"')).toBe('=XLOOKUP(A1,B:B,C:C)&"sum(a)"');
});

test('a shared formula shifts with its cell, fixed parts and texts stay', () => {
  expect(shiftFormula('A1+$B1+C$1+$D$1&"A1"&LOG10(A1)&\'A1\'!A1', 2, 1)).toBe('B3+$B3+D$1+$D$1&"A1"&LOG10(B3)&\'A1\'!B3');
});
