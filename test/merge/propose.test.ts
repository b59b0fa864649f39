import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Cell, cellText } from '../../src/domain/check/cell.ts';
import { customers } from '../../src/domain/dictionary/core/customers.ts';
import { option, text } from '../../src/domain/dictionary/core/field-parts.ts';
import type { Field, Tab } from '../../src/domain/dictionary/types.ts';
import type { MergeCustomer } from '../../src/domain/merge/customer.ts';
import { decideValues } from '../../src/domain/merge/decide-values.ts';
import { joinPhones } from '../../src/domain/merge/join-phones.ts';
import { joinTexts } from '../../src/domain/merge/join-texts.ts';
import { keepWhom } from '../../src/domain/merge/keep-whom.ts';
import { guessOf, proposeValues } from '../../src/domain/merge/propose-values.ts';
import { phoneKeys } from '../../src/domain/phone/parse-phone.ts';

const context = { language: 'zh-CN', region: 'CN', today: '2026-11-22', dateOrder: 'ymd' } as const;
const base = { sensitivity: 'internal', group: 'more', width: 100, origin: 'shop' } as const;

/** The customers' tab with every field switched on, and what a shop may add. */
const own: Field[] = [
  { ...base, key: 'mayWrite', kind: 'yesNo', label: text('同意来信', 'May write'), merge: 'strictest' },
  { ...base, key: 'askedOn', kind: 'date', label: text('询问日期', 'Asked on'), mergesWith: 'mayWrite' },
  {
    ...{ ...base, key: 'consent', kind: 'choice', label: text('同意', 'Consent'), merge: 'strictest' },
    options: [option('同意', 'Yes', 'green'), option('只打电话', 'Phone only', 'grey'), option('不同意', 'No', 'red')],
  },
  { ...base, key: 'notes', kind: 'longText', label: text('备注', 'Notes') },
  { ...base, key: 'points', kind: 'integer', label: text('积分', 'Points') },
  { ...base, key: 'broughtBy', kind: 'reference', reference: 'customers', label: text('介绍人', 'Brought by') },
];
const tab: Tab = { ...customers, fields: [...customers.fields.map((field) => ({ ...field, off: false })), ...own] };

const customer = (number: string, cells: Record<string, Cell>, records = 0): MergeCustomer => ({ number, cells, records });

/** What the best guess makes of customers, and why, by field. */
function guess(...them: MergeCustomer[]) {
  const proposals = proposeValues(tab, them, them[0]!.number, context);
  const of = (key: string) => proposals.find(({ field }) => field.key === key)!;
  return { value: (key: string) => cellText(guessOf(of(key), them)), of };
}

const older = (cells: Record<string, Cell>) => customer('C000001', cells);
const newer = (cells: Record<string, Cell>) => customer('C000002', cells);

describe('who stays', () => {
  test('is whoever has the most records, then the best described, then the first registered', () => {
    const [a, b, c] = [customer('C000003', { name: '张伟' }, 2), customer('C000002', { name: '张伟', phone: '1' }), older({})];
    expect(keepWhom(tab, [c, b, a]).number).toBe('C000003');
    expect(keepWhom(tab, [c, b]).number).toBe('C000002');
    expect(keepWhom(tab, [newer({}), customer('C000010', {}), older({})]).number).toBe('C000001');
  });
});

describe('the best guess', () => {
  test.each<[string, string, Cell, Cell, string, string]>([
    ['a right value goes before a wrong one', 'email', 'zhang@qq.com', 'zhang#qq', 'zhang@qq.com', 'valid'],
    ['the only one that is there is taken', 'email', '', 'a@qq.com', 'a@qq.com', 'only'],
    [
      'the fuller of two addresses that say the same',
      'address',
      '浙江省杭州市文三路 5 号',
      '文三路5号',
      '浙江省杭州市文三路 5 号',
      'fuller',
    ],
    [
      'of one number the cell that says more',
      'phone',
      '13912345678（下午打）',
      '139 1234 5678',
      '13912345678（下午打）',
      'fuller',
    ],
    ['of different addresses the one that was registered later', 'address', '文一路 1 号', '文二路 2 号', '文二路 2 号', 'newer'],
    ['a special option goes before the usual one', 'customerType', 'VIP客户', '普通客户', 'VIP客户', 'special'],
    ['a no goes before a yes', 'mayWrite', false, true, 'FALSE', 'strictest'],
    ['of consents the strictest', 'consent', '不同意', '同意', '不同意', 'strictest'],
    ['whoever asked not to be contacted has asked for it', 'contactability', '请勿联系', '联系不上', '请勿联系', 'strictest'],
  ])('%s', (_, key, first, second, value, why) => {
    const field = tab.fields.find((each) => each.key === key) ?? tab.fields.find(({ review }) => review === 'reach')!;
    const { value: of, of: proposal } = guess(older({ [field.key]: first }), newer({ [field.key]: second }));
    expect([of(field.key), proposal(field.key).why]).toEqual([value, why]);
  });

  test('believes whoever was verified last, in every field', () => {
    const on = tab.fields.find(({ review }) => review === 'on')!.key;
    const by = tab.fields.find(({ review }) => review === 'by')!.key;
    const { value, of } = guess(
      older({ name: '章伟', [on]: { day: '2026-10-01' }, [by]: '王店长' }),
      newer({ name: '张伟', [on]: { day: '2026-01-01' }, [by]: '小李' }),
    );
    expect([value('name'), of('name').why, value(on), value(by), of(by).why]).toEqual([
      '章伟',
      'verified',
      '2026-10-01',
      '王店长',
      'with',
    ]);
  });

  test('takes the day of a consent from whom the consent is taken, and leaves neither to choice', () => {
    const { value, of } = guess(
      older({ mayWrite: false, askedOn: { day: '2025-01-01' } }),
      newer({ mayWrite: true, askedOn: { day: '2026-01-01' } }),
    );
    expect([value('askedOn'), of('askedOn').isFixed, of('mayWrite').isFixed]).toEqual(['2025-01-01', true, true]);
  });

  test('never lets a customer refer to itself', () => {
    const { value } = guess(older({ broughtBy: 'C000002' }), newer({ broughtBy: 'C000001' }));
    expect(value('broughtBy')).toBe('');
  });

  test('gives no reason where there is nothing to decide', () => {
    const { of } = guess(older({ phone: '138 0013 8000', name: '张伟' }), newer({ phone: '13800138000' }));
    expect([of('phone').why, of('phone').joined, of('name').why, of('email').proposed]).toEqual([
      undefined,
      undefined,
      undefined,
      -1,
    ]);
  });
});

describe('phones and notes', () => {
  test('are kept together, each once', () => {
    expect(joinPhones(['138 0013 8000', '13800138000（微信同号） / 010-62345678'], 'CN')).toBe(
      '13800138000（微信同号） / 010-62345678',
    );
    expect(joinPhones(['13800138000', '138001'], 'CN')).toBeUndefined();
    expect(joinTexts(['下午打', '常客', '常客'])).toBe('下午打\n常客');
    expect(joinTexts(['常客，下午打', '常客'])).toBeUndefined();
  });

  test('of any cells read back as exactly the numbers that were in them', () => {
    const number = fc.constantFrom(
      '13800138000',
      '139 0013 9000',
      '010-62345678转8',
      '+852 9123 4567',
      '400-820-8820',
      '138001',
      '',
    );
    const cell = fc.array(number, { maxLength: 3 }).map((numbers) => numbers.filter(Boolean).join(' / '));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 4 }), (cells) => {
        const joined = joinPhones(cells, 'CN');
        if (joined === undefined) return;
        const valid = cells.filter((each) => !phoneKeys(each, 'CN').every((key) => key.startsWith('#')));
        expect(new Set(phoneKeys(joined, 'CN'))).toEqual(new Set(valid.flatMap((each) => phoneKeys(each, 'CN'))));
      }),
      { numRuns: 60 },
    );
  });
});

const day = fc.constantFrom('2026-01-01', '2025-05-05').map((each) => ({ day: each }));
const cells: fc.Arbitrary<Record<string, Cell>> = fc.record({
  name: fc.constantFrom('张伟', '张 伟', '章伟', ''),
  phone: fc.constantFrom('13800138000', '138 0013 8000', '010-62345678 / 13800138000', '138001', ''),
  email: fc.constantFrom('a@qq.com', 'A@QQ.COM', 'wrong', ''),
  address: fc.constantFrom('文三路 5 号', '杭州市文三路5号', '文一路', ''),
  customerType: fc.constantFrom('普通客户', 'VIP客户', '企业客户', ''),
  birthDate: fc.oneof(day, fc.constant('')),
  mayWrite: fc.boolean(),
  askedOn: fc.oneof(day, fc.constant('')),
  consent: fc.constantFrom('同意', '只打电话', '不同意', ''),
  notes: fc.constantFrom('常客', '下午打', '常客\n下午打', ''),
  points: fc.constantFrom(5, 7, ''),
});

/** Two to four of them, who have different numbers. */
const several = fc
  .array(fc.record({ cells, records: fc.nat(2) }), { minLength: 2, maxLength: 4 })
  .map((them) => them.map((each, i) => customer(`C00000${i + 1}`, each.cells, each.records)));

/** The kept customer after the merge. */
function merged(them: readonly MergeCustomer[], keep: string): Record<string, string> {
  const kept = them.find(({ number }) => number === keep)!;
  const proposals = proposeValues(tab, them, keep, context);
  const { changes } = decideValues({ tab: 'customers', record: keep }, proposals, them, {}, context);
  const all = { ...kept.cells, ...Object.fromEntries(changes.map(({ field, to }) => [field, to])) };
  return Object.fromEntries(Object.entries(all).map(([key, cell]) => [key, cellText(cell)]));
}

test('who asks first decides nothing: the same customers in any order become the same one', () => {
  fc.assert(
    fc.property(several, fc.nat(3), fc.nat(23), (them, at, turn) => {
      const keep = them[at % them.length]!.number;
      const turned = [...them.slice(turn % them.length), ...them.slice(0, turn % them.length)].reverse();
      expect(keepWhom(tab, turned).number).toBe(keepWhom(tab, them).number);
      expect(merged(turned, keep)).toEqual(merged(them, keep));
    }),
    { numRuns: 60 },
  );
});

test('nobody agrees to more than the most careful of them, and no number is lost that can be called', () => {
  fc.assert(
    fc.property(several, (them) => {
      const one = merged(them, them[0]!.number);
      if (them.some(({ cells: each }) => each.mayWrite === false)) expect(one.mayWrite).toBe('FALSE');
      if (them.some(({ cells: each }) => each.consent === '不同意')) expect(one.consent).toBe('不同意');
      const keys = (cell: Cell | undefined) => phoneKeys(cellText(cell), 'CN').filter((key) => !key.startsWith('#'));
      expect(new Set(keys(one.phone))).toEqual(new Set(them.flatMap(({ cells: each }) => keys(each.phone))));
    }),
    { numRuns: 40 },
  );
});
