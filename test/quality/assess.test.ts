import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RecordCells } from '../../src/domain/check/check-rows.ts';
import { activeFields } from '../../src/domain/dictionary/compose.ts';
import { coreDictionary } from '../../src/domain/dictionary/core.ts';
import { assessQuality, type Logged, type Quality } from '../../src/domain/quality/assess.ts';
import { gainOf, noTallies, scoreOf, type Tallies } from '../../src/domain/quality/dimensions.ts';
import { type MonthScore, readHistory, withMonth } from '../../src/domain/quality/history.ts';
import { findSensitive } from '../../src/domain/quality/sensitive-numbers.ts';
import { stepsOf } from '../../src/domain/quality/steps.ts';

const day = (text: string) => ({ day: text });

const zhang: RecordCells = {
  customerId: 'C000001',
  name: '张伟',
  phone: '13800138000',
  email: 'zw@example.com',
  address: '杭州市文三路 1 号',
  customerType: '普通客户',
};

function assess(records: Record<string, RecordCells[]>, logged: [string, Logged][] = [], doubles?: string[][]): Quality {
  const inputs = coreDictionary.tabs.map((tab) => ({
    tab,
    keys: activeFields(tab).map(({ key }) => key),
    records: records[tab.key] ?? [],
  }));
  return assessQuality(coreDictionary, inputs, {
    language: 'zh-CN',
    region: 'CN',
    today: '2026-11-22',
    dateOrder: 'ymd',
    logged: new Map(logged),
    ...(doubles && { doubles: new Map([['customers', doubles]]) }),
  });
}

const tallies = (quality: Quality, key: string): Tallies => quality.tabs.find(({ tab }) => tab.key === key)!.tallies;
const kinds = (quality: Quality) =>
  quality.flaws.all().map(({ kind, tab, field, amount }) => `${kind} ${tab}.${field} ${amount}`);

test('required and expected cells count as missing when they are empty, others do not', () => {
  const quality = assess({
    customers: [zhang, { ...zhang, customerId: 'C000002', name: '李芳', phone: '', email: '', address: ' ' }],
  });
  expect(tallies(quality, 'customers').complete).toEqual({ good: 6, all: 8 });
  expect(kinds(quality)).toEqual(['missing customers.phone 1', 'missing customers.address 1']);
});

test('a filled cell is right unless the rules of its field say that it is wrong; blanks are neither', () => {
  const quality = assess({
    customers: [zhang, { ...zhang, customerId: 'C000002', name: '李芳', phone: '1380013', email: '', customerType: '大主顾' }],
  });
  expect(tallies(quality, 'customers').valid).toEqual({ good: 3, all: 5 });
  expect(quality.fields.find(({ field }) => field.key === 'email')!.valid).toEqual({ good: 1, all: 1 });
});

test('a record of a customer that is not there is wrong', () => {
  const purchase = { orderId: 'D000001', customerId: 'C000009', model: 'KFR', purchasedOn: day('2026-11-01') };
  expect(kinds(assess({ customers: [zhang], purchases: [purchase] }))).toContain('wrong purchases.customerId 1');
});

test('a doubled number, and the same phone with the same name, count as doubled; a family with one phone does not', () => {
  const twice = { ...zhang, name: '赵敏', phone: '13900139000', email: '' };
  const again = { ...zhang, customerId: 'C000002' };
  const wife = { ...zhang, customerId: 'C000003', name: '王丽', email: '' };
  const quality = assess({ customers: [zhang, twice, again, wife] });
  expect(tallies(quality, 'customers').unique).toEqual({ good: 2, all: 4 });
  expect(kinds(quality)).toEqual(expect.arrayContaining(['doubled customers.customerId 1', 'doubled customers.phone 1']));
});

test('once somebody has looked for duplicates, their list decides who is doubled', () => {
  const again = { ...zhang, customerId: 'C000002' };
  const other = { ...zhang, customerId: 'C000003', name: '王丽', phone: '13700137000', email: '' };
  expect(tallies(assess({ customers: [zhang, again, other] }, [], []), 'customers').unique).toEqual({ good: 3, all: 3 });
  const listed = assess({ customers: [zhang, again, other] }, [], [['C000003', 'C000001', 'C000099']]);
  expect(listed.flaws.all().filter(({ kind }) => kind === 'doubled')[0]!.flaws).toMatchObject([{ record: 'C000003', first: 2 }]);
});

test('a customer is up to date when served or changed within a year, and open work when it is not old', () => {
  const served = {
    serviceId: 'S000001',
    customerId: 'C000001',
    serviceType: '维修',
    servedOn: day('2026-03-01'),
    servedBy: '陈师傅',
  };
  const others = ['C000002', 'C000003', 'C000004'].map((customerId) => ({
    ...zhang,
    customerId,
    name: customerId,
    phone: '',
    email: '',
  }));
  const quality = assess(
    { customers: [zhang, ...others], services: [served, { ...served, serviceId: 'S000002', serviceResult: '已完成' }] },
    [
      ['customers C000002', { who: '小刘', on: '2026-11-01' }],
      ['customers C000003', { who: '', on: '2025-01-01' }],
    ],
  );
  expect(tallies(quality, 'customers').current).toEqual({ good: 2, all: 4 });
  expect(quality.tabs[0]!.undated).toBe(1);
  expect(tallies(quality, 'services').current).toEqual({ good: 1, all: 2 });
});

test('what cannot be measured is left out: a shop without dates is not called outdated', () => {
  const quality = assess({ customers: [zhang] });
  expect(tallies(quality, 'customers').current.all).toBe(0);
  expect(tallies(quality, 'customers').handled.all).toBe(0);
  expect(scoreOf(tallies(quality, 'customers'))).toBe(100);
});

test('identity, bank card and mobile numbers in a remark count against how it is handled', () => {
  expect(findSensitive('客户身份证 11010519491231002X，已核对')).toBe('idCard');
  expect(findSensitive('身份证 110105194912310021')).toBeUndefined();
  expect(findSensitive('卡号 4111 1111 1111 1112 转账')).toBeUndefined();
  expect(findSensitive('卡号 4111 1111 1111 1111')).toBe('bankCard');
  expect(findSensitive('打他爱人 138-0013-8000')).toBe('phone');
  expect(findSensitive('单号 20261122000134，已寄')).toBeUndefined();
  const remark = {
    repairId: 'R000001',
    customerId: 'C000001',
    model: 'X',
    reportedOn: day('2026-11-20'),
    remark: '手机 13800138000',
  };
  expect(kinds(assess({ customers: [zhang], repairs: [remark] }))).toContain('leaked repairs.remark 1');
});

test('who did it is credited, else who entered it, and what nobody knows is said', () => {
  const service = { serviceId: 'S000001', customerId: 'C000001', serviceType: '维修', servedOn: day('2026-11-01') };
  const quality = assess(
    {
      customers: [zhang],
      services: [
        { ...service, servedBy: '陈师傅' },
        { ...service, serviceId: 'S000002' },
      ],
    },
    [['customers C000001', { who: '小刘', on: '2026-11-01' }]],
  );
  expect(quality.people.map(({ who, records }) => [who, records])).toEqual([
    ['小刘', 1],
    ['陈师傅', 1],
    ['', 1],
  ]);
});

test('the first step is the one by which the score gains most, and doing all steps makes it whole', () => {
  const customers = [zhang, { ...zhang, customerId: 'C000002', name: '李芳', phone: '139', address: '', customerType: '' }];
  const quality = assess({ customers });
  const all = tallies(quality, 'customers');
  const steps = stepsOf(quality.flaws.all(), all);
  expect(steps[0]!.gain).toBeGreaterThanOrEqual(steps.at(-1)!.gain);
  expect(scoreOf(all)! + steps.reduce((sum, { gain }) => sum + gain, 0)).toBeCloseTo(100, 6);
});

test('a score lies between 0 and 100, and what is mended never lowers it', () => {
  const tally = fc.nat(50).chain((all) => fc.record({ all: fc.constant(all), good: fc.nat(all) }));
  const any = fc.record({ complete: tally, valid: tally, unique: tally, current: tally, handled: tally });
  fc.assert(
    fc.property(any, (some) => {
      const score = scoreOf(some);
      if (score === undefined) return;
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      for (const [dimension, { good, all }] of Object.entries(some)) {
        if (good === all) continue;
        const better = { ...some, [dimension]: { good: good + 1, all } };
        expect(scoreOf(better)!).toBeCloseTo(score + gainOf(some, dimension as keyof Tallies, 1), 6);
      }
    }),
  );
  expect(scoreOf(noTallies())).toBeUndefined();
});

test('a month is kept once, the last look of it, for three years, and what cannot be read is left out', () => {
  const month = (text: string, score: number) => ({ month: text, score, shares: [1, 1, 1, null, null], records: 3 });
  const kept = withMonth([month('2026-10', 80), month('2026-11', 70)], month('2026-11', 90));
  expect(kept.map(({ month: name, score }) => [name, score])).toEqual([
    ['2026-10', 80],
    ['2026-11', 90],
  ]);
  expect(readHistory(JSON.stringify(kept))).toEqual(kept);
  expect(readHistory('[{"month":"2026"},{"month":"2026-11","score":"x"}]')).toEqual([]);
  expect(readHistory('{broken')).toEqual([]);
  const years = Array.from({ length: 60 }, (_, at) =>
    month(`20${20 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`, at),
  );
  expect(years.reduce((history, each) => withMonth(history, each), [] as MonthScore[])).toHaveLength(36);
});
