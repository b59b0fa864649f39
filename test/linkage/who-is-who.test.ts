import { expect, test } from '@jest/globals';
import { link, others, type Row, together } from './register.ts';

const among = (...rows: Row[]): Row[] => [...rows, ...others(120)];

test('two rows of one name and phone are one customer', () => {
  expect(together(among({ name: '蘇華瑩 女士', phone: '138 0571 6882' }, { name: '苏华莹', phone: '+8613805716882' }))).toBe(
    'sure',
  );
});

test('张伟 says little, 尉迟敬德 much: with another phone only the rare name is still one customer', () => {
  const namesakes = (name: string): Row[] => among({ name, phone: '13911112222' }, { name, phone: '13733334444' });
  expect(together(namesakes('张伟'))).toMatch(/apart|possible/);
  expect(together(namesakes('尉迟敬德'))).toMatch(/sure|likely/);
});

test('two of one common name with other phones and other birth dates are two people', () => {
  expect(
    together(
      among(
        { name: '李静', phone: '13911112222', birth: '1980-01-05' },
        { name: '李静', phone: '13733334444', birth: '1992-11-20' },
      ),
    ),
  ).toBe('apart');
});

test('twins share birth date, surname, door and landline, and are still two', () => {
  const home = { phone: '025-84512233', birth: '2001-06-18', address: '南京市玄武区北京路12号3栋502室' };
  expect(together(among({ name: '陈思远', ...home }, { name: '陈乐天', ...home }))).toMatch(/apart|possible/);
});

test('father and son on one landline at one door are a household, not one customer', () => {
  const home = { phone: '025-84512233', address: '南京市玄武区北京路12号3栋502室' };
  expect(
    together(among({ name: '周国强', birth: '1960-02-11', ...home }, { name: '周子轩', birth: '1988-09-30', ...home })),
  ).toMatch(/apart|possible/);
});

test('a married couple on one mobile are two', () => {
  const home = { phone: '13951812345', address: '南京市玄武区北京路12号3栋502室' };
  expect(together(among({ name: '周国强', ...home }, { name: '何秀兰', ...home }))).toMatch(/apart|possible/);
});

test('swapped day and month of a birth date are no contradiction', () => {
  expect(
    together(among({ name: '邱梓琪', phone: '13911112222', birth: '1985-03-02' }, { name: '邱梓琪', birth: '1985-02-03' })),
  ).toMatch(/sure|likely/);
});

test('a name in the phone column and a phone in the name column are found where they are', () => {
  expect(together(among({ name: '13911112222', phone: '邱梓琪' }, { name: '邱梓琪', phone: '13911112222' }))).toBe('sure');
});

test('a row with only a mailbox and one with only a phone meet through a third that has both', () => {
  const { groups } = link(
    among(
      { name: '邱梓琪', phone: '13911112222' },
      { name: '邱梓琪', email: 'ziqi.qiu@qq.com' },
      { name: '邱梓琪', phone: '13911112222', email: 'ziqi.qiu@qq.com' },
    ),
  );
  expect(groups.map(({ rows }) => rows)).toEqual([[0, 1, 2]]);
});

test('a phone that many have is a placeholder and joins nobody', () => {
  const same = ['邱梓琪', '段丽华', '白小红', '龙飞', '侯勇', '史密', '顾城', '毛毛'].map((name) => ({
    name,
    phone: '13800000000',
  }));
  expect(link(among(...same)).groups).toEqual([]);
});

test('a card number tells two namesakes apart and finds one customer under two spellings', () => {
  const cards = others(40).map((row, i) => ({ ...row, id: `VIP${String(10_000 + i * 37)}` }));
  expect(
    together([{ name: '王芳', phone: '13911112222', id: 'VIP90001' }, { name: 'Wang Fang', id: 'VIP90001' }, ...cards]),
  ).toMatch(/sure|likely/);
  expect(
    together([{ name: '王芳', id: 'VIP90001' }, { name: '王芳', id: 'VIP77342' }, { name: '何平', id: 'VIP90001' }, ...cards]),
  ).toMatch(/apart|possible/);
});

test('a column in which all rows are alike changes nothing', () => {
  const rows = among(
    { name: '邱梓琪', phone: '13911112222' },
    { name: '邱梓琦', phone: '13911112222' },
    { name: '李静' },
    { name: '李静' },
  );
  const plain = link(rows);
  const withColumn = link(rows.map((row) => ({ ...row, level: '普通客户' })));
  expect(withColumn.groups.map(({ rows: members, confidence }) => [members, confidence])).toEqual(
    plain.groups.map(({ rows: members, confidence }) => [members, confidence]),
  );
});

test('reasons say what two rows have in common', () => {
  const { groups } = link(
    among(
      { name: '苏华莹', phone: '13911112222', note: '老街 幼儿园' },
      { name: '蘇華瑩', phone: '139-1111-2222', note: '老街幼儿园' },
    ),
  );
  expect(groups[0]!.pairs[0]!.reasons.map(({ code }) => code)).toEqual(['samePhone', 'sameName', 'sameValue']);
  expect(groups[0]!.pairs[0]!.reasons[0]!.params).toEqual({ phone: '+8613911112222' });
});

test('an empty register and one of a single row have no duplicates', () => {
  expect(link([])).toEqual({ groups: [], possible: [] });
  expect(link([{ name: '张伟', phone: '13911112222' }])).toEqual({ groups: [], possible: [] });
});
