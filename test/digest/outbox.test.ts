import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  carryOver,
  confirmSent,
  emptyOutbox,
  leaveUnsure,
  nextRecipients,
  noteSending,
  type Outbox,
  openOutbox,
  readOutbox,
  takeBack,
} from '../../src/domain/digest/outbox.ts';

const people = ['wang@example.com', 'li@example.com', 'zhao@example.com'];
const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];

test('whoever was noted and never confirmed is named the next day and not sent to again', () => {
  const cutOff = noteSending(openOutbox(emptyOutbox, '2026-11-21'), 'li@example.com');
  const sameDay = openOutbox(cutOff, '2026-11-21');
  expect(nextRecipients(sameDay, people)).toEqual(['wang@example.com', 'zhao@example.com']);
  const nextDay = openOutbox(sameDay, '2026-11-22');
  expect(nextDay.unsure).toEqual([{ to: 'li@example.com', day: '2026-11-21' }]);
  expect(nextRecipients(nextDay, people)).toEqual(people);
  expect(confirmSent(noteSending(nextDay, 'wang@example.com'), 'wang@example.com', nextDay.unsure).unsure).toEqual([]);
});

test('what the quota left over goes first the next day', () => {
  const box = carryOver(confirmSent(openOutbox(emptyOutbox, '2026-11-21'), 'wang@example.com'), ['zhao@example.com']);
  expect(nextRecipients(openOutbox(box, '2026-11-22'), people)).toEqual([
    'zhao@example.com',
    'wang@example.com',
    'li@example.com',
  ]);
});

test('an outbox that was damaged is read as far as it goes', () => {
  expect(readOutbox('{"day":3,"sent":["a",4],"unsure":[{"to":"a"},null]}')).toEqual({ ...emptyOutbox, sent: ['a'] });
  expect(readOutbox('not json')).toEqual(emptyOutbox);
});

/** What may happen to one mail. */
const ends = ['confirmed', 'killed before', 'killed after', 'unsure', 'refused'] as const;

test('however runs are doubled, killed or refused: at most one mail a day and person, and none lost without a word', () => {
  const run = fc.record({ day: fc.nat(3), ends: fc.array(fc.constantFrom(...ends), { maxLength: 4 }) });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 12 }), (runs) => {
      let kept: Outbox = emptyOutbox;
      const arrived = new Map<string, number>();
      const attempted = new Set<string>();
      for (const { day, ends: fate } of [...runs].sort((a, b) => a.day - b.day)) {
        const today = days[day]!;
        // what is kept is what the next run finds: everything else is lost with the run
        kept = openOutbox(readOutbox(JSON.stringify(kept)), today);
        for (const [i, to] of nextRecipients(kept, people).entries()) {
          const end = fate[i] ?? 'killed before';
          if (end === 'killed before') break;
          kept = noteSending(kept, to);
          attempted.add(`${to} ${today}`);
          if (end !== 'refused') arrived.set(`${to} ${today}`, (arrived.get(`${to} ${today}`) ?? 0) + 1);
          if (end === 'killed after') break;
          kept = end === 'confirmed' ? confirmSent(kept, to) : end === 'unsure' ? leaveUnsure(kept, to) : takeBack(kept, to);
          if (end === 'confirmed') attempted.delete(`${to} ${today}`);
          if (end === 'refused') attempted.delete(`${to} ${today}`);
        }
      }
      expect(Math.max(0, ...arrived.values())).toBeLessThanOrEqual(1);
      const told = openOutbox(kept, '2026-12-01').unsure.map(({ to, day }) => `${to} ${day}`);
      expect(told.sort()).toEqual([...attempted].sort());
    }),
  );
});
