import { linkReaders } from '../../src/domain/linkage/link-readers.ts';
import type { LinkResult } from '../../src/domain/linkage/link-result.ts';
import type { LinkKind, LinkTable } from '../../src/domain/linkage/link-table.ts';
import { startLinkage } from '../../src/domain/linkage/start-linkage.ts';
import type { PhoneRegion } from '../../src/domain/phone/phone-types.ts';

/** A customer as a shop writes one down; `id` is a card number, `level` and `note` are columns of the shop's own. */
export interface Row {
  name?: string;
  phone?: string;
  email?: string;
  address?: string;
  birth?: string;
  sex?: string;
  id?: string;
  level?: string;
  note?: string;
}

const KINDS: Readonly<Record<keyof Row, LinkKind>> = {
  name: 'name',
  phone: 'phone',
  email: 'email',
  address: 'address',
  birth: 'birthDate',
  sex: 'sex',
  id: 'identifier',
  level: 'option',
  note: 'text',
};

export function tableOf(rows: readonly Row[]): LinkTable {
  const keys = (Object.keys(KINDS) as (keyof Row)[]).filter((key) => rows.some((row) => row[key] !== undefined));
  return { size: rows.length, columns: keys.map((key) => ({ kind: KINDS[key], cells: rows.map((row) => row[key] ?? '') })) };
}

export const readersOf = (region: PhoneRegion) =>
  linkReaders({ region, order: region === 'US' ? 'mdy' : region === 'CN' ? 'ymd' : 'dmy', today: '2026-11-22' });

export function link(rows: readonly Row[], region: PhoneRegion = 'CN'): LinkResult {
  const run = startLinkage(tableOf(rows), readersOf(region));
  while (!run.step().finished);
  return run.result();
}

/** Whether the first two rows come into one group, and how sure that is. */
export function together(rows: readonly Row[], region: PhoneRegion = 'CN'): string {
  const { groups, possible } = link(rows, region);
  const group = groups.find((one) => one.rows.includes(0) && one.rows.includes(1));
  if (group) return group.tier;
  return possible.some((pair) => pair.rows[0] === 0 && pair.rows[1] === 1) ? 'possible' : 'apart';
}

const SURNAMES = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗');
const GIVEN = Array.from('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红建国文志海春晓丹玲雪梅');

/** Other customers, each with a name, a phone, a birth date and an address that nobody else has. */
export function others(count: number): Row[] {
  return Array.from({ length: count }, (_, i) => ({
    name:
      SURNAMES[(i * 7) % SURNAMES.length]! +
      GIVEN[(i * 11) % GIVEN.length]! +
      GIVEN[(i * 5 + 3 * Math.floor(i / 38)) % GIVEN.length]!,
    phone: `13${String(100_000_000 + ((i * 7_654_321 + 1_234_567) % 899_999_999))}`,
    birth: `${1950 + ((i * 13) % 55)}-${String(1 + ((i * 5) % 12)).padStart(2, '0')}-${String(1 + ((i * 17) % 28)).padStart(2, '0')}`,
    address: `江苏省南京市鼓楼区中山路${3 + i * 7}号${1 + (i % 9)}栋${101 + i}室`,
  }));
}
