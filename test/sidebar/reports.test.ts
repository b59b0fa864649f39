import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { LedgerApi } from '../../src/domain/api.ts';
import type { ReportsPage } from '../../src/domain/reports/api.ts';
import { Shop } from '../ledger/shop.ts';
import { launchChromium } from './chromium.ts';
import { type Answers, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const names: (keyof LedgerApi)[] = ['getReports', 'getReportChoices', 'makeChosenReport', 'openReport'];

/** The far end of the page is the ledger itself. */
const answersOf = (shop: Shop): Answers =>
  Object.fromEntries(names.map((name) => [name, (input: object) => shop.call(name, input)]));

async function shopWithPurchases(): Promise<Shop> {
  const shop = await Shop.open();
  await shop.paste('基本信息', 2, '客户姓名', [
    ['张伟', '13800138000', '', '杭州市文三路 1 号', 'VIP客户'],
    ['李芳', '13900139000', '', '上海市浦东新区张杨路 2 号', '普通客户'],
  ]);
  await shop.paste('购买记录', 2, '客户编号', [
    ['C000001', 'KFR-35GW', '2026-10-01', '1', '微信', '已完成', '2999'],
    ['C000002', 'BCD-501', '2026-11-02', '1', '现金', '已完成', '3599'],
  ]);
  return shop;
}

test('a report is chosen with what the ledger holds, made, told of, and asked for again the same way', async () => {
  const shop = await shopWithPurchases();
  const boot = { locale: 'zh-CN' as const, offers: await shop.call<ReportsPage>('getReports', {}) };
  const { page, named, close } = await openSidebar(browser, boot, answersOf(shop));
  await page.getByLabel('哪一份').selectOption({ label: '销售报表' });
  await page.getByText('卖了多少，比上期和去年同期怎么样？').waitFor();
  await page.getByLabel('地区').selectOption('上海');
  expect(await page.getByLabel('产品').locator('option').allTextContents()).toEqual(['全部', 'KFR-35GW', 'BCD-501']);
  await page.getByLabel('时间段').selectOption({ label: '自己选日期' });
  await page.getByRole('button', { name: '生成' }).click();
  await page.getByRole('status').getByText('请填开始或结束的日期。').waitFor();
  expect(named('makeChosenReport')).toEqual([]);
  await page.getByLabel('从').fill('2026-10-15');
  await page.getByRole('button', { name: '生成' }).click();
  await page.getByRole('status').getByText('“销售报表”已经写好。').waitFor();
  await page.getByText('销售额 ¥3,599，一共 1 笔。').waitFor();
  await page.getByRole('button', { name: '打开已有的' }).waitFor();
  await close();

  const offers = await shop.call<ReportsPage>('getReports', {});
  expect(offers.last).toEqual({ report: 'sales', preset: 'own', from: '2026-10-15', region: '上海' });
  const again = await openSidebar(browser, { locale: 'en' as const, offers }, answersOf(shop));
  expect(await again.page.getByLabel('Which one').inputValue()).toBe('sales');
  expect(await again.page.getByLabel('From').inputValue()).toBe('2026-10-15');
  await again.page.getByLabel('Region').waitFor();
  expect(await again.page.getByLabel('Region').inputValue()).toBe('上海');
  await again.close();
});

test('without an answer it is said what to look for, and the filters can be read again', async () => {
  const shop = await shopWithPurchases();
  const boot = { locale: 'zh-CN' as const, offers: await shop.call<ReportsPage>('getReports', {}) };
  let isGone = true;
  const { page, close } = await openSidebar(browser, boot, {
    ...answersOf(shop),
    getReportChoices: (input) => {
      if (isGone) throw new Error('gone');
      return shop.call('getReportChoices', input);
    },
    makeChosenReport: () => {
      throw new Error('gone');
    },
  });
  await page.getByText('没有读到可选的内容').waitFor();
  await page.getByRole('button', { name: '生成' }).click();
  await page.getByRole('status').getByText('没有收到台账的答复').waitFor();
  isGone = false;
  await page.getByRole('button', { name: '再读一次' }).click();
  await page.getByLabel('地区').waitFor();
  await close();
});
