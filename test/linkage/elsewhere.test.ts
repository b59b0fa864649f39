import { expect, test } from '@jest/globals';
import { cantoneseOf, foldCantonese, spellsCantonese } from '../../src/domain/names/cantonese.ts';
import { link, others, type Row, together } from './register.ts';

const firms = (...rows: Row[]): Row[] => [
  ...rows,
  ...others(60).map(({ name, address }, i) => ({
    name: `苏州${name}贸易有限公司`,
    address: address!,
    phone: `0512-6${String(1_000_000 + i * 7919)}`,
  })),
];

test.each([
  ['杭州晨光电器有限公司', '杭州市晨光电器有限责任公司'],
  ['杭州晨光电器有限公司', '杭州晨光電器公司'],
  ['杭州晨光电器（中国）有限公司', '杭州晨光电器有限公司'],
])('%s and %s of one phone are one firm', (a, b) => {
  expect(together(firms({ name: a, phone: '0571-88881234' }, { name: b, phone: '057188881234' }))).toMatch(/sure|likely/);
});

test('a branch is a customer of its own, and so is another branch', () => {
  const branch = { name: '杭州晨光电器有限公司上海分公司', address: '上海市徐汇区漕溪路8号' };
  expect(
    together(firms({ name: '杭州晨光电器有限公司', phone: '0571-88881234' }, { ...branch, phone: '0571-88881234' })),
  ).toMatch(/apart|possible/);
  expect(together(firms(branch, { name: '杭州晨光电器有限公司南京分公司', address: '南京市鼓楼区中山路9号' }))).toMatch(
    /apart|possible/,
  );
});

test.each([
  ['陈大文', 'chan tai man'],
  ['陈大文', 'tai man chan'],
  ['张学友', 'cheung hok yau'],
  ['谢霆锋', 'tse ting fung'],
  ['郑秀文', 'sammi cheng sau man'],
  ['叶德娴', 'ip tak han'],
  ['余文乐', 'yu man lok'],
  ['司徒子华', 'szeto tsz wah'],
])('%s is spelled %s in Hong Kong', (han, latin) => {
  expect(spellsCantonese(latin, cantoneseOf(han)!, han.startsWith('司徒') ? 2 : 1)).toBe(true);
});

test('other names are not taken for the same sound', () => {
  expect(spellsCantonese('chan siu ming', cantoneseOf('陈大文')!)).toBe(false);
  expect(cantoneseOf('𠮷')).toBeUndefined();
  expect(foldCantonese('kwok')).toBe(foldCantonese('gwok'));
});

const hongKong = (...rows: Row[]): Row[] => [
  ...rows,
  ...[
    '李嘉欣',
    'Wong Siu Ming',
    'LAU, Ka-yan',
    '何美玲',
    'Cheung Wing Yee',
    '梁志偉',
    'Peter Ng',
    '郭富華',
    'Tsang Mei Fong',
    '鄧建國',
  ].map((name, i) => ({
    name,
    phone: `9${100 + i * 71} ${2000 + i * 613}`,
  })),
];

test.each([
  ['陳大文', 'Chan Tai Man'],
  ['陳大文先生', 'CHAN, Tai-man'],
  ['Tai Man Chan', '陈大文'],
  ['陳大文', 'Peter Chan Tai Man'],
])('%s and %s of one phone are one customer in Hong Kong', (a, b) => {
  expect(together(hongKong({ name: a, phone: '6123 4567' }, { name: b, phone: '+852 61234567' }), 'HK')).toMatch(/sure|likely/);
});

test('a couple of one Hong Kong phone are two', () => {
  expect(together(hongKong({ name: '陳大文', phone: '6123 4567' }, { name: 'Chan Siu Ling', phone: '6123 4567' }), 'HK')).toMatch(
    /apart|possible/,
  );
});

const dinner = (...rows: Row[]): Row[] => [
  ...rows,
  ...Array.from({ length: 80 }, (_, i) => ({
    name: `${['cafe', 'the', "art's", 'chez'][i % 4]} ${String.fromCharCode(97 + (i % 26))}${'aeiou'[i % 5]}l${'aeiou'[(i * 3) % 5]}${String.fromCharCode(98 + ((i * 7) % 20))} grill`,
    address: `${100 + i * 37} ${['sunset blvd.', 'madison ave.', 'mission st.'][i % 3]}`,
    phone: `${310 + (i % 3)}/${200 + i}-${1000 + i * 53}`,
    note: ['american', 'french', 'italian'][i % 3]!,
  })),
];

test('a restaurant is known under other spellings of its name, its street and its phone', () => {
  const a = { name: "arnie morton's of chicago", address: '435 s. la cienega blv.', phone: '310/246-1501', note: 'american' };
  const b = { name: 'arnie mortons of chicago', address: '435 s. la cienega blvd.', phone: '310-246-1501', note: 'steakhouses' };
  expect(together(dinner(a, b), 'US')).toMatch(/sure|likely/);
});

test('shops of one name at two doors with two phones are two', () => {
  const a = { name: 'ruth chris steak house', address: '224 s. beverly dr.', phone: '310/859-8744' };
  const b = { name: 'ruth chris steak house', address: '950 e. paces ferry rd.', phone: '404/365-0660' };
  expect(together(dinner(a, b), 'US')).toMatch(/apart|possible/);
});

const english = (...rows: Row[]): Row[] => [
  ...rows,
  ...others(60).map((_, i) => ({
    name: `${['Emma', 'Oliver', 'Amelia', 'Harry', 'Isla'][i % 5]} ${['Ashworth', 'Bennett', 'Pemberton', 'Okafor', 'Hughes', 'Mason', 'Rowe'][i % 7]}`,
    phone: `07${700_000_000 + i * 1_234_567}`,
    address: `${i + 3} Station Road, ${['Leeds', 'Bath', 'York'][i % 3]}`,
  })),
];

test('nicknames, initials and slips in English names are forgiven with a phone, a stranger of the house is not', () => {
  const home = { phone: '07911 123456', address: '12 High Street, Leeds' };
  expect(
    together(english({ name: 'William Fitzgerald', ...home }, { name: 'Bill Fitzgerald', phone: '+44 7911 123456' }), 'GB'),
  ).toMatch(/sure|likely/);
  expect(
    together(
      english({ name: 'Fitzgerald, William', ...home }, { name: 'Wiliam Fitzgerald', address: '12 High St, Leeds' }),
      'GB',
    ),
  ).toMatch(/sure|likely/);
  expect(together(english({ name: 'William Fitzgerald', ...home }, { name: 'Sarah Fitzgerald', ...home }), 'GB')).toMatch(
    /apart|possible/,
  );
});

test('a small register without phones and birth dates joins only what is plain', () => {
  const rows = others(30).map(({ name, address }) => ({ name: name!, address: address! }));
  expect(link([...rows, { name: rows[4]!.name, address: rows[4]!.address }]).groups.map(({ rows: members }) => members)).toEqual([
    [4, 30],
  ]);
});
