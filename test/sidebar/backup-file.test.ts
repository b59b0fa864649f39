import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BackupList } from '../../src/domain/backup/backup-api.ts';
import { Shop } from '../ledger/shop.ts';
import { launchChromium } from './chromium.ts';
import { type Answers, openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** Every call of the page goes to the ledger itself. */
const answersOf = (shop: Shop): Answers =>
  new Proxy({}, { get: (_, name: string) => (input: object) => shop.call(name, input) }) as Answers;

const words = {
  'zh-CN': {
    ...{ download: '下载备份文件', list: '回到备份列表', file: '用文件恢复…', choose: '选择备份文件…', use: '用这个文件' },
    ...{
      compare: '和现在比较',
      confirm: '恢复整个台账',
      undo: '撤销这次恢复',
      half: '这个文件不完整',
      damaged: '和做的时候不一样',
    },
    ...{ other: '这是另一个台账', anyway: '仍然用这个文件', tab: '基本信息', name: '客户姓名', last: '上次下载文件' },
  },
  en: {
    ...{ download: 'Download backup', list: 'Back to the backups', file: 'Restore a file…', choose: 'Choose a backup file…' },
    ...{ use: 'Use this file', compare: 'Compare with today', confirm: 'Restore the whole ledger' },
    ...{ undo: 'Undo this restore', half: 'This file is not complete', damaged: 'not as it was made' },
    ...{ other: 'backup of another ledger', anyway: 'Use it anyway', tab: 'Customers', name: 'Customer name', last: 'Last file' },
  },
};

/** The English pages are for looking at. */
const locales = process.env.SIDEBAR_IMAGES ? (['zh-CN', 'en'] as const) : (['zh-CN'] as const);

for (const locale of locales)
  test(`with the smaller manifest a backup is downloaded, and the file brings the ledger back (${locale})`, async () => {
    const say = words[locale];
    const shop = await Shop.open({
      scopes: ['spreadsheets.currentonly', 'script.container.ui'],
      locale: locale === 'en' ? 'en_US' : 'zh_CN',
    });
    await shop.paste(say.tab, 2, say.name, [
      ['=1+1', '13800138001'],
      ['赵一', '13800138002'],
    ]);
    const list = await shop.call<BackupList>('getBackups', {});
    const { page, close } = await openSidebar(browser, { locale, list }, answersOf(shop));
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    let n = 0;
    const shoot = async (name: string, of: Page = page) => {
      if (process.env.SIDEBAR_IMAGES)
        await of.screenshot({ path: `${process.env.SIDEBAR_IMAGES}/file-${locale}-${++n}-${name}.png` });
    };
    await shoot('list');
    const [downloaded] = await Promise.all([page.waitForEvent('download'), press(say.download)]);
    await page.getByRole('button', { name: say.list }).waitFor();
    await shoot('made');
    const path = join(tmpdir(), `${process.pid}-${downloaded.suggestedFilename()}`);
    expect(downloaded.suggestedFilename()).toBe('测试台账 2026-11-22 1200.json.gz');
    await downloaded.saveAs(path);
    await press(say.list);
    await page.getByText(say.last).waitFor();
    await shoot('list-after');
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);

    await shop.type(say.tab, 3, say.name, '改了');
    await shop.intend({ kind: 'deleteRows', sheet: shop.sheet(say.tab).id, at: 1, count: 1 });
    await press(say.file);
    const bytes = await readFile(path);
    const text = gunzipSync(bytes).toString();
    const wrong: [string, Buffer | string, string][] = [
      ['half.json.gz', bytes.subarray(0, bytes.length / 2), say.half],
      ['damaged.json', text.replace('赵一', '赵二'), say.damaged],
    ];
    for (const [name, content, told] of wrong) {
      const at = join(tmpdir(), `${process.pid}-${name}`);
      await writeFile(at, content);
      await page.getByLabel(say.choose).setInputFiles(at);
      await page.getByText(told).waitFor();
      await shoot(name.slice(0, 4));
    }
    await page.getByLabel(say.choose).setInputFiles(path);
    await page.getByRole('button', { name: say.use }).waitFor();
    await shoot('chosen');
    await press(say.use);
    await page.getByRole('button', { name: say.compare }).waitFor();
    await shoot('scope');
    await press(say.compare);
    await page.getByRole('button', { name: say.confirm }).waitFor();
    await shoot('comparison');
    await press(say.confirm);
    await page.getByRole('button', { name: say.undo }).waitFor();
    await shoot('restored');
    expect(shop.columnTexts(say.tab, say.name)).toEqual(['=1+1', '赵一']);
    await press(say.undo);
    await page.getByRole('button', { name: say.list }).waitFor();
    expect(shop.columnTexts(say.tab, say.name)).toEqual(['改了']);
    await press(say.list);
    await shoot('list-restored');
    await close();

    const own = await shop.call<BackupList>('getBackups', {});
    const elsewhere = await openSidebar(browser, { locale, list: { ...own, of: 'another' } }, answersOf(shop));
    await elsewhere.page.getByRole('button', { name: say.file, exact: true }).click();
    await elsewhere.page.getByLabel(say.choose).setInputFiles({ name: 'x.json.gz', mimeType: 'a/b', buffer: gzipSync(text) });
    await elsewhere.page.getByText(say.other).waitFor();
    await elsewhere.page.getByRole('button', { name: say.anyway }).waitFor();
    await shoot('other', elsewhere.page);
    await elsewhere.close();
  }, 60_000);
