import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coreDictionary } from '../../src/domain/dictionary/core.ts';
import { linkKind } from '../../src/domain/dictionary/roles.ts';
import type { Field } from '../../src/domain/dictionary/types.ts';
import { formGroups } from '../../src/domain/duplicate-groups/form-groups.ts';
import { packKey, type RowKey, readListedRow } from '../../src/domain/duplicate-groups/group-rows.ts';
import { Judgements } from '../../src/domain/duplicate-groups/judgements.ts';
import { freshGroups } from '../../src/domain/duplicate-groups/list-rows.ts';
import { duplicateMessages } from '../../src/domain/duplicates/messages.ts';
import { sayReasonShortly } from '../../src/domain/duplicates/say-reason.ts';
import type { LinkPair } from '../../src/domain/linkage/link-result.ts';
import { linkageMessages } from '../../src/domain/linkage/messages.ts';

const pair = (a: number, b: number, confidence = 90, tier: LinkPair['tier'] = 'likely'): LinkPair => ({
  rows: [a, b],
  tier,
  confidence,
  reasons: [{ code: 'samePhone', params: { phone: '+8613800138000' } }],
});
const numbers = ['A', 'B', 'C', 'D'];
const none = () => new Judgements([]);
const judged = (...pairs: [string, string][]): Judgements => {
  const judgements = none();
  for (const [a, b] of pairs) judgements.put(a, b, 'notSame');
  return judgements;
};
const names = (groups: ReturnType<typeof formGroups>, of = numbers) =>
  groups.map(({ rows, state }) => `${rows.map((row) => of[row]).join('')} ${state}`);

describe('groups', () => {
  const three = {
    rows: [0, 1, 2],
    tier: 'sure' as const,
    confidence: 98,
    pairs: [pair(0, 1, 99, 'sure'), pair(1, 2, 98, 'sure')],
  };

  test('a group falls apart where two of it are different people, and what was decided stays in sight at the end', () => {
    expect(names(formGroups({ groups: [three], possible: [] }, numbers, none()))).toEqual(['ABC open']);
    expect(names(formGroups({ groups: [three], possible: [] }, numbers, judged(['B', 'C'])))).toEqual(['AB open', 'BC notSame']);
    expect(names(formGroups({ groups: [three], possible: [] }, numbers, judged(['A', 'C'])))).toEqual(['AB open']);
  });

  test('two groups that may belong together are asked about once, and not where somebody said no', () => {
    const possible = [pair(0, 3, 40, 'possible'), pair(1, 3, 30, 'possible')];
    expect(names(formGroups({ groups: [three], possible }, numbers, none()))).toEqual(['ABC open', 'AD open']);
    expect(names(formGroups({ groups: [three], possible }, numbers, judged(['A', 'D'])))).toEqual(['ABC open', 'AD notSame']);
  });

  test('a number that stands in two rows is one customer', () => {
    expect(formGroups({ groups: [{ ...three, rows: [0, 1], pairs: [pair(0, 1)] }], possible: [] }, ['A', 'A'], none())).toEqual(
      [],
    );
  });

  test('a group is new unless its customers stood together before', () => {
    const before = [
      ['A', 'B', 'C'],
      ['D', 'E'],
    ];
    expect(
      freshGroups(
        [
          ['A', 'B'],
          ['D', 'E'],
          ['A', 'D'],
          ['F', 'G'],
        ],
        before,
      ),
    ).toBe(2);
  });
});

describe('judgements', () => {
  const number = fc.oneof(
    fc.constantFrom('C000001', 'C000002', '示例-1', 'a b', 'x;y', '?', '%3B'),
    fc.string({ minLength: 1, unit: 'binary' }),
  );
  const step = fc.tuple(number, number, fc.constantFrom('notSame', 'later', 'remove'));

  test('what was said last of two customers is what is remembered, whoever is named first, also when read again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const judgements = none();
        const texts: string[] = [];
        const last = new Map<string, string>();
        for (const [a, b, verdict] of steps) {
          if (verdict === 'remove') judgements.remove(a, b);
          else judgements.put(a, b, verdict as 'later');
          last.set(JSON.stringify([a, b].sort()), verdict);
        }
        for (const { index, text } of judgements.changed()) texts[index] = text;
        const again = new Judgements(Array.from(texts, (text) => text ?? ''));
        for (const [a, b] of steps) {
          const said = last.get(JSON.stringify([a, b].sort()));
          expect(again.of(b, a)).toBe(said === 'remove' ? undefined : said);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('ten thousand of them fit into the store, each text into a property; beyond its room it says so', () => {
    const judgements = none();
    const id = (i: number): string => `C${String(i).padStart(6, '0')}`;
    let kept = 0;
    while (kept < 40_000 && judgements.put(id(kept), id(kept + 1), 'notSame')) kept++;
    const texts = judgements.changed().map(({ text }) => text);
    expect(kept).toBeGreaterThan(10_000);
    expect(kept).toBeLessThan(40_000);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(9_000);
    expect(texts.join('').length).toBeLessThan(250_000);
  });
});

test('a row of the list is read back as it was written, and what is none is left alone', () => {
  const key: RowKey = {
    group: 'A,B',
    number: 'A',
    tier: 'likely',
    confidence: 87,
    state: 'later',
    reasons: [['samePhone', { phone: '+86' }]],
  };
  expect(readListedRow(7, '稍后', packKey(key))).toEqual({ ...key, row: 7, decision: 'later' });
  expect(readListedRow(7, 'Not the same', packKey(key))?.decision).toBe('notSame');
  expect(readListedRow(7, '不知道', packKey(key))?.decision).toBeUndefined();
  for (const text of ['', '5', '[1]', '{"a":1}', '标识', '["A,B","A","x",1,"o",[]]'])
    expect(readListedRow(7, '', text)).toBeUndefined();
});

test('fields take part by what the dictionary says of them, whatever they are called', () => {
  const field = (more: Partial<Field>): Field =>
    ({
      key: 'own1',
      kind: 'text',
      label: { 'zh-CN': '姓名', en: 'Name' },
      sensitivity: 'internal',
      group: 'main',
      width: 1,
      origin: 'shop',
      ...more,
    }) as Field;
  expect(linkKind(field({}))).toBe('text');
  expect(linkKind(field({ unique: true }))).toBe('identifier');
  expect(linkKind(field({ kind: 'choice' }))).toBe('option');
  expect(linkKind(field({ kind: 'longText' }))).toBeUndefined();
  expect(linkKind(field({ sensitivity: 'secret' }))).toBeUndefined();
  expect(linkKind(field({ off: true }))).toBeUndefined();
  const on = coreDictionary.tabs.find(({ key }) => key === 'customers')!.fields.map((each) => linkKind({ ...each, off: false }));
  expect(on.filter((kind) => kind !== undefined)).toEqual(
    expect.arrayContaining(['name', 'phone', 'email', 'address', 'sex', 'birthDate', 'option']),
  );
  expect(linkKind(coreDictionary.tabs[0]!.fields[0]!)).toBeUndefined();
});

test('every reason can be said without its value, for where the values stand side by side', () => {
  for (const locale of ['zh-CN', 'en'] as const)
    for (const code of Object.keys({ ...duplicateMessages.en, ...linkageMessages.en }))
      expect(sayReasonShortly(code, { column: '微信号' }, locale)).toMatch(/^[^{}:：]{2,40}$/);
});
