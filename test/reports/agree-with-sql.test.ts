import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { patience, runs } from '../fuzz/seeded.ts';
import { Shop } from '../ledger/shop.ts';
import { customerNumber, type MessyPurchase, messyDues, messyPurchases, shopCustomers } from './messy-records.ts';
import { Sql } from './sql.ts';

const today = '2026-11-22';

async function shopWith(purchases: readonly MessyPurchase[]): Promise<{ shop: Shop; sql: Sql }> {
  const shop = await Shop.open();
  await shop.run('switch-field', { tab: '基本信息', field: '地区', on: true });
  // pasted without the ledger's checks: what stands there is as messy as it was typed
  await shop.unseen(async () => {
    for (const [header, cells] of [
      ['客户编号', shopCustomers.map(({ number, name }) => [number, name])],
      ['客户类型', shopCustomers.map(({ type }) => [type])],
      ['地区', shopCustomers.map(({ region }) => [region])],
    ] as const)
      await shop.paste('基本信息', 2, header, cells as string[][]);
    for (const [header, cell] of [
      ['订单编号', (_: MessyPurchase, at: number) => `D${String(at + 1).padStart(6, '0')}`],
      ['客户编号', (one: MessyPurchase) => customerNumber(one.customer)],
      ['产品型号', (one: MessyPurchase) => one.model.text],
      ['购买日期', (one: MessyPurchase) => one.day.text],
      ['购买数量', (one: MessyPurchase) => one.quantity.text],
      ['支付方式', (one: MessyPurchase) => one.payment.text],
      ['订单状态', (one: MessyPurchase) => one.state.text],
      ['交易金额', (one: MessyPurchase) => one.amount.text],
    ] as const)
      await shop.paste(
        '购买记录',
        2,
        header,
        purchases.map((one, at) => [cell(one, at)]),
      );
  });
  const sql = await Sql.holding({
    customers: {
      columns: ['number', 'type', 'region'],
      rows: shopCustomers.map(({ number, type, regionMeans }) => [number, type, regionMeans]),
    },
    purchases: {
      columns: ['customer', 'model', 'day', 'quantity', 'payment', 'state', 'cents', 'why'],
      rows: purchases.map(({ customer, model, day, quantity, payment, state, amount }) => [
        customerNumber(customer),
        model.means,
        day.means,
        quantity.means,
        payment.means,
        state.means,
        typeof amount.means === 'number' ? amount.means : null,
        typeof amount.means === 'number' ? '' : amount.means,
      ]),
    },
  });
  return { shop, sql };
}

/** Rows of a table of a report as it stands in its tab, by their first cell; below its heading. */
function tableIn(shop: Shop, report: string, heading: string): Map<string, (string | number)[]> {
  const sheet = shop.sheet(report);
  const rows = shop.book.values(sheet.id, { row: 0, column: 0, rows: 200, columns: 8 });
  const at = rows.findIndex(([first]) => first === heading);
  const table = new Map<string, (string | number)[]>();
  const head = rows.findIndex((row, row_) => row_ > at && row[1] !== null && row[1] !== '' && typeof row[1] === 'string');
  for (const row of rows.slice(head + 1)) {
    if (row[0] === null || row[0] === '') break;
    table.set(String(row[0]), row.slice(1) as (string | number)[]);
  }
  return table;
}

const hundredths = (value: unknown): number => Math.round(Number(value) * 100);

interface Figures {
  figures: { label: string; value: number | null }[];
}

const figure = (details: unknown, label: string): number | null | undefined =>
  (details as Figures).figures.find((each) => each.label === label)?.value;

test(
  'the sales report agrees to the cent with SQL over the same messy records, whatever is asked for',
  async () => {
    await fc.assert(
      fc.asyncProperty(messyPurchases, async (purchases) => {
        const { shop, sql } = await shopWith(purchases);
        for (const { request, where } of [
          { request: { preset: 'all' }, where: `day <= '${today}'` },
          { request: { from: '2025-02-15', to: '2026-06-30' }, where: `day between '2025-02-15' and '2026-06-30'` },
          {
            request: { from: '2024-01-01', region: '浙江省', type: 'vip客户' },
            where: `day between '2024-01-01' and '${today}' and customer in (select number from customers where region = '浙江' and type = 'VIP客户')`,
          },
          { request: { preset: 'all', product: 'kfr-35GW' }, where: `day <= '${today}' and model = 'KFR-35GW'` },
        ]) {
          const answer = await shop.run('make-report', { report: 'sales', ...request });
          expect(answer).toMatchObject({ ok: true });
          const from = `from purchases where day <> '' and state <> '已取消' and ${where}`;
          const [[records, cents, pieces] = []] = sql.rows(`select count(*), sum(cents), sum(quantity) ${from}`);
          if (!records) continue;
          expect(figure(answer.details, '销售额')).toBe(cents ?? 0);
          expect(figure(answer.details, '订单数')).toBe(records);
          expect(figure(answer.details, '件数')).toBe(pieces ?? 0);
        }
      }),
      runs(2),
    );
  },
  patience,
);

test(
  'products, payments, states and new customers agree with SQL as well',
  async () => {
    await fc.assert(
      fc.asyncProperty(messyPurchases, async (purchases) => {
        const { shop, sql } = await shopWith(purchases);
        const came = `from purchases where day <> '' and day <= '${today}' and state <> '已取消'`;
        if (sql.number(`select count(*) ${came}`) === 0) return;
        const by = async (report: string, heading: string) => {
          expect(await shop.run('make-report', { report, preset: 'all' })).toMatchObject({ ok: true });
          return tableIn(shop, { products: '产品报表', payments: '支付报表', orders: '订单报表' }[report]!, heading);
        };
        const products = await by('products', '热销产品');
        for (const [model, cents, pieces] of sql.rows(
          `select model, sum(cents), sum(quantity) ${came} and model <> '' group by 1`,
        )) {
          const row = products.get([...products.keys()].find((name) => name.normalize('NFKC').toUpperCase() === model)!)!;
          expect([hundredths(row[0]), row[2]]).toEqual([cents ?? 0, pieces ?? 0]);
        }
        const payments = await by('payments', '按支付方式看销售额');
        for (const [payment, cents, count] of sql.rows(`select payment, sum(cents), count(*) ${came} group by 1`)) {
          const row = payments.get(payment === '' ? '没填' : String(payment))!;
          expect([hundredths(row[0]), row[2]]).toEqual([cents ?? 0, count]);
        }
        const orders = await by('orders', '按订单状态看订单数');
        for (const [state, count] of sql.rows(
          `select state, count(*) from purchases where day <> '' and day <= '${today}' group by 1`,
        ))
          expect(orders.get(state === '' ? '没填' : String(state))![0]).toBe(count);

        const [from, to] = ['2025-06-01', '2026-05-31'];
        const { details } = await shop.run('make-report', { report: 'customers', from, to });
        const known = `${came} and customer in (select number from customers)`;
        const firsts = `select customer, min(day) as first ${known} group by 1`;
        const buyers = `(select distinct customer ${known} and day between '${from}' and '${to}')`;
        const bought = sql.number(`select count(*) from ${buyers}`);
        if (bought === 0) return;
        expect(figure(details, '买过的客户')).toBe(bought);
        expect(figure(details, '新客户')).toBe(
          sql.number(`select count(*) from ${buyers} join (${firsts}) using (customer) where first >= '${from}'`),
        );
      }),
      runs(2),
    );
  },
  patience,
);

test(
  'what is overdue and still open agrees to the cent with SQL, whatever was paid of it',
  async () => {
    await fc.assert(
      fc.asyncProperty(messyDues, async (dues) => {
        const shop = await Shop.open();
        await shop.run('open-credits');
        await shop.run('switch-field', { tab: '信用记录', field: '已付金额', on: true });
        await shop.unseen(async () => {
          await shop.paste(
            '信用记录',
            2,
            '客户编号',
            dues.map((one) => [customerNumber(one.customer), '付款', one.day.text, one.owed.text, '', one.state.text]),
          );
          await shop.paste(
            '信用记录',
            2,
            '已付金额',
            dues.map((one) => [one.received.text]),
          );
        });
        const known = (means: number | string): number | null => (typeof means === 'number' ? means : null);
        const sql = await Sql.holding({
          dues: {
            columns: ['day', 'owed', 'received', 'state'],
            rows: dues.map(({ day, owed, received, state }) => [
              ...[day.means, known(owed.means), known(received.means), state.means],
            ]),
          },
        });
        const open = `from (select day, owed, state, iif(received >= 0, received, null) as received from dues)
          where state = '' and day <> '' and day < '${today}' and (owed < 0 or received < owed or owed is null or received is null)`;
        const { details } = await shop.run('make-report', { report: 'credit' });
        expect(figure(details, '到期没付的笔数') ?? 0).toBe(sql.number(`select count(*) ${open}`));
        expect(figure(details, '到期没付') ?? 0).toBe(
          sql.number(`select coalesce(sum(iif(received is null, owed, max(0, owed - received))), 0) ${open}`),
        );
      }),
      runs(2),
    );
  },
  patience,
);
