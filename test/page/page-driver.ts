/** Drives the local workbook's page in a browser. Its hooks are asked in text, as tests know no `window`. */
import type { BrowserContext, Page } from 'playwright-core';

/** Opens the address and waits for the first tab's rows. What goes wrong inside of the page fails the test that looks. */
export async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error.stack));
  await page.goto(url);
  await isTrue(page, `globalThis.__ledger?.ready`);
  await isTrue(page, `__ledger.cellPlace('A1') !== undefined`);
  return page;
}

/** Waits until an expression of the page holds. Asked again and again: the page's policy lets no text be run inside of it. */
export async function isTrue(page: Page, expression: string): Promise<void> {
  // sooner than jest, which would not say what it was
  const end = Date.now() + 50_000;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`never true: ${expression}`);
    await page.waitForTimeout(20);
  }
}

export function hook(page: Page, name: string): Promise<unknown> {
  return page.evaluate(`__ledger.${name}`);
}

export function cellText(page: Page, a1: string): Promise<unknown> {
  return page.evaluate(`__ledger.cellText('${a1}')`);
}

/** A real click into the middle of a cell. */
export async function clickCell(page: Page, a1: string): Promise<void> {
  const place = (await page.evaluate(`__ledger.cellPlace('${a1}')`)) as Record<'left' | 'right' | 'top' | 'bottom', number>;
  await page.mouse.click((place.left + place.right) / 2, (place.top + place.bottom) / 2);
  await isTrue(page, `__ledger.activeCell === '${a1}'`);
}

export async function clickMenu(page: Page, label: string): Promise<void> {
  await page.getByTestId('menu').first().click();
  await page.getByTestId('menu-item').getByText(label, { exact: true }).click();
}
