import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Shop } from '../ledger/shop.ts';
import { Sql } from '../reports/sql.ts';
import { iso, number, patternRecords, patternShop, regionOf, today } from './pattern-shop.ts';

interface Details {
  tab: string;
  figures: { label: string; value: number }[];
  findings: string[];
}

const records = patternRecords();

describe('on the built bundle, one workbook of three years', () => {
  let shop: Shop;
  let sql: Sql;

  beforeAll(async () => {
    shop = await patternShop(records);
    sql = await Sql.holding({
      purchases: {
        columns: ['number', 'customer', 'item', 'day', 'quantity', 'cents', 'region'],
        rows: records.purchases.map((one, i) => [
          ...[number('D', i + 1), one.customer, one.item, iso(one.day)],
          ...[one.quantity, one.cents, regionOf(one.customer)],
        ]),
      },
    });
  });
  afterAll(() => shop.host.close());

  const make = async (request: object): Promise<Details> => {
    const answer = await shop.run('make-report', request);
    expect(answer).toMatchObject({ ok: true });
    return answer.details as unknown as Details;
  };
  /** What stands in a report's tab, rows with anything in them, in whole words. */
  const page = (tab: string): string[][] => {
    const sheet = shop.sheet(tab);
    return shop.book
      .values(sheet.id, { row: 0, column: 0, rows: sheet.rowCount, columns: 8 })
      .map((row) => row.map((cell) => String(cell ?? '')))
      .filter((row) => row.some((cell) => cell !== ''));
  };
  const row = (tab: string, name: string): number[] =>
    page(tab)
      .find(([first]) => first === name)!
      .map(Number);

  test('the mount goes with the television: as often as SQL counts, and nothing else does', async () => {
    const { findings, tab } = await make({ report: 'together', preset: 'all' });
    const visits = (item: string) => `select distinct customer, day from purchases where item = '${item}'`;
    const both = sql.number(`select count(*) from (${visits('TV-55E3')} intersect ${visits('M2 wall mount')})`);
    const televisions = sql.number(`select count(*) from (${visits('TV-55E3')})`);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^买“TV-55E3”的，.*同时买“M2 wall mount”/);
    const [, , count, share] = row(tab, 'TV-55E3 → M2 wall mount');
    expect([count, share]).toEqual([both, both / televisions]);
  });

  test('a cleaning ten months after an air conditioner, a filter half a year after what it belongs to', async () => {
    const { tab } = await make({ report: 'next' });
    const filter = page(tab).find(([name]) => name === 'RO-500 → RO-500 filter')!;
    expect(filter[2]).toMatch(/^18\d \(17\d–19\d\)$/);
    const cleaned = row(tab, 'KFR-35GW → 保养');
    const first = (item: string) => `(select customer, min(day) as day from purchases where item = '${item}' group by customer)`;
    expect(cleaned[3]).toBe(sql.number(`select count(*) from ${first('KFR-35GW')}`));
    expect(page(tab).find(([name]) => name === 'KFR-35GW → 保养')![2]).toMatch(/^30\d \(29\d–32\d\)$/);
    // whom to call: each once, within the usual time, and nobody who said no
    const called = () => {
      const rows = page(tab);
      const from = rows.findIndex(([head]) => head === '可以打电话的客户');
      const listed = rows.slice(from + 3).filter(([name]) => /^客户\d+$/.test(name!));
      return { lead: rows[from + 1]![0]!, listed };
    };
    const { lead, listed } = called();
    const numbers = listed.map(([, each]) => each!);
    expect([numbers.length > 0, new Set(numbers).size]).toEqual([true, numbers.length]);
    expect(lead).toContain(`正到时候、还没来的 ${numbers.length} 位`);
    const days = (row: string[]) => row[4]!.match(/\d+/g)!.map(Number);
    for (const row of listed)
      expect([Number(row[6]) >= days(row)[1]! - 1, Number(row[6]) <= days(row)[2]! + 1]).toEqual([true, true]);
    await shop.run('open-preferences');
    await shop.unseen(() => shop.paste('偏好信息', 2, '客户编号', [[numbers[0]!]]));
    await shop.unseen(() => shop.paste('偏好信息', 2, '沟通偏好', [['勿扰']]));
    await make({ report: 'next' });
    expect(page(tab).map(([, each]) => each)).not.toContain(numbers[0]);
  });

  test('air conditioners have their season in summer, in all three years; a shorter time is said to be too short', async () => {
    const { findings } = await make({ report: 'seasons' });
    expect(findings[0]).toMatch(/^“KFR-35GW”在 6月到8月卖出全年的 .*，3 年都差不多这样。$/);
  });

  test('two years compared agree with SQL to the cent, and so do two regions; the parts are the whole', async () => {
    const sum = (where: string) => sql.number(`select sum(cents) from purchases where ${where}`);
    const partly = await make({ report: 'compare', from: '2024-01-01', to: '2024-12-31' });
    expect(partly.findings[1]).toMatch(/^记录从2023年11月\d+日才有/);
    const years = await make({ report: 'compare', from: '2025-01-01', to: '2025-12-31' });
    const [now, before] = [sum(`day like '2025%'`), sum(`day like '2024%'`)];
    expect(years.figures.map(({ label, value }) => [label, value])).toEqual([
      ['2025年', now],
      ['2024年', before],
      ['相差', now - before],
    ]);
    const had = `select customer from purchases where day < '2025-01-01'`;
    const [, fresh] = row(years.tab, '新客户');
    expect(Math.round(fresh! * 100)).toBe(sum(`day like '2025%' and customer not in (${had})`));
    const [, price] = row(years.tab, '价格');
    const side = (year: string, name: string) =>
      `(select item, sum(cents) as cents, sum(quantity) as pieces from purchases where day like '${year}%' group by item) ${name}`;
    const expected = sql.number(
      `select sum(a.cents - 1.0 * b.cents * a.pieces / b.pieces) from ${side('2025', 'a')} join ${side('2024', 'b')} using (item)`,
    );
    expect(Math.abs(price! * 100 - expected)).toBeLessThanOrEqual(0.5);

    const regions = await make({ report: 'compare', preset: 'all', region: '浙江', against: '上海' });
    expect(regions.figures.slice(0, 2).map(({ value }) => value)).toEqual([sum(`region = '浙江'`), sum(`region = '上海'`)]);
    expect((await make({ report: 'compare', against: '上海' })).findings[0]).toContain('要和谁比');
  });

  test('the zero too many, three hundred power strips and the missing days of March are listed, with their numbers', async () => {
    const { tab } = await make({ report: 'outliers' });
    const [slip] = sql.rows(`select number from purchases where item = 'TV-55E3' order by cents desc limit 1`)[0]!;
    const [strips] = sql.rows(`select number from purchases where quantity = 300`)[0]!;
    const listed = page(tab);
    expect(listed.find((cells) => cells[2] === slip)![4]).toContain('可能多打或少打了 0');
    expect(listed.find((cells) => cells[2] === strips)![4]).toContain('数量 300，平时 1');
    expect(listed.find((cells) => cells[4]?.includes('天没有记录'))![4]).toMatch(/^2026年3月.*，\d+ 天没有记录/);
    expect(listed.length).toBeLessThan(40);
  });

  test('a wish that cannot be met is told in a sentence', async () => {
    const answer = await shop.run('make-report', { report: 'compare', againstFrom: '2026-13-01' });
    expect(answer).toMatchObject({ ok: false });
    const few = await make({ report: 'together', from: iso(today - 2), to: iso(today) });
    expect(few.findings[0]).toContain('至少要');
  });
});

test('in an empty ledger every report says that there is nothing, in both languages', async () => {
  const { Shop } = await import('../ledger/shop.ts');
  for (const [locale, nothing] of [
    ['zh_CN', '“购买记录”里还没有记录'],
    ['en_US', 'There are no records in "Purchases" yet'],
  ] as const) {
    const shop = await Shop.open({ locale });
    for (const report of ['together', 'next', 'seasons', 'compare', 'outliers']) {
      const answer = await shop.run('make-report', { report });
      expect(answer).toMatchObject({ ok: true, details: { findings: [expect.stringContaining(nothing)] } });
    }
    await shop.host.close();
  }
});
