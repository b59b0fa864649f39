import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { packReply, unpackCells } from '../../local/run/pack-cells.ts';
import type { Wire } from '../../local/services/wire.ts';

const cell: fc.Arbitrary<Wire> = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.integer().map((v) => ({ t: 'd', v }) as const),
  fc.string().map((v) => ({ t: 'x', v }) as const),
);

test('many cells arrive in a thread as they were sent', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { minLength: 1, maxLength: 40 }), (some) => {
      const matrix = Array.from({ length: 800 }, (_, i) => some[i % some.length]!);
      const reply = packReply({ v: matrix });
      if (!('packed' in reply)) throw new Error('not packed');
      expect(unpackCells(structuredClone(reply.packed))).toEqual(matrix);
    }),
    { numRuns: 30 },
  );
});

test('a few cells, rows of unequal length and errors go as they are', () => {
  for (const reply of [
    { v: [['a']] },
    { v: Array.from({ length: 6000 }, (_, i) => (i === 5 ? ['a', 'b'] : ['a'])) },
    { v: 'a' },
    { e: { name: 'Exception', message: 'no' } },
  ])
    expect(packReply(reply)).toBe(reply);
});
