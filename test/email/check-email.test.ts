import { expect, test } from '@jest/globals';
import { checkEmail } from '../../src/domain/email/check-email.ts';
import { emailKey } from '../../src/domain/email/email-key.ts';
import { emailMessages } from '../../src/domain/email/messages.ts';

test.each([
  ['wang@qq.com', 'wang@qq.com'],
  ['14368133@QQ.COM', '14368133@qq.com'],
  ['MINGWEI.LI1988@GMAIL.COM', 'mingwei.li1988@gmail.com'],
  ['Wei.Zhang@Example.com.cn', 'Wei.Zhang@example.com.cn'],
  ['　ｗａｎｇ＠ｑｑ。ｃｏｍ　', 'wang@qq.com'],
  ['wang@qq．com', 'wang@qq.com'],
  ['wang@qq.com。', 'wang@qq.com'],
  ['wang@qq.com，', 'wang@qq.com'],
  ['mailto:wang@qq.com', 'wang@qq.com'],
  ['张伟 <wang@qq.com>', 'wang@qq.com'],
  ['\u200bwang@qq.com', 'wang@qq.com'],
  ['a+b_c@mail.example.org', 'a+b_c@mail.example.org'],
  ['zhang@mail.com', 'zhang@mail.com'],
  ['zhang@sina.com.cn', 'zhang@sina.com.cn'],
  ['zhang@yahoo.com.hk', 'zhang@yahoo.com.hk'],
  ['shop@xn--fiq228c.com', 'shop@xn--fiq228c.com'],
])('%s is right and stored as %s', (typed, display) => expect(checkEmail(typed)).toEqual({ verdict: 'valid', display }));

test.each([
  ['wang@gmial.com', 'wang@gmail.com'],
  ['wang@gamil.com', 'wang@gmail.com'],
  ['wang@gmail.con', 'wang@gmail.com'],
  ['wang@gmail.cm', 'wang@gmail.com'],
  ['wang@gmail.co', 'wang@gmail.com'],
  ['wang@gmai.com', 'wang@gmail.com'],
  ['wang@qq.con', 'wang@qq.com'],
  ['wang@qq.cmo', 'wang@qq.com'],
  ['wang@qqq.com', 'wang@qq.com'],
  ['wang@163.cm', 'wang@163.com'],
  ['wang@163.con', 'wang@163.com'],
  ['wang@1163.com', 'wang@163.com'],
  ['wang@hotmial.com', 'wang@hotmail.com'],
  ['wang@hotmil.com', 'wang@hotmail.com'],
  ['wang@foxmial.com', 'wang@foxmail.com'],
  ['wang@outlok.com', 'wang@outlook.com'],
  ['wang@outllok.com', 'wang@outlook.com'],
  ['wang@icloud.co', 'wang@icloud.com'],
  ['wang@iclould.com', 'wang@icloud.com'],
  ['wang@yaho.com', 'wang@yahoo.com'],
  ['wang@sian.com', 'wang@sina.com'],
  ['wang@126.cim', 'wang@126.com'],
  ['wang@haier.con', 'wang@haier.com'],
  ['Wang@QQ.con', 'wang@qq.com'],
])('%s is kept, and asked whether %s is meant', (typed, suggestion) => {
  expect(checkEmail(typed)).toMatchObject({ verdict: 'suspicious', problem: { code: 'domainTypo', suggestion } });
});

test('a company of its own name is no typo', () => {
  for (const typed of [
    'a@qa.com',
    'a@haier.com',
    'a@tencent.com',
    'a@gree.com.cn',
    'a@jd.com',
    'a@sim.com.cn',
    'a@pku.edu.cn',
    'a@128.com.hk',
    'a@live.nl',
    'a@nokia.co',
  ]) {
    expect([typed, checkEmail(typed).verdict]).toEqual([typed, 'valid']);
  }
});

test.each<[string, string, string | undefined]>([
  ['wang.qq.com', 'noAtSign', undefined],
  ['张伟', 'noAtSign', undefined],
  ['13800138000', 'looksLikePhone', undefined],
  ['1990-05-01', 'noAtSign', undefined],
  ['wang@@qq.com', 'severalAtSigns', 'wang@qq.com'],
  ['a@b@qq.com', 'severalAtSigns', undefined],
  ['@qq.com', 'noNameBeforeAt', undefined],
  ['wang@', 'noDomain', undefined],
  ['wang@shop', 'endingMissing', undefined],
  ['wang@gmailcom', 'endingMissingMended', 'wang@gmail.com'],
  ['wang@qqcom', 'endingMissingMended', 'wang@qq.com'],
  ['wang@163', 'endingMissingMended', 'wang@163.com'],
  ['wang @qq.com', 'spaceInside', 'wang@qq.com'],
  ['wang@qq. com', 'spaceInside', 'wang@qq.com'],
  ['wang@qq..com', 'wrongDots', 'wang@qq.com'],
  ['wang@qq,com', 'wrongDots', 'wang@qq.com'],
  ['wang.@qq.com', 'wrongDots', 'wang@qq.com'],
  ['王@qq.com', 'wrongCharacter', undefined],
  ['wang@q_q.com', 'wrongCharacter', undefined],
  ['wang@qq.com, li@163.com', 'severalAddresses', 'wang@qq.com'],
  ['wang@qq.com/li@163.com', 'severalAddresses', 'wang@qq.com'],
  ['wang@-qq.com', 'notAnEmail', undefined],
  ['wang@1.2.3.4', 'notAnEmail', undefined],
])('%s is refused: %s', (typed, code, suggestion) => {
  const { verdict, display, problem } = checkEmail(typed);
  expect([verdict, display, problem?.code, problem?.suggestion]).toEqual(['invalid', typed, code, suggestion]);
});

test('an empty cell is no mistake', () => {
  expect(checkEmail(' 　')).toEqual({ verdict: 'empty', display: '' });
});

test('the same mailbox has one key in every notation', () => {
  expect(emailKey('Wei.Zhang+shop@GMAIL.com')).toBe('weizhang@gmail.com');
  expect(emailKey(' ZHANG@example.com')).toBe('zhang@example.com');
  expect(emailKey('liunn780@126.con')).toBe('liunn780@126.com');
  expect(emailKey('wang@gmailcom')).toBe('wang@gmail.com');
  expect(emailKey('无')).toBe('');
});

test('both languages have the same sentences', () => {
  expect(Object.keys(emailMessages.en)).toEqual(Object.keys(emailMessages['zh-CN']));
});
