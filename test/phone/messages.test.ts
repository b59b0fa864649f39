import { expect, test } from '@jest/globals';
import { fillIn } from '../../src/domain/messages/fill-in.ts';
import { phoneMessages } from '../../src/domain/phone/messages.ts';
import { parsePhone } from '../../src/domain/phone/parse-phone.ts';
import type { PhoneRegion } from '../../src/domain/phone/phone-types.ts';
import { readCsv } from './read-csv.ts';

const LANGUAGES = ['zh-CN', 'en'] as const;

function say(input: string, region: PhoneRegion, language: (typeof LANGUAGES)[number]): string {
  const problem = parsePhone(input, { region }).problem!;
  const params = problem.suggestion === undefined ? problem.params : { ...problem.params, suggestion: problem.suggestion };
  return fillIn(phoneMessages[language][problem.code], params);
}

test('the reason comes first, the mend second', () => {
  expect(say('1361234567', 'CN', 'zh-CN')).toBe('手机号少 1 位：1361234567。核对后重新输入。');
  expect(say('1361234567', 'CN', 'en')).toBe('1 digit missing from mobile number 1361234567. Check it and type it again.');
  expect(say('136123456', 'CN', 'en')).toBe('2 digits missing from mobile number 136123456. Check it and type it again.');
});

test('no sentence is left with a blank to fill', () => {
  const wrong = readCsv(new URL('./fixtures.csv', import.meta.url)).filter((row) => row.problem);
  for (const row of wrong) {
    for (const language of LANGUAGES) expect(say(row.input!, row.region as PhoneRegion, language)).not.toMatch(/[{}]|undefined/);
  }
});

test('both languages say every reason', () => {
  expect(Object.keys(phoneMessages.en)).toEqual(Object.keys(phoneMessages['zh-CN']));
});
