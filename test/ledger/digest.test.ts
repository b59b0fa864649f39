import { beforeEach, expect, test } from '@jest/globals';
import { Shop, type ShopOptions } from './shop.ts';

let shop: Shop;
const open = async (options: ShopOptions = {}) => {
  shop = await Shop.open({ now: '2026-11-20T04:00:00Z', ...options });
  await shop.run('open-staff');
  await shop.paste('员工', 2, '姓名', [
    ['王店长', 'wang@example.com', '店长', '中文', '在职'],
    ['Lee', 'lee@example.com', '销售', '英文', ''],
    ['老赵', 'zhao@example.com', '维修', '', '离职'],
  ]);
  await shop.paste('基本信息', 2, '客户姓名', [
    ['张伟', '13800138000'],
    ['李芳', '1390013900'],
    ['王强', '1370013700'],
  ]);
  await shop.run('plan-reviews', { plan: { owner: '王店长' } });
  await shop.type('基本信息', 3, '负责人', 'Lee');
};
beforeEach(() => open());

const switchOn = () =>
  shop.call<{ jobs: { key: string; isOn: boolean; last?: { ok: boolean; text: string } }[] }>('switchJob', {
    job: 'digest',
    on: true,
  });
const mails = () => shop.host.state.outbox;
const days = async (count: number) => {
  for (let i = 0; i < count; i++) await shop.passHours(24);
};
const last = async () =>
  (await shop.call<{ jobs: { key: string; last?: { ok: boolean; text: string } }[] }>('getJobs', {})).jobs.find(
    ({ key }) => key === 'digest',
  )?.last;

test('each morning one mail to each who has something to do, in their language, by number only', async () => {
  await switchOn();
  await days(2);
  const byPerson = (to: string) => mails().filter((mail) => mail.to === to);
  expect(byPerson('wang@example.com')).toHaveLength(2);
  expect(byPerson('lee@example.com')).toHaveLength(2);
  expect(byPerson('zhao@example.com')).toHaveLength(0);
  const [chinese] = byPerson('wang@example.com');
  expect(chinese!.subject).toContain('待复核');
  expect(chinese!.body).toContain('C000003');
  expect(chinese!.body).toContain('- Lee：今天 1');
  const [english] = byPerson('lee@example.com');
  expect(english!.subject).toContain('1 to review');
  expect(english!.body).toContain('C000002');
  for (const { body } of mails()) for (const secret of ['张伟', '李芳', '王强', '1390013900']) expect(body).not.toContain(secret);
});

test('fired twice in an hour, it is sent once', async () => {
  await switchOn();
  await days(1);
  const count = mails().length;
  shop.now -= 600_000;
  await shop.call('runJob', { job: 'digest' });
  expect(mails()).toHaveLength(count);
});

test('when the day’s mails are used up, the rest goes first the next day', async () => {
  await switchOn();
  const left = 99;
  for (let i = 0; i < left; i++)
    shop.host.state.outbox.push({ to: `x${i}@example.com`, subject: '', body: '', at: shop.now, by: shop.owner.email });
  await days(1);
  expect(await last()).toBeDefined();
});
