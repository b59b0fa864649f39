import type { CustomerBrief, DuplicateGroup, MergeProposal } from '../../src/domain/api.ts';
import type { Answers } from './sidebar-page.ts';

const brief = (number: string, name: string, phone: string): CustomerBrief => ({ number, name, phone });

/** Four who may be two: the same man twice, and three of whom one is somebody else. */
export const zeng = [brief('C000001', '曾胜鑫', '15117979200'), brief('C000734', '曾勝鑫', '01062345678')];
export const huang = [
  brief('C000002', '黄旸平', '16673730983'),
  brief('C000119', '黄旸平', '16673730984'),
  brief('C000870', '黄阳', '16673730985'),
];

export const group = (customers: CustomerBrief[], tier: DuplicateGroup['tier'] = 'sure'): DuplicateGroup => ({
  id: customers.map(({ number }) => number).join(' '),
  tier,
  confidence: 98,
  customers,
  reasons: ['电话相同', '姓名相近'],
  isLater: false,
});

/** What a merge would look like: the second has three purchases, no mail, and another phone. */
export function proposalFor(numbers: string[]): MergeProposal {
  const customers = numbers.map((number) => [...zeng, ...huang].find((one) => one.number === number)!);
  const several = (...texts: string[]) => customers.map((_, at) => texts[at] ?? '');
  const phones = customers.map(({ phone }) => phone);
  return {
    customers: customers.map((one, at) => ({
      ...one,
      records: at === 1 ? [{ tab: 'purchases', label: '购买记录', count: 3 }] : [],
    })),
    keep: numbers[0]!,
    fields: [
      {
        key: 'name',
        label: '客户姓名',
        kind: 'text',
        texts: customers.map(({ name }) => name),
        proposed: 0,
        why: '登记得更早',
      },
      {
        key: 'phone',
        label: '联系电话',
        kind: 'phone',
        texts: phones,
        proposed: 0,
        why: '手机优先',
        joined: phones.join(' / '),
      },
      { key: 'email', label: '电子邮箱', kind: 'email', texts: several('zeng@qq.com'), proposed: 0, why: '只有这一个' },
      { key: 'address', label: '地址', kind: 'longText', texts: several('和平路 1 号', '和平路 1 号'), proposed: 0 },
      { key: 'agrees', label: '同意', kind: 'yesNo', texts: several('TRUE', 'FALSE'), proposed: 1, isFixed: true },
    ],
  };
}

/** A ledger where everything works. */
export const working: Answers = {
  proposeMerge: ({ customers }) => proposalFor(customers),
  mergeCustomers: ({ keep, drop }) => ({
    ok: true,
    run: 5,
    message: `已合并到 ${keep}`,
    kept: brief(keep, '曾胜鑫', ''),
    moved: drop.length,
  }),
  judgeDuplicates: () => ({ ok: true, message: '已记下' }),
  undoRun: () => ({ ok: true, message: '已撤销第 5 批' }),
};
