import { describe, expect, test } from '@jest/globals';
import { type CellStep, reversed, standings } from '../../src/domain/intents/cell-plan.ts';
import { fingerprint } from '../../src/domain/intents/fingerprint.ts';
import { type Intent, isDead, keysOf, packIntent, readIntents } from '../../src/domain/intents/intent.ts';

const intent = (more: Partial<Intent> = {}): Intent => ({
  id: 'set-up',
  run: 5,
  action: 'set-up',
  request: { samples: true },
  who: 'key',
  at: 5,
  state: 'begun',
  tries: 0,
  ...more,
});

describe('an intent as properties', () => {
  test('comes back as it was, beside other properties', () => {
    expect(readIntents({ ...packIntent(intent()), 'series.customers': '4' })).toEqual([intent()]);
  });

  test('is one property where it is short, and never one of more than 9 KB', () => {
    expect(Object.keys(packIntent(intent()))).toEqual(['intent.set-up']);
    const long = intent({ request: { note: '备注😀'.repeat(5_000) } });
    const packed = packIntent(long);
    expect(Object.keys(packed).length).toBeGreaterThan(1);
    for (const value of Object.values(packed)) {
      expect(Buffer.byteLength(value)).toBeLessThanOrEqual(9 * 1024);
      expect(Buffer.from(value).toString()).toBe(value);
    }
    expect(readIntents(packed)).toEqual([long]);
  });

  test('is gone once any of its properties is deleted, in the order they are deleted in', () => {
    const long = intent({ data: { plan: 'x'.repeat(9_000) } });
    const left: Record<string, string> = packIntent(long);
    for (const key of keysOf(long)) {
      delete left[key];
      expect(readIntents(left)).toEqual([]);
    }
    expect(left).toEqual({});
  });

  test('that was written by halves was never begun', () => {
    expect(readIntents({ 'intent.set-up': '1|{"id":' })).toEqual([]);
    expect(readIntents({ 'intent.set-up': 'nonsense' })).toEqual([]);
  });

  test('stands in the order of the runs', () => {
    const both = { ...packIntent(intent({ id: 'b', run: 9 })), ...packIntent(intent({ id: 'a', run: 7 })) };
    expect(readIntents(both).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('is nobody’s any more when its time is over, or at once where only the lock’s holder may work on it', () => {
    expect(isDead(intent({ until: 100 }), 99)).toBe(false);
    expect(isDead(intent({ until: 100 }), 100)).toBe(true);
    expect(isDead(intent(), 0)).toBe(true);
  });
});

const step = (field: string, from: string, to: string | number): CellStep => ({
  tab: 'customers',
  record: 'C000001',
  field,
  from,
  to,
});

describe('a plan of cells', () => {
  const plan = [step('phone', '1', '2'), step('email', 'a', 'b'), step('quantity', '1', 3), step('gone', '', 'x')];
  const now: Record<string, string | number> = { phone: '1', email: 'c', quantity: 3 };

  test('is sorted by what stands there now', () => {
    const { ahead, done, foreign, gone } = standings(plan, ({ field }) => now[field]);
    expect([ahead, done, foreign, gone].map((steps) => steps.map(({ field }) => field))).toEqual([
      ['phone'],
      ['quantity'],
      ['email'],
      ['gone'],
    ]);
  });

  test('backwards undoes what was written, and nothing that somebody else has written', () => {
    const { ahead } = standings(reversed(plan), ({ field }) => now[field]);
    expect(ahead).toEqual([step('quantity', '3', '1')]);
  });

  test('finished has nothing ahead, and backwards everything', () => {
    const after = new Map(plan.map(({ field, to }) => [field, to]));
    expect(standings(plan, ({ field }) => after.get(field)).ahead).toEqual([]);
    expect(standings(reversed(plan), ({ field }) => after.get(field)).ahead).toHaveLength(plan.length);
  });
});

test('a fingerprint tells a change', () => {
  expect(fingerprint({ a: [1, '等级'] })).toBe(fingerprint({ a: [1, '等级'] }));
  expect(fingerprint({ a: [1, '等级'] })).not.toBe(fingerprint({ a: [2, '等级'] }));
});
