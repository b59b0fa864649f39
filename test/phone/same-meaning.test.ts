import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/core';
import { formatPhone } from '../../src/domain/phone/format-phone.ts';
import type { PhoneRegion } from '../../src/domain/phone/metadata.generated.ts';
import { phoneMetadataFor } from '../../src/domain/phone/numbering-plan.ts';
import { parsePhone } from '../../src/domain/phone/parse-phone.ts';
import type { PhoneNumber } from '../../src/domain/phone/phone-types.ts';
import { readDigits } from '../../src/domain/phone/read-digits.ts';
import { readPlainly } from '../../src/domain/phone/read-plainly.ts';

const NUMBERS = [
  ...['13612345678', '+86 136-1234-5678', '010-87654321', '（0571）87654321', '0571-87654321-801', '1087654321', '400-666-1234'],
  ...[
    '+852 6123 4567',
    '(852) 6123 4567',
    '6123 4567',
    '0912-876-543',
    '02-8765-4321分機12',
    '+1 (415) 555-2671',
    '+44 20 7946 0123',
  ],
  ...['87654321', '1361234567', '95566', '22', '801', '+20 100 123 4567', '16887654', '13612345678.0'],
];
const WORDS = [
  ...[
    '王五',
    '（微信同号）',
    '妈妈：',
    '(home)',
    '3楼',
    '转801',
    '（转801）',
    'ext.12',
    'x9',
    'QQ12345678',
    'a@b.cn',
    '电话',
    'T:',
    'a',
    '①',
  ],
  ...[
    '（家 13712345678）',
    '(13712345678)',
    '2026-01-05',
    '9:00-18:00',
    '1、',
    '和',
    '、',
    '或',
    '；',
    '\n',
    ' / ',
    '/',
    ',',
    ' ',
    '-',
    '.',
    '+',
  ],
  ...['(', '）', '&', 'E+10', '〇', 'l', '😀', '\u200d'],
];
const region = fc.constantFrom<PhoneRegion>('CN', 'CN', 'HK', 'MO', 'TW', 'US', 'GB', 'JP');
const cell = fc
  .array(fc.oneof(fc.constantFrom(...NUMBERS), fc.constantFrom(...WORDS)), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''));

test('reading what was written into the cell gives the same numbers and writes the same text', () => {
  fc.assert(
    fc.property(cell, region, (input, shop) => {
      const first = parsePhone(input, { region: shop });
      if (first.verdict !== 'valid') return;
      const again = parsePhone(first.display, { region: shop });
      expect({ verdict: again.verdict, numbers: again.numbers, display: again.display }).toEqual({
        verdict: 'valid',
        numbers: first.numbers,
        display: first.display,
      });
    }),
    { numRuns: 4000 },
  );
});

test('whatever is typed gets a verdict, and all but a right or empty cell gets a reason', () => {
  fc.assert(
    fc.property(fc.oneof(cell, fc.string({ unit: 'grapheme' }), fc.double()), region, (input, shop) => {
      const { verdict, problem, display, numbers } = parsePhone(input, { region: shop });
      expect(problem === undefined).toBe(verdict === 'valid' || verdict === 'empty');
      if (verdict === 'valid') expect(numbers.length).toBeGreaterThan(0);
      else if (verdict !== 'empty') expect(display).toBe(String(input));
    }),
    { numRuns: 4000 },
  );
});

test('the quick way reads no number otherwise than the library does', () => {
  const national = fc.oneof(
    fc
      .tuple(fc.constantFrom('1', '13', '15', '17', '18', '19', '10', '400', '95'), fc.stringMatching(/^\d{5,10}$/))
      .map((parts) => parts.join('')),
    fc.stringMatching(/^\d{5,13}$/),
  );
  const before = fc.constantFrom('', '', '0', '86', '0086', '+86', '+860', '+852', '+853', '+886', '+65', '+81', '+60');
  const home = fc.constantFrom<PhoneRegion>('CN', 'HK', 'MO', 'TW', 'SG', 'JP', 'MY', 'TH', 'KR');
  fc.assert(
    fc.property(before, national, home, (prefix, digits, shop) => {
      const compact = prefix + digits;
      const quick = readPlainly(compact, shop);
      if (!quick) return;
      const plus = compact.startsWith('+');
      expect(quick.number).toEqual(readDigits(compact.replace('+', ''), plus, shop));
      const library = parsePhoneNumberFromString(compact, { defaultCountry: shop, extract: false }, phoneMetadataFor(shop));
      expect([library?.number, library?.isValid()]).toEqual([quick.number.e164, true]);
    }),
    { numRuns: 20_000 },
  );
});

test.each(['shop', 'spaced', 'international', 'e164'] as const)(
  'a number in the style "%s" reads back as the same number',
  (style) => {
    const numbers: PhoneNumber[] = NUMBERS.flatMap((input) => parsePhone(input, { region: 'CN' }).numbers);
    for (const shop of ['CN', 'HK', 'MO', 'TW', 'US', 'GB', 'JP'] as const) {
      for (const number of numbers.filter((one) => one.region)) {
        const read = parsePhone(formatPhone(number, shop, style), { region: shop }).numbers;
        expect(read).toEqual([style === 'e164' ? { ...number, extension: undefined } : number]);
      }
    }
  },
);

test('the shop may want mainland mobiles in groups', () => {
  expect(parsePhone('13612345678（妈妈）', { region: 'CN', style: 'spaced' }).display).toBe('136 1234 5678（妈妈）');
});
