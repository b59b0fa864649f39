import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { tidyAddress, tidyName } from '../../src/domain/cleanup/tidy-text.ts';
import { applied, findingsOf, type Records } from './stage.ts';

const messy = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '无',
      '张 伟',
      '张伟',
      'C000001',
      'c000002',
      '散客',
      'vip',
      '修好了',
      '0',
      '-',
      '=1+1',
      "'x",
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        '１３８００１３８０００',
        '57187654321',
        '021-62345678转8',
        '13800138000/02162345678',
        'a@163com',
        'B@QQ.COM',
        'x@gmial.com',
      ],
      ...[
        '2026.11.1',
        '1990年5月',
        '昨天',
        '2026-13-01',
        '1.2万',
        '两台',
        '约 100',
        '12,5',
        '上海 上海市 浦东，1 号',
        '杭州西湖区 2 号',
      ],
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  {
    weight: 1,
    arbitrary: fc.oneof(fc.integer({ min: -5, max: 99_999_999_999 }), fc.boolean(), fc.constant({ day: '2026-11-23' })),
  },
);

const record = (number: string, fields: readonly string[], prefix: string) =>
  fc
    .tuple(fc.constantFrom('', ...[1, 2, 3].map((n) => `${prefix}00000${n}`)), ...fields.map(() => messy))
    .map(([id, ...cells]) => ({ [number]: id, ...Object.fromEntries(fields.map((field, i) => [field, cells[i]])) }));

const ledger: fc.Arbitrary<Records> = fc.record({
  customers: fc.array(
    record('customerId', ['name', 'phone', 'email', 'address', 'customerType', 'birthDate', 'age', 'region'], 'C'),
    { maxLength: 4 },
  ),
  purchases: fc.array(
    record('orderId', ['customerId', 'customerName', 'model', 'purchasedOn', 'quantity', 'payment', 'amount'], 'D'),
    { maxLength: 3 },
  ),
  repairs: fc.array(
    record('repairId', ['customerId', 'customerPhone', 'model', 'reportedOn', 'repairedOn', 'repairCost', 'repairResult'], 'R'),
    { maxLength: 3 },
  ),
  products: fc.array(record('model', ['unitPrice', 'category'], 'M'), { maxLength: 2 }),
});

test('whatever stands in the tabs, applying all fixes and fills leaves nothing to fix or fill', () => {
  fc.assert(
    fc.property(ledger, (records) => {
      const again = findingsOf(applied(records, findingsOf(records)));
      expect(again.filter(({ kind }) => kind === 'fix' || kind === 'fill')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('no finding changes the number a record is known by, and each changes something', () => {
  fc.assert(
    fc.property(ledger, (records) => {
      for (const { kind, field, from, to } of findingsOf(records)) {
        if (kind === 'report' || kind === 'remove') continue;
        expect(field).not.toMatch(/^(?:orderId|repairId)$/);
        expect(to).not.toEqual(from);
      }
    }),
    { numRuns: 100 },
  );
});

test('tidying an address or a name twice changes no more than once', () => {
  const part = fc.constantFrom(
    '浙江',
    '浙江省',
    '杭州',
    '杭州市',
    '西湖区',
    '上海',
    '上海市',
    '南京',
    '路',
    '文三路',
    '吉林',
    '市',
    '小区',
    '１',
    '2',
    ' ',
    '　',
    '，',
    '-',
    '－',
    '#',
    'A',
    '号',
    '中山',
    '区',
    '县',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const once = tidyAddress(parts.join('')).text;
      expect(tidyAddress(once).text).toBe(once);
      expect(tidyName(tidyName(parts.join('')))).toBe(tidyName(parts.join('')));
    }),
    { numRuns: 2_000 },
  );
});
