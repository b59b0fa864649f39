import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../sidebar/chromium.ts';
import { Desk, LocalProgram } from './local-program.ts';

const program = new LocalProgram();
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  [browser] = await Promise.all([launchChromium(), program.start(['--locale', 'en'])]);
  desk = await Desk.open(browser, program.url, 'en-US');
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await program.stop();
});

test('an English shop sees no Chinese anywhere', async () => {
  expect(await desk.ask((ledger) => ledger.sheetNames)).toEqual(['Home', 'Customers', 'Purchases', 'Repairs', 'Services']);
  await desk.goTo('Customers');
  await desk.choose('Customer Ledger', 'Register customer');
  const sidebar = desk.sidebar();
  await sidebar.getByLabel('Customer name').fill('Amy Chen');
  await sidebar.getByLabel('Phone').fill('138');
  await sidebar.getByLabel('E-mail').focus();
  await sidebar.getByText('Check it and type it again').first().waitFor();
  const text = `${await desk.page.locator('body').textContent()}\n${await sidebar.locator('#app').textContent()}`;
  expect(text.replaceAll('中文', '')).not.toMatch(/[\u4e00-\u9fff]/);
  await desk.screenshot('register.en.png');
  await sidebar.getByLabel('Phone').fill('+86 138 0013 8001');
  await sidebar.getByRole('button', { name: 'Register customer' }).click();
  await sidebar.getByText('Registered C000001 Amy Chen').waitFor();
  await desk.shows('C12', '+86 138 0013 8001');
  await desk.choose('Customer Ledger', 'Overview');
  await desk.until((ledger) => ledger.activeSheetName === 'Overview' && ledger.ready);
  await desk.page.getByTestId('chart').nth(2).waitFor();
  await desk.page.getByTestId('sidebar').getByTestId('panel-close').click();
  await desk.page.setViewportSize({ width: 1366, height: 1060 });
  await desk.page.waitForTimeout(500);
  await desk.screenshot('overview.en.png');
  await desk.page.setViewportSize({ width: 1366, height: 768 });
}, 60_000);
