import { expect, test } from '@jest/globals';
import { Shop } from '../ledger/shop.ts';

const HOUR = 3_600_000;

/** Column A of the start page, and its notices but for the list of jobs that are off, which grows with every job. */
function home(shop: Shop) {
  const sheet = shop.sheet('首页');
  const texts = shop.book.displayValues(sheet.id, { row: 0, column: 0, rows: 30, columns: 1 }).map(([text]) => text!);
  const at = texts.indexOf('要看一下的') + 1;
  return { texts, lines: (texts[at] ?? '').split('\n').filter((line) => !line.startsWith('没有开的')), at };
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
  expect(home(shop).lines).toEqual(['没有要处理的。']);
  expect(shop.book.displayValues(id, { row: at + 2, column: 3, rows: 1, columns: 1 })[0]![0]).toBe('周三盘点');
  await shop.intend({ kind: 'deleteRows', sheet: id, at: at + 1, count: 2 });
  await shop.call('switchJob', { job: 'sweep', on: false });
  expect(home(shop).texts).not.toContain('要看一下的');
  await shop.run('set-up');
  expect(home(shop).lines[0]).toBe('没有要处理的。');
});

test('new groups of possible duplicates and deleted rows are told with a link, until somebody has looked', async () => {
  const shop = await Shop.open();
  await shop.paste('基本信息', 2, '客户姓名', [
    ['张伟', '13800138000', 'zhang@qq.com', '杭州市文三路100号2栋301室'],
    ['张 伟', '13800138000', 'zhang@qq.com', '杭州市文三路100号2栋301室'],
    ['李芳', '13900139000', '', '杭州市莫干山路18号'],
  ]);
  for (const job of ['sweep', 'duplicates']) await shop.call('switchJob', { job, on: true, name: '王店长' });
  await shop.call('runJob', { job: 'sweep' });
  shop.now += 15.5 * HOUR;
  await shop.host.fireTrigger(trigger(shop));
  expect(home(shop).lines).toEqual(['新发现 1 组疑似重复的客户，请看过再决定合不合并。']);
  const cell = shop.sheet('首页').cells[home(shop).at]![0]!;
  expect(JSON.stringify(cell)).toContain(`#gid=${shop.sheet('疑似重复').id}`);
  // The same group is not new another night.
  await shop.unseen(() => shop.intend({ kind: 'deleteRows', sheet: shop.sheet('基本信息').id, at: 3, count: 1 }));
  shop.now += 24 * HOUR;
  await shop.host.fireTrigger(trigger(shop));
  expect(home(shop).lines).toEqual([
    '新发现 1 组疑似重复的客户，请看过再决定合不合并。',
    expect.stringMatching(/^有 1 处编号不在表里了（C000003），可能已删除/),
  ]);
  await shop.call('getDuplicateGroups', {});
  await shop.run('open-log');
  expect(home(shop).lines).toEqual(['没有要处理的。']);
});
