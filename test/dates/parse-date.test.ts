import { expect, test } from '@jest/globals';
import type { DateOrder } from '../../src/domain/dates/date-reading.ts';
import { dateMessages } from '../../src/domain/dates/messages.ts';
import { parseDate } from '../../src/domain/dates/parse-date.ts';

const read = (typed: string | number, order: DateOrder = 'ymd') => parseDate(typed, { order, today: '2026-11-22' });
const CERTAIN: [string | number, string][] = [
  ['2026-11-22', '2026-11-22'],
  ['2026/1/2', '2026-01-02'],
  ['2026.1.2', '2026-01-02'],
  ['2026.1.2.', '2026-01-02'],
  ['2026 1 2', '2026-01-02'],
  ['2026 - 1 - 2', '2026-01-02'],
  ['20261122', '2026-11-22'],
  [20261122, '2026-11-22'],
  ['2026年11月22日', '2026-11-22'],
  ['2026 年 11 月 22 日', '2026-11-22'],
  ['2026年1月2号', '2026-01-02'],
  ['26年1月2日', '2026-01-02'],
  ['85年3月1日', '1985-03-01'],
  ['11月22日', '2026-11-22'],
  ['1月2号', '2026-01-02'],
  ['去年12月30日', '2025-12-30'],
  ['民国115年11月22日', '2026-11-22'],
  ['中華民國75年1月2日', '1986-01-02'],
  ['二〇二六年十一月二十二日', '2026-11-22'],
  ['二零二六年元月2日', '2026-01-02'],
  ['十一月廿二日', '2026-11-22'],
  ['２０２６－１１－２２', '2026-11-22'],
  ['２０２６。１。２', '2026-01-02'],
  ['今天', '2026-11-22'],
  ['昨天', '2026-11-21'],
  ['明日', '2026-11-23'],
  ['前天', '2026-11-20'],
  ['后天', '2026-11-24'],
  ['大前天', '2026-11-19'],
  ['三天前', '2026-11-19'],
  ['2周后', '2026-12-06'],
  ['上个月5号', '2026-10-05'],
  ['today', '2026-11-22'],
  ['Yesterday', '2026-11-21'],
  ['3 days ago', '2026-11-19'],
  ['22 Nov 2026', '2026-11-22'],
  ['Nov 22, 2026', '2026-11-22'],
  ['November 22nd, 2026', '2026-11-22'],
  ['22-Nov-2026', '2026-11-22'],
  ['Sunday, November 22, 2026', '2026-11-22'],
  ['2026 Nov 22', '2026-11-22'],
  ['Nov 22', '2026-11-22'],
  ['11/22/2026', '2026-11-22'],
  ['22/11/2026', '2026-11-22'],
  ['5/5/1953', '1953-05-05'],
  ['2026-11-22 13:45:00', '2026-11-22'],
  ['2026-11-22T13:45:00Z', '2026-11-22'],
  ['2026/11/22下午3:20:11', '2026-11-22'],
  ['2026/11/22 下午3:20:11', '2026-11-22'],
  ['2026年11月22日 9点30分', '2026-11-22'],
  ['2026年11月22日15:30', '2026-11-22'],
  ['2026年11月22日 星期日', '2026-11-22'],
  ['2026-11-22 (周日) 10:00', '2026-11-22'],
  ['11/22/2026 3:45 PM', '2026-11-22'],
  [46348, '2026-11-22'],
  [46348.75, '2026-11-22'],
  ['2000-02-29', '2000-02-29'],
];

test.each(CERTAIN)('%s is certainly %s', (typed, date) => expect(read(typed)).toEqual({ ok: true, date, certain: true }));

test.each<[string, DateOrder, string]>([
  ['11/12/2026', 'mdy', '2026-11-12'],
  ['11/12/2026', 'dmy', '2026-12-11'],
  ['11/12/2026', 'ymd', '2026-11-12'],
  ['26-1-2', 'ymd', '2026-01-02'],
  // dots are day first, also in an American workbook
  ['01.05.1979', 'mdy', '1979-05-01'],
  ['1.5.1979', 'ymd', '1979-05-01'],
  ['79.5.1', 'ymd', '1979-05-01'],
  ['1/2/26', 'mdy', '2026-01-02'],
  ['1/2/26', 'dmy', '2026-02-01'],
  ['11/22', 'ymd', '2026-11-22'],
  ['22/11', 'mdy', '2026-11-22'],
  ['11.22', 'ymd', '2026-11-22'],
  ['850301', 'ymd', '1985-03-01'],
  ['22112026', 'dmy', '2026-11-22'],
  ['22-Nov-26', 'dmy', '2026-11-22'],
  ['5号', 'ymd', '2026-11-05'],
  ['46348', 'ymd', '2026-11-22'],
])('%s in a %s workbook is read as %s, with a doubt', (typed, order, date) => {
  expect(read(typed, order)).toEqual({ ok: true, date, certain: false });
});

test.each<[string, string]>([
  ['2026-02-30', '2026-02-28'],
  ['2024年2月30日', '2024-02-29'],
  ['20260431', '2026-04-30'],
  ['2026-22-11', '2026-11-22'],
  ['31 Nov 2026', '2026-11-30'],
])('%s does not exist; the nearest day is %s', (typed, suggestion) => {
  expect(read(typed)).toEqual({ ok: false, code: 'impossibleDateMended', params: { value: typed }, suggestion });
});

test('what is no date says why', () => {
  const code = (typed: string | number) => {
    const result = read(typed);
    return result.ok ? result.date : result.code;
  };
  expect(code('')).toBe('emptyDate');
  expect(code('2026年11月')).toBe('dayMissing');
  expect(code('2026-11')).toBe('dayMissing');
  expect(code('202611')).toBe('dayMissing');
  expect(code('Nov 2026')).toBe('dayMissing');
  expect(code('农历八月十五')).toBe('lunarDate');
  expect(code('2026年正月初一')).toBe('lunarDate');
  expect(code('0202-11-22')).toBe('yearOutOfRange');
  expect(code('2026-13-45')).toBe('impossibleDate');
  for (const typed of ['张伟', '13800138000', '12', 'maybe', '2026-11-22-1', '1.2.3.4', 'Nov', '年月日'])
    expect([typed, code(typed)]).toEqual([typed, 'notADate']);
  for (const typed of [0, 12.5, -5, 99999, Number.NaN]) expect([typed, code(typed)]).toEqual([typed, 'notADate']);
});

test('both languages have the same sentences', () => {
  expect(Object.keys(dateMessages.en)).toEqual(Object.keys(dateMessages['zh-CN']));
});
