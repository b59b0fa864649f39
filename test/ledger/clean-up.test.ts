import { expect, test } from '@jest/globals';
import {
  contents,
  customers,
  done,
  listed,
  messyShop,
  of,
  preview,
  purchases,
  put,
  repairs,
  type Shown,
  tick,
} from './messy-shop.ts';
import { Shop } from './shop.ts';

test('the preview changes nothing of the shop, and lists each change with its old and new value and the reason', async () => {
  const shop = await messyShop();
  const before = contents(shop);
  const outcome = await done(shop, 'clean-up');
  expect(outcome.details).toMatchObject({ fix: 23, fill: 1, remove: 2, report: 7, ticked: 23 });
  expect(contents(shop)).toBe(before);
  expect(of(shop, 'C000001', '联系电话')).toMatchObject({
    ...{ tick: 'TRUE', tab: '基本信息', about: '张伟', old: '+86 138-0013-8000', now: '13800138000', why: '电话统一写法' },
  });
  expect(of(shop, 'D000002', '客户编号')).toMatchObject({ about: '李芳', old: '李芳', now: 'C000002' });
  expect(of(shop, 'C000003', '电子邮箱')).toMatchObject({ tick: 'FALSE', now: 'wang@gmail.com' });
  expect(of(shop, 'C000004', '')).toMatchObject({ tick: 'FALSE', now: '（删除）' });
  expect(of(shop, 'D000003', '客户编号')).toMatchObject({ tick: '', now: '', why: /没有客户“C000099”/ });
  const sheet = shop.sheet(preview);
  expect(sheet.frozenRows).toBe(4);
  expect(sheet.filter?.rect).toMatchObject({ row: 3, rows: 27 });
  const [[totals]] = shop.book.displayValues(sheet.id, { row: 1, column: 0, rows: 1, columns: 1 }) as [[string]];
  expect(totals).toMatch(/可改 23 处，可补 1 处，可删 2 处，已勾 23 处；要人看的 7 处，在第 32 行起/);
});

test('what is ticked is done in one run, what is not stays, and afterwards there is nothing more to tick', async () => {
  const shop = await messyShop();
  await done(shop, 'clean-up');
  await tick(shop, of(shop, 'C000001', '客户姓名'), false);
  await tick(shop, of(shop, 'C000003', '电子邮箱'));
  const outcome = await done(shop, 'apply-clean-up');
  expect(outcome).toMatchObject({ ok: true, details: { run: 1, fix: 22, fill: 1, remove: 0, skipped: 0 } });
  expect(shop.text(customers, 2, '客户姓名')).toBe('张 伟');
  expect(shop.text(customers, 4, '电子邮箱')).toBe('wang@gmail.com');
  expect(shop.value(customers, 3, '联系电话')).toBe('0571-87654321');
  expect(shop.text(customers, 2, '地址')).toBe('浙江省杭州市西湖区文三路100号');
  expect(shop.value(purchases, 3, '购买数量')).toBe(2);
  expect(shop.text(repairs, 2, '产品型号')).toBe('KFR-35GW');
  expect(of(shop, 'C000001', '联系电话')!.result).toBe('已改');
  expect(await done(shop, 'apply-clean-up')).toMatchObject({ ok: false, message: /没有勾选/ });
  const again = await done(shop, 'clean-up');
  expect(again.details).toMatchObject({ fix: 1, fill: 0, ticked: 0 });
  expect(of(shop, 'C000001', '客户姓名')!.tick).toBe('FALSE');
});

test('somebody may write another value into the preview; one that cannot be right is not taken', async () => {
  const shop = await messyShop();
  await done(shop, 'clean-up');
  const { id } = shop.sheet(preview);
  const write = (row: Shown | undefined, text: string) =>
    shop.intend({ kind: 'type', sheet: id, row: Number(row!.row) - 1, column: 6, text });
  await write(of(shop, 'C000001', '客户姓名'), '张炜');
  await write(of(shop, 'C000002', '联系电话'), '123');
  const outcome = await done(shop, 'apply-clean-up');
  expect(outcome.details).toMatchObject({ skipped: 1 });
  expect(shop.text(customers, 2, '客户姓名')).toBe('张炜');
  expect(shop.text(customers, 3, '联系电话')).toBe('57187654321');
  expect(of(shop, 'C000002', '联系电话')!.result).toMatch(/没改：“改成”的内容不对/);
});

test('rows sorted between preview and applying are found again, and what somebody changed meanwhile stays and is said', async () => {
  const shop = await messyShop();
  await done(shop, 'clean-up');
  const { id, columnCount } = shop.sheet(customers);
  const rect = { row: 1, column: 0, rows: 9, columns: columnCount };
  await shop
    .as('colleague@example.com')
    .session.intent({ kind: 'sort', sheet: id, rect, keys: [{ column: 0, ascending: false }] });
  await shop.host.idle();
  const row = shop.columnTexts(customers, '客户编号').indexOf('C000001') + 2;
  expect(row).not.toBe(2);
  await shop.type(customers, row, '联系电话', '13700000000');
  const outcome = await done(shop, 'apply-clean-up');
  // the check after the sort had folded the width of the address by then
  expect(outcome).toMatchObject({ ok: true, message: /2 处没有动/, details: { skipped: 2 } });
  expect(shop.text(customers, row, '客户姓名')).toBe('张伟');
  expect(shop.text(customers, row, '联系电话')).toBe('13700000000');
  expect(of(shop, 'C000001', '联系电话')!.result).toBe('没改：后来有人改过');
});

test('a sort in the very moment of writing puts nothing into the wrong record', async () => {
  const shop = await messyShop();
  await done(shop, 'clean-up');
  const { id, columnCount } = shop.sheet(customers);
  const rect = { row: 1, column: 0, rows: 9, columns: columnCount };
  shop.meanwhile('setValues', 'runAction', (session) =>
    session.intent({ kind: 'sort', sheet: id, rect, keys: [{ column: 0, ascending: false }] }),
  );
  await done(shop, 'apply-clean-up');
  expect(shop.waits).toBe(false);
  const row = shop.columnTexts(customers, '客户编号').indexOf('C000002') + 2;
  expect(shop.text(customers, row, '联系电话')).toBe('0571-87654321');
  expect(shop.columnTexts(customers, '客户姓名').filter(Boolean).sort()).toEqual(
    ['同号 乙', '同号甲', '张伟', '李芳', '没编号', '王强', '赵六'].sort(),
  );
});

test('two people who clean up at once get one list, and nothing is done twice', async () => {
  const shop = await messyShop();
  const other = shop.as('colleague@example.com');
  const [mine, theirs] = await Promise.all([done(shop, 'clean-up'), other.session.click('menuCleanUp')]);
  expect(mine.ok && theirs.ok).toBe(true);
  await shop.host.idle();
  expect(listed(shop).filter((row) => row.number === 'C000001' && row.field === '联系电话')).toHaveLength(1);
  const [first, second] = await Promise.all([done(shop, 'apply-clean-up'), done(shop, 'apply-clean-up')]);
  expect([first, second].filter(({ ok }) => ok)).toHaveLength(1);
  expect(shop.text(customers, 2, '联系电话')).toBe('13800138000');
});

test('undo puts everything back as it was, to the kind of value', async () => {
  const shop = await messyShop();
  const before = contents(shop);
  await done(shop, 'clean-up');
  await done(shop, 'apply-clean-up');
  expect(contents(shop)).not.toBe(before);
  const outcome = await done(shop, 'undo-clean-up');
  expect(outcome.details).toMatchObject({ run: 1, restored: 23, rows: 0, left: 0 });
  expect(contents(shop)).toBe(before);
  expect(await done(shop, 'undo-clean-up')).toMatchObject({ ok: false, message: /没有可以撤销/ });
});

test('a cell that is mended loses its mark, gets it back with the undo, and loses it when that is undone', async () => {
  const shop = await messyShop();
  await shop.run('check-tab', { tab: customers });
  expect(shop.note(customers, 2, '客户类型')).toMatch(/不在选项里/);
  const marked = shop.style(customers, 2, '客户类型').background;
  await done(shop, 'clean-up');
  await done(shop, 'apply-clean-up');
  expect(shop.note(customers, 2, '客户类型')).toBe('');
  expect(shop.style(customers, 2, '客户类型').background).not.toBe(marked);
  expect(shop.note(customers, 4, '客户类型')).toMatch(/钻石卡/);
  await done(shop, 'undo-clean-up');
  expect(shop.note(customers, 2, '客户类型')).toMatch(/不在选项里/);
  expect(shop.style(customers, 2, '客户类型').background).toBe(marked);
  await done(shop, 'undo-run', { run: 3 });
  expect(shop.note(customers, 2, '客户类型')).toBe('');
  expect(shop.style(customers, 2, '客户类型').background).not.toBe(marked);
});

test('undo after later edits and a sort leaves those edits alone and says what it could not restore', async () => {
  const shop = await messyShop();
  await done(shop, 'clean-up');
  await done(shop, 'apply-clean-up');
  await shop.type(customers, 2, '联系电话', '13711112222');
  await shop.intend({ kind: 'deleteRows', sheet: shop.sheet(repairs).id, at: 1, count: 1 });
  const { id, columnCount } = shop.sheet(purchases);
  const rect = { row: 1, column: 0, rows: 3, columns: columnCount };
  await shop.intend({ kind: 'sort', sheet: id, rect, keys: [{ column: 0, ascending: false }] });
  const outcome = await done(shop, 'undo-clean-up');
  expect(outcome.message).toMatch(/后来又改过 1 处（C000001 联系电话）、记录不在了 5 处（/);
  expect(shop.text(customers, 2, '联系电话')).toBe('13711112222');
  expect(shop.text(customers, 2, '客户姓名')).toBe('张 伟');
  expect(shop.value(purchases, 3, '购买数量')).toBe('两台');
});

test('dead and empty rows go only when ticked, and undo brings the record back', async () => {
  const shop = await messyShop();
  await done(shop, 'clean-up');
  for (const row of listed(shop).filter(({ now }) => now === '（删除）')) await tick(shop, row);
  const outcome = await done(shop, 'apply-clean-up');
  expect(outcome.details).toMatchObject({ remove: 2, skipped: 0 });
  expect(shop.columnTexts(customers, '客户编号')).toEqual(['C000001', 'C000002', 'C000003', 'C000005', 'C000006', 'C000006']);
  expect(shop.text(customers, 8, '客户姓名')).toBe('没编号');
  const undone = await done(shop, 'undo-clean-up');
  expect(undone).toMatchObject({ message: /加回 1 行.*空行不用加回/, details: { rows: 1, left: 0 } });
  expect(shop.columnTexts(customers, '客户编号')).toContain('C000004');
});

test('a dead row that somebody has used since is not deleted', async () => {
  const shop = await messyShop();
  await done(shop, 'clean-up');
  await tick(shop, of(shop, 'C000004', ''));
  await shop.type(customers, 6, '客户姓名', '新客户');
  const outcome = await done(shop, 'apply-clean-up');
  expect(outcome.details).toMatchObject({ remove: 0, skipped: 1 });
  expect(of(shop, 'C000004', '')!.result).toBe('没删：后来有了内容');
});

test('formulas and columns of the shop stay, and their rows are not taken for empty', async () => {
  const shop = await messyShop();
  const { id, columnCount } = shop.sheet(customers);
  await shop.intend({ kind: 'type', sheet: id, row: 4, column: columnCount - 1, text: ' 自己的 ' });
  await shop.intend({ kind: 'type', sheet: id, row: 1, column: columnCount - 1, text: '=" x "' });
  const outcome = await done(shop, 'clean-up');
  expect(outcome.details).toMatchObject({ fix: 23, remove: 1 });
  await done(shop, 'apply-clean-up');
  const cells = shop.book.values(id, { row: 1, column: columnCount - 1, rows: 4, columns: 1 }).map(([cell]) => cell);
  expect([cells[0], cells[3]]).toEqual([' x ', ' 自己的 ']);
});

test('a look of so many rows stops and goes on where it stopped', async () => {
  const shop = await messyShop();
  const first = await done(shop, 'clean-up', { rows: 9 });
  expect(first).toMatchObject({
    message: /看了 9 \/ 13 行，到“购买记录”为止/,
    details: { next: { tab: 'purchases', record: 'D000001' } },
  });
  await done(shop, 'apply-clean-up');
  const rest = await done(shop, 'clean-up');
  expect(rest.details).not.toHaveProperty('next');
  expect(listed(shop).map(({ tab }) => tab)).not.toContain(customers);
});

test('ticking the box while it is looking stops it, and what was found by then is listed', async () => {
  const shop = await Shop.open();
  const rows = 10_020;
  const { id, rowCount } = shop.sheet(customers);
  shop.book.apply([{ op: 'insertRows', sheet: id, at: rowCount, count: rows }]);
  const numbers = Array.from({ length: rows }, (_, i) => `C${String(i + 1).padStart(6, '0')}`);
  put(
    shop,
    customers,
    ['客户编号', '客户姓名', '联系电话'],
    numbers.map((number) => [number, '张 伟', '13800138000']),
  );
  shop.meanwhile('toast', 'runAction', (session) =>
    session.intent({ kind: 'type', sheet: shop.sheet(preview).id, row: 1, column: 0, text: 'TRUE' }),
  );
  const outcome = await done(shop, 'clean-up');
  expect(outcome.details).toMatchObject({ looked: 10_000, total: rows, fix: 10_000 });
});

test('from a row of the preview one gets to the cell, wherever it stands now', async () => {
  const shop = await messyShop();
  await done(shop, 'clean-up');
  const row = Number(of(shop, 'C000003', '客户类型')!.row) - 1;
  await shop.intend({ kind: 'select', sheet: shop.sheet(preview).id, rect: { row, column: 2, rows: 1, columns: 1 } });
  await shop.click('menuGoToRecord');
  expect(shop.failures()).toEqual([]);
  const shown = shop.events.filter((event) => event.event === 'activate').at(-1);
  expect(shown).toMatchObject({ sheet: shop.sheet(customers).id });
});

test('in English everything is said in English', async () => {
  const shop = await Shop.open({ locale: 'en_US' });
  put(
    shop,
    'Customers',
    ['Customer no.', 'Customer name', 'Phone', 'Customer type'],
    [
      ['C000001', ' Li  Fang ', '+86 138-0013-8000', 'individual'],
      ['C000002', 'Wang', '', ''],
    ],
  );
  const outcome = await done(shop, 'clean-up');
  expect(outcome.message).toMatch(/^Clean-up preview: 3 cells to change, 0 to fill, 0 to delete, 1 for you to look at/);
  expect(of(shop, 'C000001', 'Customer type', 'Clean-up preview')).toMatchObject({
    now: 'Regular',
    why: '"individual" means "Regular"',
  });
  expect((await done(shop, 'apply-clean-up')).message).toMatch(/^Cleaned up: 3 cells changed/);
  expect((await done(shop, 'undo-clean-up')).message).toMatch(/3 cells restored/);
  expect(shop.text('Customers', 2, 'Customer name')).toBe(' Li  Fang ');
});

test('with nothing to do it says so, and before the first preview it says what to do', async () => {
  const shop = await Shop.open({ samples: true });
  expect(await done(shop, 'apply-clean-up')).toMatchObject({ ok: false, message: /先点“清理数据”/ });
  expect(await done(shop, 'undo-clean-up')).toMatchObject({ ok: false });
  expect(await done(shop, 'clean-up')).toMatchObject({ ok: true, message: '各表都看过了，没有要清理的。' });
});

test('calls do not grow with the rows', async () => {
  const calls = [];
  for (const rows of [400, 1_600]) {
    const shop = await Shop.open();
    const { id, rowCount } = shop.sheet(customers);
    shop.book.apply([{ op: 'insertRows', sheet: id, at: rowCount, count: rows }]);
    const numbers = Array.from({ length: rows }, (_, i) => `C${String(i + 1).padStart(6, '0')}`);
    put(
      shop,
      customers,
      ['客户编号', '客户姓名', '联系电话'],
      numbers.map((number, i) => [number, '张 伟', i % 2 ? '１3800138000' : '13800138000']),
    );
    const traces = [];
    for (const action of ['clean-up', 'apply-clean-up', 'undo-clean-up']) traces.push((await done(shop, action)).trace);
    calls.push(traces.map(({ reads, writes, serviceCalls }) => ({ reads, writes, serviceCalls })));
  }
  const [few, many] = calls as [
    { serviceCalls: number; reads: number; writes: number }[],
    { serviceCalls: number; reads: number; writes: number }[],
  ];
  for (const [i, { reads, writes, serviceCalls }] of many.entries()) {
    expect(reads).toBeLessThanOrEqual(few[i]!.reads + 1);
    expect(writes).toBeLessThanOrEqual(few[i]!.writes + 1);
    expect(serviceCalls).toBeLessThanOrEqual(few[i]!.serviceCalls + 20);
  }
});
