import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { Card, CustomerRows, LedgerApi } from '../../src/domain/api.ts';
import { Shop } from '../ledger/shop.ts';
import { launchChromium } from './chromium.ts';
import { type Answers, never, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const names: (keyof LedgerApi)[] = [
  'getForm',
  'findDuplicates',
  'saveRecord',
  'showRecord',
  'findCustomers',
  'loadCustomers',
  'getCard',
];

/** The far end of the page is the ledger itself. */
const answersOf = (shop: Shop): Answers =>
  Object.fromEntries(names.map((name) => [name, (input: object) => shop.call(name, input)]));

async function shopWith(locale: 'zh_CN' | 'en_US' = 'zh_CN'): Promise<Shop> {
  const shop = await Shop.open({ locale });
  const [customers, name, orders, who] =
    locale === 'zh_CN'
      ? ['基本信息', '客户姓名', '购买记录', '客户编号']
      : ['Customers', 'Customer name', 'Purchases', 'Customer no.'];
  await shop.paste(customers, 2, name, [
    ['张伟', '13800138000', 'zhang@qq.com', '杭州市文三路100号2栋301室'],
    ['李芳', '13900139000', '', '杭州市文三路100号2栋301室'],
    ['赵薇', '13700137555', '', '杭州市莫干山路18号'],
  ]);
  await shop.paste(orders, 2, who, [['C000001', 'KFR-35GW', '2026-10-01', '2']]);
  return shop;
}

const found = (page: Page) => page.locator('.results [role=option]');
const shownNames = (page: Page) => page.locator('.result-name').allTextContents();

/** Made-up customers of a tab with so many rows, as `loadCustomers` answers them. */
const block = (from: number, rows: number, total: number): CustomerRows => {
  const all = Array.from({ length: Math.max(0, Math.min(rows, total - from)) }, (_, i) => from + i + 1);
  return {
    fields: [
      { key: 'customerId', label: '客户编号', role: 'number' },
      { key: 'name', label: '客户姓名', role: 'name' },
      { key: 'phone', label: '联系电话', role: 'phone' },
    ],
    columns: [
      all.map((n) => `C${String(n).padStart(6, '0')}`).join('\n'),
      all.map((n) => `客${'一二三四五六七八九十'[n % 10]}`).join('\n'),
      all.map((n) => `139${String(n).padStart(8, '0')}`).join('\n'),
    ],
    from,
    rows: all.length,
    total,
  };
};

let shop: Shop;
beforeEach(async () => {
  shop = await shopWith();
});

test('customers are found while somebody types, and the keyboard is enough to open a card and come back', async () => {
  const { page, named, close } = await openSidebar(browser, { locale: 'zh-CN' }, answersOf(shop));
  await page.getByText('3 位客户').waitFor();
  await page.keyboard.type('z');
  await page.keyboard.type('w');
  expect(await shownNames(page)).toEqual(['张伟', '赵薇']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '赵薇' }).waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('combobox').inputValue()).toBe('zw');
  expect(await shownNames(page)).toEqual(['张伟', '赵薇']);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '张伟' }).waitFor();
  expect(named('loadCustomers')).toHaveLength(1);
  expect(named('getCard').map(({ input }) => input.customer)).toEqual(['C000003', 'C000001']);
  await close();
});

test('what was found shows where it was found', async () => {
  const { page, close } = await openSidebar(browser, { locale: 'zh-CN' }, answersOf(shop));
  await page.getByText('3 位客户').waitFor();
  await page.keyboard.type('138 8000');
  expect(await page.locator('mark').allTextContents()).toEqual(['138', '8000']);
  await page.getByRole('combobox').fill('莫干山');
  expect(await shownNames(page)).toEqual(['赵薇']);
  await page.getByText('地址 杭州市莫干山路18号').waitFor();
  await close();
});

test('who is not found can be registered with what was typed, and is found from then on', async () => {
  const { page, close } = await openSidebar(browser, { locale: 'zh-CN' }, answersOf(shop));
  await page.getByText('3 位客户').waitFor();
  await page.keyboard.type('13612345678');
  await page.getByText('没有客户符合“13612345678”').waitFor();
  await page.getByRole('button', { name: '登记“13612345678”' }).click();
  expect(await page.getByLabel('联系电话').inputValue()).toBe('13612345678');
  await page.getByLabel('客户姓名').fill('王小二');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '已登记 C000004 王小二' }).waitFor();
  await page.getByRole('button', { name: '返回查找' }).click();
  await page.getByRole('combobox').fill('wxe');
  expect(await shownNames(page)).toEqual(['王小二']);
  expect(shop.text('基本信息', 5, '客户姓名')).toBe('王小二');
  await close();
});

test('a purchase added from the card stands on its time line when one comes back', async () => {
  const card = await shop.call<Card>('getCard', { customer: 'C000001' });
  const { page, named, close } = await openSidebar(browser, { locale: 'zh-CN', card }, answersOf(shop));
  await page.getByRole('heading', { name: '张伟' }).waitFor();
  expect(named('getCard')).toHaveLength(0);
  await page.getByRole('button', { name: '登记购买' }).click();
  expect(await page.getByLabel('客户编号').inputValue()).toBe('张伟 · C000001');
  await page.getByLabel('产品型号').fill('BCD-218W');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '返回客户卡' }).waitFor();
  await page.getByRole('button', { name: '返回客户卡' }).click();
  await page.getByText('BCD-218W').waitFor();
  expect(await page.locator('.event').evaluateAll((all) => all.map((one) => one.getAttribute('data-number')))).toEqual([
    'D000002',
    'D000001',
  ]);
  expect(shop.text('购买记录', 3, '客户编号')).toBe('C000001');
  await close();
});

test('from the card one calls, writes, and goes to the row of any record', async () => {
  const card = await shop.call<Card>('getCard', { customer: 'C000001' });
  const { page, named, close } = await openSidebar(browser, { locale: 'zh-CN', card }, answersOf(shop));
  expect(await page.getByRole('link', { name: '拨打 13800138000' }).getAttribute('href')).toBe('tel:+8613800138000');
  expect(await page.getByRole('link', { name: '写邮件给 zhang@qq.com' }).getAttribute('href')).toBe('mailto:zhang@qq.com');
  await page.locator('.event').first().click();
  await page.getByText('已在表中选中 D000001。').waitFor();
  expect(named('showRecord')[0]!.input).toEqual({ tab: 'purchases', number: 'D000001' });
  await page.getByRole('button', { name: '在表中查看', exact: true }).first().click();
  await page.getByText('已在表中选中 C000001。').waitFor();
  await close();
});

test('whoever lives in the same household is a click away, and so is the way back', async () => {
  const card = await shop.call<Card>('getCard', { customer: 'C000001' });
  const { page, close } = await openSidebar(browser, { locale: 'zh-CN', card }, answersOf(shop));
  await page.getByRole('region', { name: '同住或共用电话' }).getByText('李芳').click();
  await page.getByRole('heading', { name: '李芳' }).waitFor();
  await page.getByText('还没填：电子邮箱、客户类型').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: '张伟' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox').waitFor();
  await close();
});

test('many customers come in blocks side by side, each row once, and can be searched while the rest arrives', async () => {
  const total = 23_500;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let running = 0;
  let most = 0;
  const { page, named, close } = await openSidebar(
    browser,
    { locale: 'zh-CN' },
    {
      loadCustomers: async ({ from, rows = 6000 }) => {
        running += 1;
        most = Math.max(most, running);
        if (from >= 12_000) await held;
        running -= 1;
        // Nobody answers more than fits, whatever is asked for.
        return block(from, Math.min(rows, 5_000), total);
      },
    },
  );
  await page.getByRole('combobox').fill('13900004321');
  await page.getByText('C004321').waitFor();
  await page.getByText(/正在载入客户：[\d,]+ \/ 23,500/).waitFor();
  await page.getByRole('combobox').fill('13900023456');
  await page.getByText('还在载入').waitFor();
  release();
  await page.getByText('C023456').waitFor();
  await page.getByText('23,500 位客户').waitFor();
  expect(named('loadCustomers').map(({ input }) => input.from)).toEqual([0, 5000, 10000, 15000, 20000]);
  expect(most).toBeGreaterThan(1);
  await page.getByRole('combobox').fill('C');
  await page.getByText('找到 23,500 位').waitFor();
  expect(await found(page).count()).toBeLessThanOrEqual(50);
  await close();
});

test('who is registered while customers still arrive is found when they are there', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { page, close } = await openSidebar(
    browser,
    { locale: 'zh-CN' },
    {
      ...answersOf(shop),
      loadCustomers: async ({ from, rows = 5 }) => {
        if (from > 0) await held;
        // Numbers that the real ledger has not given yet.
        return { ...block(from + 100, Math.min(rows, 5), 110), from, total: 10 };
      },
    },
  );
  await page.getByRole('combobox').fill('欧阳锋');
  await page.getByText('正在载入客户：5 / 10').waitFor();
  await page.getByRole('button', { name: '登记新客户' }).click();
  await page.getByLabel('客户姓名').fill('欧阳锋');
  await page.getByLabel('联系电话').fill('13612345678');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /已登记 C000004/ }).waitFor();
  await page.getByRole('button', { name: '返回查找' }).click();
  release();
  await page.locator('.results').getByText('欧阳锋').waitFor();
  await close();
});

test('rows that somebody moves while they are read are read anew', async () => {
  const { page, named, close } = await openSidebar(
    browser,
    { locale: 'zh-CN' },
    {
      // The first time a row is inserted between the two answers: one customer comes twice.
      loadCustomers: ({ from, rows = 1000 }, count) => block(count === 2 ? from - 1 : from, Math.min(rows, 1000), 2000),
    },
  );
  await page.getByText('2,000 位客户').waitFor();
  expect(named('loadCustomers')).toHaveLength(4);
  await page.getByRole('combobox').fill('C002000');
  expect(await found(page).count()).toBe(1);
  await close();
});

test('when customers do not arrive it is said, and one can try again', async () => {
  const { page, close } = await openSidebar(
    browser,
    { locale: 'zh-CN' },
    {
      loadCustomers: (_, count) => {
        if (count <= 2) throw new Error('lost');
        return block(0, 10, 10);
      },
    },
  );
  await page.getByText('客户没有载入').waitFor();
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByText('10 位客户').waitFor();
  await close();
});

test('an empty ledger begins with the first customer', async () => {
  const { page, close } = await openSidebar(
    browser,
    { locale: 'zh-CN' },
    { loadCustomers: () => block(0, 0, 0), getForm: never },
  );
  await page.getByText('台账里还没有客户').waitFor();
  await page.getByRole('button', { name: '登记新客户' }).first().click();
  await page.getByText('正在打开表单…').waitFor({ state: 'attached' });
  await close();
});

test('a card that does not open says why, and one gets back', async () => {
  const message = 'C000001 不在表里了，可能刚被删除。';
  const { page, close } = await openSidebar(
    browser,
    { locale: 'zh-CN', customers: block(0, 5, 5) },
    { getCard: () => ({ failed: true, message, retry: false }) },
  );
  await page.keyboard.type('C000001');
  await page.keyboard.press('Enter');
  await page.getByText(message).waitFor();
  await page.getByRole('button', { name: '返回查找' }).click();
  expect(await page.getByRole('combobox').inputValue()).toBe('C000001');
  await close();
});

test('an English user reads English throughout, and nothing sticks out however long the words', async () => {
  const english = await shopWith('en_US');
  const card = await english.call<Card>('getCard', { customer: 'C000001' });
  const long = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3);
  card.name = long;
  card.fields = card.fields.map((field) => ({ ...field, text: long, problem: { message: long, severity: 'warning' } }));
  card.events = card.events.map((event) => ({
    ...event,
    what: long,
    words: long,
    state: { label: long, hue: 'amber' },
    amount: 1e9,
  }));
  card.household = card.household.map((one) => ({ ...one, name: long, reasons: [long] }));
  card.duplicates = card.household;
  for (const width of [300, 260]) {
    const { page, close } = await openSidebar(browser, { locale: 'en', card }, answersOf(english), { width });
    await page.getByRole('heading', { name: 'History' }).waitFor();
    const wide = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
        .map((one) => one.className),
    );
    expect(wide).toEqual([]);
    expect(await page.locator('body').textContent()).not.toMatch(/[\u4e00-\u9fff]/);
    await page.keyboard.press('Escape');
    await page.getByText('3 customers').waitFor();
    await page.getByRole('combobox').fill('nobody at all');
    await page.getByText('No customer matches').waitFor();
    expect(await page.locator('body').textContent()).not.toMatch(/[\u4e00-\u9fff]/);
    await close();
  }
});

test('data never becomes markup', async () => {
  const card = await shop.call<Card>('getCard', { customer: 'C000001' });
  const evil = '<img src=x onerror="document.title=1">';
  card.name = evil;
  card.fields[0]!.text = evil;
  card.fields[1]!.mail = `x"onclick=alert(1)@y.z`;
  card.events[0]!.words = `</script><script>document.title=1</script>`;
  const { page, close } = await openSidebar(browser, { locale: 'zh-CN', card, customers: block(0, 3, 3) }, {});
  await page.getByRole('heading', { name: evil }).waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.title()).toBe('');
  await close();
});
