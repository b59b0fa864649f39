import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { BackupComparison, BackupItem, BackupList } from '../../src/domain/backup/backup-api.ts';
import { launchChromium } from './chromium.ts';
import { openSidebar } from './sidebar-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const item = (n: number, more: Partial<BackupItem> = {}): BackupItem => ({
  ...{ id: `file${n}`, when: `2026-11-${22 - n} 04:12`, kind: 'planned', state: 'complete', rows: 12_480 - n },
  url: 'https://docs.google.com/spreadsheets/d/x/edit',
  ...more,
});

const list: BackupList = {
  of: 'book',
  plan: { on: true, every: 'day', daily: 7, weekly: 4, monthly: 12, before: true },
  backups: [
    item(0, { kind: 'hand', state: 'checked' }),
    item(1, { state: 'failed', rows: 0 }),
    item(2),
    item(3, { kind: 'before' }),
  ],
};

const comparison = (locale: string): BackupComparison => ({
  when: '2026-11-20 04:12',
  isSame: false,
  shown: 'print',
  tabs: [
    {
      tab: '基本信息',
      state: 'changed',
      message:
        locale === 'en'
          ? '“基本信息”: 1 changed back, 1 brought back, 1 added since taken out'
          : '“基本信息”改回 1 条，找回 1 条，去掉之后新增的 1 条',
      examples: [
        { number: 'C000002', title: '钱二', change: 'back' },
        { number: 'C000214', title: '欧阳明日香', change: 'gone' },
        { number: 'C000001', title: '赵一', change: 'changed', fields: ['联系电话', '地址'] },
      ],
    },
    { tab: '购买记录', state: 'same', message: locale === 'en' ? 'unchanged' : '没有变化', examples: [] },
  ],
});

const shoot = async (page: Page, name: string) => {
  if (process.env.SIDEBAR_IMAGES) await page.screenshot({ path: `${process.env.SIDEBAR_IMAGES}/${name}.png` });
};

const sticksOut = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

const words = {
  'zh-CN': {
    restore: '恢复…',
    some: '只恢复几张表',
    compare: '和现在比较',
    confirm: '恢复 1 张表',
    undo: '撤销这次恢复',
    change: '更改',
    save: '保存计划',
    on: '自动备份',
  },
  en: {
    restore: 'Restore…',
    some: 'Some tabs only',
    compare: 'Compare with today',
    confirm: 'Restore 1 tab',
    undo: 'Undo this restore',
    change: 'Change',
    save: 'Save plan',
    on: 'Automatic backups',
  },
} as const;

for (const locale of ['zh-CN', 'en'] as const)
  test(`a tab is chosen, compared, restored and taken back (${locale})`, async () => {
    const say = words[locale];
    const { page, named, close } = await openSidebar(
      browser,
      { locale, list },
      {
        getBackupTabs: () => ({
          tabs: [
            { tab: '基本信息', rows: 214 },
            { tab: '购买记录', rows: 3 },
          ],
        }),
        compareBackup: () => comparison(locale),
        restoreBackup: () => ({
          ok: true,
          message:
            locale === 'en' ? 'Restored to the backup of 2026-11-20 04:12.' : '已恢复到 2026-11-20 04:12 的备份：基本信息。',
          run: 7,
        }),
        undoRun: () => ({ ok: true, message: locale === 'en' ? 'Everything is as it was.' : '已回到恢复之前的样子。' }),
        getBackups: () => list,
      },
    );
    await shoot(page, `list-${locale}`);
    expect(await sticksOut(page)).toBe(false);
    await page.getByRole('button', { name: say.restore, exact: true }).nth(1).click();
    await page.getByText(say.some).click();
    await page.getByLabel('基本信息').check();
    await shoot(page, `scope-${locale}`);
    await page.getByRole('button', { name: say.compare }).click();
    await page.getByRole('button', { name: say.confirm }).waitFor();
    await shoot(page, `comparison-${locale}`);
    expect(await sticksOut(page)).toBe(false);
    await page.getByRole('button', { name: say.confirm }).click();
    await page.getByRole('button', { name: say.undo }).waitFor();
    await shoot(page, `done-${locale}`);
    expect(named('restoreBackup')[0]!.input).toEqual({ backup: 'file2', tabs: ['基本信息'], shown: 'print' });
    await page.getByRole('button', { name: say.undo }).click();
    await page.getByRole('heading', { name: locale === 'en' ? 'as it was' : '回到' }).waitFor();
    expect(named('undoRun')[0]!.input).toEqual({ run: 7 });
    await close();
  });

test('the plan is switched on with the job that makes it, and where files cannot be kept the page says why', async () => {
  const off: BackupList = { of: 'book', plan: { ...list.plan, on: false }, backups: [] };
  const { page, named, called, close } = await openSidebar(
    browser,
    { locale: 'zh-CN', list: off },
    {
      planBackups: (plan) => ({ ok: true, message: '备份计划已保存。', list: { ...off, plan } }),
      backUpNow: () => ({ failed: true, message: '别人正在保存。', retry: true }),
      getBackups: () => off,
    },
  );
  await shoot(page, 'empty');
  await page.getByRole('button', { name: '更改' }).click();
  await page.getByLabel('自动备份').check();
  await page.getByLabel('天', { exact: true }).fill('10');
  await shoot(page, 'plan');
  await page.getByRole('button', { name: '保存计划' }).click();
  await page.getByText('备份计划已保存').waitFor();
  expect(named('planBackups')[0]!.input).toMatchObject({ on: true, daily: 10, weekly: 4 });
  expect((await called('switchJob')).input).toEqual({ job: 'backup', on: true });
  await page.getByRole('button', { name: '立即备份' }).click();
  await page.getByText('别人正在保存').waitFor();
  await close();
  const core = await openSidebar(browser, { locale: 'zh-CN', list: { ...off, cannot: '现在的授权只能用这一个表格。' } }, {});
  await core.page.getByText('现在的授权').waitFor();
  expect(await core.page.getByRole('button').allTextContents()).toEqual(['用文件恢复…', '下载备份文件']);
  await core.close();
});
