import { expect, test } from '@jest/globals';
import { findLikelyDuplicates } from '../../src/domain/duplicates/at-entry.ts';
import { candidatesFromColumns, prepareCandidates } from '../../src/domain/duplicates/candidates.ts';
import type { CustomerTraits } from '../../src/domain/duplicates/customer-traits.ts';
import { duplicateMessages } from '../../src/domain/duplicates/messages.ts';
import { traitsPrefilter } from '../../src/domain/duplicates/traits-prefilter.ts';
import { prepareEntry, weighPair } from '../../src/domain/duplicates/weigh-pair.ts';

const door = '杭州市西湖区人民路950号4栋1906室';
let count = 0;
const customer = (traits: Partial<CustomerTraits>): CustomerTraits => ({
  number: `C${String(++count).padStart(6, '0')}`,
  name: '',
  phones: [],
  email: '',
  address: '',
  birthDate: '',
  ...traits,
});
const entry = (traits: Partial<CustomerTraits>): CustomerTraits => ({ ...customer(traits), number: '' });
/** Strength and codes of the first hit, or "nothing". */
const seen = (typed: Partial<CustomerTraits>, ...known: Partial<CustomerTraits>[]) => {
  const [hit] = findLikelyDuplicates(entry(typed), known.map(customer));
  return hit ? [hit.strength, ...hit.reasons.map(({ code }) => code)].join(' ') : 'nothing';
};

test('the same phone and name is surely the same customer', () => {
  expect(seen({ name: '张伟', phones: ['+8613812345670'] }, { name: '張偉', phones: ['+865711234567', '+8613812345670'] })).toBe(
    'sure samePhone sameName',
  );
  expect(seen({ name: 'Wei Zhang', phones: ['+8613812345670'] }, { name: '张伟', phones: ['+8613812345670'] })).toBe(
    'sure samePhone samePinyin',
  );
});

test('a phone shared by two names is shown, but only as possible', () => {
  expect(seen({ name: '李芳', phones: ['+8613812345670'] }, { name: '张伟', phones: ['+8613812345670'] })).toBe(
    'possible sharedPhone',
  );
});

test('a phone that many people have is the shop’s own or a placeholder and says nothing', () => {
  const many = ['张伟', '李芳', '王磊', '赵敏'].map((name) => ({ name, phones: ['+8613812345670'] }));
  expect(seen({ name: '孙浩', phones: ['+8613812345670'] }, ...many)).toBe('nothing');
  expect(seen({ name: '赵敏', phones: ['+8613812345670'] }, ...many)).toBe('sure samePhone sameName');
  expect(seen({ name: '孙浩', phones: ['+8613800138000'] }, { name: '张伟', phones: ['+8613800138000'] })).toBe(
    'possible sharedPhone',
  );
});

test('the same name needs the same address or birth date', () => {
  expect(seen({ name: '张伟' }, { name: '张伟' })).toBe('nothing');
  expect(seen({ name: '张伟', birthDate: '1985-03-01' }, { name: '张伟', birthDate: '1990-07-09' })).toBe('nothing');
  expect(seen({ name: '张伟', birthDate: '1985-03-01' }, { name: '张伟', birthDate: '1985-03-01' })).toBe(
    'likely sameName sameBirthDate',
  );
  expect(seen({ name: '张伟', address: door }, { name: '张伟', address: '西湖区人民路950号4-1906' })).toBe(
    'likely sameName sameAddress',
  );
  expect(seen({ name: '张伟', address: door }, { name: '张伟', address: '苏州市姑苏区和平路3号' })).toBe('nothing');
});

test('the same e-mail in any notation counts like a phone', () => {
  expect(seen({ name: '张伟', email: 'WEI.zhang@gmail.com' }, { name: '张伟', email: 'weizhang@gmail.com' })).toBe(
    'sure sameEmail sameName',
  );
  expect(seen({ name: '李芳', email: 'a1@qq.com' }, { name: '张伟', email: 'a1@qq.com' })).toBe('possible sharedEmail');
});

test('a near name counts together with a second sign', () => {
  const known = { name: '吴钢', birthDate: '1979-04-05', email: 'wugang79@163.com', phones: ['+8613812345670'], address: door };
  expect(seen({ name: '吴刚' }, known)).toBe('nothing');
  expect(seen({ name: '吴刚', birthDate: '1979-04-05' }, known)).toBe('possible samePinyin sameBirthDate');
  expect(seen({ name: '吴刚', email: 'wugang79@qq.com' }, known)).toBe('possible samePinyin similarEmail');
  expect(seen({ name: '吴刚', phones: ['+8613812345607'] }, known)).toBe('possible samePinyin nearPhone');
  expect(seen({ name: '吴刚', address: door }, known)).toBe('possible samePinyin sameAddress');
  expect(seen({ name: '吴娜', birthDate: '1979-04-05', address: door }, known)).toBe('nothing');
});

test('brothers and sisters in one flat are not taken for one person', () => {
  expect(seen({ name: '郭福洋', address: door }, { name: '郭福斌', address: door })).toBe('nothing');
  expect(seen({ name: '吴太太', address: door }, { name: '吴玉娜', address: door })).toBe('nothing');
});

test('at most three are shown, the likeliest first, and never the customer itself', () => {
  const phones = ['+8613812345670'];
  const known = [
    customer({ name: '老张', phones }),
    customer({ name: '张伟', phones }),
    customer({ name: '李芳', phones }),
    customer({ name: '张维', phones }),
  ];
  const hits = findLikelyDuplicates({ ...known[1]!, number: '' }, prepareCandidates(known));
  expect(hits.map((hit) => hit.customer.name)).toEqual(['张伟', '张维', '老张']);
  expect(findLikelyDuplicates(known[1]!, known).map((hit) => hit.customer.name)).not.toContain('张伟');
});

test('an empty form finds nobody', () => {
  expect(seen({}, { name: '张伟' }, {})).toBe('nothing');
});

test('rows come straight from the columns, and only those that may match are read', () => {
  let parsed = 0;
  const candidates = candidatesFromColumns(
    {
      numbers: ['C1', 'C2', 'C3'],
      names: ['李芳', '张伟', 18],
      phones: ['１３８ １２３４ ５６７０', 13812345670, ''],
      firstRow: 2,
    },
    {
      phoneKeys: (cell) => {
        parsed++;
        return cell === '' ? [] : ['+8613812345670'];
      },
      birthDate: () => '',
    },
  );
  const hits = findLikelyDuplicates(entry({ name: '张伟', phones: ['+8613812345670'] }), candidates);
  expect(hits.map(({ customer: { number, row }, strength }) => [number, row, strength])).toEqual([
    ['C2', 3, 'sure'],
    ['C1', 2, 'possible'],
  ]);
  expect(parsed).toBe(2);
});

test('the quick filter keeps out nobody who would be shown', () => {
  const names = [
    '张伟',
    '張偉',
    'Wei Zhang',
    'zhangwei',
    '章维',
    '曾伟',
    '吕布',
    'Lv Bu',
    '尉迟恭',
    '老张',
    '王先生',
    'ZENG Wei',
    '黄飞',
    '黄辉',
    '符华',
    '胡华',
    '林宁',
    '宁林',
    '杨旸平',
    '杨平',
    '',
  ];
  const all = names.flatMap((name) => [
    customer({ name, birthDate: '1985-03-01', address: door }),
    customer({ name, phones: ['+8613812345670'] }),
    customer({ name, phones: ['+8613812345607'], email: 'w.zhang85@gmail.com' }),
    customer({ name, phones: [], email: 'WZHANG85@gmail.com', birthDate: '1985-03-01' }),
  ]);
  const prepared = prepareCandidates(all);
  for (const one of all) {
    const typed = prepareEntry(one);
    const mayFit = traitsPrefilter(typed);
    all.forEach((other, index) => {
      const by = mayFit(prepared, index);
      if (by === undefined && weighPair(typed, other)) throw new Error(`${JSON.stringify(one)} lost ${JSON.stringify(other)}`);
    });
  }
});

test('both languages have the same sentences', () => {
  expect(Object.keys(duplicateMessages.en)).toEqual(Object.keys(duplicateMessages['zh-CN']));
});
