import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { patience, runs } from '../fuzz/seeded.ts';
import { Shop } from '../ledger/shop.ts';
import { customerNumber, type MessyPurchase, messyPurchases, shopCustomers } from '../reports/messy-records.ts';
import { Sql } from '../reports/sql.ts';

const today = '2026-11-22';

/** Pasted without the ledger's checks: what stands there is as messy as it was typed. */
async function shopWith(purchases: readonly MessyPurchase[]): Promise<Shop> {
  const shop = await Shop.open();
  const column = (tab: string, header: string, cells: readonly string[]) =>
    shop.paste(
      tab,
      2,
      header,
      cells.map((cell) => [cell]),
    );
  await shop.unseen(async () => {
    await column(
      '基本信息',
      '客户编号',
      shopCustomers.map(({ number }) => number),
    );
    const texts: Record<string, (one: MessyPurchase) => string> = {
      客户编号: (one) => customerNumber(one.customer),
      购买日期: (one) => one.day.text,
      订单状态: (one) => one.state.text,
      交易金额: (one) => one.amount.text,
    };
    for (const [header, text] of Object.entries(texts)) await column('购买记录', header, purchases.map(text));
  });
  return shop;
}

/** Recency, frequency, money and their scores of each buyer, as SQL sees them. */
async function measuredBySql(purchases: readonly MessyPurchase[]) {
  const sql = await Sql.holding({
    purchases: {
      columns: ['customer', 'day', 'state', 'cents'],
      rows: purchases.map(({ customer, day, state, amount }) => [
        customerNumber(customer),
        day.means,
        state.means,
        typeof amount.means === 'number' ? amount.means : null,
      ]),
    },
    known: { columns: ['number'], rows: shopCustomers.map(({ number }) => [number]) },
  });
  const counted = `(select customer, day, cents from purchases join known on number = customer
    where day <> '' and day <= '${today}' and state <> '已取消')`;
  const buyers = `(select customer, cast(julianday('${today}') - julianday(max(day)) as int) as away,
    count(distinct day) as times, coalesce(sum(cents), 0) as cents from ${counted} group by customer)`;
  const score = (
    value: string,
  ) => `(select 5 * (2 * sum(o.${value} < b.${value}) + sum(o.${value} = b.${value})) / (2 * count(*)) + 1
    from (select *, -away as recent from ${buyers}) o)`;
  const rows = sql.rows(`select customer, away, times, cents, ${score('recent')}, ${score('times')}, ${score('cents')}
    from (select *, -away as recent from ${buyers}) b`);
  const gaps = sql
    .rows(`select cast(julianday(day) - julianday(before) as int) as gap from (
      select day, lag(day) over (partition by customer order by day) as before from (select distinct customer, day from ${counted})
    ) where before is not null order by gap`)
    .map(([gap]) => Number(gap));
  return { rows, gaps, hasAmounts: sql.number(`select count(cents) from ${counted}`) > 0 };
}

/** The rules as they are shipped, said once more. */
function segmentOf([, away, times, , , f, m]: number[], fresh: number, quiet: number, hasAmounts: boolean): string {
  const [daysAway, often] = [away!, times!];
  if (daysAway <= quiet && often >= 2 && f! >= 4) return (hasAmounts ? m! : f!) >= 5 ? '重点' : '忠诚';
  if (often === 1 && daysAway <= fresh) return '新客';
  if (daysAway <= quiet) return '有潜力';
  if (often >= 2 && daysAway <= 2 * quiet) return '有流失风险';
  return daysAway <= 3 * quiet ? '沉睡' : '流失';
}

test(
  'what is written of each customer agrees with SQL over the same messy records: segment, and amount to the cent',
  async () => {
    await fc.assert(
      fc.asyncProperty(messyPurchases, async (purchases) => {
        const shop = await shopWith(purchases);
        await shop.run('write-segments', { columns: ['segment', 'bought'] });
        const { rows, gaps, hasAmounts } = await measuredBySql(purchases);
        const rank = (share: number): number => gaps[Math.ceil(gaps.length * share) - 1]!;
        const quiet = gaps.length < 30 ? 180 : Math.max(7, rank(0.9));
        const fresh = gaps.length < 30 ? 60 : Math.max(3, Math.min(rank(0.5), quiet));
        shopCustomers.forEach(({ number }, i) => {
          const known = rows.find(([customer]) => customer === number);
          const written = [shop.value('基本信息', i + 2, '客户分层'), shop.value('基本信息', i + 2, '累计购买金额')];
          const numbers = known?.map(Number) ?? [];
          const expected = known
            ? [segmentOf(numbers, fresh, quiet, hasAmounts), hasAmounts ? numbers[3]! / 100 : '']
            : ['未购买', ''];
          expect(written).toEqual(expected);
        });
      }),
      runs(4),
    );
  },
  patience,
);
