import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, daysBetween } from '../../src/domain/dates/calendar.ts';
import { composeDictionary } from '../../src/domain/dictionary/compose.ts';
import { coreDictionary } from '../../src/domain/dictionary/core.ts';
import { DueDays } from '../../src/domain/reminders/due-days.ts';
import { fitRule } from '../../src/domain/reminders/fit-rule.ts';
import { shippedRules } from '../../src/domain/reminders/read-rules.ts';
import { applianceShop } from '../../templates/appliance-shop.ts';
import { remindersOn, sentencesOn } from './shop-records.ts';

const born = (birthDate: string, more = {}) => ({ customers: [{ customerId: 'C1', name: '王小明', birthDate, ...more }] });
const bought = (more: object) => ({ purchases: [{ orderId: 'D1', customerId: 'C1', model: 'KFR-35GW', ...more }] });

test('a birthday is told a week ahead, on the day, and for three days after it', () => {
  const days = ['2026-11-17', '2026-11-18', '2026-11-24', '2026-11-25', '2026-11-28', '2026-11-29'];
  expect(days.map((today) => sentencesOn(today, born('1980-11-25'))[0])).toEqual([
    undefined,
    '11月25日生日（还有 7 天）',
    '11月25日生日（还有 1 天）',
    '11月25日生日（今天）',
    '11月25日生日（已过 3 天）',
    undefined,
  ]);
});

test('whoever was born on 29 February has a birthday on the 28th where there is no other', () => {
  const due = (today: string) => remindersOn(today, born('1996-02-29')).map((each) => each.due);
  expect(due('2027-02-27')).toEqual(['2027-02-28']);
  expect(due('2028-02-27')).toEqual(['2028-02-29']);
});

test('a birthday after New Year is told in the old year, and each year is another occasion', () => {
  const [late] = remindersOn('2026-12-28', born('1980-01-02'));
  const [next] = remindersOn('2027-12-28', born('1980-01-02'));
  expect([late!.due, next!.due]).toEqual(['2027-01-02', '2028-01-02']);
  expect(late!.id).not.toBe(next!.id);
  expect(remindersOn('2026-11-25', born('2026-11-25'))).toEqual([]);
});

test('a warranty ends by the months of the product, on the last day of a short month', () => {
  const records = {
    ...bought({ purchasedOn: '2025-08-31', orderStatus: '已完成', model: 'kfr-35 GW' }),
    products: [{ model: 'KFR-35GW', warrantyMonths: 18 }],
  };
  expect(remindersOn('2027-01-28', records)).toEqual([]);
  expect(sentencesOn('2027-01-29', records)).toEqual(['kfr-35 GW 保修到 2月28日（还有 30 天）']);
  expect(remindersOn('2027-02-28', records)).toHaveLength(1);
  expect(remindersOn('2027-03-01', records)).toEqual([]);
});

test('without a product list the months of the settings hold for a warranty', () => {
  const records = bought({ purchasedOn: '2025-12-01', orderStatus: '已完成' });
  const warranty = (months: number | string) => remindersOn('2026-11-22', records, [{ key: 'warranty', months, days: 30 }]);
  expect(warranty('')).toEqual([]);
  expect(warranty(12).map(({ due }) => due)).toEqual(['2026-12-01']);
});

test('what was cancelled is never reminded of', () => {
  const records = {
    ...bought({ purchasedOn: '2026-01-01', orderStatus: '已取消' }),
    products: [{ model: 'KFR-35GW', warrantyMonths: 12 }],
  };
  for (const today of ['2026-01-10', '2026-07-01', '2026-12-20']) expect(remindersOn(today, records)).toEqual([]);
});

test('upkeep comes due after the purchase and again after each upkeep, which settles what came before', () => {
  const products = [{ model: 'KFR-35GW', upkeepMonths: 12 }];
  const sale = bought({ purchasedOn: '2025-06-10', orderStatus: '已完成' });
  expect(sentencesOn('2026-06-01', { ...sale, products })).toContain('KFR-35GW 该保养了：6月10日（还有 9 天）');
  const services = [{ serviceId: 'S1', customerId: 'C1', serviceType: '保养', servedOn: '2026-06-05', serviceResult: '已完成' }];
  const upkeep = (today: string) => sentencesOn(today, { ...sale, products, services }).filter((text) => text.includes('保养'));
  expect(upkeep('2026-06-10')).toEqual([]);
  expect(upkeep('2027-06-01')).toEqual(['2026年6月5日做过保养，又该保养了：6月5日（还有 4 天）']);
});

test('a repair is told after a week until it is repaired, whatever the shop writes', () => {
  const repair = (more: object) => ({
    repairs: [{ repairId: 'R1', customerId: 'C1', model: 'XQG100', reportedOn: '2026-11-10', ...more }],
  });
  expect(sentencesOn('2026-11-16', repair({}))).toEqual([]);
  expect(sentencesOn('2026-11-17', repair({}))).toEqual(['XQG100 报修 7 天了还没修好']);
  expect(sentencesOn('2027-11-17', repair({ repairResult: '等配件' }))).toEqual(['XQG100 报修 372 天了还没修好']);
  expect(sentencesOn('2026-11-20', repair({ repairResult: '已修复' }))).toEqual([]);
  expect(sentencesOn('2026-11-20', repair({ repairedOn: '2026-11-19' }))).toEqual([]);
});

test('orders that wait, complaints, promised follow-ups and services that are open are told by what their options mean', () => {
  const records = {
    purchases: [
      { orderId: 'D1', customerId: 'C1', model: 'A', purchasedOn: '2026-11-19', orderStatus: '待发货' },
      { orderId: 'D2', customerId: 'C1', model: 'B', purchasedOn: '2026-11-19', orderStatus: '已发货' },
    ],
    interactions: [
      {
        interactionId: 'H1',
        customerId: 'C1',
        interactionType: '投诉',
        interactedOn: '2026-11-20',
        content: '噪音\n很大',
        handling: '',
      },
      {
        interactionId: 'H2',
        customerId: 'C1',
        interactionType: '投诉',
        interactedOn: '2026-11-20',
        content: 'x',
        handling: '已处理',
      },
      {
        interactionId: 'H3',
        customerId: 'C1',
        interactionType: '咨询',
        interactedOn: '2026-11-20',
        content: '问新款',
        followUpOn: '2026-11-22',
      },
    ],
    services: [
      {
        serviceId: 'S1',
        customerId: 'C1',
        serviceType: '安装',
        servedOn: '2026-11-18',
        serviceResult: '待跟进',
        feedback: '差支架',
      },
      { serviceId: 'S2', customerId: 'C1', serviceType: '安装', servedOn: '2026-11-18', serviceResult: '' },
    ],
  };
  expect(sentencesOn('2026-11-22', records)).toEqual([
    '11月20日的投诉过了 2 天还没处理好：噪音很大',
    '说好 11月22日跟进（今天）：问新款',
    'A 下单 3 天了还没发货',
    '11月18日的安装过了 4 天还没办完：差支架',
  ]);
});

test('a customer is asleep by the newest purchase alone, for a month', () => {
  const records = {
    purchases: [
      { orderId: 'D1', customerId: 'C1', model: 'A', purchasedOn: '2026-01-01', orderStatus: '已完成' },
      { orderId: 'D2', customerId: 'C1', model: 'B', purchasedOn: '2026-05-01', orderStatus: '已完成' },
      { orderId: 'D3', customerId: 'C1', model: 'C', purchasedOn: '2026-05-20', orderStatus: '已取消' },
    ],
  };
  expect(sentencesOn('2026-07-05', records)).toEqual([]);
  expect(sentencesOn('2026-10-28', records)).toEqual(['180 天没有再来买，上次买的是 B']);
  expect(sentencesOn('2026-11-28', records)).toEqual([]);
});

test('a payment is told where a trade has a day to pay by, and says so where none has', () => {
  const payment = shippedRules().find(({ key }) => key === 'payment')!;
  const without = { tabs: coreDictionary.tabs.filter(({ key }) => key !== 'credits') };
  const problem = (template: typeof applianceShop) => fitRule(composeDictionary(without, template), payment).problem?.code;
  expect(problem(applianceShop)).toBe('reminder.fieldMissing');
  const credit = {
    ...applianceShop,
    fields: {
      purchases: [
        {
          key: 'payBy',
          kind: 'date' as const,
          occasion: 'payBy' as const,
          label: { 'zh-CN': '应付日期', en: 'Pay by' },
          sensitivity: 'internal' as const,
          group: 'order',
          width: 100,
          origin: 'template' as const,
        },
      ],
    },
  };
  expect(problem(credit)).toBeUndefined();
  const records = bought({ purchasedOn: '2026-11-20', payBy: '2026-11-25', orderStatus: '已发货', amount: 2999 });
  const due = remindersOn('2026-11-22', records, [], composeDictionary(without, credit));
  expect(due.map(({ rule, due: day, amount }) => [rule, day, amount])).toEqual([['payment', '2026-11-25', 2999]]);
});

test('a field that is switched off is named', () => {
  const plain = composeDictionary(coreDictionary, applianceShop);
  expect(fitRule(plain, shippedRules().find(({ key }) => key === 'birthday')!).problem).toEqual({
    code: 'reminder.fieldOff',
    params: { tab: 'customers', other: 'birthDate' },
    field: 'on',
  });
});

test('a number that stands in two rows, a record without a number and a date that is none remind nobody twice', () => {
  const repairs = [
    { repairId: 'R1', customerId: 'C1', model: 'A', reportedOn: '2026-11-01' },
    { repairId: 'R1', customerId: 'C1', model: 'A', reportedOn: '2026-11-01' },
    { repairId: '', customerId: 'C1', model: 'B', reportedOn: '2026-11-01' },
    { repairId: 'R3', customerId: 'C1', model: 'C', reportedOn: '上周' },
  ];
  expect(remindersOn('2026-11-22', { repairs }).map(({ number }) => number)).toEqual(['R1']);
});

const someDay = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays('1960-01-01', days));
const terms = fc.record({
  days: fc.integer({ min: 0, max: 60 }),
  months: fc.constantFrom('', 1, 6, 12, 13),
  side: fc.constantFrom('提前', '之后'),
  keep: fc.constantFrom('', 0, 3, 40),
});

test('over any days no reminder comes before its time, none comes twice for one occasion, and none is left out', () => {
  fc.assert(
    fc.property(terms, someDay, fc.integer({ min: 0, max: 900 }), (chosen, date, later) => {
      const row = { tab: '维修记录', date: '报修日期', words: '看一看', ...chosen };
      const today = addDays(date, later);
      const records = { repairs: [{ repairId: 'R1', customerId: 'C1', reportedOn: date, repairResult: '已修复' }] };
      const found = remindersOn(today, records, [row]);
      expect(found.length).toBeLessThanOrEqual(1);
      for (const { due, since } of found) {
        expect(since).toBe(date);
        const ahead = daysBetween(today, due);
        expect(ahead).toBeLessThanOrEqual(chosen.side === '提前' ? chosen.days : 0);
        if (chosen.keep !== '') expect(-ahead).toBeLessThanOrEqual(Number(chosen.keep));
      }
      // Without an end it is there on every day after its first.
      if (chosen.keep === '' && found.length > 0)
        expect(remindersOn(addDays(today, 1), records, [row]).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
    }),
    { numRuns: 150 },
  );
});

test('over any four years a birthday is told once a year, in each year', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 30 }), (birth, days) => {
      const start = addDays(birth, 400);
      const told = new Set<string>();
      for (let day = 0; day < 4 * 366; day += 3) {
        const found = new DueDays({ days, side: 'before', keep: 3 }, addDays(start, day), true).of(birth);
        if (found) told.add(found.occurrence);
      }
      const isLeapling = birth.endsWith('02-29');
      for (const day of told) expect(isLeapling ? ['02-28', '02-29'] : [birth.slice(5)]).toContain(day.slice(5));
      expect(told.size).toBeGreaterThanOrEqual(3);
      expect(new Set([...told].map((day) => day.slice(0, 4))).size).toBe(told.size);
    }),
    { numRuns: 30 },
  );
});
