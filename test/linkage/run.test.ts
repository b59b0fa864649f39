import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPairs, writePairs } from '../../src/domain/linkage/kept-pairs.ts';
import { oneSlip } from '../../src/domain/linkage/one-slip.ts';
import { startLinkage } from '../../src/domain/linkage/start-linkage.ts';
import { editDistance } from '../../src/domain/text/edit-distance.ts';
import { link, others, type Row, readersOf, tableOf } from './register.ts';

const rows: Row[] = [
  ...others(700),
  { name: '邱梓琪', phone: '13911112222' },
  { name: '邱梓琪', email: 'ziqi.qiu@qq.com', phone: '139 1111 2222' },
  ...others(700)
    .slice(0, 40)
    .map(({ name, phone }) => ({ name: `${name} 女士`, phone: phone! })),
];

test('progress never falls and ends at one', () => {
  const run = startLinkage(tableOf(rows), readersOf('CN'));
  expect(() => run.result()).toThrow('has not finished');
  let last = 0;
  for (let finished = false; !finished; ) {
    const progress = run.step();
    expect(progress.done).toBeGreaterThanOrEqual(last);
    ({ done: last, finished } = progress);
  }
  expect(last).toBe(1);
});

test('a run that is stopped anywhere and taken up again finds the same', () => {
  const whole = link(rows);
  expect(whole.groups.length).toBeGreaterThan(40);
  for (const steps of [1, 7, 9, 12]) {
    const first = startLinkage(tableOf(rows), readersOf('CN'));
    for (let i = 0; i < steps; i++) first.step();
    const again = startLinkage(tableOf(rows), readersOf('CN'), first.save());
    while (!again.step().finished);
    expect(again.result()).toEqual(whole);
  }
});

test('what was saved for other rows is not used', () => {
  const first = startLinkage(tableOf(rows), readersOf('CN'));
  while (!first.step().finished);
  const changed = [...rows.slice(0, -1), { name: '段丽华', phone: '13611119999' }];
  const again = startLinkage(tableOf(changed), readersOf('CN'), first.save());
  while (!again.step().finished);
  expect(again.result()).toEqual(link(changed));
});

test('saved pairs come back as they were', () => {
  const pair = fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 5000 })).map(([a, step]) => ({ a, b: a + step }));
  fc.assert(
    fc.property(fc.uniqueArray(pair, { selector: ({ a, b }) => `${a},${b}` }), (pairs) => {
      const back = readPairs(writePairs(pairs)).map(([a, b]) => `${a},${b}`);
      expect(back.sort()).toEqual(pairs.map(({ a, b }) => `${a},${b}`).sort());
    }),
  );
});

/** Groups by the names of their rows, whatever the order of the table. */
const named = (table: readonly Row[]) =>
  link(table)
    .groups.map(
      (group) =>
        `${group.confidence} ${group.rows
          .map((row) => Object.values(table[row]!).join('|'))
          .sort()
          .join(' = ')}`,
    )
    .sort();

test('the order of rows does not matter', () => {
  const table = [...rows.slice(600), ...others(60).map((row) => ({ ...row, phone: '' }))];
  const before = named(table);
  fc.assert(
    fc.property(fc.shuffledSubarray(table, { minLength: table.length }), (shuffled) => {
      expect(named(shuffled)).toEqual(before);
    }),
    { numRuns: 8 },
  );
});

test('an unrelated row changes no group', () => {
  const groups = (table: readonly Row[]) =>
    link(table)
      .groups.map((group) => group.rows)
      .sort();
  expect(groups([...rows, { name: 'Björn Ångström', phone: '+46 8 123 456 78' }])).toEqual(groups(rows));
});

test('one slip is an edit distance of at most one', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(oneSlip(a, b)).toBe(editDistance(a, b, 1) <= 1);
      expect(oneSlip(a, b)).toBe(oneSlip(b, a));
    }),
  );
});
