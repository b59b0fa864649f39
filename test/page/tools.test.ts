import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type RunningServer, startServer } from '../../local/server/server.ts';
import { launchChromium } from '../sidebar/chromium.ts';
import { createFakeHost, type FakeHost } from './fake-host.ts';
import { cellText, clickCell, isTrue, openPage } from './page-driver.ts';
import { sampleState } from './sample-state.ts';

const folder = fileURLToPath(new URL('../../build/page', import.meta.url));
const OWNER = { email: 'owner@shop.test', locale: 'zh-CN' };

let browser: Browser;
let context: BrowserContext;
let host: FakeHost;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  host = createFakeHost(sampleState(30));
  server = await startServer({ host, user: OWNER, folder });
  context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  page = await openPage(context, server.url);
});
afterEach(async () => {
  await context.close();
  await server.close();
});

test('Ctrl+F finds one cell after the other, and all are replaced at once', async () => {
  await clickCell(page, 'B2');
  await page.keyboard.press('Control+f');
  await page.getByTestId('find').fill('李芳');
  await page.keyboard.press('Enter');
  await isTrue(page, `__ledger.activeCell === 'B3'`);
  await page.keyboard.press('Enter');
  await isTrue(page, `__ledger.activeCell === 'B11'`);
  expect(await page.getByTestId('find-count').textContent()).toBe('第 2 个，共 4 个');
  await page.getByTestId('replace-by').fill('李方');
  await page.getByTestId('replace-all').click();
  await isTrue(page, `__ledger.cellText('B27') === '李方'`);
  expect(await page.getByTestId('find-count').textContent()).toBe('已替换 4 格');
  await page.keyboard.press('Escape');
  await page.getByTestId('find-bar').waitFor({ state: 'hidden' });
});

test('a number format is chosen from the toolbar', async () => {
  await clickCell(page, 'F3');
  await page.locator('[data-u-command="ledger.command.number-format"]').first().click();
  await page.getByText('百分比 12.50%').click();
  await isTrue(page, `__ledger.cellText('F3') === '3700.00%'`);
  expect(host.intents.at(-1)).toMatchObject({ kind: 'format', style: { numberFormat: '0.00%' } });
});

test('a filter goes by a condition, and offers no colours', async () => {
  const rect = { row: 0, column: 0, rows: 31, columns: 12 };
  host.change([{ op: 'sheet', sheet: 0, patch: { filter: { rect, criteria: {} } } }]);
  const place = (await page.evaluate(`__ledger.cellPlace('B1')`)) as { right: number; bottom: number };
  await page.mouse.click(place.right - 9, place.bottom - 16);
  await page.getByText('按条件').click();
  expect(await page.getByText('按颜色').isVisible()).toBe(false);
  const panel = page.locator('[data-u-comp=sheets-filter-panel-conditions-container]');
  await panel.getByRole('combobox').or(panel.locator('[data-u-comp=select]')).first().click();
  await page
    .getByText('文本开头', { exact: false })
    .or(page.getByText('以', { exact: false }))
    .first()
    .click();
  await panel.locator('input').last().fill('王');
  await page.getByText('确认', { exact: true }).click();
  await isTrue(page, `__ledger.activeSheetName !== ''`);
  expect(host.state.sheets[0]!.filter?.criteria).toEqual({ 1: { criteria: 'TEXT_STARTS_WITH', args: ['王'] } });
});

test('stretches of a text keep their own look, and the whole text is what is edited', async () => {
  const runs = [{ at: 0 }, { at: 2, look: { bold: true, fontColor: '#b42318' } }, { at: 4, link: 'https://example.com' }];
  host.change([{ op: 'cells', sheet: 0, row: 4, column: 9, cells: [[{ v: '常用红字链接', r: runs }]] }]);
  await isTrue(page, `__ledger.cellText('J5') === '常用红字链接'`);
  await clickCell(page, 'J5');
  await page.keyboard.press('F2');
  await page.keyboard.type('！');
  await page.keyboard.press('Enter');
  await isTrue(page, `__ledger.cellText('J5') === '常用红字链接！'`);
  expect(await cellText(page, 'J4')).toBe('');
});
