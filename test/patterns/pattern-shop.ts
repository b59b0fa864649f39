import { Shop } from '../ledger/shop.ts';

/** A purchase as it stands in the tab; `cents` as typed. */
export interface Bought {
  customer: number;
  item: string;
  day: number;
  quantity: number;
  cents: number;
}

export const today = 20_779; // 2026-11-22
export const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
export const number = (letter: string, n: number): string => letter + String(n).padStart(6, '0');
const month = (day: number): number => Number(iso(day).slice(5, 7));

const prices: Readonly<Record<string, number>> = {
  'KFR-35GW': 2999_00,
  'TV-55E3': 3299_00,
  'M2 wall mount': 129_00,
  'RO-500': 1899_00,
  'RO-500 filter': 199_00,
  XQG100: 2499_00,
  'BCD-218W': 1999_00,
  'Power strip': 49_00,
};
const everyday = ['XQG100', 'BCD-218W', 'Power strip', 'Power strip'];

/**
 * Three years of an appliance shop with what there is to find: air conditioners sell in summer and are cleaned ten months
 * later, mounts go with televisions, filters follow half a year after what they belong to, the shop grows; one price has a
 * zero too many, and eleven days of March are missing.
 */
export function patternRecords(customers = 400): { purchases: Bought[]; services: Bought[] } {
  let seed = 11;
  const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const purchases: Bought[] = [];
  const services: Bought[] = [];
  const buy = (customer: number, item: string, day: number, quantity = 1) => {
    if (day <= today)
      purchases.push({ customer, item, day, quantity, cents: quantity * Math.round(prices[item]! * (0.95 + 0.1 * chance())) });
  };
  for (let customer = 1; customer <= customers; customer++) {
    // more of them lately
    const first = today - Math.floor(1_090 * chance() ** 1.3);
    const visits = 1 + Math.floor(5 * chance() ** 2);
    for (let visit = 0; visit < visits; visit++) {
      const day = first + Math.floor((today - first) * (visit === 0 ? 0 : chance()));
      const kind = chance();
      if (kind < ([6, 7].includes(month(day)) ? 0.75 : [5, 8].includes(month(day)) ? 0.5 : 0.06)) {
        buy(customer, 'KFR-35GW', day, chance() < 0.3 ? 2 : 1);
        services.push({ customer, item: '安装', day: day + 2, quantity: 1, cents: 0 });
        if (chance() < 0.5)
          services.push({ customer, item: '保养', day: day + 285 + Math.floor(chance() * 40), quantity: 1, cents: 0 });
      } else if (kind < 0.8) {
        buy(customer, 'TV-55E3', day);
        if (chance() < 0.55) buy(customer, 'M2 wall mount', day);
      } else if (kind < 0.9) {
        buy(customer, 'RO-500', day);
        if (chance() < 0.7) buy(customer, 'RO-500 filter', day + 165 + Math.floor(chance() * 40));
      }
      if (chance() < 0.5) buy(customer, everyday[Math.floor(chance() * 4)]!, day);
    }
  }
  const [slip] = purchases.filter(({ item, day }) => item === 'TV-55E3' && day > today - 200);
  if (slip) slip.cents *= 10;
  buy(7, 'Power strip', today - 30, 300);
  const isMissing = (day: number) => iso(day) >= '2026-03-05' && iso(day) <= '2026-03-23';
  return {
    purchases: purchases.filter(({ day }) => !isMissing(day)).sort((a, b) => a.day - b.day),
    services: services.filter(({ day }) => day <= today).sort((a, b) => a.day - b.day),
  };
}

const english: Readonly<Record<string, string>> = {
  ...{ 基本信息: 'Customers', 购买记录: 'Purchases', 服务记录: 'Services', 地区: 'Region', 浙江: '浙江', 上海: '上海' },
  ...{ 安装: 'Installation', 保养: 'Maintenance', 已完成: 'Completed', 微信: 'WeChat Pay' },
  ...{ 客户编号: 'Customer no.', 订单编号: 'Order no.', 服务单编号: 'Service no.', 普通客户: 'Regular', VIP客户: 'VIP' },
};

/** The region of a customer: every fourth has none. */
export const regionOf = (customer: number): string => ['浙江', '上海', '浙江', ''][customer % 4]!;

/** A ledger with these records, pasted without the ledger's looking. */
export async function patternShop(
  records: ReturnType<typeof patternRecords>,
  customers = 400,
  locale: 'zh_CN' | 'en_US' = 'zh_CN',
): Promise<Shop> {
  const shop = await Shop.open({ locale });
  const said = (text: string): string => (locale === 'en_US' ? (english[text] ?? text) : text);
  await shop.run('switch-field', { tab: said('基本信息'), field: said('地区'), on: true });
  await shop.unseen(async () => {
    const people = Array.from({ length: customers }, (_, i) => [
      number('C', i + 1),
      locale === 'en_US' ? `Customer ${i + 1}` : `客户${i + 1}`,
    ]);
    await shop.paste(said('基本信息'), 2, said('客户编号'), people);
    await shop.paste(
      said('基本信息'),
      2,
      said('地区'),
      people.map((_, i) => [regionOf(i + 1)]),
    );
    await shop.paste(
      said('购买记录'),
      2,
      said('订单编号'),
      records.purchases.map((one, i) => [
        ...[number('D', i + 1), number('C', one.customer), one.item, iso(one.day), String(one.quantity)],
        ...[said('微信'), said('已完成'), (one.cents / 100).toFixed(2)],
      ]),
    );
    await shop.paste(
      said('服务记录'),
      2,
      said('服务单编号'),
      records.services.map((one, i) => [
        number('S', i + 1),
        number('C', one.customer),
        said(one.item),
        iso(one.day),
        '',
        said('已完成'),
      ]),
    );
  });
  return shop;
}
