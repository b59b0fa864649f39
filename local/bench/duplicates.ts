import { columns, row, type Table } from './figures.ts';
import { BenchShop } from './shop-of.ts';

const sizes = [1_000, 10_000, 50_000];
const surnames = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗');
const given = Array.from('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红建国文志海春晓丹玲雪梅');
const roads = ['文三路', '莫干山路', '人民路', '解放路', '中山路', '建国路', '和平路', '长江路'];

/** Numbers that look as if they came by chance and are the same each time. */
function chances(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A register as shops have it: every eighth customer is an earlier one, written down another way. */
export function register(size: number): string[][] {
  const next = chances(7);
  const people: string[][] = [];
  while (people.length < size) {
    if (people.length > 8 && people.length % 8 === 0) people.push(again(people[next(people.length)]!, next));
    else people.push(somebody(next));
  }
  return people;
}

function somebody(next: (below: number) => number): string[] {
  const name = surnames[next(20)]! + given[next(38)]! + given[next(38)]!;
  const phone = `1${3 + next(6)}${String(next(1e9)).padStart(9, '0')}`;
  const mail = next(2) === 0 ? '' : `${String(next(1e9)).padStart(8, '1')}@qq.com`;
  const place = `杭州市西湖区${roads[next(8)]}${1 + next(900)}号${1 + next(30)}栋${101 + next(2000)}室`;
  return [name, phone, mail, next(4) === 0 ? '' : place, next(5) === 0 ? 'VIP客户' : '普通客户'];
}

/** With a slip in the name or the phone, another phone, or less of the address. */
function again([name = '', phone = '', mail = '', place = '', type = '']: string[], next: (below: number) => number): string[] {
  const slip = next(4);
  const other = slip === 0 ? name.slice(0, 2) : name;
  const number = slip === 1 ? `${phone.slice(0, -1)}${next(10)}` : slip === 2 ? `13${String(next(1e9)).padStart(9, '0')}` : phone;
  return [other, number.replace(/(\d{3})(\d{4})/, '$1-$2-'), next(2) === 0 ? '' : mail, place.replace('杭州市', ''), type];
}

/** What finding all duplicates costs on registers of several sizes. */
export async function duplicateFigures(dist: string): Promise<Table> {
  const rows: string[][] = [];
  for (const size of sizes) {
    const shop = await BenchShop.filled(register(size), dist);
    const label = size.toLocaleString('en');
    rows.push(row(`find-duplicates, ${label} customers`, await shop.run('find-duplicates', {})));
    rows.push(row('the same again', await shop.run('find-duplicates', {})));
    rows.push(row('the first 50 groups for the review', await shop.call('getDuplicateGroups', {})));
    const judgement = { customers: ['C000001', 'C000002'], verdict: 'notSame' };
    rows.push(row('not the same', await shop.call('judgeDuplicates', judgement)));
    await shop.close();
  }
  return { title: 'Possible duplicates', columns, rows };
}
