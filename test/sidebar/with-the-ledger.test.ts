import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Form, LedgerApi } from '../../src/domain/api.ts';
import type { Reviews } from '../../src/domain/review/api.ts';
import { Shop } from '../ledger/shop.ts';
import { launchChromium } from './chromium.ts';
import { type Answers, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** The far end of the page is the ledger itself. */
function answersOf(shop: Shop): Answers {
  const names: (keyof LedgerApi)[] = [
    ...(['getForm', 'findDuplicates', 'saveRecord', 'updateCustomer', 'showRecord', 'findCustomers'] as const),
    ...(['getReviews', 'getReview', 'saveReview'] as const),
  ];
  return Object.fromEntries(names.map((name) => [name, (input: object) => shop.call(name, input)]));
}

test('a customer and a purchase go through the page into the tabs, and the next one is warned about', async () => {
  const shop = await Shop.open();
  const form = await shop.call<Form>('getForm', { tab: 'customers' });
  const { page, close } = await openSidebar(browser, { tab: 'customers', locale: 'zh-CN', form }, answersOf(shop));
  await page.getByLabel('客户姓名').fill('张伟');
  await page.getByLabel('联系电话').fill('+86 138-0013-8000');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: '已登记 C000001 张伟' }).waitFor();
  expect(shop.text('基本信息', 2, '联系电话')).toBe('13800138000');

  await page.getByRole('button', { name: '登记购买' }).click();
  await page.getByLabel('产品型号').fill('KFR-35GW');
  await page.getByLabel('购买数量').fill('2');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '再登记一条' }).waitFor();
  expect(shop.text('购买记录', 2, '客户编号')).toBe('C000001');

  const again = await openSidebar(browser, { tab: 'customers', locale: 'zh-CN', form }, answersOf(shop));
  await again.page.getByLabel('客户姓名').fill('张伟');
  await again.page.getByLabel('联系电话').fill('13800138000');
  await again.page.getByLabel('电子邮箱').fill('zhang@qq.com');
  await again.page.keyboard.press('Tab');
  await again.page.locator('article[data-number=C000001]').waitFor();
  await again.page.getByRole('button', { name: '更新此客户' }).click();
  await again.page.getByRole('button', { name: '更新 1 项' }).click();
  await again.page.getByRole('heading', { name: /C000001/ }).waitFor();
  expect(shop.text('基本信息', 2, '电子邮箱')).toBe('zhang@qq.com');
  expect(shop.columnTexts('基本信息', '客户编号')).toEqual(['C000001']);
  await close();
  await again.close();
});

test('a wrong phone is not “all right”: it is corrected, or noted as wrong, and nobody who asked for it is called', async () => {
  const shop = await Shop.open();
  await shop.paste('基本信息', 2, '客户姓名', [
    ['张伟', '1380013800'],
    ['李芳', '1390013900'],
    ['王强', '1370013700'],
  ]);
  await shop.run('plan-reviews');
  const reviews = await shop.call<Reviews>('getReviews', {});
  await shop.type('基本信息', 4, '联系状态', '请勿联系');
  const { page, close } = await openSidebar(browser, { locale: 'zh-CN', reviews }, answersOf(shop));
  await page.getByRole('button', { name: '从第一位开始' }).click();
  await page.getByRole('button', { name: '资料都对' }).click();
  await page.getByText('有 1 处需要改').waitFor();
  await page.getByLabel('联系电话').fill('13800138000');
  await page.getByRole('button', { name: '改 1 项并核实' }).click();
  await page.getByText('张伟已核实').waitFor();
  await page.getByRole('button', { name: '电话有误' }).click();
  await page.getByText('王强已要求不再联系').waitFor();
  expect(await page.locator('a[href^="tel:"]').count()).toBe(0);
  expect(shop.columnTexts('基本信息', '联系状态')).toEqual(['', '电话有误', '请勿联系']);
  expect(shop.columnTexts('基本信息', '核实日期')).toEqual(['2026-11-22', '2026-11-22']);
  await close();
});
