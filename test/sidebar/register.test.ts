import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { SaveResult } from '../../src/domain/api.ts';
import { launchChromium } from './chromium.ts';
import { customerForm, purchaseForm } from './fixtures.ts';
import { openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const boot = { tab: 'customers', locale: 'zh-CN', form: customerForm() } as const;
const customer = { number: 'C000124', name: '张伟', phone: '13800138000' };
const saved: SaveResult = { ok: true, number: 'C000124', message: '已登记 C000124 张伟', customer, values: {} };
const noDuplicates = () => ({ candidates: [] });

test('a customer is registered with the keyboard alone', async () => {
  const { page, named, close } = await openSidebar(browser, boot, { findDuplicates: noDuplicates, saveRecord: () => saved });
  const keys = page.keyboard;
  await keys.type('张伟');
  await keys.press('Tab');
  await keys.press('Space');
  await keys.press('ArrowRight');
  await keys.press('Tab');
  await keys.type('+86 138-0013-8000');
  await keys.press('Tab');
  await keys.type('wang@qq.com');
  await keys.press('Tab');
  await keys.press('Tab');
  await keys.type('1990/1/2');
  await keys.press('Tab');
  await keys.press('ArrowDown');
  await keys.press('Tab');
  await keys.press('Space');
  await keys.press('Control+Enter');
  await page.getByRole('heading', { name: '已登记 C000124 张伟' }).waitFor();
  expect(named('saveRecord')[0]!.input).toMatchObject({
    tab: 'customers',
    values: {
      name: '张伟',
      customerType: 'VIP客户',
      phone: '13800138000',
      email: 'wang@qq.com',
      birthDate: '1990-01-02',
      source: '门店',
      agrees: 'TRUE',
    },
  });
  await close();
});

test('after saving the row can be shown, another customer registered, or a purchase for this one', async () => {
  const { page, named, close } = await openSidebar(browser, boot, {
    findDuplicates: noDuplicates,
    saveRecord: () => saved,
    showRecord: () => ({ ok: true }),
    getForm: ({ tab }) => (tab === 'customers' ? customerForm() : purchaseForm('zh-CN', customer)),
  });
  await page.getByLabel('客户姓名').fill('张伟');
  await page.getByLabel('联系电话').fill('13800138000');
  await page.getByRole('button', { name: '登记客户' }).click();
  await page.getByRole('button', { name: '在表中查看' }).click();
  await page.getByText('已在表中选中 C000124。').waitFor();
  expect(named('showRecord')[0]!.input).toEqual({ tab: 'customers', number: 'C000124' });
  await page.getByRole('button', { name: '登记购买' }).click();
  await page.getByRole('heading', { name: '登记购买' }).waitFor();
  expect(named('getForm')[0]!.input).toEqual({ tab: 'purchases', customer: 'C000124' });
  expect(await page.getByLabel('客户编号').inputValue()).toBe('张伟 · C000124');
  await page.getByLabel('产品型号').fill('bcd');
  await page.getByRole('option', { name: 'BCD-470' }).click();
  await page.getByLabel('购买数量').fill('2');
  expect(await page.getByLabel('交易金额').inputValue()).toBe('6999');
  await page.getByRole('button', { name: '登记购买' }).click();
  await page.getByRole('button', { name: '再登记一条' }).waitFor();
  expect(named('saveRecord')[1]!.input.values).toEqual({
    customerId: 'C000124',
    model: 'BCD-470',
    purchaseDate: '2026-11-22',
    quantity: '2',
    amount: '6999',
  });
  expect(named('saveRecord')[1]!.input.requestId).not.toBe(named('saveRecord')[0]!.input.requestId);
  await close();
});

test('a double click and a second Enter save once', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { page, named, close } = await openSidebar(browser, boot, {
    findDuplicates: noDuplicates,
    saveRecord: async () => {
      await held;
      return saved;
    },
  });
  await page.getByLabel('客户姓名').fill('张伟');
  await page.getByLabel('联系电话').fill('13800138000');
  await page.getByRole('button', { name: '登记客户' }).dblclick();
  await page.keyboard.press('Control+Enter');
  expect(await page.getByRole('button', { name: '登记客户' }).isDisabled()).toBe(true);
  release();
  await page.getByRole('heading', { name: '已登记 C000124 张伟' }).waitFor();
  expect(named('saveRecord')).toHaveLength(1);
  await close();
});

test('what the server refuses is told under its field, and nothing typed is lost', async () => {
  const { page, named, close } = await openSidebar(browser, boot, {
    findDuplicates: noDuplicates,
    saveRecord: (_, count) =>
      count === 1
        ? { ok: false, problems: [{ field: 'birthDate', message: '这一天还没有到。核对年份后重新输入。', severity: 'wrong' }] }
        : saved,
  });
  await page.getByLabel('客户姓名').fill('张伟');
  await page.getByLabel('联系电话').fill('13800138000');
  await page.getByLabel('出生日期').fill('2062-01-02');
  await page.getByRole('button', { name: '登记客户' }).click();
  await page.getByText('这一天还没有到。核对年份后重新输入。').waitFor();
  const date = page.getByLabel('出生日期');
  expect(await date.evaluate((input) => input === input.ownerDocument.activeElement)).toBe(true);
  expect(await date.getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByLabel('客户姓名').inputValue()).toBe('张伟');
  await date.fill('1962-01-02');
  await page.getByRole('button', { name: '登记客户' }).click();
  await page.getByRole('heading', { name: '已登记 C000124 张伟' }).waitFor();
  const [first, second] = named('saveRecord');
  expect(second!.input.requestId).not.toBe(first!.input.requestId);
  await close();
});

test('a failure of the platform says so, and trying again is the same request', async () => {
  const { page, named, close } = await openSidebar(browser, boot, {
    findDuplicates: noDuplicates,
    saveRecord: (_, count) => (count === 1 ? { failed: true, message: '有人正在保存，没有写入。', retry: true } : saved),
  });
  await page.getByLabel('客户姓名').fill('张伟');
  await page.getByLabel('联系电话').fill('13800138000');
  await page.keyboard.press('Enter');
  await page.getByText('有人正在保存，没有写入。').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '已登记 C000124 张伟' }).waitFor();
  const [first, second] = named('saveRecord');
  expect(second!.input).toEqual(first!.input);
  await close();
});

test('a save that failed half-way is asked about again at once, as the same request', async () => {
  const { page, named, close } = await openSidebar(browser, boot, {
    findDuplicates: noDuplicates,
    saveRecord: (_, count) => (count === 1 ? { failed: true, message: '不确定。', retry: true, unsure: true } : saved),
  });
  await page.getByLabel('客户姓名').fill('张伟');
  await page.getByLabel('联系电话').fill('13800138000');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '已登记 C000124 张伟' }).waitFor();
  const [first, second] = named('saveRecord');
  expect(second!.input).toEqual(first!.input);
  await close();
});

test('the page works in a frame that forbids storage, as a sidebar may be', async () => {
  const { page, close } = await openSidebar(browser, boot, { findDuplicates: noDuplicates, saveRecord: () => saved });
  await page.setContent(
    '<iframe sandbox="allow-scripts allow-forms" src="http://sidebar.test/" style="width:290px;height:650px"></iframe>',
  );
  const frame = page.frameLocator('iframe');
  await frame.getByLabel('客户姓名').fill('张伟');
  await frame.getByLabel('联系电话').fill('13800138000');
  await page.keyboard.press('Enter');
  await frame.getByRole('heading', { name: '已登记 C000124 张伟' }).waitFor();
  await close();
});

test('a form cleared by mistake comes back', async () => {
  const { page, close } = await openSidebar(browser, boot, { findDuplicates: noDuplicates });
  await page.getByLabel('客户姓名').fill('张伟');
  await page.getByRole('button', { name: '清空' }).click();
  expect(await page.getByLabel('客户姓名').inputValue()).toBe('');
  await page.getByRole('button', { name: '撤销' }).click();
  expect(await page.getByLabel('客户姓名').inputValue()).toBe('张伟');
  await close();
});

test('a form that does not open says why and can be asked for again', async () => {
  const { page, close } = await openSidebar(
    browser,
    { tab: 'customers', locale: 'zh-CN' },
    {
      getForm: (_, count) => {
        if (count === 1) throw new Error('no network');
        if (count === 2) return { failed: true, message: '这个工作簿还不是台账。', retry: true };
        return { ...customerForm(), fields: count === 3 ? [] : customerForm().fields };
      },
    },
  );
  await page.getByText('表单没有打开').waitFor();
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByText('这个工作簿还不是台账。').waitFor();
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByText('这张表没有可以填写的字段。').waitFor();
  await close();
});
