import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatCsv, parseCsv } from '../../local/cli/csv.ts';

test('a CSV from Excel is read: byte order mark, CRLF, quotes, line breaks in cells', () => {
  expect(parseCsv('\ufeff姓名,备注\r\n李芳,"第一行\n第二行"\r\n"王,""小""明",\r\n')).toEqual([
    ['姓名', '备注'],
    ['李芳', '第一行\n第二行'],
    ['王,"小"明', ''],
  ]);
});

test('any line end will do, and the last one may be missing', () => {
  expect(parseCsv('a,b\nc,d')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(parseCsv('a\r\r\nb')).toEqual([['a'], [''], ['b']]);
  expect(parseCsv('a,')).toEqual([['a', '']]);
  expect(parseCsv('')).toEqual([]);
});

test('a quoted cell that is never closed names its line', () => {
  expect(() => parseCsv('a\n"b\nc')).toThrow('line 2');
});

test('what is written is read again', () => {
  const rows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), { maxLength: 5 });
  fc.assert(fc.property(rows, (grid) => expect(parseCsv(formatCsv(grid))).toEqual(grid)));
});
