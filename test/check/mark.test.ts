import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isMark, markNote, readMark } from '../../src/domain/check/mark.ts';

test('the shop’s own note and fill are found again in the mark', () => {
  const note = markNote('手机号少 1 位。', { note: '常客，周末打电话', fill: '#ffe599' }, 'zh-CN');
  expect(note).toBe('常客，周末打电话\n\n⚠ 台账检查：手机号少 1 位。\n（改好后恢复原底色 #ffe599）');
  expect(readMark(note)).toEqual({ note: '常客，周末打电话', fill: '#ffe599' });
});

test('a note of the shop’s alone is no mark', () => {
  expect(isMark('下次检查')).toBe(false);
  expect(readMark('⚠ 小心狗')).toBeUndefined();
});

test('whatever stood in the cell comes back, in both languages', () => {
  const own = fc.string({ maxLength: 200 }).filter((text) => !isMark(text) && text === text.trimEnd());
  const fill = fc.option(fc.stringMatching(/^#[0-9a-f]{6}$/), { nil: undefined });
  const sentences = fc.string({ minLength: 1, maxLength: 80 }).filter((text) => !/原底色|former fill/.test(text));
  fc.assert(
    fc.property(own, fill, sentences, fc.constantFrom('zh-CN' as const, 'en' as const), (note, color, sentence, locale) => {
      const marked = markNote(sentence, { note, fill: color }, locale);
      expect(readMark(marked)).toEqual(color ? { note, fill: color } : { note });
    }),
  );
});
