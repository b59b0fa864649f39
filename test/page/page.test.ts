import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { HostEvent } from '../../local/host-contract.ts';
import { type RunningServer, startServer } from '../../local/server/server.ts';
import { launchChromium } from '../sidebar/chromium.ts';
import { createFakeHost, type FakeHost, SAMPLE_TRACE } from './fake-host.ts';
import { cellText, clickCell, clickMenu, hook, isTrue, openPage } from './page-driver.ts';
import { sampleState } from './sample-state.ts';

const folder = fileURLToPath(new URL('../../build/page', import.meta.url));
const OWNER = { email: 'owner@shop.test', locale: 'zh-CN' };

let browser: Browser;
let context: BrowserContext;
let host: FakeHost;
let server: RunningServer;

beforeAll(async () => {
  if (!existsSync(`${folder}/index.html`))
    execFileSync(process.execPath, [fileURLToPath(new URL('../../.config/build-page.mjs', import.meta.url))]);
  browser = await launchChromium();
});
afterAll(() => browser?.close());

beforeEach(async () => {
  host = createFakeHost(sampleState(30));
  host.functions.onOpen = (session) => session?.emit(MENUS);
  server = await startServer({ host, user: OWNER, folder });
  context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
});
afterEach(async () => {
  await context.close();
  await server.close();
});

const MENUS: HostEvent = {
  event: 'menus',
  menus: [
    {
      title: '客户台账',
      items: [
        { label: '登记客户', function: 'register' },
        {},
        { label: '报表', items: [{ label: '生成报表', function: 'report' }] },
      ],
    },
  ],
};

const open = (): Promise<Page> => openPage(context, server.url);

/** Waits for what comes over the socket. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('what is typed goes to the workbook letter for letter', async () => {
  const page = await open();
  await clickCell(page, 'C3');
  await page.keyboard.type('0571-88881234');
  await page.keyboard.press('Enter');
  await clickCell(page, 'B3');
  await page.keyboard.insertText('＝１２３ 号');
  await page.keyboard.press('Tab');
  await isTrue(page, `__ledger.unanswered === 0`);
  expect(host.intents).toEqual([
    { kind: 'type', sheet: 0, row: 2, column: 2, text: '0571-88881234' },
    { kind: 'type', sheet: 0, row: 2, column: 1, text: '＝１２３ 号' },
  ]);
  expect(await hook(page, 'activeCell')).toBe('C3');
});

test('a number is edited in full, not as it is shown', async () => {
  const page = await open();
  await clickCell(page, 'F28');
  await page.keyboard.press('F2');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await isTrue(page, `__ledger.cellText('F28') === '9,625.00'`);
});

test('paste, undo and redo come from the workbook', async () => {
  const page = await open();
  await clickCell(page, 'B3');
  await page.evaluate(`navigator.clipboard.writeText('甲\\t0138\\n乙\\t"两\\n行"')`);
  await page.keyboard.press('Control+v');
  await isTrue(page, `__ledger.cellText('C4') === '两\\n行'`);
  expect(await cellText(page, 'C3')).toBe('0138');
  await page.keyboard.press('Control+z');
  await isTrue(page, `__ledger.cellText('B3') === '李芳'`);
  await page.keyboard.press('Control+y');
  await isTrue(page, `__ledger.cellText('B3') === '甲'`);
});

test('what is copied here brings its note along', async () => {
  const page = await open();
  await clickCell(page, 'C5');
  await page.keyboard.press('Control+c');
  await clickCell(page, 'H8');
  await page.keyboard.press('Control+v');
  await isTrue(page, `__ledger.cellText('H8') === '1380013800'`);
  expect(await page.evaluate(`__ledger.cellNote('H8')`)).toBe('手机号少 1 位');
});

test('a dropdown offers its options, a box is ticked by click and by space bar', async () => {
  const page = await open();
  const place = (await page.evaluate(`__ledger.cellPlace('D3')`)) as { right: number; top: number };
  await page.mouse.click(place.right - 8, place.top + 10);
  await page.getByTestId('option').getByText('VIP').click();
  await isTrue(page, `__ledger.cellText('D3') === 'VIP'`);
  expect(await page.evaluate(`__ledger.cellStyle('D3').chip`)).toEqual({ background: '#d8f0df', fontColor: '#14532d' });
  await clickCell(page, 'G3');
  await isTrue(page, `__ledger.isChecked('G3')`);
  await page.keyboard.press(' ');
  await isTrue(page, `!__ledger.isChecked('G3')`);
});

test('a note is read by pointing at its cell', async () => {
  const page = await open();
  const place = (await page.evaluate(`__ledger.cellPlace('C5')`)) as { left: number; top: number };
  await page.mouse.move(place.left + 20, place.top + 10, { steps: 4 });
  await page.getByTestId('note').getByText('手机号少 1 位').waitFor();
});

test('a refusal is a calm message, and the cell is as before', async () => {
  host.state.validations[0]!.allowInvalid = false;
  const page = await open();
  await page.evaluate(`__ledger.typeInto('D3', '不存在的类型')`);
  await page.getByTestId('toast').waitFor();
  expect(await cellText(page, 'D3')).toBe('重点客户');
});

test('the menu is used by keyboard alone, submenus too', async () => {
  const called: string[] = [];
  host.functions.report = () => void called.push('report');
  const page = await open();
  await page.getByTestId('menu').focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await until(() => called.length > 0);
  expect(called).toEqual(['report']);
});

test('a sidebar calls the workbook from its frame and closes itself', async () => {
  host.functions.save = (_session, name: string) => `已登记 ${name}`;
  host.functions.register = (session) =>
    session?.emit({
      event: 'sidebar',
      panel: 'p1',
      title: '登记客户',
      html: `<button id="save">保存</button><p id="said"></p><button id="close">关</button><script>
        document.getElementById('save').onclick = function () {
          google.script.run.withSuccessHandler(function (text, mark) {
            document.getElementById('said').textContent = text + mark;
          }).withUserObject('。').save('王芳');
        };
        document.getElementById('close').onclick = google.script.host.close;
      </script>`,
    });
  const page = await open();
  await clickMenu(page, '登记客户');
  const panel = page.frameLocator('[data-testid=panel-frame]');
  await panel.locator('#save').click();
  await panel.getByText('已登记 王芳。').waitFor();
  await panel.locator('#close').click();
  await page.getByTestId('sidebar').waitFor({ state: 'detached' });
});

test('the bar says what the last click would cost on Google, and opens item by item', async () => {
  host.functions.register = (session) => session?.emit({ event: 'cost', function: 'register', trace: SAMPLE_TRACE });
  const page = await open();
  await clickMenu(page, '登记客户');
  const chip = page.getByTestId('cost-chip');
  await chip.waitFor();
  expect(await chip.textContent()).toBe('在 Google 上约 1.1 秒');
  await chip.click();
  expect(await page.getByTestId('last-cost').textContent()).toBe('上一步“登记客户”在 Google 上约需 1.1 秒，慢的时候 2.6 秒。');
  await page.getByTestId('cost-details').locator('summary').click();
  expect(await page.getByTestId('bill-item').allTextContents()).toEqual([
    '启动脚本10.72 秒1.52 秒',
    '提交写入110.26 秒0.78 秒',
    '读取单元格1120.12 秒0.3 秒',
  ]);
});

test('a prompt waits for its answer', async () => {
  const page = await open();
  host.sessions[0]!.emit({ event: 'alert', id: 'a', title: '手机号', message: '请输入', buttons: 'OK_CANCEL', prompt: true });
  await page.getByTestId('alert-input').fill('13800138000');
  await page.getByTestId('alert-OK').click();
  await page.getByTestId('alert').waitFor({ state: 'detached' });
  await until(() => host.answers.length > 0);
  expect(host.answers).toEqual([{ id: 'a', button: 'OK', text: '13800138000' }]);
});

test('two pages are two people and see each other\u2019s changes at once', async () => {
  const first = await open();
  const second = await open();
  expect(await second.getByTestId('identity').textContent()).toContain('clerk2@shop.test');
  await first.evaluate(`__ledger.typeInto('B9', '同时')`);
  await isTrue(second, `__ledger.cellText('B9') === '同时'`);
});

test('rows inserted by one person move the marks of another\u2019s page along', async () => {
  const page = await open();
  host.change([{ op: 'insertRows', sheet: 0, at: 2, count: 2 }]);
  await isTrue(page, `__ledger.cellText('A5') === 'C000002'`);
  expect(await page.evaluate(`__ledger.cellNote('C7')`)).toBe('手机号少 1 位');
  expect(await page.evaluate(`__ledger.cellValidation('G7')`)).toBe('checkbox');
});

test('the page speaks the language of who sits there, after a switch too', async () => {
  const page = await open();
  expect(await page.getByTestId('drawer-toggle').textContent()).toBe('运行与记录');
  await page.getByTestId('identity').click();
  await page.getByTestId('identity-locale').selectOption('en');
  await page.getByTestId('identity-email').fill('lucy@shop.test');
  await page.getByTestId('identity-switch').click();
  await page.getByTestId('drawer-toggle').getByText('Runs and records').waitFor();
  expect(host.sessions.map((session) => session.user)).toEqual([{ email: 'lucy@shop.test', locale: 'en' }]);
});

test('what was typed while the connection was lost arrives when it is back', async () => {
  const page = await open();
  const { port, token } = server;
  await server.close();
  await page.evaluate(`__ledger.typeInto('B4', '断线时输入')`);
  await page.getByTestId('banner').getByText('1 处输入未保存').waitFor();
  server = await startServer({ host, user: OWNER, folder, port, token });
  await isTrue(page, `__ledger.unanswered === 0 && __ledger.cellText('B4') === '断线时输入'`);
  await page.getByTestId('banner').waitFor({ state: 'hidden' });
  expect(host.intents.filter(({ kind }) => kind === 'type')).toHaveLength(1);
});

test('the address without its key shows no workbook', async () => {
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.port}/`);
  await page.getByTestId('no-token').waitFor();
});

test('the key is taken out of the address, and the page can still be loaded again', async () => {
  const page = await open();
  expect(page.url()).toBe(`http://127.0.0.1:${server.port}/`);
  await page.reload();
  await isTrue(page, `globalThis.__ledger?.ready`);
  expect(host.sessions).toHaveLength(1);
});
