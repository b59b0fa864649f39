import fc from 'fast-check';

/** A cell as people fill it, and what it is worth. */
const sure = <T>(...pairs: [string, T][]) => fc.constantFrom(...pairs).map(([text, means]) => ({ text, means }));

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** 2025-11-01 to some days after 2026-11-22; `''` where none is known. */
const day = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.tuple(fc.integer({ min: 20_393, max: 20_783 }), fc.boolean()).map(([number, isIso]) => {
      const [year, month, date] = iso(number).split('-');
      return { text: isIso ? iso(number) : `${year}年${Number(month)}月${Number(date)}日`, means: iso(number) };
    }),
  },
  sure(['', ''], ['忘了', '']),
);

/** Days later, mostly; sometimes before, sometimes not at all. */
const later = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 20 }) }, fc.constantFrom(-3, 400, undefined));

const customer = fc.constantFrom('C000001', 'C000002', 'C000003', 'C000099', '');

export const messyRepairs = fc.array(
  fc.record({
    customer,
    day,
    later,
    model: sure(['KFR-35GW', 'KFR-35GW'], ['kfr-35gw', 'KFR-35GW'], ['BCD-501', 'BCD-501'], ['', '']),
    state: sure(['已修复', 1], ['修好了', 1], ['维修中', 0], ['未修复', 0], ['', null]),
    cost: sure<number | null>(['120', 12_000], ['￥1,280.50', 128_050], ['0', 0], ['', null], ['面议', null], ['US$20', null]),
  }),
  { minLength: 150, maxLength: 150 },
);

export const messyServices = fc.array(
  fc.record({
    customer,
    day,
    type: sure(['安装', '安装'], ['上门安装', '安装'], ['维修', '维修'], ['', '']),
    by: sure(['陈师傅', '陈师傅'], ['陈 师傅', '陈师傅'], ['刘师傅', '刘师傅'], ['', '']),
    state: sure(['已完成', 1], ['做完了', 1], ['待跟进', 0], ['', 1]),
    score: sure<number | null>(['5', 5], ['4', 4], ['３', 3], ['1', 1], ['', null], ['9', null], ['不错', null]),
  }),
  { minLength: 150, maxLength: 150 },
);

export const messyInteractions = fc.array(
  fc.record({
    customer,
    day,
    type: sure(['投诉', 1], ['咨询', 0], ['备注', 0]),
    by: sure(['刘师傅', '刘师傅'], ['', '']),
    // a complaint of which nobody says how it stands is still to be answered
    state: sure(['已处理', 1], ['待处理', 0], ['', 0]),
  }),
  { minLength: 80, maxLength: 80 },
);

export const addDays = (day: string, days: number | undefined): string =>
  day === '' || days === undefined ? '' : iso(Date.parse(day) / 86_400_000 + days);
