import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { SaveResult } from '../../src/domain/api.ts';
import { launchChromium } from './chromium.ts';
import { customerForm } from './fixtures.ts';
import { never, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const boot = { tab: 'customers', locale: 'zh-CN', form: customerForm() } as const;
const customer = { number: 'C000124', name: '张伟', phone: '13800138000' };
const saved: SaveResult = { ok: true, number: 'C000124', message: '已登记 C000124 张伟', customer, values: {} };
const repeated: SaveResult = { ...saved, repeated: true };
const findDuplicates = () => ({ candidates: [] });
const lost = () => {
  throw new Error('the connection broke');
};

async function fillIn(page: Page) {
  await page.getByLabel('客户姓名').fill('张伟');
  await page.getByLabel('联系电话').fill('13800138000');
}

test('after a lost answer the page asks once more by itself, as the same request', async () => {
  const { page, named, close } = await openSidebar(browser, boot, {
    findDuplicates,
    saveRecord: (_, count) => (count === 1 ? lost() : repeated),
  });
  await fillIn(page);
  await page.getByRole('button', { name: '登记客户' }).click();
  await page.getByText('先前那次已经保存成功，没有重复登记。').waitFor();
  expect(named('saveRecord')).toHaveLength(2);
  expect(named('saveRecord')[1]!.input).toEqual(named('saveRecord')[0]!.input);
  await close();
});

test('lost twice it is left to a button, keeps what was typed, and is still the same request', async () => {
  const { page, named, close } = await openSidebar(browser, boot, {
    findDuplicates,
    saveRecord: (_, count) => (count < 3 ? lost() : saved),
  });
  await fillIn(page);
  await page.getByRole('button', { name: '登记客户' }).click();
  await page.getByText('没有收到答复，可能已经保存。').waitFor();
  expect(await page.getByLabel('客户姓名').inputValue()).toBe('张伟');
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByRole('heading', { name: '已登记 C000124 张伟' }).waitFor();
  expect(new Set(named('saveRecord').map(({ input }) => input.requestId)).size).toBe(1);
  await close();
});

test('what was changed after a lost answer does not make a second customer, and is said not to be saved', async () => {
  const { page, named, close } = await openSidebar(browser, boot, {
    findDuplicates,
    saveRecord: (_, count) => (count < 3 ? lost() : repeated),
  });
  await fillIn(page);
  await page.getByRole('button', { name: '登记客户' }).click();
  await page.getByText('没有收到答复，可能已经保存。').waitFor();
  await page.getByLabel('电子邮箱').fill('wang@qq.com');
  await page.keyboard.press('Control+Enter');
  await page.getByText('已保存的是先前那次的内容，之后改的没有保存：电子邮箱。').waitFor();
  expect(new Set(named('saveRecord').map(({ input }) => input.requestId)).size).toBe(1);
  await close();
});

test('no answer for a minute is a lost answer', async () => {
  const { page, named, called, answered, close } = await openSidebar(
    browser,
    boot,
    { findDuplicates, saveRecord: never },
    { clock: true },
  );
  await fillIn(page);
  await page.keyboard.press('Tab');
  await page.clock.runFor(1000);
  await called('findDuplicates');
  await answered();
  await page.getByRole('button', { name: '登记客户' }).click();
  await page.getByText('正在保存…').waitFor();
  await called('saveRecord');
  await page.clock.runFor(60_000);
  await page.getByText('正在核实是否已经保存').waitFor();
  await called('saveRecord', 2);
  await page.clock.runFor(60_000);
  await page.getByText('等了 1 分钟没有答复').waitFor();
  expect(named('saveRecord')).toHaveLength(2);
  await close();
});

test('a page closed while saving knows its request when it is opened again', async () => {
  const { page, named, called, close } = await openSidebar(browser, boot, {
    findDuplicates,
    saveRecord: (_, count) => (count === 1 ? never() : repeated),
  });
  await fillIn(page);
  await page.getByRole('button', { name: '登记客户' }).click();
  await page.getByText('正在保存…').waitFor();
  await called('saveRecord');
  await page.reload();
  expect(await page.getByLabel('客户姓名').inputValue()).toBe('张伟');
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByRole('heading', { name: '已登记 C000124 张伟' }).waitFor();
  expect(new Set(named('saveRecord').map(({ input }) => input.requestId)).size).toBe(1);
  await page.reload();
  expect(await page.getByLabel('客户姓名').inputValue()).toBe('');
  await close();
});

test('what was typed and never sent comes back, too', async () => {
  const { page, close } = await openSidebar(browser, boot, { findDuplicates });
  await fillIn(page);
  await page.reload();
  await page.getByText('已恢复上次没有保存的内容。').waitFor();
  expect(await page.getByLabel('联系电话').inputValue()).toBe('13800138000');
  await close();
});
