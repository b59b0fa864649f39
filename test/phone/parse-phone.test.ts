import { expect, test } from '@jest/globals';
import type { PhoneRegion } from '../../src/domain/phone/metadata.generated.ts';
import { parsePhone, phoneKeys } from '../../src/domain/phone/parse-phone.ts';
import { readCsv } from './read-csv.ts';

const fixtures = readCsv(new URL('./fixtures.csv', import.meta.url)).map((row) => ({
  ...row,
  about: row.about!,
  region: row.region as PhoneRegion,
  input: row
    .input!.replace(/\\n/g, '\n')
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  verdict: row.verdict!,
  numbers: row.numbers ?? '',
  display: row.display ?? '',
  problem: row.problem ?? '',
}));

const shown = (result: ReturnType<typeof parsePhone>) =>
  result.numbers.map((number) => number.e164 + (number.extension ? `x${number.extension}` : '')).join(' ');

test.each(fixtures)(
  '$about: $input in a shop of $region is $verdict',
  ({ input, region, verdict, numbers, display, problem }) => {
    const result = parsePhone(input, { region });
    expect({ verdict: result.verdict, numbers: shown(result), problem: result.problem?.code ?? '' }).toEqual({
      verdict,
      numbers,
      problem,
    });
    expect(result.display).toBe(verdict === 'valid' ? display : input);
  },
);

test('a number that the sheet has taken for a number is read all the same', () => {
  expect(parsePhone(13612345678, { region: 'CN' })).toEqual({
    verdict: 'valid',
    numbers: [{ e164: '+8613612345678', region: 'CN', kind: 'mobile' }],
    display: '13612345678',
  });
});

test('a leading zero that the sheet has eaten is put back, and that is said', () => {
  expect(parsePhone(1087654321, { region: 'CN' })).toMatchObject({
    verdict: 'valid',
    display: '010-87654321',
    restoredZero: true,
  });
  expect(parsePhone(912876543, { region: 'TW' })).toMatchObject({
    verdict: 'valid',
    display: '0912-876-543',
    restoredZero: true,
  });
  expect(parsePhone('010-87654321', { region: 'CN' }).restoredZero).toBeUndefined();
  expect(parsePhone(4006661234, { region: 'CN' }).restoredZero).toBeUndefined();
});

test('a lost zero is only proposed where the area code is not known', () => {
  expect(parsePhone(3318765432, { region: 'CN' })).toMatchObject({
    verdict: 'invalid',
    problem: { code: 'zeroLost', suggestion: '0331-8765432' },
  });
});

test('what a spreadsheet computed from a number is no number', () => {
  for (const input of [-87654311, 136.5, 1e22, Number.NaN]) {
    expect(parsePhone(input, { region: 'CN' })).toMatchObject({ verdict: 'invalid', problem: { code: 'digitsLost' } });
  }
});

test('letters that look like digits are only a suggestion', () => {
  expect(parsePhone('136l2345O78', { region: 'CN' })).toMatchObject({
    verdict: 'invalid',
    numbers: [],
    display: '136l2345O78',
    problem: { code: 'letters', suggestion: '13612345078' },
  });
});

test('a number without its area code may be one of Hong Kong', () => {
  expect(parsePhone('9123 4568', { region: 'CN' }).problem).toMatchObject({
    code: 'needsAreaCode',
    suggestion: '+852 9123 4568',
  });
});

test('how many digits are missing is counted', () => {
  expect(parsePhone('1361234567', { region: 'CN' }).problem?.params).toEqual({ digits: '1361234567', count: 1 });
  expect(parsePhone('136123456789', { region: 'CN' }).problem?.params).toEqual({ digits: '136123456789', count: 1 });
  expect(parsePhone('010-876543', { region: 'CN' }).problem).toEqual({
    code: 'tooShort',
    params: { digits: '010876543', count: 2 },
  });
});

test('the kind of a number is known', () => {
  const kinds = (inputs: string[], region: PhoneRegion) => inputs.map((input) => parsePhone(input, { region }).numbers[0]?.kind);
  expect(kinds(['13612345678', '010-87654321', '4006661234', '8008301234', '16887654'], 'CN')).toEqual([
    'mobile',
    'landline',
    'sharedCost',
    'tollFree',
    'premium',
  ]);
  expect(kinds(['6123 4567', '2876 5432', '7112 3456', '8112 3456', '3016 1234'], 'HK')).toEqual([
    'mobile',
    'landline',
    'pager',
    'personal',
    'uan',
  ]);
  expect(kinds(['(415) 555-2671', '+44 56 1234 5678', '+20 100 123 4567'], 'US')).toEqual(['landlineOrMobile', 'voip', 'other']);
});

test('duplicates are looked up by each number without its extension, else by the digits', () => {
  expect(phoneKeys('13612345678 / 0571-87654321转12', 'CN')).toEqual(['+8613612345678', '+8657187654321']);
  expect(phoneKeys('+86 136-1234-5678', 'HK')).toEqual(phoneKeys(13612345678, 'CN'));
  expect(phoneKeys('１３６１２３４５６７', 'CN')).toEqual(['#1361234567']);
  expect(phoneKeys('无', 'CN')).toEqual([]);
});
