import { expect, test } from '@jest/globals';
import { explain } from '../../src/domain/messages/say.ts';
import { coreRules } from '../../src/domain/reminders/core-rules.ts';
import { type RuleCells, readRules, shippedRules } from '../../src/domain/reminders/read-rules.ts';
import { reminderSettingsRow } from '../../src/domain/reminders/settings-tab.ts';
import { dictionary, remindersOn, sentencesOn } from './shop-records.ts';

const read = (...rows: RuleCells[]) => readRules(rows, dictionary, 'zh-CN');
const wrong = (...rows: RuleCells[]) =>
  read(...rows).problems.map(({ row, problem }) => [row, problem.field, explain(problem, 'zh-CN')]);

test('the rows that the ledger writes mean what is shipped, in both languages', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const rows = coreRules.map((rule) => reminderSettingsRow(rule, dictionary, locale));
    const { rules, problems } = readRules(rows, dictionary, locale);
    expect(problems).toEqual([]);
    expect(rules).toEqual(shippedRules());
    expect(readRules([], dictionary, locale).rules).toEqual(rules);
  }
});

test('a shop switches a reminder off, moves its days and says who is told and where', () => {
  const { rules } = read({ key: 'birthday', on: '否' }, { key: 'repairOpen', days: '10', tell: '店长', digest: 'no', keep: 30 });
  expect(rules.find(({ key }) => key === 'birthday')!.terms.on).toBe(false);
  expect(rules.find(({ key }) => key === 'repairOpen')!.terms).toMatchObject({
    days: 10,
    tell: 'owner',
    at: ['today', 'home'],
    keep: 30,
  });
});

test('what cannot be read is answered at its cell, and what was shipped holds', () => {
  const row = { key: 'birthday', days: '一周', on: '也许', tell: '隔壁老王', side: '提前' };
  expect(wrong(row)).toEqual([
    [0, 'on', '请填“是”或“否”，不是“也许”。'],
    [0, 'days', '请填 0 到 3660 的整数，不是“一周”。'],
    [0, 'tell', '没有“隔壁老王”。可以填：负责人、经手人、店长。'],
  ]);
  expect(read(row).rules.find(({ key }) => key === 'birthday')!.terms.days).toBe(7);
});

const own = { words: '打电话问用得怎么样', tab: '服务记录', date: '服务日期', days: 3, side: '之后' };

test('a reminder of the shop’s own goes by a date of any tab, and by an option where it says so', () => {
  const services = [
    { serviceId: 'S1', customerId: 'C1', serviceType: '安装', servedOn: '2026-11-18', serviceResult: '已完成' },
    { serviceId: 'S2', customerId: 'C1', serviceType: '送货', servedOn: '2026-11-18', serviceResult: '已完成' },
    { serviceId: 'S3', customerId: 'C1', serviceType: '咨询', servedOn: '2026-11-18', serviceResult: '已完成' },
  ];
  expect(sentencesOn('2026-11-20', { services }, [own])).toEqual([]);
  expect(sentencesOn('2026-11-22', { services }, [own])).toHaveLength(3);
  const some = { ...own, whenField: '服务类型', whenOption: '安装、delivery' };
  expect(sentencesOn('2026-11-22', { services }, [some])).toEqual([
    '打电话问用得怎么样（服务日期 11月18日，已过 1 天）',
    '打电话问用得怎么样（服务日期 11月18日，已过 1 天）',
  ]);
  const ahead = { ...own, days: 5, side: '提前', months: 1 };
  expect(remindersOn('2026-12-13', { services }, [ahead]).map(({ due }) => due)).toEqual(Array(3).fill('2026-12-18'));
});

test('a reminder of the shop’s own that lacks something is answered, with what there is to choose from', () => {
  expect(wrong({ ...own, tab: '', days: '', words: '' })).toEqual([
    [0, 'days', '请写天数，例如 7；当天就写 0。'],
    [0, 'words', '请写提醒的话，例如：打电话问用得怎么样。'],
    [0, 'tab', '请选日期在哪个表。'],
  ]);
  expect(wrong({ ...own, date: '客户姓名' })).toEqual([
    [0, 'date', '“服务记录”里没有日期字段“客户姓名”。这个表的日期字段有：服务日期。'],
  ]);
  expect(wrong({ ...own, whenField: '服务类型', whenOption: '洗车' })).toEqual([
    [0, 'whenOption', '“服务类型”没有选项“洗车”。可以用的有：安装、维修、保养、送货、咨询。'],
  ]);
  expect(wrong({ ...own, whenField: '服务类型' })[0]![2]).toMatch(/也要写是哪个选项/);
  expect(wrong({ ...own, whenOption: '安装' })[0]![2]).toMatch(/也要写是哪个字段/);
});

test('the same reminder in two rows is one, and a remark is none', () => {
  expect(wrong(own, { words: '下面是节日的' }, { ...own, words: '再打一次' })).toEqual([
    [2, 'words', '和第 2 行是同一条提醒。删掉其中一行。'],
  ]);
  const { rules, keys } = read(own, { words: '下面是节日的' }, { ...own, days: 10 });
  expect(rules).toHaveLength(coreRules.length + 2);
  expect([keys[0], keys[1]]).toEqual([expect.stringMatching(/^own-/), undefined]);
});

test('a reminder of the shop’s own keeps what was said of it when its words or who is told are changed', () => {
  const key = (row: RuleCells) => read(row).keys[0];
  expect(key({ ...own, words: '问一声', tell: '店长', keep: 5 })).toBe(key(own));
  expect(key({ ...own, days: 4 })).not.toBe(key(own));
});

test('a row whose key was lost is known by its name', () => {
  const { rules, keys } = read({ words: '客户生日', days: 20 });
  expect(keys).toEqual(['birthday']);
  expect(rules.filter(({ key }) => key === 'birthday').map(({ terms }) => terms.days)).toEqual([20]);
});
