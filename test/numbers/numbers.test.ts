import { expect, test } from '@jest/globals';
import { readChineseNumeral } from '../../src/domain/numbers/chinese-numerals.ts';
import { numberMessages } from '../../src/domain/numbers/messages.ts';
import { parseNumber } from '../../src/domain/numbers/parse-number.ts';
import { parseYesNo } from '../../src/domain/numbers/parse-yes-no.ts';

const money = (text: string | number) => parseNumber(text, { kind: 'money' });

test.each<[string | number, number]>([
  ['¥1,299.00', 1299],
  ['￥１２９９', 1299],
  ['1299元', 1299],
  ['1299 元整', 1299],
  ['RMB 1299', 1299],
  ['HK$1,299', 1299],
  ['$12.5', 12.5],
  ['1.2万', 12000],
  ['1.1万', 11000],
  ['1万2', 12000],
  ['3千', 3000],
  ['2k', 2000],
  ['(1,200)', -1200],
  ['-5', -5],
  ['−5.50', -5.5],
  ['1,2000', 12000],
  ['1.299,00', 1299],
  ['三百五', 350],
  ['壹仟贰佰元整', 1200],
  ['5块5', 5.5],
  ['3元5角2分', 3.52],
  ['.5', 0.5],
  [0.1 + 0.2, 0.3],
  [1299, 1299],
])('money typed as %s is %d', (typed, value) => expect(money(typed)).toEqual({ ok: true, value }));

test('a number that leaves a doubt is asked about, with what was probably meant', () => {
  expect(money('12,5')).toMatchObject({ ok: false, code: 'doubtfulComma', suggestion: '12.5' });
  expect(money('1,23,4')).toMatchObject({ ok: false, code: 'doubtfulComma', suggestion: '1234' });
  expect(money('1000左右')).toMatchObject({ ok: false, code: 'aboutNumber', suggestion: '1000' });
});

test('what is no number is refused with what was typed', () => {
  for (const text of ['面议', 'abc', '12a', '1.2.3', '1299/1399', '二手', '--5', '万']) {
    expect([text, money(text)]).toMatchObject([text, { ok: false, code: 'notANumber' }]);
  }
  expect(money(' ')).toMatchObject({ code: 'emptyNumber' });
  // two or three of them, not 23
  expect(money('两三台')).toMatchObject({ ok: false, code: 'notANumber' });
  expect(money(Number.NaN)).toMatchObject({ code: 'notANumber' });
});

test('a count is a whole number within its bounds', () => {
  const count = (text: string | number) => parseNumber(text, { kind: 'whole', min: 1, max: 999 });
  expect(count('２台')).toEqual({ ok: true, value: 2 });
  expect(count('三件')).toEqual({ ok: true, value: 3 });
  expect(count('1袋')).toEqual({ ok: true, value: 1 });
  expect(count('两台')).toEqual({ ok: true, value: 2 });
  expect(count('2.0')).toEqual({ ok: true, value: 2 });
  expect(count('1.5')).toMatchObject({ code: 'notWhole', suggestion: '2' });
  expect(count(0)).toMatchObject({ code: 'numberTooSmall', params: { min: 1 } });
  expect(count('1000')).toMatchObject({ code: 'numberTooLarge', params: { max: 999 } });
});

test('a rating may be typed as points, as stars or out of five', () => {
  const rating = (text: string) => parseNumber(text, { kind: 'rating', min: 1, max: 5 });
  for (const text of ['4', '4分', '４', '四星', '★★★★☆', '⭐⭐⭐⭐', '4/5', '4 stars'])
    expect([text, rating(text)]).toEqual([text, { ok: true, value: 4 }]);
  expect(rating('6')).toMatchObject({ code: 'numberTooLarge' });
});

test.each<[string, number | undefined]>([
  ['十', 10],
  ['十一', 11],
  ['二十二', 22],
  ['廿二', 22],
  ['卅', 30],
  ['一百零五', 105],
  ['一千二', 1200],
  ['一千零二', 1002],
  ['三万五', 35000],
  ['三万五千', 35000],
  ['一亿二千万', 120000000],
  ['二〇二六', 2026],
  ['两千', 2000],
  ['百', undefined],
  ['三五十', undefined],
  ['甲', undefined],
])('%s is read as %p', (text, value) => expect(readChineseNumeral(text)).toBe(value));

test('yes and no are understood in words and signs', () => {
  for (const text of ['是', 'Yes', 'TRUE', '√', '✔️', '有', '1', 'ｙ'])
    expect([text, parseYesNo(text)]).toEqual([text, { ok: true, value: true }]);
  for (const text of ['否', 'no', 'FALSE', '×', '无', '0'])
    expect([text, parseYesNo(text)]).toEqual([text, { ok: true, value: false }]);
  expect(parseYesNo(true)).toEqual({ ok: true, value: true });
  expect(parseYesNo('也许')).toMatchObject({ ok: false, code: 'notYesNo', params: { value: '也许' } });
});

test('both languages have the same sentences', () => {
  expect(Object.keys(numberMessages.en)).toEqual(Object.keys(numberMessages['zh-CN']));
});
