import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { en } from '../../src/domain/messages/en.ts';
import { zhCN } from '../../src/domain/messages/zh-CN.ts';
import { Shop } from '../ledger/shop.ts';

const page = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../dist/words-${name}.html`, import.meta.url), 'utf8'));

test('the pages of words hold sentences of the dictionary word for word, the same ones in both languages', () => {
  const zh = page('zh-CN');
  expect(Object.keys(page('en'))).toEqual(Object.keys(zh));
  expect(zh).toEqual(Object.fromEntries(Object.keys(zh).map((key) => [key, zhCN[key as never]])));
  expect(page('en')).toEqual(Object.fromEntries(Object.keys(zh).map((key) => [key, en[key as never]])));
  expect(Object.keys(zh)).toEqual(expect.arrayContaining(['quality.tab', 'backup.page']));
});

/** Whether a function of the bundle reads a page of the script's. */
async function reads(functionName: string, act: (shop: Shop) => Promise<unknown>): Promise<boolean> {
  const shop = await Shop.open();
  shop.meanwhile('createHtmlOutputFromFile', functionName, () => {});
  await act(shop);
  return !shop.waits;
}

test('opening and typing need none of them; a report reads them', async () => {
  expect(await reads('onOpen', (shop) => shop.as('clerk@example.com').session.reload())).toBe(false);
  expect(await reads('onEdit', (shop) => shop.type('基本信息', 2, '联系电话', '138 0013 8000'))).toBe(false);
  expect(await reads('runAction', (shop) => shop.run('data-quality'))).toBe(true);
});
