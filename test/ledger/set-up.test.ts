import { expect, test } from '@jest/globals';
import { Shop } from './shop.ts';

/** Tabs that are shown; the change log waits hidden. */
const names = (shop: Shop): string[] => shop.host.state.sheets.filter(({ hidden }) => !hidden).map((sheet) => sheet.name);

test('a new workbook shows the start page and the four record tabs', async () => {
  const shop = await Shop.open();
  expect(names(shop)).toEqual(['首页', '基本信息', '购买记录', '维修记录', '服务记录']);
  expect(shop.sheet('操作日志').hidden).toBe(true);
  expect(shop.sheet('基本信息').frozenRows).toBe(1);
  expect(shop.failures()).toEqual([]);
});

test('setting up twice changes nothing', async () => {
  const shop = await Shop.open({ samples: true });
  const before = JSON.stringify(shop.host.state);
  const again = await shop.run('set-up');
  expect(again).toMatchObject({ ok: true, message: '台账完好，没有要修复的。' });
  expect(JSON.parse(JSON.stringify(shop.host.state))).toEqual(JSON.parse(before));
});

test('the samples go with one click and no number of the series is used up', async () => {
  const shop = await Shop.open({ samples: true });
  expect(shop.columnTexts('基本信息', '客户编号').slice(0, 3)).toEqual(['示例-1', '示例-2', '示例-3']);
  await shop.run('check-tab', { tab: '基本信息' });
  expect(shop.note('基本信息', 2, '联系电话')).toBe('');
  expect(await shop.run('remove-samples')).toMatchObject({ ok: true, message: '删除了 40 行示例数据。' });
  for (const tab of ['基本信息', '购买记录', '维修记录', '服务记录'])
    expect(
      shop
        .sheet(tab)
        .cells.slice(1)
        .flat()
        .filter((cell) => cell?.v != null && cell.v !== ''),
    ).toEqual([]);
  await shop.type('基本信息', 2, '客户姓名', '张伟');
  expect(shop.text('基本信息', 2, '客户编号')).toBe('C000001');
});

test('a sample that the shop made its own stays', async () => {
  const shop = await Shop.open({ samples: true });
  await shop.type('基本信息', 3, '客户姓名', '李方');
  await shop.paste('购买记录', 20, '客户编号', [['示例-3', 'KFR-35']]);
  expect(await shop.run('remove-samples')).toMatchObject({ message: '删除了 38 行示例数据；2 行被改过或有记录在用，留下了。' });
  expect(shop.columnTexts('基本信息', '客户姓名')).toEqual(['李方', '杭州清风酒店有限公司']);
});

test('in a workbook with data nothing of the shop’s is moved, renamed or deleted', async () => {
  const shop = await Shop.open({ bare: true });
  const sheet = shop.host.state.sheets[0]!.id;
  await shop.intend({ kind: 'renameSheet', sheet, name: '基本信息' });
  await shop.intend({
    kind: 'paste',
    sheet,
    row: 0,
    column: 0,
    cells: [
      ['联系电话', '老板备注', '客户姓名'],
      ['13800138000', '常客', '张伟'],
      ['0571-87654321', '', '李芳'],
    ],
  });
  const outcome = await shop.run('set-up');
  expect(outcome.ok).toBe(true);
  expect(shop.host.state.sheets.map((s) => s.name)).toEqual(expect.arrayContaining(['基本信息', '首页', '购买记录']));
  expect(shop.columnTexts('基本信息', '老板备注')).toEqual(['常客']);
  expect([shop.column('基本信息', '联系电话'), shop.column('基本信息', '老板备注'), shop.column('基本信息', '客户姓名')]).toEqual(
    [0, 1, 2],
  );
  await shop.run('check-tab', { tab: '基本信息' });
  expect(shop.columnTexts('基本信息', '客户编号')).toEqual(['C000001', 'C000002']);
});

test('a deleted column comes back on the right, with a lost header', async () => {
  const shop = await Shop.open();
  await shop.intend({
    kind: 'deleteColumns',
    sheet: shop.sheet('基本信息').id,
    at: shop.column('基本信息', '电子邮箱'),
    count: 1,
  });
  expect(await shop.run('check-tab', { tab: '基本信息' })).toMatchObject({
    ok: false,
    message: expect.stringMatching(/缺少“电子邮箱”列/),
  });
  expect(await shop.run('set-up')).toMatchObject({ ok: true, message: '基本信息补好了：电子邮箱。' });
  expect(shop.column('基本信息', '电子邮箱')).toBe(5);
});

test('an English workbook is English throughout', async () => {
  const shop = await Shop.open({ locale: 'en_US', samples: true });
  expect(names(shop)).toEqual(['Home', 'Customers', 'Purchases', 'Repairs', 'Services']);
  const all = JSON.stringify(shop.host.state.sheets);
  expect(all.replace(/示例|客户台账/g, '')).not.toMatch(/[\u4e00-\u9fff]/);
  await shop.type('Customers', 12, 'Phone', '138');
  expect(shop.note('Customers', 12, 'Phone')).toMatch(/^⚠ Ledger check: /);
});

test('help is made when first asked for, explains every field the shop has, and opens again without a second tab', async () => {
  const shop = await Shop.open();
  await shop.run('open-help');
  await shop.run('switch-field', { tab: '基本信息', field: '出生日期', on: true });
  expect(await shop.run('open-help')).toMatchObject({ ok: true });
  expect(names(shop).filter((name) => name.startsWith('帮助'))).toEqual(['帮助']);
  const sheet = shop.sheet('帮助');
  const texts = shop.book.displayValues(sheet.id, { row: 0, column: 0, rows: 100, columns: 1 }).flat();
  expect(texts).toEqual(expect.arrayContaining(['出生日期', '满意度评分', '怎么登记新客户？']));
});

test('a copy of a sample that the shop made its own is not deleted with the samples', async () => {
  const shop = await Shop.open({ samples: true });
  const id = shop.sheet('基本信息').id;
  const row = { row: 1, column: 0, rows: 1, columns: 6 };
  await shop.intend({ kind: 'copy', sheet: id, from: row, toSheet: id, to: { ...row, row: 11 } });
  await shop.type('基本信息', 12, '客户姓名', '真客户');
  await shop.run('remove-samples');
  expect(shop.columnTexts('基本信息', '客户姓名')).toEqual(['真客户']);
});

test('the first registrations are counted on the start page, and setting up again doubles no colours', async () => {
  const shop = await Shop.open();
  for (const name of ['张伟', '李芳'])
    await shop.call('saveRecord', {
      tab: 'customers',
      requestId: `request-${name.length}-${name.codePointAt(0)}`,
      values: { name, phone: '13800138000' },
    });
  const home = shop.sheet('首页');
  const texts = shop.book.displayValues(home.id, { row: 0, column: 0, rows: 30, columns: 2 });
  expect(texts.find(([label]) => label === '基本信息')?.[1]).toBe('2');
  const before = shop.sheet('基本信息').conditionalFormats.length;
  await shop.run('set-up');
  expect(shop.sheet('基本信息').conditionalFormats).toHaveLength(before);
});

test('a deleted header row is noticed and comes back above the records', async () => {
  const shop = await Shop.open();
  await shop.paste('基本信息', 2, '客户姓名', [['张伟', '13800138000']]);
  await shop.intend({ kind: 'deleteRows', sheet: shop.sheet('基本信息').id, at: 0, count: 1 });
  expect(await shop.run('check-tab', { tab: '基本信息' })).toMatchObject({
    ok: false,
    message: expect.stringMatching(/表头行没有了/),
  });
  expect((await shop.run('set-up')).ok).toBe(true);
  expect([shop.text('基本信息', 2, '客户编号'), shop.text('基本信息', 2, '客户姓名')]).toEqual(['C000001', '张伟']);
});
