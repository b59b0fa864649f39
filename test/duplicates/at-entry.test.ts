import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { duplicateMessages } from '../../src/domain/duplicates/messages.ts';
import { matchRows, type RowMatch } from '../../src/domain/linkage/match-rows.ts';
import { others, type Row, readersOf, tableOf } from '../linkage/register.ts';

const door = '杭州市西湖区人民路950号4栋1906室';
const strangers = others(300);

/** Matches of the first row among the others and three hundred strangers; `other` counts the known ones from 1. */
const matchesOf = (typed: Row, ...known: Row[]): RowMatch[] =>
  matchRows(tableOf([typed, ...known, ...strangers]), readersOf('CN'), [0]);

/** Tier and codes of the first match, `household` where it is one, or "nothing". */
const seen = (typed: Row, ...known: Row[]): string => {
  const [match] = matchesOf(typed, ...known);
  if (!match) return 'nothing';
  return [match.tier, ...(match.isHousehold ? ['household'] : []), ...match.reasons.map(({ code }) => code)].join(' ');
};

test('the same phone and name is surely the same customer', () => {
  expect(seen({ name: '张伟', phone: '13812345670' }, { name: '張偉', phone: '0571-58424365 / 138 1234 5670' })).toBe(
    'sure samePhone sameName',
  );
  expect(seen({ name: 'Wei Zhang', phone: '13812345670' }, { name: '张伟', phone: '13812345670' })).toBe(
    'sure samePhone samePinyin',
  );
});

test('in a small register, too, who is written the same goes before who only sounds the same', () => {
  const phone = '13800138000';
  const rows = [{ name: '张伟', phone }, { name: 'zhang wei', phone }, { name: '张伟先生', phone }, ...others(20)];
  expect(matchRows(tableOf(rows), readersOf('CN'), [0]).map(({ other }) => other)).toEqual([2, 1]);
});

test('a phone shared by two names is shown, but only as possible', () => {
  expect(seen({ name: '李芳', phone: '13812345670' }, { name: '张伟', phone: '13812345670' })).toBe(
    'possible household sharedPhone',
  );
});

test('a phone that many people have is the shop’s own or a placeholder and says nothing', () => {
  const many = ['张伟', '李芳', '王磊', '赵敏'].map((name) => ({ name, phone: '13812345670' }));
  expect(seen({ name: '孙浩', phone: '13812345670' }, ...many)).toBe('nothing');
  expect(seen({ name: '赵敏', phone: '13812345670' }, ...many)).toMatch(/^(?:sure|likely) samePhone sameName/);
});

test('the same common name needs the same address or birth date', () => {
  expect(seen({ name: '张伟' }, { name: '张伟' })).toBe('nothing');
  expect(seen({ name: '张伟', birth: '1985-03-01' }, { name: '张伟', birth: '1990-07-09' })).toBe('nothing');
  expect(seen({ name: '张伟', birth: '1985-03-01' }, { name: '张伟', birth: '1985-03-01' })).toMatch(
    /^(?:sure|likely) sameName sameBirthDate$/,
  );
  expect(seen({ name: '张伟', address: door }, { name: '张伟', address: '西湖区人民路950号4-1906' })).toMatch(
    /^(?:sure|likely) sameName sameAddress$/,
  );
  expect(seen({ name: '张伟', address: door }, { name: '张伟', address: '苏州市姑苏区和平路3号' })).toBe('nothing');
});

test('the same e-mail in any notation counts like a phone', () => {
  expect(seen({ name: '张伟', email: 'WEI.zhang@gmail.com' }, { name: '张伟', email: 'weizhang@gmail.com' })).toBe(
    'sure sameEmail sameName',
  );
  expect(seen({ name: '李芳', email: 'a1@qq.com' }, { name: '张伟', email: 'a1@qq.com' })).toMatch(/^possible .*sharedEmail/);
});

test('a near name counts together with a second sign', () => {
  const known = { name: '吴钢', birth: '1979-04-05', email: 'wugang79@163.com', phone: '13812345670', address: door };
  expect(seen({ name: '吴刚' }, known)).toBe('nothing');
  expect(seen({ name: '吴刚', birth: '1979-04-05' }, known)).toContain('samePinyin sameBirthDate');
  expect(seen({ name: '吴刚', email: 'wugang79@qq.com' }, known)).toContain('samePinyin similarEmail');
  expect(seen({ name: '吴刚', phone: '13812345607' }, known)).toContain('samePinyin nearPhone');
  expect(seen({ name: '吴刚', address: door }, known)).toContain('samePinyin sameAddress');
});

test('whoever shares a door under another name is of the household, not the same customer', () => {
  expect(seen({ name: '郭福洋', address: door }, { name: '郭福斌', address: '西湖区人民路950号4幢1906' })).toMatch(
    /^possible household .*sameAddress/,
  );
  expect(seen({ name: '郭福洋', address: door }, { name: '何秀兰', address: door })).toBe('possible household sameAddress');
  expect(seen({ name: '郭福洋', address: door }, { name: '何秀兰', address: '西湖区人民路950号4幢1907' })).toBe('nothing');
});

test('the likeliest comes first, and never the row itself', () => {
  const phone = '13812345670';
  const found = matchesOf({ name: '张伟', phone }, { name: '李芳', phone }, { name: '张伟', phone }, { name: '张维', phone });
  expect(found.map(({ other }) => other).slice(0, 2)).toEqual([2, 3]);
  expect(found.map(({ row }) => row)).toEqual(found.map(() => 0));
});

test('an empty form finds nobody', () => {
  expect(seen({}, { name: '张伟' }, {})).toBe('nothing');
});

test('a phone, a birth date or a name in any notation is looked up', () => {
  expect(seen({ name: '张伟', phone: '１３８ １２３４ ５６７０' }, { name: '张伟', phone: '+86-138-1234-5670' })).toContain(
    'samePhone',
  );
  expect(seen({ name: '苏华莹', birth: '1985-03-01' }, { name: '蘇華瑩 女士', birth: '1985/3/1' })).toContain('sameBirthDate');
  expect(seen({ name: '13812345670' }, { name: '张伟', phone: '13812345670' })).toContain('samePhone');
});

const names = [
  '张伟',
  '張偉',
  'Wei Zhang',
  '章维',
  'Lv Bu',
  '吕布',
  '尉迟恭',
  '老张',
  '王先生',
  '黄飞',
  '黄辉',
  '林宁',
  '宁林',
  '杨旸平',
  '杨平',
  '',
];

test('the quick filter keeps out nobody who would be shown', () => {
  const row = fc.record({
    name: fc.constantFrom(...names),
    phone: fc.constantFrom('', '13812345670', '13812345607', '025-84512233', '13812345670/13900001111'),
    email: fc.constantFrom('', 'w.zhang85@gmail.com', 'WZHANG85@gmail.com', 'wzhang86@gmail.com'),
    address: fc.constantFrom('', door, '西湖区人民路950号4-1906', '苏州市姑苏区和平路3号'),
    birth: fc.constantFrom('', '1985-03-01', '1985-01-03', '1990-07-09'),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 6, maxLength: 12 }), (rows) => {
      const table = tableOf([...rows, ...strangers.slice(0, 30)]);
      const asked = rows.map((_, i) => i);
      const told = ({ row: one, other, tier }: RowMatch) => `${Math.min(one, other)} ${Math.max(one, other)} ${tier}`;
      // two of other names who only were born on one day are not looked for
      const strong = ({ tier, reasons }: RowMatch) =>
        tier !== 'possible' && /Phone|Email|Name|Pinyin/.test(reasons[0]!.code) && !/^near/.test(reasons[0]!.code);
      const together = matchRows(table, readersOf('CN'), asked).filter(strong).map(told);
      const oneByOne = new Set(asked.flatMap((i) => matchRows(table, readersOf('CN'), [i]).filter(strong).map(told)));
      expect(together.filter((pair) => !oneByOne.has(pair))).toEqual([]);
    }),
    { numRuns: 6 },
  );
});

test('both languages have the same sentences', () => {
  expect(Object.keys(duplicateMessages.en)).toEqual(Object.keys(duplicateMessages['zh-CN']));
});
