import { beforeEach, expect, test } from '@jest/globals';
import { CutStage } from './cut-stage.ts';
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
  await days(1);
  const byPerson = (to: string) => mails().filter((mail) => mail.to === to);
  expect(byPerson('wang@example.com')).toHaveLength(1);
  expect(byPerson('lee@example.com')).toHaveLength(1);
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
  const many = Array.from({ length: 102 }, (_, i) => `员工${i}`);
  await shop.paste(
    '员工',
    5,
    '姓名',
    many.map((name, i) => [name, `staff${i}@example.com`, '销售', '', '']),
  );
  await shop.paste(
    '基本信息',
    5,
    '客户姓名',
    many.map((_, i) => [`客户${i}`, `1380013${i}`]),
  );
  await shop.paste(
    '基本信息',
    5,
    '负责人',
    many.map((name) => [name]),
  );
  await switchOn();
  await days(1);
  expect(mails()).toHaveLength(100);
  expect((await last())?.text).toBe('发出 100 封。今天的邮件额度用完了，剩下 4 封明天先发。');
  expect(shop.columnTexts('首页', '客户台账').join()).toMatch(/“每日摘要” \S+ \S+ 做了一部分：发出 100 封。/);
  const got = new Set(mails().map(({ to }) => to));
  await days(1);
  const firstOfTomorrow = mails().slice(100, 104);
  expect(firstOfTomorrow.every(({ to }) => !got.has(to))).toBe(true);
});

test('wherever the sending dies, nobody gets two mails, and what may be lost is named the next day', async () => {
  await switchOn();
  const send = (stage: CutStage) => stage.owner.call('runJob', [JSON.stringify({ job: 'digest' })]);
  const whole = new CutStage(shop.host.state);
  whole.now = shop.now;
  await whole.do(send);
  const cuts = [...whole.cuts];
  expect(whole.state.outbox).toHaveLength(2);
  for (const cut of cuts) {
    const stage = new CutStage(shop.host.state);
    stage.now = shop.now;
    await stage.cutOff(send, cut);
    stage.now += 10 * 60_000;
    await stage.do(send);
    const today = stage.state.outbox.map(({ to }) => to);
    expect({ cut, twice: today.length - new Set(today).size }).toEqual({ cut, twice: 0 });
    stage.now += 86_400_000;
    await stage.do(send);
    const named = stage.state.outbox.some(
      ({ body }) => body.includes('不确定有没有送到') || body.includes('may not have arrived'),
    );
    expect({ cut, told: today.length === 2 || named }).toEqual({ cut, told: true });
    await stage.host.close();
  }
});
