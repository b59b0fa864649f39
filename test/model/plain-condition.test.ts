import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newWorkbook } from '../../local/model/new-workbook.ts';
import { plainCondition } from '../../local/model/plain-condition.ts';
import { Workbook } from '../../local/model/workbook.ts';

const leaf = fc.constantFrom('$A1', 'B1', '$C$1', 'D1', '""', '"VIP"', '"vip"', '0', '12.5', 'TRUE', 'FALSE');
const sign = fc.constantFrom('=', '<>', '<', '>', '<=', '>=');
const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(leaf, sign, leaf).map((parts) => parts.join('')),
    leaf.map((one) => `ISBLANK(${one})`),
    leaf.map((one) => `ISEVEN(${one})`),
    fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `AND(${a}, ${b})`),
    fc.tuple(tie('condition'), tie('condition')).map(([a, b]) => `OR(${a},${b})`),
    tie('condition').map((a) => `NOT(${a})`),
  ),
}));
const held = fc.constantFrom(null, 'VIP', 'vip', 'x', 0, 1, 12.5, -3, true, false);

test('what needs no engine comes out as the engine has it', () => {
  const book = new Workbook(newWorkbook({ id: 'w', title: 't', locale: 'zh_CN', timeZone: 'UTC', owner: 'o@x.cn' }));
  let answered = 0;
  fc.assert(
    fc.property(condition, fc.array(held, { minLength: 4, maxLength: 4 }), (formula, row) => {
      book.apply([{ op: 'cells', sheet: 0, row: 0, column: 0, cells: [row.map((v) => ({ v }))] }]);
      const value = plainCondition(`=${formula}`)?.value((y, x) => book.value(0, y, x), 0, 0);
      if (value === undefined) return;
      answered++;
      expect([formula, value]).toEqual([formula, book.evaluate(0, 0, 0, `=${formula}`)]);
    }),
    { numRuns: 400 },
  );
  expect(answered).toBeGreaterThan(100);
});

test('a reference moves with the cell unless it is fixed', () => {
  const seen: string[] = [];
  const read = (row: number, column: number) => {
    seen.push(`${row}:${column}`);
    return 'x';
  };
  expect(plainCondition('=AND($A2<>"",B$2="x")')!.value(read, 3, 1)).toBe(true);
  expect(seen).toEqual(['4:0', '1:2']);
});

test.each(['=SUM(A1:A3)>2', '=A1&"x"="yx"', '=Other!A1=1', '=A1=1=TRUE', '=LOG10(A1)=1', '="', ''])(
  '%s is left to the engine',
  (formula) => {
    expect(plainCondition(formula)).toBeUndefined();
  },
);

test('an error in a cell is left to the engine', () => {
  expect(plainCondition('=A1=1')!.value(() => ({ error: '#N/A' }), 0, 0)).toBeUndefined();
});
