import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { customerForm, purchaseForm, serviceForm } from './fixtures.ts';
import { openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const boot = { tab: 'customers', locale: 'zh-CN', form: customerForm() } as const;
const noDuplicates = () => ({ candidates: [] });

test('a phone is shown in its normal form on leaving, without asking the server', async () => {
  const { page, calls, close } = await openSidebar(browser, boot, { findDuplicates: noDuplicates });
  const phone = page.getByLabel('联系电话');
  await phone.fill('＋８６ １３８－００１３－８０００');
  await phone.press('Tab');
  expect(await phone.inputValue()).toBe('13800138000');
  expect(calls.filter(({ name }) => name !== 'findDuplicates')).toEqual([]);
  await close();
});

test('a wrong phone says why and how to mend it, and is forgiven at the right digit', async () => {
  const { page, close } = await openSidebar(browser, boot, { findDuplicates: noDuplicates });
  const phone = page.getByLabel('联系电话');
  await phone.fill('1380013800');
  await phone.press('Tab');
  await page.getByText('手机号少 1 位：1380013800。核对后重新输入。').waitFor();
  const described = await phone.getAttribute('aria-describedby');
  const texts = await Promise.all(described!.split(' ').map((id) => page.locator(`#${id}`).textContent()));
  expect(texts.join()).toContain('手机号少 1 位');
  await phone.press('End');
  await phone.pressSequentially('0');
  expect(await page.getByText('手机号少 1 位').count()).toBe(0);
  expect(await phone.getAttribute('aria-invalid')).toBeNull();
  await close();
});

test('a wrong phone can be kept as it is', async () => {
  const { page, named, called, close } = await openSidebar(browser, boot, {
    findDuplicates: noDuplicates,
    saveRecord: () => ({ ok: false, problems: [] }),
  });
  await page.getByLabel('客户姓名').fill('张伟');
  await page.getByLabel('联系电话').fill('1380013800');
  await page.keyboard.press('Control+Enter');
  expect(named('saveRecord')).toHaveLength(0);
  await page.getByRole('button', { name: '仍然保留' }).click();
  await page.keyboard.press('Control+Enter');
  expect((await called('saveRecord')).input).toMatchObject({ keepWarnings: true, values: { phone: '1380013800' } });
  await close();
});

test('a mistyped e-mail service is offered with the usual spelling', async () => {
  const { page, close } = await openSidebar(browser, boot, { findDuplicates: noDuplicates });
  const email = page.getByLabel('电子邮箱');
  await email.fill('wang@gmial.com');
  await email.press('Tab');
  await page.getByRole('button', { name: '改为 wang@gmail.com' }).click();
  expect(await email.inputValue()).toBe('wang@gmail.com');
  expect(await email.evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true);
  expect(await page.getByRole('button', { name: /改为/ }).count()).toBe(0);
  await close();
});

test('dates are taken in any usual notation and shown in one', async () => {
  const { page, close } = await openSidebar(browser, boot, { findDuplicates: noDuplicates });
  const date = page.getByLabel('出生日期');
  for (const typed of ['1990/1/2', '1990年1月2日', '19900102', '1990.1.2']) {
    await date.fill(typed);
    await date.press('Tab');
    expect(await date.inputValue()).toBe('1990-01-02');
  }
  await date.fill('1990-02-30');
  await date.press('Tab');
  await page.getByRole('button', { name: '改为 1990-02-28' }).waitFor();
  await close();
});

test('the calendar beside a date puts the day chosen into the field', async () => {
  const { page, close } = await openSidebar(browser, boot, { findDuplicates: noDuplicates });
  await page.locator('input[type=date]').fill('1985-03-04');
  expect(await page.getByLabel('出生日期').inputValue()).toBe('1985-03-04');
  await close();
});

test('an empty required field is told on leaving and on saving, not before', async () => {
  const { page, named, close } = await openSidebar(browser, boot, { findDuplicates: noDuplicates });
  expect(await page.getByText('没有填').count()).toBe(0);
  await page.keyboard.press('Tab');
  await page.getByText('客户姓名没有填。填写后再保存。').waitFor();
  expect(await page.getByText('联系电话没有填').count()).toBe(0);
  await page.keyboard.press('Control+Enter');
  await page.getByText('有 2 处需要改').waitFor();
  expect(await page.getByLabel('客户姓名').evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true);
  expect(named('saveRecord')).toHaveLength(0);
  await page.getByLabel('客户姓名').fill('张伟');
  await page.getByLabel('联系电话').fill('13800138000');
  expect(await page.getByText(/处需要改/).count()).toBe(0);
  await close();
});

test('amounts and counts are read as people write them and held to their limits', async () => {
  const { page, close } = await openSidebar(browser, { tab: 'purchases', locale: 'zh-CN', form: purchaseForm() }, {});
  const amount = page.getByLabel('交易金额');
  await amount.fill('¥1,299.00');
  await amount.press('Tab');
  expect(await amount.inputValue()).toBe('1299');
  const quantity = page.getByLabel('购买数量');
  await quantity.fill('0');
  await quantity.press('Tab');
  await page.getByText('0 太小，最小是 1。请核对后重新输入。').waitFor();
  await close();
});

test('a customer is found by name, chosen with the keyboard, and sent as number', async () => {
  const { page, named, called, close } = await openSidebar(
    browser,
    { tab: 'services', locale: 'zh-CN', form: serviceForm() },
    {
      findCustomers: ({ text }) => ({
        customers: [
          { number: 'C000012', name: `${text}伟`, phone: '13800138000' },
          { number: 'C000013', name: `${text}敏`, phone: '13900139000' },
        ],
      }),
      saveRecord: () => ({ ok: false, problems: [] }),
    },
  );
  const box = page.getByRole('combobox', { name: '客户编号' });
  await box.pressSequentially('张');
  await page.getByRole('option', { name: /张敏/ }).waitFor();
  await box.press('Escape');
  expect(await page.getByRole('option').count()).toBe(0);
  await box.press('Tab');
  await page.getByText('符合“张”的不止一位。请从列表中选一位。').waitFor();
  await box.focus();
  await box.press('ArrowDown');
  await page.getByRole('option', { name: /张敏/ }).waitFor();
  await box.press('ArrowDown');
  await box.press('ArrowDown');
  await box.press('Enter');
  expect(await box.inputValue()).toBe('张敏 · C000013');
  expect(await page.getByText('不止一位').count()).toBe(0);
  await box.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+Enter');
  expect((await called('saveRecord')).input.values).toEqual({ customerId: 'C000013', satisfaction: '2' });
  expect(named('findCustomers').length).toBeLessThanOrEqual(2);
  await close();
});

test('a click on what stands below a field just left wrong still meets it', async () => {
  const { page, close } = await openSidebar(browser, boot, { findDuplicates: noDuplicates });
  const box = await page.getByText('普通客户').boundingBox();
  await page.mouse.move(box!.x + 10, box!.y + 8);
  await page.mouse.down();
  await page.mouse.up();
  expect(await page.getByRole('radio', { name: '普通客户' }).isChecked()).toBe(true);
  await page.getByText('客户姓名没有填').waitFor();
  await close();
});

test('an answer that need not be given can be taken back', async () => {
  const { page, close } = await openSidebar(browser, { tab: 'services', locale: 'zh-CN', form: serviceForm() }, {});
  const four = page.getByRole('radio', { name: '4 星' });
  await four.check({ force: true });
  expect(await four.isChecked()).toBe(true);
  await four.press('Delete');
  expect(await four.isChecked()).toBe(false);
  await four.click({ force: true });
  await four.click({ force: true });
  expect(await four.isChecked()).toBe(false);
  await close();
});

test('below the customer of an order stands how well they pay, and only while they are the one chosen', async () => {
  const credit = { title: '信用', label: '差', hue: 'red', why: '有 1 笔到期没付，最久 82 天。' } as const;
  const chosen = { number: 'C000002', name: '李芳', phone: '13900139000' };
  const form = { ...purchaseForm('zh-CN', chosen), asksCredit: true };
  form.fields = form.fields.map((field) => (field.key === 'customerId' ? { ...field, value: chosen.number } : field));
  const { page, named, called, close } = await openSidebar(
    browser,
    { tab: 'purchases', locale: 'zh-CN', form },
    {
      getCredit: ({ customer }) => (customer === chosen.number ? { credit } : {}),
      findCustomers: () => ({ customers: [] }),
    },
  );
  await page.getByText('信用 差').waitFor();
  await page.getByText(credit.why).waitFor();
  await page.getByLabel('客户编号').fill('C000003');
  await page.getByText('信用 差').waitFor({ state: 'hidden' });
  await called('getCredit', 2);
  expect(named('getCredit').map(({ input }) => input.customer)).toEqual(['C000002', 'C000003']);
  await close();
});
