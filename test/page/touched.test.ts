import { expect, test } from '@jest/globals';
import { TouchedCells } from '../../local/server/touched.ts';

const rect = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

test('a cell inside a touched block is not named twice', () => {
  const touched = new TouchedCells();
  touched.add(rect(2, 2, 1, 1));
  touched.add(rect(0, 0, 5, 5));
  touched.add(rect(4, 4, 1, 1));
  expect(touched.rects).toEqual([rect(0, 0, 5, 5)]);
});

test('rows inserted above push what was touched down, rows inserted inside stretch it', () => {
  const touched = new TouchedCells();
  touched.add(rect(4, 0, 2, 3));
  touched.shift({ op: 'insertRows', sheet: 0, at: 1, count: 2 });
  expect(touched.rects).toEqual([rect(6, 0, 2, 3)]);
  touched.shift({ op: 'insertRows', sheet: 0, at: 7, count: 1 });
  expect(touched.rects).toEqual([rect(6, 0, 3, 3)]);
});

test('deleted rows take their part of what was touched with them', () => {
  const touched = new TouchedCells();
  touched.add(rect(4, 0, 4, 1));
  touched.shift({ op: 'deleteRows', sheet: 0, at: 6, count: 10 });
  expect(touched.rects).toEqual([rect(4, 0, 2, 1)]);
  touched.shift({ op: 'deleteRows', sheet: 0, at: 0, count: 3 });
  expect(touched.rects).toEqual([rect(1, 0, 2, 1)]);
  touched.shift({ op: 'deleteRows', sheet: 0, at: 1, count: 2 });
  expect(touched.rects).toEqual([]);
});
