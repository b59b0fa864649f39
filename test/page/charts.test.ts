import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { startServer } from '../../local/server/server.ts';
import { resultOf, scriptHost } from '../run/script-host.ts';
import { launchChromium } from '../sidebar/chromium.ts';
import { isTrue, openPage } from './page-driver.ts';

const folder = fileURLToPath(new URL('../../build/page', import.meta.url));

test('a chart stands over its cells, shows what they hold now, goes along with them; a link leads where it says', async () => {
  const { host, session } = scriptHost(`
    const tab = () => SpreadsheetApp.getActive().getSheets()[0];
    function make() {
      const sheet = tab();
      sheet.getRange('A1:B4').setValues([['月份', '单数'], ['1 月', 3], ['2 月', 5], ['3 月', 4]]);
      sheet.insertChart(sheet.newChart().asColumnChart().setTitle('2 月最忙').addRange(sheet.getRange('A1:B4')).setPosition(6, 2, 0, 0).build());
    }
    function link() {
      tab().getRange('D1').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('2 月').setLinkUrl('#gid=0&range=C9:D9').build());
    }
    function remove() { tab().removeChart(tab().getCharts()[0]); }`);
  await resultOf(host, 'make');
  const server = await startServer({ host, user: session.user, folder });
  const browser = await launchChromium();
  try {
    const page = await openPage(await browser.newContext({ viewport: { width: 1366, height: 768 } }), server.url);
    const chart = page.getByTestId('chart');
    await chart.waitFor();
    expect(await chart.getAttribute('aria-label')).toBe('2 月最忙');
    const above = async (cell: string) => {
      const box = await chart.boundingBox();
      const place = (await page.evaluate(`__ledger.cellPlace('${cell}')`)) as { left: number; top: number };
      return Math.abs(box!.x - place.left) < 2 && Math.abs(box!.y - place.top) < 2;
    };
    expect(await above('B6')).toBe(true);
    await session.intent({ kind: 'type', sheet: 0, row: 2, column: 1, text: '50' });
    await isTrue(page, `document.querySelector('.chart').textContent.includes('2 月\\n50')`);
    await session.intent({ kind: 'insertRows', sheet: 0, at: 4, count: 2 });
    await isTrue(
      page,
      `Math.abs(document.querySelector('.chart').getBoundingClientRect().top - __ledger.cellPlace('B8').top) < 2`,
    );
    const top = (await chart.boundingBox())!.y;
    await chart.hover();
    await page.mouse.wheel(0, 60);
    await isTrue(page, `document.querySelector('.chart').getBoundingClientRect().top < ${top - 20}`);
    await resultOf(host, 'remove');
    await chart.waitFor({ state: 'detached' });
    await resultOf(host, 'link');
    await page.evaluate(`__ledger.selectCell('D1')`);
    await page.getByTestId('link').click();
    await isTrue(page, `__ledger.selection() === 'C9:D9'`);
    expect(await page.getByTestId('links').count()).toBe(0);
  } finally {
    await browser.close();
    await server.close();
  }
});
