import { expect, test } from '@jest/globals';
import { Shop } from '../ledger/shop.ts';

const HOUR = 3_600_000;

/** Column A of the start page, and where its lines lead. */
function home(shop: Shop) {
  const sheet = shop.sheet('首页');
  const texts = shop.book.displayValues(sheet.id, { row: 0, column: 0, rows: 30, columns: 1 }).map(([text]) => text!);
  const at = texts.indexOf('要看一下的') + 1;
  return { texts, lines: texts[at]!.split('\n'), at };
}

const trigger = (shop: Shop) => shop.host.state.triggers[0]!.id;

test('the start page says what is not switched on, and what failed, and is calm where nothing is wrong', async () => {
  const shop = await Shop.open();
  expect(home(shop).lines).toEqual(['没有要处理的。', expect.stringMatching(/^自动任务都没有开/)]);
  await shop.call('switchJob', { job: 'sweep', on: true, name: '王店长' });
  expect(home(shop).lines[0]).toBe('没有要处理的。');
  // A header that somebody has mixed up.
  const sheet = shop.sheet('基本信息');
  await shop.unseen(() => shop.intend({ kind: 'type', sheet: sheet.id, row: 0, column: 2, text: '地址' }));
  shop.now += 15 * HOUR;
  await shop.host.fireTrigger(trigger(shop));
  expect(home(shop).lines[0]).toMatch(/^“夜间检查” 2026年11月23日 03:00 没有做成：检查了 \d+ 行。基本信息的表头和列对不上/);
});

test('a timer that has fallen silent is told when the workbook is opened', async () => {
  const shop = await Shop.open();
  await shop.call('switchJob', { job: 'sweep', on: true, name: '王店长' });
  shop.now += 30 * HOUR;
  await shop.as('li@example.com').session.reload();
  expect(home(shop).lines[0]).toBe('自动任务从 2026年11月22日 12:00 起没有再运行。点“设置 › 自动任务”，由你接着运行。');
});

test('what the shop has written on the start page stays, wherever the notices have been moved; deleted they stay away', async () => {
  const shop = await Shop.open();
  const { id } = shop.sheet('首页');
  const { at } = home(shop);
  await shop.intend({ kind: 'type', sheet: id, row: at, column: 3, text: '周三盘点' });
  await shop.intend({ kind: 'insertRows', sheet: id, at: 1, count: 2 });
  await shop.call('switchJob', { job: 'sweep', on: true, name: '王店长' });
  expect(home(shop).at).toBe(at + 2);
  expect(home(shop).lines).toEqual(['没有要处理的。', expect.not.stringMatching(/都没有开/)].slice(0, home(shop).lines.length));
  expect(shop.book.displayValues(id, { row: at + 2, column: 3, rows: 1, columns: 1 })[0]![0]).toBe('周三盘点');
  await shop.intend({ kind: 'deleteRows', sheet: id, at: at + 1, count: 2 });
  await shop.call('switchJob', { job: 'sweep', on: false });
  expect(home(shop).texts).not.toContain('要看一下的');
  await shop.run('set-up');
  expect(home(shop).lines[0]).toBe('没有要处理的。');
});
