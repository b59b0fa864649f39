import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coverRows } from '../../src/domain/card/cover-rows.ts';

const rows = fc.uniqueArray(fc.integer({ min: 2, max: 100_000 }), { maxLength: 60 }).map((all) => all.sort((a, b) => a - b));

test('every row is in a stretch, there are never more stretches than asked for, and they keep their order', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5000 }), (all, most, least) => {
      const stretches = coverRows(all, most, least);
      expect(stretches.length).toBeLessThanOrEqual(most);
      expect(all.filter((row) => !stretches.some(([first, last]) => first <= row && row <= last))).toEqual([]);
      expect(stretches.flat()).toEqual([...stretches.flat()].sort((a, b) => a - b));
    }),
  );
});

test('a gap too small for a read of its own is read along, and the widest gaps are left out first', () => {
  expect(coverRows([2, 3, 50, 51], 4, 100)).toEqual([[2, 51]]);
  expect(coverRows([2, 3, 500, 9000], 4, 100)).toEqual([
    [2, 3],
    [500, 500],
    [9000, 9000],
  ]);
  expect(coverRows([2, 500, 9000], 2, 100)).toEqual([
    [2, 500],
    [9000, 9000],
  ]);
  expect(coverRows([], 4, 100)).toEqual([]);
});
