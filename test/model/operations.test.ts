import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Op, Validation } from '../../local/contract.ts';
import { newSheet, newWorkbook } from '../../local/model/new-workbook.ts';
import { Workbook } from '../../local/model/workbook.ts';
import { diceArbitrary, randomOp, spelledOut } from './arbitrary-ops.ts';

const LIST: Validation = { criteria: 'VALUE_IN_RANGE', args: ['购买!A2:A5', true], allowInvalid: true };

function emptyBook() {
  const state = newWorkbook({ id: 'w', title: 't', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: 'o@x.cn' });
  state.sheets = [newSheet(0, '客户', 8, 6), newSheet(1, '购买', 6, 5)];
  state.nextIds.sheet = 2;
  return new Workbook(state);
}

function smallBook() {
  const book = emptyBook();
  const line = [{ f: '=A1+1' }, { f: '=SUM(购买!B2:B)' }, { f: '=客户!$C$3' }, { f: '=SUM(n)' }, { v: 5, d: LIST }];
  for (const sheet of [0, 1]) book.apply([{ op: 'cells', sheet, row: 1, column: 0, cells: [line, [], line] }]);
  return book;
}

test('whatever is done can be taken back exactly', () => {
  fc.assert(
    fc.property(diceArbitrary, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }), (dice, before, after) => {
      const book = smallBook();
      for (let i = 0; i < before; i++) book.apply([randomOp(dice, book)]);
      const start = spelledOut(book);
      const done: Op[] = [];
      const inverses: Op[][] = [];
      for (let i = 0; i < after; i++) {
        const op = randomOp(dice, book);
        done.push(op);
        inverses.unshift(book.apply([op]));
      }
      for (const inverse of inverses) book.apply(inverse);
      try {
        expect(spelledOut(book)).toEqual(start);
      } catch (error) {
        throw new Error(`${(error as Error).message}\n${JSON.stringify(done)}`);
      }
    }),
    { numRuns: 400 },
  );
});

test('the same operations read from a journal give the same workbook, and an inverse has an inverse', () => {
  fc.assert(
    fc.property(diceArbitrary, fc.integer({ min: 1, max: 15 }), (dice, count) => {
      const book = smallBook();
      const journal: Op[] = [];
      for (let i = 0; i < count; i++) {
        const op = randomOp(dice, book);
        journal.push(JSON.parse(JSON.stringify(op)));
        const inverse = book.apply([op]);
        if (dice() < 0.3) {
          const again = book.apply(inverse);
          book.apply(again);
          journal.push(...inverse, ...again);
        }
      }
      const replayed = smallBook();
      replayed.apply(JSON.parse(JSON.stringify(journal)));
      expect(spelledOut(replayed)).toEqual(spelledOut(book));
    }),
    { numRuns: 200 },
  );
});

test('sorting keeps every row', () => {
  fc.assert(
    fc.property(diceArbitrary, fc.integer({ min: 2, max: 8 }), (dice, rows) => {
      const book = emptyBook();
      book.apply([
        {
          op: 'cells',
          sheet: 0,
          row: 0,
          column: 0,
          cells: Array.from({ length: rows }, (_, i) => [{ v: i, n: `n${i}` }, { v: `t${i}` }]),
        },
      ]);
      const order = Array.from({ length: rows }, (_, i) => i).sort(() => dice() - 0.5);
      const rect = { row: 0, column: 0, rows, columns: 2 };
      book.apply([{ op: 'sort', sheet: 0, rect, order }]);
      const sorted = book.values(0, rect);
      expect(sorted).toEqual(order.map((i) => [i, `t${i}`]));
      expect(book.notes(0, { ...rect, columns: 1 }).flat()).toEqual(order.map((i) => `n${i}`));
    }),
  );
});

test('taking back a colour leaves the bold that somebody added meanwhile', () => {
  const book = smallBook();
  const inverse = book.apply([{ op: 'cells', sheet: 0, row: 0, column: 0, cells: [[{ s: { background: '#ff0000' } }]] }]);
  book.apply([{ op: 'cells', sheet: 0, row: 0, column: 0, cells: [[{ s: { bold: true } }]] }]);
  book.apply(inverse);
  expect(book.styles(0, { row: 0, column: 0, rows: 1, columns: 1 })).toEqual([[{ bold: true }]]);
});

test('the last row counts unchecked checkboxes and formulas that give nothing, not formats, notes and dropdowns', () => {
  const book = emptyBook();
  const at = (row: number, patch: object): Op => ({ op: 'cells', sheet: 0, row, column: 2, cells: [[patch]] });
  book.apply([
    at(1, { v: 'x' }),
    at(5, { s: { bold: true } }),
    at(6, { n: 'note' }),
    at(7, { d: { criteria: 'CHECKBOX', args: [], allowInvalid: true } }),
  ]);
  expect([book.lastRow(0), book.lastColumn(0)]).toEqual([2, 3]);
  book.apply([at(3, { f: '=""' })]);
  expect(book.lastRow(0)).toBe(4);
  book.apply([at(7, { v: false })]);
  expect(book.lastRow(0)).toBe(8);
  expect(book.lastRow(1)).toBe(0);
});
