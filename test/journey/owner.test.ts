import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../sidebar/chromium.ts';
import { Desk, LocalProgram } from './local-program.ts';

/** One shop's first day, in order: each step goes on where the one before stopped. */
const program = new LocalProgram();
let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  [browser] = await Promise.all([launchChromium(), program.start()]);
  desk = await Desk.open(browser, program.url);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await program.stop();
});

test('the program opens with the start page, the four record tabs and a few samples', async () => {
  expect(await desk.ask((ledger) => ledger.sheetNames)).toEqual(['首页', '基本信息', '购买记录', '维修记录', '服务记录']);
  await desk.shows('A1', '客户台账');
  await desk.goTo('基本信息');
  await desk.shows('A2', '示例-1');
}, 60_000);

test('the owner registers a customer in the sidebar and finds the row in the sheet', async () => {
  await desk.choose('客户台账', '登记客户');
  const sidebar = desk.sidebar();
  await sidebar.getByLabel('客户姓名').fill('周婷');
  await sidebar.getByLabel('联系电话').fill('+86 139-1234-5678');
  await sidebar.getByRole('button', { name: '登记客户' }).click();
  await sidebar.getByText('已登记 C000001 周婷').waitFor();
  await desk.shows('A12', 'C000001');
  await desk.shows('C12', '13912345678');
}, 60_000);

test('somebody who looks the same is shown with why, and can be added anyway', async () => {
  const sidebar = desk.sidebar();
  await sidebar.getByRole('button', { name: '再登记一位' }).click();
  await sidebar.getByLabel('客户姓名').fill('周停');
  await sidebar.getByLabel('联系电话').fill('139 1234 5678');
  await sidebar.getByLabel('电子邮箱').focus();
  await sidebar.getByText('电话相同：13912345678').waitFor();
  await sidebar.getByText('C000001').first().waitFor();
  await desk.screenshot('register.png');
  await sidebar.getByRole('button', { name: '仍然新增' }).first().click();
  await sidebar.getByRole('button', { name: '登记客户' }).click();
  await sidebar.getByText('已登记 C000002 周停').waitFor();
  await desk.shows('A13', 'C000002');
}, 60_000);

test('the overview is one page of figures, findings and charts', async () => {
  await desk.choose('客户台账', '经营概览');
  await desk.until((ledger) => ledger.activeSheetName === '经营概览' && ledger.ready);
  await desk.shows('A1', '经营概览');
  await desk.page.getByTestId('chart').nth(2).waitFor();
  await desk.page.getByTestId('sidebar').getByTestId('panel-close').click();
  await desk.page.setViewportSize({ width: 1366, height: 1060 });
  await desk.page.waitForTimeout(500);
  await desk.screenshot('overview.png');
  await desk.page.setViewportSize({ width: 1366, height: 768 });
  await desk.goTo('基本信息');
}, 60_000);

test('a wrong phone typed into the sheet is explained, and the mark goes when it is mended', async () => {
  await desk.type('C14', '1391234567');
  await desk.isNoted('C14', '少 1 位');
  expect((await desk.ask((ledger) => ledger.cellStyle('C14'))) as object).toMatchObject({ background: '#fbdedb' });
  await desk.type('C14', '139 1234 5670');
  await desk.shows('C14', '13912345670');
  await desk.until((ledger) => !ledger.cellNote('C14'));
  await desk.shows('A14', 'C000003');
}, 60_000);

test('a paste from another program is checked and can be undone', async () => {
  await desk.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(program.url).origin });
  await desk.page.evaluate(() =>
    (
      globalThis as unknown as { navigator: { clipboard: { writeText(text: string): Promise<void> } } }
    ).navigator.clipboard.writeText('吴磊\t0571-8765 4321\t\t\t普通客户\n郑爽\t138\t\t\t散客'),
  );
  await desk.click('B15');
  await desk.page.keyboard.press('Control+V');
  await desk.shows('C15', '0571-87654321');
  await desk.shows('A16', 'C000005');
  await desk.isNoted('C16', '⚠');
  await desk.isNoted('F16', '不在选项里');
  await desk.screenshot('paste.png');
  await desk.page.keyboard.press('Control+Z');
  await desk.until((ledger) => ledger.cellText('B15') === '' && ledger.cellText('B16') === '');
}, 60_000);

test('a name typed into a purchase becomes the customer’s number', async () => {
  await desk.goTo('购买记录');
  await desk.type('B20', '周婷');
  await desk.shows('B20', 'C000001');
  await desk.shows('A20', 'D000001');
}, 60_000);

test('a colleague at another page sees changes at once, and both get numbers of their own', async () => {
  const colleague = await Desk.open(browser, program.url);
  await colleague.goTo('基本信息');
  await desk.goTo('基本信息');
  await Promise.all([desk.type('B15', '甲'), colleague.type('B16', '乙')]);
  for (const each of [desk, colleague]) {
    await each.until((ledger) => ledger.cellText('A15') !== '' && ledger.cellText('A16') !== '');
    expect(await each.text('A15')).not.toBe(await each.text('A16'));
    await each.shows('B15', '甲');
    await each.shows('B16', '乙');
  }
  await colleague.close();
}, 60_000);

test('a field of the shop’s own reaches the sheet and the form', async () => {
  await desk.choose('客户台账', '设置', '查看字段设置');
  await desk.until((ledger) => ledger.activeSheetName === '字段设置' && ledger.ready && ledger.cellText('A38') !== '');
  let row = 2;
  while ((await desk.text(`A${row}`)) !== '') row++;
  await desk.type(`A${row}`, '基本信息');
  await desk.type(`B${row}`, '微信号');
  await desk.type(`D${row}`, '文本');
  await desk.shows(`D${row}`, '文本');
  await desk.choose('客户台账', '设置', '应用字段设置');
  await desk.page.getByTestId('toast').filter({ hasText: '微信号' }).waitFor();
  await desk.screenshot('field-settings.png');
  await desk.goTo('基本信息');
  await desk.shows('G1', '微信号');
  await desk.choose('客户台账', '登记客户');
  await desk.sidebar().getByLabel('微信号').waitFor();
}, 60_000);

test('killed without warning and started again, everything is there', async () => {
  await desk.goTo('基本信息');
  await desk.type('B17', '最后一位');
  await desk.until((ledger) => ledger.unanswered === 0 && ledger.cellText('A17') !== '');
  const number = await desk.text('A17');
  await desk.close();
  await program.stop('SIGKILL');
  await program.start();
  desk = await Desk.open(browser, program.url);
  await desk.goTo('基本信息');
  await desk.shows('B17', '最后一位');
  await desk.shows('A17', number);
  await desk.shows('C12', '13912345678');
  await desk.shows('G1', '微信号');
}, 60_000);
