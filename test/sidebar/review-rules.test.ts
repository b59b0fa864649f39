import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { movedRecords, questionsOf } from '../../sidebar/review/choices.ts';
import { createWalk } from '../../sidebar/review/walk.ts';
import type { DuplicateGroup, MergeField } from '../../src/domain/api.ts';
import { proposalFor } from './review-fixtures.ts';

const group = (id: string): DuplicateGroup => ({ id, tier: 'sure', customers: [], reasons: [], isLater: false });

test('however one goes through the groups, none is there twice, none is lost, and the figures stay sensible', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('forward' as const) }),
    fc.record({ kind: fc.constantFrom('now' as const, 'next' as const, 'rest' as const), id: fc.nat(9) }),
    fc.record({ kind: fc.constant('add' as const), id: fc.nat(9) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const walk = createWalk();
      walk.add([group('0'), group('1'), group('2')], 5);
      const known = new Set(['0', '1', '2']);
      for (const one of steps) {
        if (one.kind === 'forward') walk.forward();
        else if (one.kind === 'add') walk.add([group(String(one.id))], 5);
        else if (one.kind === 'rest') walk.insertNext(group(`rest ${one.id} ${known.size}`));
        else if (known.has(String(one.id))) walk.bring(group(String(one.id)), one.kind);
        if (one.kind === 'rest') known.add(`rest ${one.id} ${known.size}`);
        if (one.kind === 'add') known.add(String(one.id));
        expect(walk.total()).toBeGreaterThanOrEqual(known.size);
        expect(walk.at()).toBeLessThanOrEqual(walk.total() + 1);
        expect(walk.current() === undefined).toBe(walk.ahead() === 0);
      }
      walk.again([...known].map(group));
      const seen: string[] = [];
      for (let here = walk.current(); here; here = walk.current()) {
        seen.push(here.id);
        walk.forward();
      }
      expect([...seen].sort()).toEqual([...known].sort());
    }),
  );
});

test('what could not be done comes back: at once, or behind the group in sight', () => {
  const walk = createWalk();
  walk.add(['a', 'b', 'c'].map(group), 3);
  walk.forward();
  walk.bring(group('a'), 'next');
  expect([walk.at(), walk.current()?.id, walk.next()?.id]).toEqual([1, 'b', 'a']);
  walk.bring(group('c'), 'now');
  expect([walk.current()?.id, walk.next()?.id, walk.total()]).toEqual(['c', 'b', 3]);
});

const field = (texts: string[], more: Partial<MergeField> = {}): MergeField => ({
  key: 'phone',
  label: '联系电话',
  kind: 'phone',
  texts,
  proposed: 0,
  ...more,
});
const asked = (one: MergeField) => {
  const numbers = one.texts.map((_, at) => `C${at}`);
  const customers = numbers.map((number) => ({ number, name: '', phone: '', records: [] }));
  return questionsOf({ customers, keep: 'C0', fields: [one] })[0];
};

test('only contradictions are asked about openly; what one lacks and what is the same are folded, what nobody has is left out', () => {
  expect(asked(field(['1', '2']))?.kind).toBe('open');
  expect(asked(field(['1', '']))?.kind).toBe('single');
  expect(asked(field(['1', '1']))?.kind).toBe('same');
  expect(asked(field(['TRUE', 'FALSE'], { isFixed: true }))?.kind).toBe('fixed');
  expect(asked(field(['', '']))).toBeUndefined();
});

test('a value stands once however many have it, and keeping all together is a choice of its own', () => {
  const question = asked(field(['1', '2', '1'], { proposed: 1, joined: '1 / 2' }))!;
  expect(question.choices.map(({ text, owners }) => [text, ...owners])).toEqual([
    ['1', 'C0', 'C2'],
    ['2', 'C1'],
    ['1 / 2', 'C0', 'C1', 'C2'],
  ]);
  expect(question.choices[question.proposed]?.text).toBe('1 / 2');
  const single = asked(field(['1', '2', '1'], { proposed: 1 }))!;
  expect(single.choices[single.proposed]?.text).toBe('2');
});

test('the records of whoever goes are counted, not those of the one who stays', () => {
  const proposal = proposalFor(['C000001', 'C000734']);
  expect(movedRecords(proposal, 'C000001')).toBe(3);
  expect(movedRecords(proposal, 'C000734')).toBe(0);
});
