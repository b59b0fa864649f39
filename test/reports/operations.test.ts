import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Shop } from '../ledger/shop.ts';
import { addDays, messyInteractions, messyRepairs, messyServices } from './messy-work.ts';
import { Sql } from './sql.ts';

const today = '2026-11-22';
const sampleOf = <T>(rows: fc.Arbitrary<T[]>): T[] => fc.sample(rows, { seed: 7, numRuns: 1 })[0]!;
const repairs = sampleOf(messyRepairs);
const services = sampleOf(messyServices);
const interactions = sampleOf(messyInteractions);

let shop: Shop;
let sql: Sql;

beforeAll(async () => {
  shop = await Shop.open();
  await shop.run('open-interactions');
  // pasted without the ledger's checks: what stands there is as messy as it was typed
  await shop.unseen(async () => {
    const paste = async (tab: string, columns: Record<string, string[]>) => {
      for (const [header, cells] of Object.entries(columns))
        await shop.paste(
          tab,
          2,
          header,
          cells.map((cell) => [cell]),
        );
    };
    const numbers = (letter: string, rows: readonly unknown[]) =>
      rows.map((_, at) => `${letter}${String(at + 1).padStart(6, '0')}`);
    await paste('基本信息', { 客户编号: ['C000001', 'C000002', 'C000003'], 客户姓名: ['甲', '乙', '丙'] });
    await paste('维修记录', {
      维修单编号: numbers('R', repairs),
      客户编号: repairs.map(({ customer }) => customer),
      产品型号: repairs.map(({ model }) => model.text),
      报修日期: repairs.map(({ day }) => day.text),
      维修日期: repairs.map(({ day, later }) => addDays(day.means, later)),
      维修费用: repairs.map(({ cost }) => cost.text),
      维修结果: repairs.map(({ state }) => state.text),
    });
    await paste('服务记录', {
      服务单编号: numbers('S', services),
      客户编号: services.map(({ customer }) => customer),
      服务类型: services.map(({ type }) => type.text),
      服务日期: services.map(({ day }) => day.text),
      服务人员: services.map(({ by }) => by.text),
      服务结果: services.map(({ state }) => state.text),
      满意度评分: services.map(({ score }) => score.text),
    });
    await paste('互动记录', {
      互动编号: numbers('H', interactions),
      客户编号: interactions.map(({ customer }) => customer),
      互动类型: interactions.map(({ type }) => type.text),
      互动日期: interactions.map(({ day }) => day.text),
      处理人: interactions.map(({ by }) => by.text),
      处理状态: interactions.map(({ state }) => state.text),
    });
  });
  sql = await Sql.holding({
    repairs: {
      columns: ['n', 'customer', 'model', 'day', 'done', 'isDone', 'cents'],
      rows: repairs.map(({ customer, model, day, later, state, cost }, n) => {
        const done = addDays(day.means, later);
        // of a repair without a result the day of the repair says whether it is done
        return [n, customer, model.means, day.means, done, state.means ?? Number(done !== ''), cost.means];
      }),
    },
    services: {
      columns: ['day', 'type', 'person', 'isDone', 'score'],
      rows: services.map(({ day, type, by, state, score }) => [day.means, type.means, by.means, state.means, score.means]),
    },
    interactions: {
      columns: ['day', 'complaint', 'person', 'isDone'],
      rows: interactions.map(({ day, type, by, state }) => [day.means, type.means, by.means, state.means]),
    },
  });
}, 120_000);

interface Figures {
  figures: { label: string; value: number | string | null }[];
  tab: string;
}

/** The figures of a report by their labels. */
async function report(kind: string, request: object): Promise<Record<string, number | string | null>> {
  const answer = await shop.run('make-report', { report: kind, ...request });
  if (!answer.ok) throw new Error(answer.message);
  return Object.fromEntries((answer.details as unknown as Figures).figures.map(({ label, value }) => [label, value]));
}

/** A table of the report as it stands in its tab: the rows below the header that begins with a word. */
function table(tab: string, first: string): string[][] {
  const sheet = shop.host.state.sheets.find(({ name }) => name === tab)!;
  const { book } = shop;
  const rows = Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: 8 }, (_, column) => String(book.cell(sheet.id, row, column)?.v ?? '')),
  );
  const head = rows.findIndex((row) => row[0] === first && row[1] !== '');
  const end = rows.findIndex((row, at) => at > head && row[0] === '');
  return rows.slice(head + 1, end < 0 ? undefined : end);
}

/** 陈师傅, however it was spelled first. */
const spelled = (row: readonly string[]): string => row[0]!.replace(' ', '');

const median = (from: string): number =>
  sql.number(`with t as (select ${from}) select avg(x) from (select x from t order by x
    limit 2 - (select count(*) from t) % 2 offset (select (count(*) - 1) / 2 from t))`);

const periods = [
  { request: { preset: 'all' }, where: `day <> '' and day <= '${today}'` },
  { request: { from: '2026-02-01', to: '2026-08-31' }, where: `day between '2026-02-01' and '2026-08-31'` },
];

test.each(periods)(
  'the repairs report agrees with SQL in counts, sums, medians and repeats: %j',
  async ({ request, where }) => {
    const shown = await report('repairs', request);
    const count = (more: string): number => sql.number(`select count(*) from repairs r where ${where} and ${more}`);
    expect(shown['报修']).toBe(count('true'));
    expect(shown['还没修好']).toBe(count('not isDone'));
    expect(shown['维修费用']).toBe(sql.number(`select sum(cents) from repairs where ${where}`));
    expect(shown['一般每次费用']).toBe(Math.round(median(`cents as x from repairs where ${where} and cents is not null`)));
    const took = median(
      `julianday(done) - julianday(day) as x from repairs where ${where} and isDone and done >= day and done <= '${today}'`,
    );
    expect(shown['一般用时']).toBe(took === 0 ? '当天' : `${Number.isInteger(took) ? took : took.toFixed(1)} 天`);
    expect(shown['30 天内返修']).toBe(
      count(`customer in ('C000001', 'C000002', 'C000003') and model <> '' and exists (select 1 from repairs p where
      p.customer = r.customer and p.model = r.model and p.isDone and p.day <> '' and p.day <= '${today}' and p.done >= p.day
      and julianday(r.day) - julianday(p.done) between 0 and 30 and (p.day < r.day or p.day = r.day and p.n < r.n))`),
    );
  },
  60_000,
);

test('the services report agrees with SQL in ratings by type, by person and over all', async () => {
  for (const { request, where } of periods) {
    const shown = await report('services', request);
    const [[count, open, rated, mean] = []] = sql.rows(
      `select count(*), sum(not isDone), count(score), avg(score) from services where ${where}`,
    );
    expect([shown['服务'], shown['没办完'], shown['评分数']]).toEqual([count, open, rated]);
    expect(shown['平均分（满分 5）']).toBeCloseTo(Number(mean), 10);
    for (const [column, first] of [
      ['type', '服务类型'],
      ['person', '服务人员'],
    ] as const)
      expect(table('服务报表', first).map((row) => [spelled(row), ...row.slice(3).map(Number)])).toEqual(
        sql.rows(`select case ${column} when '' then '没填' else ${column} end, sum(score is 1), sum(score is 2), sum(score is 3),
          sum(score is 4), sum(score is 5) from services where ${where} group by ${column} order by ${column} = '', count(*) desc`),
      );
  }
}, 60_000);

test('complaints are counted with those that nobody has answered, and people across tabs', async () => {
  const where = periods[0]!.where;
  const shown = await report('complaints', { preset: 'all' });
  const [[count, open] = []] = sql.rows(`select count(*), sum(not isDone) from interactions where complaint and ${where}`);
  expect([shown['投诉'], shown['没办完']]).toEqual([count, open]);
  await report('staff', { preset: 'all' });
  expect(table('员工报表', '人员').map((row) => [spelled(row), ...row.slice(1, 4).map(Number)])).toEqual(
    sql.rows(`select person, sum(s), sum(1 - s), count(*) from (select person, 1 as s from services where ${where}
      union all select person, 0 from interactions where ${where}) where person <> '' group by person order by count(*) desc`),
  );
}, 60_000);

test('a shop without such records is told how to begin, in its own language', async () => {
  const empty = await Shop.open({ locale: 'en_US' });
  for (const kind of ['repairs', 'services', 'complaints', 'staff']) {
    const { ok, details } = await empty.run('make-report', { report: kind });
    expect(ok).toBe(true);
    const said = (details as unknown as { findings: string[] }).findings.join(' ');
    expect(said).toMatch(kind === 'complaints' ? /no tab "Interactions".*Add interaction/ : /no records (?:in|to count)/);
    expect(said).not.toMatch(/[\u4e00-\u9fff]/);
  }
}, 60_000);

test('a shop that keeps no costs, results and ratings sees what there is to count', async () => {
  const plain = await Shop.open();
  for (const [tab, field] of [
    ['维修记录', '维修费用'],
    ['维修记录', '维修结果'],
    ['服务记录', '满意度评分'],
    ['服务记录', '服务人员'],
  ])
    await plain.run('switch-field', { tab, field, on: false });
  await plain.unseen(async () => {
    await plain.paste('维修记录', 2, '报修日期', [['2026-11-01'], ['2026-11-03']]);
    await plain.paste('维修记录', 2, '维修日期', [['2026-11-04']]);
    await plain.paste('服务记录', 2, '服务日期', [['2026-11-01']]);
  });
  const findingsOf = async (report: string) => {
    const { ok, details } = await plain.run('make-report', { report });
    expect(ok).toBe(true);
    return (details as unknown as { findings: string[] }).findings;
  };
  expect(await findingsOf('repairs')).toEqual([
    '办好的 1 条里，一半在 3 天内，100% 在 7 天内。',
    expect.stringMatching(/还有 1 条没办好.*19 天/),
  ]);
  expect(await findingsOf('services')).toEqual([expect.stringContaining('还没有评分')]);
  expect(await findingsOf('staff')).toEqual([expect.stringContaining('没有可以统计的记录')]);
}, 60_000);
