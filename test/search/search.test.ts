import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pinyinOf, syllablesOf } from '../../src/domain/names/pinyin.ts';
import { SearchIndex } from '../../src/domain/search/search-index.ts';
import { indexOf, type Person, people, person, pieceOf, rowsOf } from './customers.ts';

const names = (index: SearchIndex, typed: string): string[] => index.search(typed, 50).hits.map((hit) => hit.name);
const numbers = (index: SearchIndex, typed: string): string[] => index.search(typed, 1000).hits.map((hit) => hit.number);

const shop = indexOf([
  person({
    number: 'C000001',
    name: '张伟',
    phone: '13800138000',
    email: 'zhang.wei@qq.com',
    address: '浙江省杭州市文三路 100 号',
  }),
  person({ number: 'C000002', name: '李芳', phone: '0571-87654321', email: 'lifang@163.com' }),
  person({ number: 'C000012', name: '曾乐', phone: '13900139000 / 010-62345678转8', company: '杭州清风酒店有限公司' }),
  person({ number: 'C000123', name: 'John Zhang', phone: '+852 9123 4567', email: 'john@example.com' }),
  person({ number: 'C001200', name: '張偉明', phone: '13700137000', address: '杭州市莫干山路18号' }),
]);

test('a name is found by its characters, simplified or traditional', () => {
  expect(names(shop, '张伟')).toEqual(['张伟', '張偉明']);
  expect(names(shop, '張偉')).toEqual(['张伟', '張偉明']);
  expect(names(shop, '伟明')).toEqual(['張偉明']);
});

test('a name is found by initials, pinyin, its beginning, and both mixed', () => {
  for (const typed of ['zw', 'ZW', 'ｚｗ', 'zhangw', 'zwei', 'zhangwei', "zhang'wei"])
    expect([typed, names(shop, typed)[0]]).toEqual([typed, '张伟']);
  expect(names(shop, 'zwm')).toEqual(['張偉明']);
  expect(names(shop, 'weiming')).toEqual(['張偉明']);
});

test('surnames are read as surnames, characters with two readings in both', () => {
  expect(names(shop, 'zengle')).toContain('曾乐');
  expect(names(shop, 'zengyue')).toContain('曾乐');
});

test('characters and letters may be mixed, as an input method leaves them', () => {
  expect(names(shop, '张w')).toEqual(['张伟', '張偉明']);
});

test('another character of the same sound is found when nobody writes it so', () => {
  expect(names(shop, '张玮')).toEqual(['张伟', '張偉明']);
});

test('a phone is found by any piece of it, in any notation', () => {
  for (const typed of ['13800138000', '8000', '0013', '138 0013 8000', '138-0013', '+86 138 0013', '＋８６13800138000'])
    expect([typed, names(shop, typed)[0]]).toEqual([typed, '张伟']);
  expect(names(shop, '0571 8765')).toEqual(['李芳']);
  expect(names(shop, '62345678')).toEqual(['曾乐']);
  expect(names(shop, '9123 4567')).toEqual(['John Zhang']);
});

test('a number is found without its zeros, and before what merely holds its digits', () => {
  expect(names(shop, 'C000012')[0]).toBe('曾乐');
  expect(names(shop, 'c12')[0]).toBe('曾乐');
  expect(names(shop, '12')[0]).toBe('曾乐');
  expect(names(shop, 'c123')[0]).toBe('John Zhang');
});

test('e-mail, address and company are found by any piece, and said where they are why', () => {
  expect(names(shop, 'wei@qq')).toEqual(['张伟']);
  expect(names(shop, '文三路100号')).toEqual(['张伟']);
  expect(names(shop, 'qfjd')).toEqual(['曾乐']);
  expect(shop.search('清风', 9).hits[0]!.by).toEqual([{ key: 'company', label: 'company', text: '杭州清风酒店有限公司' }]);
  expect(shop.search('张伟', 9).hits[0]!.by).toEqual([]);
});

test('several words must all be found, wherever', () => {
  expect(names(shop, '杭州 138')).toEqual(['张伟']);
  expect(names(shop, 'zhang 852')).toEqual(['John Zhang']);
  expect(names(shop, '张伟 李芳')).toEqual([]);
});

test('the whole comes before the beginning, and the beginning before a piece', () => {
  const index = indexOf([
    person({ name: '王张伟' }),
    person({ name: '张伟明' }),
    person({ name: '赵敏', email: 'zw@qq.com' }),
    person({ name: '赵文' }),
    person({ name: '张伟' }),
  ]);
  expect(names(index, '张伟')).toEqual(['张伟', '张伟明', '王张伟']);
  expect(names(index, 'zhangwei')).toEqual(['张伟', '张伟明', '王张伟']);
  expect(names(index, 'zw')).toEqual(['赵文', '张伟', '张伟明', '王张伟', '赵敏']);
});

test('nothing typed finds nobody, and neither does what nobody has', () => {
  for (const typed of ['', '  ', '，', 'qqqqq', '没有这个人', '99999999999'])
    expect([typed, names(shop, typed)]).toEqual([typed, []]);
});

test('what a pattern would make of signs is only text', () => {
  for (const typed of ['.*', '(', '[', 'a+', '\\', '$', '^']) expect([typed, names(shop, typed)]).toEqual([typed, []]);
});

const scan = fc.record({ all: people, who: fc.nat(), from: fc.nat(), length: fc.integer({ min: 1, max: 12 }) });
const chosen = (all: Person[], who: number): Person => all[who % all.length]!;

test('whoever a scan of the digits finds is found', () => {
  fc.assert(
    fc.property(scan, ({ all, who, from, length }) => {
      const numbersOf = (phone: string) => phone.split('/').map((one) => one.replace(/\D/g, ''));
      const piece = pieceOf(numbersOf(chosen(all, who).phone)[0]!, from, length);
      if (piece === '') return;
      const found = new Set(numbers(indexOf(all), piece));
      const wanted = all.filter(({ phone }) => numbersOf(phone).some((one) => one.includes(piece)));
      expect(wanted.filter(({ number }) => !found.has(number))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('whoever a scan of the pinyin finds is found', () => {
  fc.assert(
    fc.property(scan, ({ all, who, from, length }) => {
      const piece = pieceOf(pinyinOf(chosen(all, who).name)[0] ?? '', from, length + 1);
      if (piece.length < 2) return;
      const found = new Set(numbers(indexOf(all), piece));
      const wanted = all.filter(({ name }) => pinyinOf(name).some((pinyin) => pinyin.includes(piece)));
      expect(wanted.filter(({ number }) => !found.has(number))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('whoever has these initials is found by them', () => {
  fc.assert(
    fc.property(scan, ({ all, who }) => {
      const initials = (name: string) => syllablesOf(name).map((one) => one.map((syllable) => syllable.charAt(0)).join(''));
      const [typed = ''] = initials(chosen(all, who).name);
      if (typed === '') return;
      const found = new Set(numbers(indexOf(all), typed));
      const wanted = all.filter(({ name }) => initials(name).includes(typed));
      expect(wanted.filter(({ number }) => !found.has(number))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('any piece of a name, an e-mail or an address finds its owner', () => {
  fc.assert(
    fc.property(scan, fc.constantFrom<keyof Person>('name', 'email', 'address', 'number'), ({ all, who, from, length }, key) => {
      const one = chosen(all, who);
      const piece = pieceOf(one[key], from, length).trim();
      if (piece === '') return;
      expect([piece, numbers(indexOf(all), piece).includes(one.number)]).toEqual([piece, true]);
    }),
    { numRuns: 500 },
  );
});

test('who has none of the typed digits anywhere is not found by digits', () => {
  fc.assert(
    fc.property(people, fc.stringMatching(/^\d{3,6}$/), (all, typed) => {
      // the country code of the mainland is not looked for
      const own = typed.replace(/^0086/, '');
      const holds = (one: Person) => Object.values(one).some((text: string) => text.replace(/[^\da-z]/gi, '').includes(own));
      const short = new RegExp(`^C0*${typed.replace(/^0+/, '')}$`);
      const wrong = numbers(indexOf(all), typed).filter((number) => {
        const one = all.find((each) => each.number === number)!;
        return !holds(one) && !short.test(number);
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('customers that come in blocks are found as if they had come at once', () => {
  fc.assert(
    fc.property(
      people,
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom('z', 'zw', '1', '张', '文三', 'a 1'),
      (all, size, typed) => {
        const blocks = new SearchIndex();
        for (let from = 0; from < all.length; from += size) blocks.add(rowsOf(all.slice(from, from + size)));
        blocks.warm();
        expect(blocks.search(typed, 1000)).toEqual(indexOf(all).search(typed, 1000));
        expect(blocks.size).toBe(all.length);
      },
    ),
    { numRuns: 200 },
  );
});

test('no more are told than asked for, and how many there are in all', () => {
  const many = indexOf(
    Array.from({ length: 500 }, (_, i) => person({ name: `张${'伟芳敏'[i % 3]}`, phone: `138${String(i).padStart(8, '0')}` })),
  );
  const { hits, count } = many.search('zhang', 20);
  expect(hits).toHaveLength(20);
  expect(count).toBe(500);
});
