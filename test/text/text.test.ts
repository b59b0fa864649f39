import { expect, test } from '@jest/globals';
import { fillIn } from '../../src/domain/messages/fill-in.ts';
import { cleanLongText, cleanText } from '../../src/domain/text/clean-text.ts';
import { editDistance } from '../../src/domain/text/edit-distance.ts';
import { foldWidth } from '../../src/domain/text/fold-width.ts';
import { looksLikeFormula } from '../../src/domain/text/looks-like-formula.ts';
import { closest, matchOption } from '../../src/domain/text/match-option.ts';
import { textMessages } from '../../src/domain/text/messages.ts';

test('a value with a full stop ends its sentence with one only', () => {
  expect(fillIn('Applied: {list}.', { list: 'Passport no.' })).toBe('Applied: Passport no.');
  expect(fillIn('{list}. Done.', { list: 'Passport no.' })).toBe('Passport no. Done.');
  expect(fillIn('{list}.{ending}', { list: 'wait...', ending: 'a.' })).toBe('wait....a.');
});

test('full-width digits, letters, signs and the wide space become half-width', () => {
  expect(foldWidth('１３８　ＡＢｃ（＋８６）￥')).toBe('138 ABc(+86)¥');
  expect(foldWidth('张伟。、“”')).toBe('张伟。、“”');
});

test('what nobody sees is taken out of a text', () => {
  expect(cleanText('\ufeff 张\u200b  伟\t\u0007 \u00a0')).toBe('张 伟');
  expect(cleanText('e\u0301')).toBe('\u00e9');
  expect(cleanText('第一行\r\n第二行')).toBe('第一行 第二行');
});

test('a remark keeps its lines and its Chinese punctuation', () => {
  expect(cleanLongText('已修复，\r\n\r\n\r\n  换件　１个。 ')).toBe('已修复，\n\n换件 1个。');
});

test('what could run as a formula is recognised, also behind spaces and in full width', () => {
  for (const text of ['=1+1', '+86 138', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =A1', '＝A1', '＋1', '－1', '＠x', '\u3000=1']) {
    expect([text, looksLikeFormula(text)]).toEqual([text, true]);
  }
  for (const text of ['', '张伟', "'=1", '1-2', 'a@b.cn', '(021)5588'])
    expect([text, looksLikeFormula(text)]).toEqual([text, false]);
});

test('two letters in the wrong order are one mistake', () => {
  expect(editDistance('gmial', 'gmail', 2)).toBe(1);
  expect(editDistance('13800138000', '13800138000', 2)).toBe(0);
  expect(editDistance('kitten', 'sitting', 3)).toBe(3);
  expect(editDistance('kitten', 'sitting', 2)).toBe(3);
  expect(editDistance('', 'abc', 5)).toBe(3);
});

test('an option is recognised whatever its width, case and spaces', () => {
  const options = ['普通客户', 'VIP客户'];
  expect(matchOption(' ｖｉｐ 客户', options)).toBe('VIP客户');
  expect(matchOption('会员', options)).toBeUndefined();
  expect(matchOption(' ', options)).toBeUndefined();
});

test('a mistyped option is answered with the one meant, and with none where two are as near', () => {
  expect(closest('VIP客服', ['普通客户', 'VIP客户'], 2)).toBe('VIP客户');
  expect(closest('发货', ['待发货', '已发货', '已完成'], 1)).toBeUndefined();
  expect(closest('女', ['男', '保密'], 2)).toBeUndefined();
});

test('both languages have the same sentences', () => {
  expect(Object.keys(textMessages.en)).toEqual(Object.keys(textMessages['zh-CN']));
});
test('a family of pictographs stays together, a joiner elsewhere goes', () => {
  expect(cleanText('张\u200d伟 👨\u200d👩\u200d👧')).toBe('张伟 👨\u200d👩\u200d👧');
  expect(cleanText('\u200d李\u200d\u200d芳\u200d')).toBe('李芳');
});
