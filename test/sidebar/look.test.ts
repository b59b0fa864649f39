import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { customerForm, nearName, purchaseForm, samePhone } from './fixtures.ts';
import { openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** Elements that stick out of the page, or hold text wider than themselves. */
const sticksOut = (page: Page) =>
  page.evaluate(() => {
    const wide = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5);
    return [document.documentElement.scrollWidth > innerWidth && 'page', ...wide.map((one) => one.className)].filter(Boolean);
  });

for (const locale of ['zh-CN', 'en'] as const) {
  test(`nothing sticks out at 300 px or less, however long the words (${locale})`, async () => {
    const form = customerForm(locale);
    const long = 'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(3);
    form.fields[0]!.label = long;
    form.fields[1]!.options![0]!.label = long;
    const candidate = { ...samePhone(locale), name: long, reasons: [long] };
    for (const width of [300, 260]) {
      const { page, close } = await openSidebar(
        browser,
        { tab: 'customers', locale, form },
        { findDuplicates: () => ({ candidates: [candidate, nearName(locale)] }) },
        { width },
      );
      await page.getByRole('textbox').first().fill(long);
      await page.keyboard.press('Tab');
      await page.locator('article').first().waitFor();
      expect(await sticksOut(page)).toEqual([]);
      await page.locator('article button').nth(1).click();
      await page.getByRole('heading').first().waitFor();
      expect(await sticksOut(page)).toEqual([]);
      await close();
    }
  });
}

test('an English user reads English throughout', async () => {
  const { page, close } = await openSidebar(
    browser,
    { tab: 'purchases', locale: 'en', form: purchaseForm('en') },
    { findCustomers: () => ({ customers: [] }) },
  );
  await page.getByLabel('Customer no.').fill('Zhang');
  await page.getByLabel('Quantity').fill('many');
  await page.keyboard.press('Control+Enter');
  await page.getByText('2 entries need a change before saving.').or(page.getByText('3 entries need a change')).waitFor();
  await page.getByText('Cannot tell what number this is: many.').waitFor();
  expect(await page.locator('body').textContent()).not.toMatch(/[\u4e00-\u9fff]/);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await close();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`text and ground are told apart (${colorScheme})`, async () => {
    const { page, close } = await openSidebar(
      browser,
      { tab: 'customers', locale: 'zh-CN', form: customerForm() },
      {},
      { colorScheme },
    );
    const contrasts = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      const light = (name: string) => {
        const hex = style.getPropertyValue(`--${name}`).trim().slice(1);
        const full = hex.length === 3 ? [...hex].map((one: string) => one + one).join('') : hex;
        const [r, g, b] = [0, 2, 4].map((at) => {
          const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
          return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
      };
      const pairs = 'text/ground soft/ground main/ground on-main/main wrong/ground warning/ground warning/warning-tint text/tint';
      return pairs.split(' ').map((pair) => {
        const [one, other] = pair.split('/').map(light) as [number, number];
        return [pair, (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)] as const;
      });
    });
    for (const [pair, contrast] of contrasts) expect([pair, contrast >= 4.5]).toEqual([pair, true]);
    await close();
  });
}

test('every input has a name for those who do not see', async () => {
  const { page, close } = await openSidebar(browser, { tab: 'customers', locale: 'zh-CN', form: customerForm() }, {});
  for (const name of ['客户姓名', '联系电话', '电子邮箱', '地址', '出生日期', '来源', '同意接收通知']) {
    expect([name, await page.getByLabel(name, { exact: true }).count()]).toEqual([name, 1]);
  }
  expect(await page.getByRole('radiogroup', { name: '客户类型' }).count()).toBe(1);
  await close();
});

test('data never becomes markup', async () => {
  const form = customerForm();
  form.fields[0]!.label = '<img src=x onerror="document.title=1">';
  form.fields[0]!.help = '</script><script>document.title=1</script>';
  const { page, close } = await openSidebar(browser, { tab: 'customers', locale: 'zh-CN', form }, {});
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.title()).toBe('');
  await close();
});
