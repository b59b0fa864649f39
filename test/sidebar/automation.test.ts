import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { LedgerApi } from '../../src/domain/api.ts';
import type { JobsPage } from '../../src/domain/automation/api.ts';
import { Shop } from '../ledger/shop.ts';
import { launchChromium } from './chromium.ts';
import { type Answers, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const names: (keyof LedgerApi)[] = ['getJobs', 'switchJob', 'runJob', 'restartJobs'];

/** The far end of the page is the ledger itself. */
const answersOf = (shop: Shop): Answers =>
  Object.fromEntries(names.map((name) => [name, (input: object) => shop.call(name, input)]));

test('a job is switched on by its switch once the person has said who they are, runs at a press, and says what came of it', async () => {
  const shop = await Shop.open();
  const boot = { locale: 'zh-CN' as const, page: await shop.call<JobsPage>('getJobs', {}) };
  const { page, named, close } = await openSidebar(browser, boot, answersOf(shop));
  const flip = page.getByRole('switch', { name: '夜间检查' });
  await flip.click();
  await page.getByText('先填怎么称呼你，再打开。').waitFor();
  expect(named('switchJob')).toEqual([]);
  await page.keyboard.type('王店长');
  await flip.focus();
  await page.keyboard.press('Space');
  await page.getByText('“夜间检查”已经打开').waitFor();
  expect(await flip.getAttribute('aria-checked')).toBe('true');
  expect(await flip.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.getByText('由王店长打开').waitFor();
  await page.getByText('下次：明天 02:00 起').waitFor();
  expect(await page.getByLabel('怎么称呼你').count()).toBe(0);
  await page.getByRole('button', { name: '现在运行' }).first().click();
  await page.getByRole('status').getByText('检查了 0 行，没有问题。').waitFor();
  await close();
});

test('a call that nobody answers leaves it open whether it was done, and the way on is to look', async () => {
  const shop = await Shop.open();
  await shop.call('switchJob', { job: 'sweep', on: true, name: 'Wang' });
  const boot = { locale: 'en' as const, page: await shop.call<JobsPage>('getJobs', {}) };
  const answers = answersOf(shop);
  const { page, close } = await openSidebar(browser, boot, {
    ...answers,
    switchJob: () => {
      throw new Error('gone');
    },
  });
  await page.getByRole('switch').first().click();
  await page.getByText('The ledger did not answer').waitFor();
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByRole('button', { name: 'Look again' }).waitFor({ state: 'detached' });
  expect(await page.getByRole('switch').first().getAttribute('aria-checked')).toBe('true');
  await close();
});
