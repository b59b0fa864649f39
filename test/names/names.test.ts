import { expect, test } from '@jest/globals';
import { checkName } from '../../src/domain/names/check-name.ts';
import { nameMessages } from '../../src/domain/names/messages.ts';
import { normaliseName } from '../../src/domain/names/normalise-name.ts';
import { initialsOf, pinyinOf } from '../../src/domain/names/pinyin.ts';
import { similarNames } from '../../src/domain/names/similar-names.ts';
import { readingsOf, simplify } from '../../src/domain/names/unpack-table.ts';

test.each<[string, string]>([
  ['张伟', 'zhangwei'],
  ['曾胜鑫', 'zengshengxin'],
  ['单田芳', 'shantianfang'],
  ['解晓东', 'xiexiaodong'],
  ['仇英', 'qiuying'],
  ['区家明', 'oujiaming'],
  ['查良镛', 'zhaliangyong'],
  ['尉迟恭', 'yuchigong'],
  ['任盈盈', 'renyingying'],
  ['盖叫天', 'gejiaotian'],
  ['华罗庚', 'hualuogeng'],
  ['纪晓岚', 'jixiaolan'],
  ['覃海洋', 'qinhaiyang'],
  ['欧阳修', 'ouyangxiu'],
  ['吕布', 'lvbu'],
  ['喆堃玥', 'zhekunyue'],
  ['蘇華瑩', 'suhuaying'],
  ['區志強', 'ouzhiqiang'],
  ['翟赟', 'zhaiyun'],
])('%s is read %s', (name, pinyin) => expect(pinyinOf(name)[0]).toBe(pinyin));

test('names with two readings are known by both', () => {
  expect(pinyinOf('覃海洋')).toContain('tanhaiyang');
  expect(pinyinOf('李长乐').length).toBeLessThanOrEqual(4);
  expect(readingsOf('乐')).toEqual(['le', 'yue']);
  expect(readingsOf('a')).toEqual([]);
  expect(pinyinOf('Wei')).toEqual([]);
});

test('initials find a name', () => {
  expect(initialsOf('张伟')).toBe('zw');
  expect(initialsOf('欧阳涵晨')).toBe('oyhc');
});

test('traditional names become simplified', () => {
  expect(simplify('蘇華瑩陳婷婷韓慧玲謝飛曉劉備葉鳳')).toBe('苏华莹陈婷婷韩慧玲谢飞晓刘备叶凤');
  expect(simplify('棟單元區號')).toBe('栋单元区号');
  expect(simplify('张伟 Wei')).toBe('张伟 Wei');
});

test('forms of address, remarks and company endings are set aside', () => {
  expect(normaliseName('蘇華瑩 女士')).toMatchObject({
    kind: 'person',
    han: '苏华莹',
    surname: '苏',
    given: '华莹',
    titles: ['女士'],
    partial: false,
  });
  for (const typed of [
    '张静丹',
    '张 静 丹',
    '张静丹2',
    '张静丹（老客户）',
    '张静丹(VIP)',
    '张静丹-微信',
    '张静丹先生',
    '張靜丹 先生',
    '　张静丹',
  ]) {
    expect([typed, normaliseName(typed).han]).toEqual([typed, '张静丹']);
  }
  expect(normaliseName('吴太太')).toMatchObject({ han: '吴', surname: '吴', titles: ['太太'], partial: true });
  expect(normaliseName('欧阳女士')).toMatchObject({ surname: '欧阳', given: '', partial: true });
  expect(normaliseName('缪总')).toMatchObject({ surname: '缪', partial: true });
  expect(normaliseName('欧阳总')).toMatchObject({ surname: '欧阳', partial: true });
  expect(normaliseName('老陈')).toMatchObject({ han: '陈', partial: true, nickname: true });
  expect(normaliseName('Mr. Zhang Wei')).toMatchObject({ latin: 'zhang wei', titles: ['mr'], surname: 'zhang' });
  expect(normaliseName('杭州晨光电器有限公司')).toMatchObject({ kind: 'company', han: '杭州晨光电器' });
  expect(normaliseName('晨光（中国）有限公司')).toMatchObject({ kind: 'company', han: '晨光' });
  expect(normaliseName('Bright Star Trading Co., Ltd.')).toMatchObject({ kind: 'company', latin: 'bright star trading' });
  expect(normaliseName('13800138000')).toMatchObject({ han: '', latin: '', keys: [] });
});

test('the surname is found at either end of a Latin name', () => {
  for (const typed of ['Wei Zhang', 'ZHANG Wei', 'Zhang, Wei', 'zhang wei']) {
    expect([typed, normaliseName(typed).surname, normaliseName(typed).keys[0]]).toEqual([typed, 'zhang', 'zhangwei']);
  }
  expect(normaliseName('Zeng Sheng Xin')).toMatchObject({ surname: 'zeng', given: 'shengxin' });
  expect(normaliseName('Zheng Zi-Hong')).toMatchObject({ surname: 'zheng', given: 'zihong' });
  expect(normaliseName('Lü Wenning').keys).toContain('lvwenning');
});

test.each<[string, string, string]>([
  ['张伟', '張偉', 'same'],
  ['张伟', ' 张 伟 先生', 'same'],
  ['John Smith', 'Smith, John', 'same'],
  ['晨光电器有限公司', '晨光电器公司', 'same'],
  ['张伟', 'Wei Zhang', 'samePinyin'],
  ['张伟', 'ZHANG Wei', 'samePinyin'],
  ['张伟', 'zhangwei', 'samePinyin'],
  ['吴刚', '吴钢', 'samePinyin'],
  ['覃海洋', 'Tan Haiyang', 'samePinyin'],
  ['林宁', '林玲', 'near'],
  ['张敏', '张明', 'near'],
  ['黄飞', '黄辉', 'near'],
  ['周山', '邹山', 'near'],
  ['张三', '张珊', 'near'],
  ['曹惠金', '曹惠全', 'near'],
  ['黄旸平', '黄平', 'near'],
  ['彭慧嘉', '彭嘉慧', 'near'],
  ['张伟强', 'Zhang Weiqang', 'near'],
  ['John Smith', 'Jon Smith', 'near'],
  ['张伟', '张敏', 'different'],
  ['李文', '李华', 'different'],
  ['张伟', '李伟', 'different'],
  ['张伟强', '李伟明', 'different'],
  ['晨光电器有限公司', '晨光', 'different'],
  ['吴太太', '吴玉娜', 'partial'],
  ['老美', '刘莉美', 'partial'],
  ['阿陈', '陈婷婷', 'partial'],
  ['缪总', '张伟', 'different'],
  ['', '张伟', 'partial'],
  ['J. Smith', 'John Smith', 'partial'],
  ['Mr Zhang', '张伟', 'partial'],
  ['杭州晨光电器有限公司', '晨光电器公司', 'partial'],
  ['王老师', '王先生', 'partial'],
])('%s and %s are %s', (a, b, level) => {
  expect(similarNames(a, b).level).toBe(level);
  expect(similarNames(b, a).level).toBe(level);
});

test('a phone or an e-mail address in the name is told apart', () => {
  expect(checkName('13099117557/02788390801')?.code).toBe('phoneInName');
  expect(checkName('(886) 978552493')?.code).toBe('phoneInName');
  expect(checkName('１５０６５３３０５９６')?.code).toBe('phoneInName');
  expect(checkName('wang@qq.com')?.code).toBe('emailInName');
  expect(checkName('??')?.code).toBe('noLetters');
  for (const name of ['', '张伟', '张伟2', 'O’Neil', 'Ольга', '7天酒店', '360公司', 'はな'])
    expect([name, checkName(name)]).toEqual([name, undefined]);
});

test('both languages have the same sentences', () => {
  expect(Object.keys(nameMessages.en)).toEqual(Object.keys(nameMessages['zh-CN']));
});
