import { beforeEach, describe, expect, test } from '@jest/globals';
import { Shop } from './shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await Shop.open();
});

const customers = '基本信息';
const red = '#fbdedb';

describe('typing a customer', () => {
  test('the number is given once a required field is right, and counts on', async () => {
    await shop.type(customers, 2, '电子邮箱', 'a@example.com');
    expect(shop.text(customers, 2, '客户编号')).toBe('');
    await shop.type(customers, 2, '客户姓名', '张伟');
    await shop.type(customers, 3, '客户姓名', '李芳');
    expect(shop.columnTexts(customers, '客户编号')).toEqual(['C000001', 'C000002']);
    expect(shop.failures()).toEqual([]);
  });

  test('a phone in any notation is written as the shop writes it, as text', async () => {
    await shop.type(customers, 2, '联系电话', '+86 138-0013-8000');
    expect(shop.value(customers, 2, '联系电话')).toBe('13800138000');
    await shop.type(customers, 3, '联系电话', '0571 8765 4321');
    expect(shop.value(customers, 3, '联系电话')).toBe('0571-87654321');
  });

  test('a wrong phone stays as typed, is marked with the reason and the mend, and loses the mark when corrected', async () => {
    await shop.type(customers, 2, '客户姓名', '张伟');
    await shop.type(customers, 2, '联系电话', '1380013800');
    expect(shop.value(customers, 2, '联系电话')).toBe('1380013800');
    expect(shop.note(customers, 2, '联系电话')).toMatch(/^⚠ 台账检查：.*1380013800/);
    expect(shop.style(customers, 2, '联系电话').background).toBe(red);
    await shop.type(customers, 2, '联系电话', '13800138000');
    expect(shop.note(customers, 2, '联系电话')).toBe('');
    expect(shop.style(customers, 2, '联系电话').background).toBeUndefined();
  });

  test('the shop’s own fill and note come back when the mark goes', async () => {
    const at = { sheet: shop.sheet(customers).id, row: 1, column: shop.column(customers, '联系电话') };
    await shop.intend({
      kind: 'format',
      sheet: at.sheet,
      rects: [{ row: 1, column: at.column, rows: 1, columns: 1 }],
      style: { background: '#ffe599' },
    });
    await shop.intend({ kind: 'note', ...at, note: '周末打' });
    await shop.type(customers, 2, '联系电话', '1380013800');
    expect(shop.note(customers, 2, '联系电话')).toMatch(/^周末打\n\n⚠/);
    await shop.type(customers, 2, '联系电话', '138001380');
    await shop.type(customers, 2, '联系电话', '13800138000');
    expect(shop.note(customers, 2, '联系电话')).toBe('周末打');
    expect(shop.style(customers, 2, '联系电话').background).toBe('#ffe599');
  });

  test('clearing a wrong value takes its mark away', async () => {
    await shop.type(customers, 2, '联系电话', '1380013800');
    await shop.clear(customers, 2, '联系电话');
    expect(shop.note(customers, 2, '联系电话')).toBe('');
  });

  test('a formula of the shop’s is never overwritten', async () => {
    await shop.type(customers, 2, '客户姓名', '张伟');
    const sheet = shop.sheet(customers).id;
    const column = shop.column(customers, '电子邮箱');
    await shop.intend({ kind: 'format', sheet, rects: [{ row: 1, column, rows: 1, columns: 1 }], style: { numberFormat: null } });
    await shop.type(customers, 2, '电子邮箱', '=UPPER("a@example.com")');
    await shop.run('check-tab', { tab: customers });
    expect(shop.book.formulas(sheet, { row: 1, column, rows: 1, columns: 1 })[0]![0]).toBe('=UPPER("a@example.com")');
  });
});

describe('typing a record', () => {
  beforeEach(async () => {
    await shop.paste(customers, 2, '客户姓名', [
      ['张伟', '13800138000'],
      ['李芳', '13900139000'],
      ['张伟', '13700137000'],
    ]);
  });

  test('a name or a phone typed into the customer no. becomes the number', async () => {
    await shop.type('购买记录', 2, '客户编号', '李芳');
    expect(shop.text('购买记录', 2, '客户编号')).toBe('C000002');
    expect(shop.text('购买记录', 2, '订单编号')).toBe('D000001');
    await shop.type('维修记录', 2, '客户编号', '137 0013 7000');
    expect(shop.text('维修记录', 2, '客户编号')).toBe('C000003');
  });

  test('a name that two customers have is answered with both', async () => {
    await shop.type('购买记录', 2, '客户编号', '张伟');
    expect(shop.text('购买记录', 2, '客户编号')).toBe('张伟');
    expect(shop.note('购买记录', 2, '客户编号')).toMatch(/2 位客户[\s\S]*C000001 张伟 13800138000\nC000003 张伟 13700137000/);
    await shop.type('购买记录', 2, '客户编号', 'c000003');
    expect(shop.text('购买记录', 2, '客户编号')).toBe('C000003');
    expect(shop.note('购买记录', 2, '客户编号')).toBe('');
  });

  test('an unknown customer is marked', async () => {
    await shop.type('购买记录', 2, '客户编号', 'C000999');
    expect(shop.note('购买记录', 2, '客户编号')).toMatch(/没有客户“C000999”/);
  });

  test('any usual date becomes a date', async () => {
    await shop.type('购买记录', 2, '购买日期', '11月2日');
    expect(shop.text('购买记录', 2, '购买日期')).toBe('2026-11-02');
    await shop.type('购买记录', 3, '购买日期', '昨天');
    expect(shop.text('购买记录', 3, '购买日期')).toBe('2026-11-21');
    expect(typeof shop.value('购买记录', 3, '购买日期')).toBe('number');
  });

  test('the amount is proposed from the product list, and one that stands is left alone', async () => {
    await shop.run('open-products');
    await shop.paste('产品目录', 2, '型号', [['KFR-35', '空调', '2999', '72']]);
    await shop.type('购买记录', 2, '产品型号', 'KFR-35');
    await shop.type('购买记录', 2, '购买数量', '2');
    expect(shop.value('购买记录', 2, '交易金额')).toBe(5998);
    await shop.type('购买记录', 2, '交易金额', '5500');
    await shop.type('购买记录', 2, '购买数量', '3');
    expect(shop.value('购买记录', 2, '交易金额')).toBe(5500);
  });
});

describe('numbers', () => {
  test('a copied row’s doubled number is marked, and settled by clearing it', async () => {
    await shop.paste(customers, 2, '客户姓名', [['张伟', '13800138000']]);
    const sheet = shop.sheet(customers).id;
    const row = { row: 1, column: 0, rows: 1, columns: 6 };
    await shop.intend({ kind: 'copy', sheet, from: row, toSheet: sheet, to: { ...row, row: 2 } });
    expect(shop.note(customers, 3, '客户编号')).toMatch(/C000001 在第 2 行已经用过/);
    expect(shop.note(customers, 2, '客户编号')).toBe('');
    await shop.clear(customers, 3, '客户编号');
    expect(shop.text(customers, 3, '客户编号')).toBe('C000002');
    expect(shop.note(customers, 3, '客户编号')).toBe('');
  });

  test('a number of a deleted row is never given again', async () => {
    await shop.paste(customers, 2, '客户姓名', [['张伟'], ['李芳']]);
    await shop.intend({ kind: 'deleteRows', sheet: shop.sheet(customers).id, at: 2, count: 1 });
    await shop.type(customers, 3, '客户姓名', '王五');
    expect(shop.text(customers, 3, '客户编号')).toBe('C000003');
  });

  test('a number typed by hand is not given again', async () => {
    await shop.type(customers, 2, '客户编号', 'C000500');
    await shop.type(customers, 3, '客户姓名', '王五');
    expect(shop.text(customers, 3, '客户编号')).toBe('C000501');
  });
});

describe('columns', () => {
  test('move, insert and rename columns at will: values go where they belong', async () => {
    const sheet = shop.sheet(customers).id;
    await shop.intend({ kind: 'insertColumns', sheet, at: 0, count: 2 });
    await shop.intend({ kind: 'moveColumns', sheet, at: shop.column(customers, '联系电话'), count: 1, to: 0 });
    await shop.type(customers, 1, '联系电话', '电话号码');
    await shop.type(customers, 2, '客户姓名', '张伟');
    await shop.type(customers, 2, '电话号码', '138 0013 8000');
    expect(shop.text(customers, 2, '客户编号')).toBe('C000001');
    expect(shop.text(customers, 2, '电话号码')).toBe('13800138000');
    expect(shop.note(customers, 1, '电话号码')).not.toMatch(/⚠/);
  });

  test('an emptied or swapped header is reported, and mended by setting up again', async () => {
    const at = shop.column(customers, '电子邮箱');
    await shop.intend({ kind: 'type', sheet: shop.sheet(customers).id, row: 0, column: at, text: '联系电话' });
    expect(shop.book.notes(shop.sheet(customers).id, { row: 0, column: at, rows: 1, columns: 1 })[0]![0]).toMatch(
      /D 列原来是“电子邮箱”/,
    );
    const outcome = await shop.run('set-up');
    expect(outcome.message).toMatch(/电子邮箱/);
    expect(shop.column(customers, '电子邮箱')).toBe(at);
    expect(shop.note(customers, 1, '电子邮箱')).not.toMatch(/⚠/);
  });
});

describe('what a typed cell costs', () => {
  const last = (): { reads: number; writes: number } => shop.costs().at(-1)!.trace;
  const cheap = (reads = 3): void => {
    expect(last().reads).toBeLessThanOrEqual(reads);
    expect(last().writes).toBeLessThanOrEqual(1);
  };
  beforeEach(async () => {
    await shop.paste(customers, 2, '客户姓名', [
      ['张伟', '13800138000'],
      ['李芳', '13900139000'],
    ]);
  });

  test.each<[string, string, number, string]>([
    ['a name in a new row', customers, 4, '客户姓名|王五'],
    ['a phone to be normalised', customers, 4, '联系电话|+86 138 0013 8001'],
    ['a wrong phone', customers, 4, '联系电话|138'],
    ['a wrong phone over a right one', customers, 2, '联系电话|138'],
    ['an e-mail', customers, 2, '电子邮箱|A@QQ.COM'],
    ['a foreign option', customers, 2, '客户类型|散客'],
    ['a number of one’s own', customers, 4, '客户编号|C000777'],
    ['a doubled number', customers, 4, '客户编号|C000001'],
    ['a customer no. in a new purchase', '购买记录', 2, '客户编号|C000001'],
    ['a date', '购买记录', 2, '购买日期|2026/11/2'],
    ['a date in words', '购买记录', 2, '购买日期|昨天'],
    ['a quantity', '购买记录', 2, '购买数量|2'],
    ['the first date of a repair', '维修记录', 2, '报修日期|11月2日'],
  ])('%s costs at most three reads and one commit', async (_, tab, row, what) => {
    const [header = '', text = ''] = what.split('|');
    await shop.type(tab, row, header, text);
    expect(shop.failures()).toEqual([]);
    cheap();
  });

  test.each<[string, string, number, string]>([
    ['a name in a new purchase', '购买记录', 2, '客户编号|李芳'],
    ['a phone over a wrong one', customers, 3, '联系电话|138 0013 8009'],
  ])('%s is looked at once more after it was written: four reads and one commit', async (_, tab, row, what) => {
    const [header = '', text = ''] = what.split('|');
    await shop.type(tab, row, header, text);
    expect(shop.failures()).toEqual([]);
    cheap(4);
  });
});

test('a number typed above the one it doubles marks the one below, and settling it takes the mark away', async () => {
  await shop.paste(customers, 2, '客户姓名', [['张一'], ['张二'], ['张三']]);
  await shop.type(customers, 2, '客户编号', 'C000003');
  expect(shop.note(customers, 4, '客户编号')).toMatch(/C000003 在第 2 行/);
  const before = JSON.stringify(shop.host.state.sheets);
  await shop.run('check-tab', { tab: customers });
  expect(JSON.stringify(shop.host.state.sheets) === before).toBe(true);
  await shop.type(customers, 2, '客户编号', 'C000001');
  expect(shop.note(customers, 4, '客户编号')).toBe('');
});

test('a number far beyond the calendar in a date column is marked and stops nothing', async () => {
  await shop.type('购买记录', 2, '购买日期', '13800138000');
  expect(shop.note('购买记录', 2, '购买日期')).toMatch(/⚠/);
  expect(await shop.run('check-tab', { tab: '购买记录' })).toMatchObject({ ok: true });
});

test('a fill of ours without its note goes with the next check', async () => {
  await shop.type(customers, 2, '联系电话', '138');
  await shop.intend({ kind: 'insertRows', sheet: shop.sheet(customers).id, at: 2, count: 1 });
  await shop.type(customers, 3, '联系电话', '13800138000');
  await shop.run('check-tab', { tab: customers });
  expect(shop.style(customers, 3, '联系电话').background).toBeUndefined();
});

test('an emptied column of numbers is not filled with new ones', async () => {
  const rows = Array.from({ length: 10 }, (_, i) => [`客户${i}`]);
  await shop.paste(customers, 2, '客户姓名', rows);
  await shop.intend({ kind: 'clear', sheet: shop.sheet(customers).id, rects: [{ row: 1, column: 0, rows: 999, columns: 1 }] });
  expect(shop.columnTexts(customers, '客户编号')).toEqual([]);
  expect(shop.toasts().at(-1)).toMatch(/没有重新编号/);
});

test('a doubled number pasted above its original, and taken away again, leaves nothing for a check to change', async () => {
  await shop.paste(customers, 2, '客户姓名', [['张一'], ['张二'], ['张三']]);
  const unchangedByCheck = async (): Promise<void> => {
    const before = JSON.stringify(shop.host.state.sheets);
    await shop.run('check-tab', { tab: customers });
    expect(JSON.stringify(shop.host.state.sheets) === before).toBe(true);
  };
  const sheet = shop.sheet(customers).id;
  const row = { row: 3, column: 0, rows: 1, columns: 6 };
  await shop.intend({ kind: 'note', sheet, row: 3, column: 0, note: '老客户' });
  await shop.intend({ kind: 'copy', sheet, from: { ...row, row: 3 }, toSheet: sheet, to: { ...row, row: 1 } });
  expect(shop.note(customers, 4, '客户编号')).toMatch(/^老客户\n\n⚠.*C000003 在第 2 行/);
  await unchangedByCheck();
  await shop.clear(customers, 2, '客户编号');
  expect(shop.note(customers, 4, '客户编号')).toBe('老客户');
  expect(shop.text(customers, 2, '客户编号')).toBe('C000004');
  expect(shop.costs().at(-1)!.trace.reads).toBeLessThanOrEqual(8);
  await unchangedByCheck();
});
