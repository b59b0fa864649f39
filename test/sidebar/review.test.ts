import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Card, DuplicateGroup, MergeProposal } from '../../src/domain/api.ts';
import { Shop } from '../ledger/shop.ts';
import { launchChromium } from './chromium.ts';
import { group, huang, proposalFor, working, zeng } from './review-fixtures.ts';
import { type Answers, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const groups = [group(zeng), group(huang, 'likely')];
const review = { groups, total: 2, listedAt: '2026-11-22 09:00' };

/** The clock of the page moves by hand: a new group takes no decision at once. */
async function open(answers: Answers = {}, boot: object = { locale: 'zh-CN', review }) {
  const sidebar = await openSidebar(browser, boot as { locale: 'zh-CN' }, { ...working, ...answers }, { clock: true });
  const ready = async () => {
    await sidebar.page.locator('.compare').first().waitFor();
    await sidebar.page.clock.fastForward(1000);
  };
  if ('review' in boot && boot.review) await ready();
  return { ...sidebar, ready };
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('with keys alone: values are chosen, two are merged, the next group is there already, and the merge is undone', async () => {
  const { page, named, called, ready, close } = await open();
  await called('proposeMerge', 2);
  expect(named('proposeMerge').map(({ input }) => input.customers[0])).toEqual(['C000001', 'C000002']);
  await page.getByText('曾勝鑫 C000734 的 3 条记录会移到 曾胜鑫 C000001。').waitFor();
  // Who stays, then the name; both phones are kept unless somebody chooses one.
  for (const key of ['2', 'ArrowDown', '2']) await page.keyboard.press(key);
  await page.getByText('曾胜鑫 C000001 没有记录要移').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('这 3 位是同一位客户吗？').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('曾胜鑫 C000001 已合并到 曾勝鑫 C000734，转过去 1 条记录。').first().waitFor();
  expect(named('mergeCustomers').map(({ input }) => input)).toEqual([
    {
      requestId: expect.stringMatching(/^[0-9a-f]{32}$/),
      keep: 'C000734',
      drop: ['C000001'],
      values: { name: '曾勝鑫', phone: '15117979200 / 01062345678', email: 'zeng@qq.com', address: '和平路 1 号' },
      shown: {
        C000001: { name: '曾胜鑫', phone: '15117979200', email: 'zeng@qq.com', address: '和平路 1 号', agrees: 'TRUE' },
        C000734: { name: '曾勝鑫', phone: '01062345678', email: '', address: '和平路 1 号', agrees: 'FALSE' },
      },
    },
  ]);
  await page.keyboard.press('z');
  await page.getByText('这 2 位是同一位客户吗？').waitFor();
  await page.getByText('已撤销第 5 批').first().waitFor();
  expect(named('undoRun')[0]!.input).toEqual({ run: 5 });
  await ready();
  expect(await page.getByText('1 / 2').count()).toBe(1);
  await close();
});

test('of three only those ticked are merged, and who is left out comes next with the one who stays', async () => {
  const { page, named, called, ready, close } = await open({}, { locale: 'zh-CN', review: { groups: [groups[1]], total: 1 } });
  await page.getByRole('checkbox').nth(2).uncheck();
  await page.getByText('没勾选的 1 位不动，接着再看。').waitFor();
  await page.getByRole('button', { name: '合并 2 位客户' }).click();
  await page.getByText('这 2 位是同一位客户吗？').waitFor();
  await ready();
  expect(named('mergeCustomers')[0]!.input.drop).toEqual(['C000119']);
  expect(named('proposeMerge').at(-1)!.input.customers).toEqual(['C000002', 'C000870']);
  await page.keyboard.press('n');
  await page.getByText('都看过了').waitFor();
  await called('judgeDuplicates');
  expect(named('judgeDuplicates').map(({ input }) => input)).toEqual([{ customers: ['C000002', 'C000870'], verdict: 'notSame' }]);
  await close();
});

test('a lost answer is asked for again as the same request; what somebody has changed meanwhile is shown and merged no sooner', async () => {
  const changed: MergeProposal = proposalFor(['C000001', 'C000734']);
  changed.fields[0]!.texts[1] = '曾圣鑫';
  let isChanged = false;
  const { page, named, called, ready, close } = await open({
    proposeMerge: ({ customers }) => (isChanged && customers[0] === 'C000001' ? changed : proposalFor(customers)),
    mergeCustomers: (_, count) => {
      if (count < 3) throw new Error('the connection broke');
      isChanged = true;
      return { ok: false, message: 'C000734 刚被别人改过，没有合并。', changed: true };
    },
  });
  await page.keyboard.press('Enter');
  await page.getByText('没有收到答复，可能已经合并').first().waitFor();
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByRole('button', { name: '去看看' }).click();
  expect(new Set(named('mergeCustomers').map(({ input }) => input.requestId)).size).toBe(1);
  await page.getByText('C000734 刚被别人改过，没有合并。').first().waitFor();
  await page.getByText('刚被别人改过，原来是：曾勝鑫').waitFor();
  await ready();
  await page.keyboard.press('Enter');
  await page.getByText('这 3 位是同一位客户吗？').waitFor();
  await called('mergeCustomers', 4);
  expect(named('mergeCustomers').at(-1)!.input.shown.C000734.name).toBe('曾圣鑫');
  expect(new Set(named('mergeCustomers').map(({ input }) => input.requestId)).size).toBe(2);
  await close();
});

test('what is put off comes again at the end; nothing listed and nothing answered say what to do', async () => {
  const { page, close } = await open({}, { locale: 'zh-CN', review: { groups: [groups[0]], total: 1 } });
  await page.keyboard.press('l');
  await page.getByRole('button', { name: '再看稍后的 1 组' }).click();
  expect(await heading(page).textContent()).toBe('这 2 位是同一位客户吗？');
  await close();

  const none = await open(
    {
      getDuplicateGroups: (_, count) => {
        if (count === 1) throw new Error('the connection broke');
        return { groups: [], total: 0 };
      },
    },
    { locale: 'zh-CN', review: undefined },
  );
  await none.page.getByText('疑似重复没有打开').waitFor();
  await none.page.getByRole('button', { name: '再试一次' }).click();
  await none.page.getByText('还没有查过重').waitFor();
  expect(await none.page.getByRole('button', { name: '查重' }).count()).toBe(1);
  await none.close();
});

test('a card opens the review of two and comes back to whoever stays; its changes unfold; the name is asked once', async () => {
  const card = (number: string): Card => ({
    tab: 'customers',
    number,
    name: '曾胜鑫',
    fields: [],
    missing: [],
    problems: [],
    totals: { unclear: 0, counts: [] },
    events: [],
    more: 0,
    household: [],
    duplicates: [{ ...zeng[1]!, reasons: ['电话相同'], strength: 'sure' }],
    adds: [],
    reminders: [],
    today: '2026-11-22',
    locale: 'zh-CN',
  });
  const line = { when: '2026-11-20 08:00:00', who: '王店长', kind: '表单', field: '联系电话', from: '151***00', to: '138***00' };
  const { page, named, ready, close } = await open(
    {
      getCard: ({ customer }) => card(customer),
      getRecordLog: () => ({ lines: [line], more: 0 }),
      loadCustomers: () => ({ fields: [], columns: [], from: 0, rows: 0, total: 0 }),
      chooseName: () => ({ ok: true, message: '' }),
    },
    { locale: 'zh-CN', card: card('C000001'), who: '' },
  );
  await page.getByText('操作记录').click();
  await page.getByText('2026-11-20 08:00 · 王店长 · 表单').waitFor();
  expect(await page.locator('.log-what').textContent()).toBe('联系电话：151***00 → 138***00');

  await page.getByRole('button', { name: '填写名字' }).click();
  await page.getByLabel('操作日志里怎么称呼你').fill('李 娜');
  await page.keyboard.press('Enter');
  await page.getByText('记录为：李 娜').waitFor();
  expect(named('chooseName')[0]!.input).toEqual({ name: '李 娜' });

  await page.getByRole('button', { name: '与 曾勝鑫 比较与合并' }).click();
  await ready();
  await page.keyboard.press('2');
  await page.getByRole('button', { name: '合并 2 位客户' }).click();
  await page.getByText('曾胜鑫 C000001 已合并到 曾勝鑫 C000734，转过去 1 条记录。').first().waitFor();
  await page.getByRole('button', { name: '返回客户卡' }).click();
  await page.getByText('往来记录').first().waitFor();
  expect(named('getCard').at(-1)!.input).toEqual({ customer: 'C000734' });
  await close();
});

test('with the ledger behind it: listed, merged, told on the card, and taken back', async () => {
  const shop = await Shop.open();
  const row = (phone: string) => ['周婷', phone, 'zhou@qq.com', '杭州市文三路 100 号', '普通客户'];
  await shop.paste('基本信息', 2, '客户姓名', [row('13912345678'), ['李芳', '13900139000'], row('13912345679')]);
  await shop.paste('购买记录', 2, '客户编号', [['C000003', '海尔', '2026-10-01', '1', '微信', '已完成']]);
  await shop.run('find-duplicates');
  const names = ['proposeMerge', 'mergeCustomers', 'judgeDuplicates', 'undoRun', 'getCard', 'getRecordLog'] as const;
  const ledger = Object.fromEntries(names.map((name) => [name, (input: object) => shop.call(name, input)]));
  const list = await shop.call<{ groups: DuplicateGroup[]; total: number }>('getDuplicateGroups', {});
  expect(list.groups.map(({ customers }) => customers.map(({ number }) => number))).toEqual([['C000001', 'C000003']]);
  const { page, close } = await open(ledger as Answers, { locale: 'zh-CN', review: list });
  await page.getByText('13912345678 / 13912345679').or(page.getByText('13912345679 / 13912345678')).waitFor();
  await page.keyboard.press('Enter');
  await page
    .getByText(/周婷 C00000\d 已合并到/)
    .first()
    .waitFor();
  expect(shop.columnTexts('基本信息', '客户编号')).toHaveLength(2);
  const kept = shop.text('购买记录', 2, '客户编号');
  const log = await shop.call<{ lines: { to: string }[] }>('getRecordLog', { number: kept });
  expect(log.lines.map(({ to }) => to)).toContainEqual(expect.stringMatching(new RegExp(`合并到 ${kept}$`)));
  expect(await shop.call<{ total: number }>('getDuplicateGroups', {})).toMatchObject({ total: 0 });
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销第').first().waitFor();
  expect(shop.columnTexts('基本信息', '客户编号').sort()).toEqual(['C000001', 'C000002', 'C000003']);
  await close();
});

test('nothing sticks out at 260 px in English, nothing is in Chinese, and data never becomes markup', async () => {
  const long = '<img src=x>Donaudampfschifffahrtsgesellschaft'.repeat(2);
  const people = ['C000001', 'C000002', 'C000003'].map((number) => ({ number, name: long, phone: '' }));
  const { page, close } = await openSidebar(
    browser,
    { locale: 'en', who: 'Ann', review: { groups: [{ ...group(people), reasons: [long] }], total: 1 } },
    {
      proposeMerge: () => ({
        customers: people.map((one) => ({ ...one, records: [{ tab: 'purchases', label: long, count: 1 }] })),
        keep: 'C000001',
        fields: [
          { key: 'name', label: long, kind: 'text', texts: [long, 'Ann', ''], proposed: 0, why: long, joined: `${long} / Ann` },
        ],
      }),
    },
    { width: 260 },
  );
  await page.locator('.compare').first().waitFor();
  await page.keyboard.press('?');
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
      .map((one) => one.className),
  );
  expect(wide).toEqual([]);
  expect(await page.locator('body').textContent()).not.toMatch(/[\u4e00-\u9fff]/);
  expect(await page.locator('img').count()).toBe(0);
  await close();
});
