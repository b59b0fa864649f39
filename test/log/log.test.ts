import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { base64, fromBase64, fromUtf8, utf8 } from '../../src/domain/log/bytes.ts';
import { checkSequence, sayStretches } from '../../src/domain/log/check-sequence.ts';
import type { Change } from '../../src/domain/log/entry.ts';
import { masked } from '../../src/domain/log/mask.ts';
import { placeChanges, reversedChanges } from '../../src/domain/log/place-changes.ts';
import { lastRun, undoneBy } from '../../src/domain/log/run-list.ts';
import { chaCha20, seal, unseal } from '../../src/domain/log/seal.ts';
import { goneSince, packSeen, readSeen } from '../../src/domain/log/seen-numbers.ts';

const key = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';

describe('a sealed value', () => {
  test('is enciphered as RFC 8439 says', () => {
    const nonce = [0, 0x4a000000, 0];
    const text =
      "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
    const bytes = chaCha20(key, 1, nonce, utf8(text));
    expect(Buffer.from(bytes).toString('hex').slice(0, 32)).toBe('6e2e359a2568f98041ba0728dd0d6981');
    expect(Buffer.from(bytes).toString('hex').slice(-20)).toBe('0bbf74a35be6b40b8eedf2785e42874d'.slice(-20));
  });

  test('comes back with its key and its number only, and not when somebody has touched it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 1e9 }), (text, n) => {
        const sealed = seal(key, n, text);
        expect(unseal(key, n, sealed)).toBe(text);
        expect(unseal(key, n + 1, sealed)).toBeUndefined();
        expect(unseal(key.replace('0', '1'), n, sealed)).toBeUndefined();
        expect(unseal(key, n, sealed.slice(4))).toBeUndefined();
      }),
    );
  });

  test('travels as the bytes that everybody else writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(base64(utf8(text))).toBe(Buffer.from(text).toString('base64'));
        expect(fromUtf8(fromBase64(Buffer.from(text).toString('base64'))!)).toBe(text);
      }),
    );
    expect(fromBase64('nonsense!')).toBeUndefined();
  });
});

describe('a masked value', () => {
  const kinds = ['text', 'longText', 'phone', 'email', 'date', 'money', 'choice'] as const;

  test('of a person never shows more than a trace', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom(...kinds), (text, kind) => {
        const shown = masked(text, { kind, sensitivity: 'personal' });
        expect(shown).toContain('***');
        expect(masked(text, { kind, sensitivity: 'secret' })).toBe('***');
        expect(masked(text, undefined)).toBe('***');
      }),
    );
  });

  test.each([
    ['13800138000', 'phone', '138***00'],
    ['12345', 'phone', '***'],
    ['zhang@qq.com', 'email', 'z***@qq.com'],
    ['张伟', 'text', '张***'],
    ['张', 'text', '***'],
  ] as const)('%s as %s is %s', (text, kind, shown) => {
    expect(masked(text, { kind, sensitivity: 'personal' })).toBe(shown);
  });

  test('of the shop’s own is shown, shortened', () => {
    expect(masked('VIP客户', { kind: 'choice', sensitivity: 'internal' })).toBe('VIP客户');
    expect(masked('x'.repeat(300), { kind: 'text', sensitivity: 'open' })).toHaveLength(201);
  });
});

const change = fc.record({
  tab: fc.constantFrom('a', 'b'),
  record: fc.constantFrom('1', '2', '3'),
  field: fc.constantFrom('x', 'y'),
  to: fc.constantFrom('p', 'q', 'r', 7, true),
});

/** Plays changes upon a sheet, each from what stands there. */
function played(drafts: readonly Omit<Change, 'from'>[]) {
  const cells = new Map<string, Change['to']>();
  const at = ({ tab, record, field }: Pick<Change, 'tab' | 'record' | 'field'>): string => [tab, record, field].join();
  const changes = drafts.map((draft): Change => {
    const from = cells.get(at(draft)) ?? '';
    cells.set(at(draft), draft.to);
    return { ...draft, from };
  });
  return { cells, changes, at };
}

describe('taking changes back', () => {
  test('brings every cell to what it was before the first of them', () => {
    fc.assert(
      fc.property(fc.array(change), (drafts) => {
        const { cells, changes, at } = played(drafts);
        for (const { to, ...where } of reversedChanges(changes)) cells.set(at(where), to);
        expect([...cells.values()].every((value) => value === '')).toBe(true);
      }),
    );
  });

  test('never touches what somebody has written since', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1 }), fc.nat(), (drafts, pick) => {
        const { cells, changes, at } = played(drafts);
        const back = reversedChanges(changes);
        fc.pre(back.length > 0);
        const theirs = back[pick % back.length]!;
        cells.set(at(theirs), 'theirs');
        const { ahead, hindered } = placeChanges(back, (each) => ({ now: cells.get(at(each))! }));
        expect(ahead.map(at)).not.toContain(at(theirs));
        expect(hindered).toEqual([{ change: theirs, why: 'changedSince', now: 'theirs' }]);
      }),
    );
  });
});

describe('the sequence', () => {
  test('shows exactly what was taken away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (last, taken) => {
        const numbers = Array.from({ length: last }, (_, i) => i + 1).filter((n) => !taken.includes(n));
        const { missing } = checkSequence({ last, numbers, altered: [] });
        const listed = missing.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
        expect(listed).toEqual(taken.filter((n) => n <= last).sort((a, b) => a - b));
      }),
    );
    expect(
      sayStretches(
        [
          [2, 2],
          [4, 7],
        ],
        '、',
      ),
    ).toBe('2、4–7');
  });

  test('a run is undone until its undo is undone', () => {
    const done = { run: 1, kind: 'cleanUp' as const };
    const undo = { run: 2, kind: 'undo' as const, undoes: 1 };
    expect(lastRun([done])).toBe(1);
    expect([undoneBy([done, undo], 1), lastRun([done, undo])]).toEqual([2, undefined]);
    expect(undoneBy([done, undo, { run: 3, kind: 'undo', undoes: 2 }], 1)).toBeUndefined();
  });
});

test('numbers that stood there, or were given since, and are gone are found', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 80 })),
      fc.uniqueArray(fc.integer({ min: 1, max: 80 })),
      (there, gone) => {
        const seen = { there: [...there].sort((a, b) => a - b), given: Math.max(0, ...there) };
        expect(readSeen(packSeen(seen))).toEqual(seen);
        const now = { there: there.filter((n) => !gone.includes(n)), given: seen.given };
        const found = goneSince(seen, now).flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
        expect(found).toEqual(seen.there.filter((n) => gone.includes(n)));
      },
    ),
  );
  expect(goneSince({ there: [1], given: 1 }, { there: [1, 3], given: 3 })).toEqual([[2, 2]]);
});
