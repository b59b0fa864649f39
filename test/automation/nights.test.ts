import { expect, test } from '@jest/globals';
import type { JobsPage } from '../../src/domain/automation/api.ts';
import { Shop, type ShopOptions } from '../ledger/shop.ts';

const HOUR = 3_600_000;

/** A shop in which somebody has switched a job on. */
async function shopWith(job = 'sweep', options: ShopOptions = {}): Promise<Shop> {
  const shop = await Shop.open(options);
  await shop.call('switchJob', { job, on: true, name: '王店长' });
  return shop;
}

const pageOf = (shop: Shop) => shop.call<JobsPage>('getJobs', {});
const sweepOf = (page: JobsPage) => page.jobs.find(({ key }) => key === 'sweep')!;
const hourly = (shop: Shop) => shop.host.state.triggers.filter(({ handler }) => handler === 'runDueJobs');
const noted = (shop: Shop): Record<string, string> => shop.host.state.properties.document;

/** A day of which only two hours are of any interest. */
async function nightAndNoon(shop: Shop): Promise<void> {
  const day = 24 * HOUR;
  for (const hour of [18.4, 28.1]) {
    shop.now = Math.max(shop.now, (Math.floor((shop.now - 4 * HOUR) / day) * 24 + hour) * HOUR);
    await shop.host.fireTrigger(hourly(shop)[0]!.id);
  }
}

test('nothing is on before somebody switches it on, and then it says who and when', async () => {
  const shop = await Shop.open();
  const before = await pageOf(shop);
  expect([before.timer.text, sweepOf(before).isOn, sweepOf(before).next]).toEqual([
    '现在都没有开。打开后到时间自己运行，不用开着表格，也不用开着电脑。',
    false,
    undefined,
  ]);
  const after = await shop.call<JobsPage>('switchJob', { job: 'sweep', on: true, name: '王店长' });
  expect(after).toMatchObject({
    me: '王店长',
    said: { ok: true, text: '“夜间检查”已经打开：每天 2–3 点之间运行。' },
    timer: { tone: 'plain', text: '由王店长打开，一小时内第一次运行，以后每小时看一次有没有该做的事。' },
  });
  expect(sweepOf(after)).toMatchObject({ isOn: true, next: '明天 02:00 起', schedule: '每天 2–3 点之间' });
  expect(hourly(shop)).toHaveLength(1);
});

test('a week of nights: each night once, what was missed while typing is marked, the log says it was not a person', async () => {
  const shop = await shopWith();
  await shop.unseen(() => shop.paste('基本信息', 2, '客户姓名', [['张伟', '138001']]));
  const runs: string[] = [];
  for (let night = 0; night < 7; night++) {
    await nightAndNoon(shop);
    runs.push(sweepOf(await pageOf(shop)).last!.when);
  }
  expect(new Set(runs)).toEqual(new Set([runs[0]]));
  expect(runs[0]).toBe('今天 02:24');
  expect(shop.note('基本信息', 2, '联系电话')).toContain('138001 太短');
  expect(shop.text('基本信息', 2, '客户编号')).toBe('C000001');
  expect(sweepOf(await pageOf(shop)).last).toMatchObject({ ok: true, text: expect.stringContaining('有问题 1 处') });
  expect([hourly(shop).length, shop.host.state.triggers.length, shop.failures()]).toEqual([1, 1, []]);
  const who = shop.columnTexts('操作日志', '谁');
  expect(who.filter((name) => name === '王店长（自动）').length).toBeGreaterThan(0);
});

test('a firing that comes twice or late does the night’s work once; one that never comes is made up for', async () => {
  const shop = await shopWith();
  const [trigger] = hourly(shop);
  shop.now = Date.parse('2026-11-22T18:30:00Z');
  await shop.host.fireTrigger(trigger!.id);
  const { last } = sweepOf(await pageOf(shop));
  shop.now += 60_000;
  await shop.host.fireTrigger(trigger!.id);
  expect(sweepOf(await pageOf(shop)).last).toEqual(last);
  // Two nights without any, and one at noon.
  shop.now = Date.parse('2026-11-25T04:10:00Z');
  await shop.host.fireTrigger(trigger!.id);
  expect(sweepOf(await pageOf(shop)).last!.when).toBe('今天 12:10');
  expect(sweepOf(await pageOf(shop)).next).toBe('明天 02:00 起');
});

test('a night that is cut off is taken up an hour later, and given up after three times', async () => {
  const shop = await shopWith();
  const [trigger] = hourly(shop);
  shop.now = Date.parse('2026-11-22T18:30:00Z');
  // As a run leaves it that was killed: taken up, and nobody at it any more.
  const killed = (slot: string, tries: number) => {
    noted(shop)['job.sweep'] = JSON.stringify({
      ...JSON.parse(noted(shop)['job.sweep']!),
      run: { slot, until: shop.now - 1, tries },
    });
  };
  killed('2026-11-23 02', 1);
  expect(sweepOf(await pageOf(shop)).isHalfWay).toBe(true);
  await shop.host.fireTrigger(trigger!.id);
  expect(sweepOf(await pageOf(shop))).toMatchObject({ isHalfWay: false, last: { ok: true } });
  shop.now += 24 * HOUR;
  killed('2026-11-24 02', 3);
  await shop.host.fireTrigger(trigger!.id);
  expect(sweepOf(await pageOf(shop))).toMatchObject({
    isHalfWay: false,
    next: '明天 02:00 起',
    last: { ok: false, text: expect.stringMatching(/^连续 3 次都没有做完/) },
  });
});

test('what does not fit into one run goes on by a trigger of its own, which is gone afterwards', async () => {
  const shop = await shopWith();
  noted(shop)['job.sweep'] = JSON.stringify({
    ...JSON.parse(noted(shop)['job.sweep']!),
    run: {
      slot: '2026-11-22 02',
      until: 0,
      tries: 0,
      rest: { tabs: ['customers'], counts: { rows: 40, written: 0, numbered: 0, problems: 2, missing: 0, gone: 0 }, headers: [] },
    },
  });
  await shop.passHours(1.1);
  expect(sweepOf(await pageOf(shop)).last!.text).toContain('有问题 2 处');
  await shop.passHours(1);
  expect(shop.host.state.triggers.map(({ handler }) => handler)).toEqual(['runDueJobs']);
});

test('two people who switch on at once get one trigger; the last to switch off takes it along', async () => {
  const shop = await Shop.open();
  const { session } = shop.as('li@example.com');
  await session.call('switchJob', [JSON.stringify({ job: 'sweep', on: true, name: '李师傅' })]);
  const page = await shop.call<JobsPage>('switchJob', { job: 'sweep', on: true, name: '王店长' });
  expect(page.timer.text).toContain('由李师傅打开');
  expect(hourly(shop).map(({ owner }) => owner)).toEqual(['li@example.com']);
  // Another cannot delete it, and is told so; it goes by itself.
  const off = await shop.call<JobsPage>('switchJob', { job: 'sweep', on: false });
  expect(off.timer.text).toBe('都关了。李师傅的定时别人看不到、也删不掉，一小时内它会自己删除。');
  expect(hourly(shop)).toHaveLength(1);
  await shop.passHours(1);
  expect([hourly(shop), (await pageOf(shop)).timer.text]).toEqual([[], expect.stringMatching(/^现在都没有开/)]);
  await session.call('switchJob', [JSON.stringify({ job: 'sweep', on: true })]);
  await session.call('switchJob', [JSON.stringify({ job: 'sweep', on: false })]);
  expect(hourly(shop)).toEqual([]);
});

test('a trigger that comes no more is told; whoever takes over replaces it, also should it come again', async () => {
  const shop = await Shop.open();
  const { session } = shop.as('li@example.com');
  await session.call('switchJob', [JSON.stringify({ job: 'sweep', on: true, name: '李师傅' })]);
  shop.now += 4 * HOUR;
  const silent = await shop.call<JobsPage>('getJobs', {});
  expect(silent.timer).toMatchObject({ tone: 'warning', mend: '由我接着运行', text: expect.stringContaining('李师傅的授权') });
  const page = await shop.call<JobsPage>('restartJobs', { name: '王店长' });
  expect(page.timer.text).toContain('由王店长打开');
  expect(hourly(shop)).toHaveLength(2);
  await shop.passHours(1.1);
  expect(hourly(shop).map(({ owner }) => owner)).toEqual(['owner@example.com']);
});

test('without the permission for timers nothing is switched on, it says why, and everything can be run by hand', async () => {
  const core = ['spreadsheets.currentonly', 'script.container.ui'];
  const shop = await Shop.open({ scopes: core });
  const page = await shop.call<JobsPage>('switchJob', { job: 'sweep', on: true, name: '王店长' });
  expect([sweepOf(page).isOn, page.said!.ok, page.said!.text]).toEqual([
    false,
    false,
    expect.stringContaining('安装时没有带“定时”的权限'),
  ]);
  expect(page.jobs.find(({ key }) => key === 'digest')!.lacks).toEqual({
    text: '这份台账安装时没有带“发邮件”的权限，这一项做不了。要用它，请安装的人换成完整的权限再上传一次。',
  });
  const ran = await shop.call<JobsPage>('runJob', { job: 'sweep' });
  expect(ran.said).toEqual({ ok: true, text: '检查了 0 行，没有问题。' });
  expect([shop.host.state.triggers, shop.failures()]).toEqual([[], []]);
});

test('whoever has not allowed timers is shown where to do so', async () => {
  const shop = await Shop.open({ consented: ['spreadsheets.currentonly', 'script.container.ui'] });
  const page = await shop.call<JobsPage>('switchJob', { job: 'sweep', on: true, name: '王店长' });
  expect([sweepOf(page).isOn, page.said, page.allow]).toEqual([
    false,
    { ok: false, text: '还没有允许“定时”，所以打不开。先点下面的链接允许，再打开一次。' },
    { label: '允许定时', url: expect.stringContaining('#authorize') },
  ]);
  expect(page.jobs.find(({ key }) => key === 'digest')!.lacks).toMatchObject({
    text: '还没有允许“发邮件”，这一项做不了。先点链接允许。',
    allow: { label: '允许发邮件' },
  });
});

test('in a copy of the workbook everything is off, whatever came along, and it can be switched on there', async () => {
  const shop = await shopWith();
  await nightAndNoon(shop);
  shop.host.state.id = 'copy';
  shop.host.state.triggers = [];
  const page = await pageOf(shop);
  expect([sweepOf(page).isOn, sweepOf(page).last, page.timer.text]).toEqual([
    false,
    undefined,
    expect.stringMatching(/^现在都没有开/),
  ]);
  await shop.call('switchJob', { job: 'sweep', on: true });
  expect([hourly(shop).length, sweepOf(await pageOf(shop)).isOn]).toEqual([1, true]);
});

test('the night is the workbook’s, whatever the zone of the script', async () => {
  const shop = await shopWith('sweep', { timeZone: 'America/New_York' });
  const ranAt = async (moment: string): Promise<string | undefined> => {
    shop.now = Date.parse(moment);
    await shop.host.fireTrigger(hourly(shop)[0]!.id);
    return sweepOf(await pageOf(shop)).last?.when;
  };
  expect(await ranAt('2026-11-22T06:30:00Z')).toBeUndefined();
  expect(await ranAt('2026-11-22T07:30:00Z')).toBe('今天 02:30');
});
