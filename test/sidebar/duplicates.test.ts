import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { SaveResult } from '../../src/domain/api.ts';
import { launchChromium } from './chromium.ts';
import { customerForm, nearName, samePhone } from './fixtures.ts';
import { openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const boot = { tab: 'customers', locale: 'zh-CN', form: customerForm() } as const;
const customer = { number: 'C000124', name: '张伟', phone: '13800138000' };
const saved: SaveResult = { ok: true, number: 'C000124', message: '已登记 C000124 张伟', customer, values: {} };

async function fillIn(page: Page) {
  await page.getByLabel('客户姓名').fill('张伟');
  await page.getByLabel('联系电话').fill('13800138000');
  await page.getByLabel('联系电话').press('Tab');
}

test('leaving the phone shows who has it already, and why', async () => {
  const { page, named, called, close } = await openSidebar(browser, boot, {
    findDuplicates: () => ({ candidates: [samePhone(), nearName(), samePhone(), nearName()] }),
    showRecord: () => ({ ok: true }),
  });
  await fillIn(page);
  const card = page.locator('article[data-number=C000012]').first();
  await card.waitFor();
  expect(await page.locator('article').count()).toBe(3);
  expect(await card.textContent()).toContain('电话相同：138 0013 8000');
  // on a slow machine the name is asked about before the phone is there
  const asked = await called('findDuplicates', ({ values }) => values.phone);
  expect(asked.input.values).toEqual({ name: '张伟', phone: '13800138000' });
  await card.getByRole('button', { name: '打开' }).click();
  await page.getByText('已在表中选中 C000012。').waitFor();
  expect(named('showRecord')[0]!.input).toEqual({ tab: 'customers', number: 'C000012' });
  await close();
});

test('a field left unchanged asks nothing, and a failing question is a quiet line', async () => {
  const { page, named, close } = await openSidebar(
    browser,
    boot,
    {
      findDuplicates: () => {
        throw new Error('no network');
      },
    },
    { clock: true },
  );
  await page.getByLabel('客户姓名').press('Tab');
  await page.clock.runFor(1000);
  expect(named('findDuplicates')).toHaveLength(0);
  await page.getByLabel('客户姓名').fill('张伟');
  await page.getByLabel('客户姓名').press('Tab');
  await page.getByText('暂时不能查重，不影响保存。').waitFor();
  expect(named('findDuplicates')).toHaveLength(1);
  await close();
});

test('an answer about what stood there before is dropped', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { page, called, answered, close } = await openSidebar(browser, boot, {
    findDuplicates: async ({ values }) => {
      if (values.phone) return { candidates: [] };
      await held;
      return { candidates: [samePhone()] };
    },
  });
  await page.getByLabel('客户姓名').fill('张伟');
  await page.getByLabel('客户姓名').press('Tab');
  await called('findDuplicates');
  await page.getByLabel('联系电话').fill('13900139000');
  await page.getByLabel('联系电话').press('Tab');
  await called('findDuplicates', 2);
  release();
  await answered();
  expect(await page.locator('article').count()).toBe(0);
  await close();
});

test('a sure duplicate is asked about once, and adding anyway saves', async () => {
  const { page, named, close } = await openSidebar(
    browser,
    boot,
    { findDuplicates: () => ({ candidates: [samePhone()] }), saveRecord: () => saved },
    { clock: true },
  );
  await page.getByLabel('客户姓名').fill('张伟');
  await page.getByLabel('联系电话').fill('13800138000');
  await page.keyboard.press('Control+Enter');
  await page.getByText('与 张伟 很可能是同一位客户。仍然新增吗？').waitFor();
  expect(named('saveRecord')).toHaveLength(0);
  await page.clock.fastForward(600);
  await page.getByRole('button', { name: '新增', exact: true }).click();
  await page.getByRole('heading', { name: '已登记 C000124 张伟' }).waitFor();
  await close();
});

test('the second half of a double click does not answer the question', async () => {
  const { page, named, answered, close } = await openSidebar(
    browser,
    boot,
    { findDuplicates: () => ({ candidates: [samePhone()] }), saveRecord: () => saved },
    { clock: true },
  );
  await fillIn(page);
  await page.locator('article').waitFor();
  // both clicks at the same moment of the page, however slow the machine
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 60_000);
  await answered();
  await page.getByRole('button', { name: '登记客户' }).dblclick();
  await page.getByText('仍然新增吗？').waitFor();
  expect(await page.getByText('仍然新增吗？').count()).toBe(1);
  expect(named('saveRecord')).toHaveLength(0);
  await close();
});

test('two people may share a phone: dismissed cards do not come back nor hold up saving', async () => {
  const { page, named, called, answered, close } = await openSidebar(browser, boot, {
    findDuplicates: () => ({ candidates: [samePhone(), nearName()] }),
    saveRecord: () => saved,
  });
  await fillIn(page);
  await page.locator('article').first().waitFor();
  await page.getByRole('button', { name: '仍然新增' }).click();
  expect(await page.locator('article').count()).toBe(0);
  await page.getByLabel('电子邮箱').fill('wang@qq.com');
  await page.getByLabel('电子邮箱').press('Tab');
  await called('findDuplicates', ({ values }) => values.email);
  await answered();
  expect(await page.locator('article').count()).toBe(0);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '已登记 C000124 张伟' }).waitFor();
  expect(named('saveRecord')).toHaveLength(1);
  await close();
});

test('updating the existing customer takes what is missing, keeps the rest, and answers a conflict in place', async () => {
  const { page, named, close } = await openSidebar(browser, boot, {
    findDuplicates: () => ({ candidates: [samePhone()] }),
    updateCustomer: (_, count) =>
      count === 1
        ? {
            ok: false,
            problems: [{ message: '刚被改过', severity: 'wrong' }],
            conflicts: [{ key: 'address', label: '地址', shown: '杭州市西湖区文三路 100 号', now: '杭州市文三路 200 号' }],
          }
        : { ...saved, number: 'C000012', message: '已更新 C000012 张伟' },
  });
  await fillIn(page);
  await page.getByLabel('电子邮箱').fill('wang@qq.com');
  await page.getByLabel('地址').fill('杭州市西湖区文三路 300 号');
  await page.getByLabel('地址').press('Tab');
  await page.getByRole('button', { name: '更新此客户' }).click();
  const row = (label: string) => page.getByRole('group', { name: label });
  expect(await row('电子邮箱').getByRole('radio', { name: /新填/ }).isChecked()).toBe(true);
  expect(await row('地址').getByRole('radio', { name: /现有/ }).isChecked()).toBe(true);
  expect(await row('客户姓名').count()).toBe(0);
  await row('地址').getByRole('radio', { name: /新填/ }).check();
  await page.getByRole('button', { name: '更新 2 项' }).click();
  await page.getByText('刚被别人改过，原来是：杭州市西湖区文三路 100 号').waitFor();
  expect(await row('地址').textContent()).toContain('杭州市文三路 200 号');
  await page.getByRole('button', { name: '更新 2 项' }).click();
  await page.getByRole('heading', { name: '已更新 C000012 张伟' }).waitFor();
  const [first, second] = named('updateCustomer').map(({ input }) => input);
  expect(first).toMatchObject({
    number: 'C000012',
    values: { email: 'wang@qq.com', address: '杭州市西湖区文三路 300 号' },
    shown: { email: '', address: '杭州市西湖区文三路 100 号' },
  });
  expect(second).toMatchObject({ shown: { email: '', address: '杭州市文三路 200 号' } });
  await close();
});

test('going back from comparing loses nothing', async () => {
  const { page, close } = await openSidebar(browser, boot, { findDuplicates: () => ({ candidates: [samePhone()] }) });
  await fillIn(page);
  await page.getByRole('button', { name: '更新此客户' }).click();
  await page.getByText('新填的内容与现有的一样').or(page.getByText('逐项选择')).first().waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByLabel('客户姓名').inputValue()).toBe('张伟');
  expect(await page.locator('article').count()).toBe(1);
  await close();
});
