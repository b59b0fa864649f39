import fc from 'fast-check';

/** A cell as people fill it, and what it is worth. */
interface Messy<T> {
  text: string;
  means: T;
}

const sure = <T>(...pairs: [string, T][]): fc.Arbitrary<Messy<T>> =>
  fc.constantFrom(...pairs).map(([text, means]) => ({ text, means }));

const cents = fc.integer({ min: 1, max: 999_999_99 });
const grouped = (value: number): string => (value / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');

/** Cents, or why there are none. */
const amount: fc.Arbitrary<Messy<number | 'empty' | 'unclear' | 'foreign'>> = fc.oneof(
  { weight: 6, arbitrary: cents.map((means) => ({ text: (means / 100).toFixed(2), means })) },
  { weight: 2, arbitrary: cents.map((means) => ({ text: `￥${grouped(means)}`, means })) },
  { weight: 2, arbitrary: cents.map((means) => ({ text: `${(means / 100).toFixed(2)} 元`, means })) },
  { weight: 1, arbitrary: cents.map((means) => ({ text: `-${(means / 100).toFixed(2)}`, means: -means })) },
  sure<number | 'empty' | 'unclear' | 'foreign'>(
    ['1.2万', 1_200_000],
    ['3千', 300_000],
    ['5块5', 550],
    ['１２８', 12_800],
    ['', 'empty'],
    [' ', 'empty'],
    ['面议', 'unclear'],
    ['待定', 'unclear'],
    ['US$20', 'foreign'],
    ['€ 30', 'foreign'],
    ['100港币', 'foreign'],
  ),
);

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The day as a text, `''` where none is known. */
const day: fc.Arbitrary<Messy<string>> = fc.oneof(
  {
    weight: 12,
    // 2024-01-01 to some days after 2026-11-22
    arbitrary: fc.tuple(fc.integer({ min: 19_723, max: 20_785 }), fc.integer({ min: 0, max: 2 })).map(([number, style]) => {
      const [year, month, date] = iso(number).split('-');
      const texts = [iso(number), `${year}年${Number(month)}月${Number(date)}日`, `${year}.${month}.${date}`];
      return { text: texts[style]!, means: iso(number) };
    }),
  },
  sure(['', ''], ['记不清', ''], ['上周吧', '']),
);

const words = (...texts: [string, string][]) => sure(...texts);

const models = words(
  ['KFR-35GW', 'KFR-35GW'],
  ['kfr-35gw', 'KFR-35GW'],
  ['ＫＦＲ-35GW', 'KFR-35GW'],
  ['BCD-501', 'BCD-501'],
  ['XQG100', 'XQG100'],
  ['', ''],
);
const payments = words(['微信', '微信'], ['wx', '微信'], ['支付宝', '支付宝'], ['现金', '现金'], ['', '']);
const states = words(
  ['已完成', '已完成'],
  ['待发货', '待发货'],
  ['已发货', '已发货'],
  ['已取消', '已取消'],
  ['作废', '已取消'],
  ['', ''],
);
const quantity: fc.Arbitrary<Messy<number | null>> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }).map((means) => ({ text: String(means), means })) },
  sure<number | null>(['', 1], ['两台', 2], ['若干', null]),
);

/** Purchases of customers C000001 to C000012, some of whom are not there. */
export const messyPurchases = fc.array(
  fc.record({
    customer: fc.integer({ min: 0, max: 13 }),
    model: models,
    day,
    quantity,
    payment: payments,
    state: states,
    amount,
  }),
  { minLength: 1, maxLength: 120 },
);

export type MessyPurchase = typeof messyPurchases extends fc.Arbitrary<(infer One)[]> ? One : never;

export const customerNumber = (n: number): string => (n === 0 ? '' : `C${String(n).padStart(6, '0')}`);
const regions = ['浙江', '浙江省', '上海', ''];
const types = ['普通客户', 'VIP客户', ''];

/** Twelve customers: number, name, type, region. */
export const shopCustomers = Array.from({ length: 12 }, (_, i) => ({
  number: customerNumber(i + 1),
  name: `客户${i + 1}`,
  type: types[i % 3]!,
  region: regions[i % 4]!,
  regionMeans: regions[i % 4]!.replace('省', ''),
}));

/** Without what the sheet itself may take for a number before anybody reads it. */
const dueAmount = amount.filter(({ text }) => !text.startsWith('€'));

/** What customers owe, and what has come of it. */
export const messyDues = fc.array(
  fc.record({
    customer: fc.integer({ min: 0, max: 13 }),
    day,
    owed: dueAmount,
    received: fc.oneof(dueAmount, sure<number | 'empty' | 'unclear' | 'foreign'>(['', 'empty'], ['0', 0])),
    state: words(['待付', ''], ['未付', ''], ['付了一部分', ''], ['', ''], ['付清', 'done'], ['坏账', 'void'], ['取消', 'void']),
  }),
  { minLength: 20, maxLength: 40 },
);
