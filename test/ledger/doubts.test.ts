import { describe, expect, test } from '@jest/globals';
import { ALTERNATIVES, DOUBTS, type Doubts } from '../../local/run/doubts.ts';
import type { Failure, Form, SaveResult } from '../../src/domain/api.ts';
import { Shop } from './shop.ts';

const customers = '基本信息';
const settings = '字段设置';

/** The last of each doubt's values: everything as a script likes it best. */
const lenient = Object.fromEntries(Object.entries(DOUBTS).map(([name, { values }]) => [name, values.at(-1)])) as Doubts;

/** What lies between: the middle value of each doubt that has more than two. */
const between = Object.fromEntries(
  Object.entries(DOUBTS).flatMap(([name, { values }]) => (values.length > 2 ? [[name, values[1]]] : [])),
) as Partial<Doubts>;

/** Every value of every doubt occurs in one of these; `DOUBTS=all` takes each by itself as well. */
const ways: [string, Partial<Doubts>][] = [
  ['every doubt against the script', {}],
  ['every doubt for the script', lenient],
  ['what lies between', between],
  ...(process.env.DOUBTS === 'all'
    ? ALTERNATIVES.map(([name, value]): [string, Partial<Doubts>] => [`${name}=${value}`, { [name]: value }])
    : []),
];

const save = (shop: Shop, requestId: string, values: Record<string, string>, tab = 'customers') =>
  shop.call<SaveResult & Partial<Failure>>('saveRecord', { tab, requestId, values });

/** The longer journeys go with every doubt at once, both ways; `DOUBTS=all` takes each by itself as well. */
const atOnce = process.env.DOUBTS === 'all' ? ways : ways.slice(0, 2);

describe.each(ways)('under %s', (_, doubts) => {
  test('what is typed and pasted is checked, numbered and marked', async () => {
    const shop = await Shop.open({ doubts });
    await shop.type(customers, 2, '客户姓名', '张伟');
    await shop.type(customers, 2, '联系电话', '+86 138-0013-8000');
    await shop.paste(customers, 3, '客户姓名', [
      ['李芳', '12345', 'LI@QQ.COM', '', 'vip客户'],
      ['王强', '13900139000', '', '', '散客'],
    ]);
    await shop.paste(customers, 5, '联系电话', [['0571 8765 4321']]);
    await shop.type(customers, 5, '客户姓名', '=1/0');
    await shop.type('购买记录', 2, '客户编号', '张伟');
    await shop.type('购买记录', 2, '购买日期', '2026年3月1日');
    expect(shop.columnTexts(customers, '客户编号')).toEqual(['C000001', 'C000002', 'C000003', 'C000004']);
    expect(shop.value(customers, 2, '联系电话')).toBe('13800138000');
    expect(shop.text(customers, 3, '电子邮箱')).toBe('li@qq.com');
    expect(shop.text(customers, 3, '客户类型')).toBe('VIP客户');
    expect(shop.note(customers, 3, '联系电话')).toMatch(/⚠/);
    expect(shop.note(customers, 4, '客户类型')).toMatch(/不在选项里/);
    expect(shop.value(customers, 5, '联系电话')).toBe('0571-87654321');
    expect(shop.text('购买记录', 2, '客户编号')).toBe('C000001');
    expect(shop.text('购买记录', 2, '购买日期')).toBe('2026-03-01');

    await shop.clear(customers, 3, '联系电话');
    expect(shop.note(customers, 3, '联系电话')).not.toMatch(/12345/);
    await shop.intend({ kind: 'undo' });
    await shop.run('check-tab', { tab: customers });
    expect(shop.note(customers, 3, '联系电话')).toMatch(/12345/);
    const checked = JSON.stringify(shop.host.state.sheets);
    await shop.run('check-tab', { tab: customers });
    expect(JSON.stringify(shop.host.state.sheets) === checked).toBe(true);
    expect(shop.failures()).toEqual([]);
  });
});

describe.each(atOnce)('under %s', (_, doubts) => {
  test('a rule or a protection that refuses leaves no half of a record behind', async () => {
    const shop = await Shop.open({ doubts });
    const { id: sheet } = shop.sheet(customers);
    const column = shop.column(customers, '客户类型');
    await shop.intend({
      kind: 'validate',
      sheet,
      rects: [{ row: 1, column, rows: 50, columns: 1 }],
      validation: { criteria: 'VALUE_IN_LIST', args: [['甲'], true], allowInvalid: false },
    });
    const saved = await save(shop, 'request-strict', { name: '张伟', phone: '13800138000', customerType: 'VIP客户' });
    const rows = shop.columnTexts(customers, '客户姓名').length;
    expect([saved.ok === true, rows]).toEqual(saved.ok === true ? [true, 1] : [false, 0]);
    await shop.paste(customers, 4, '客户姓名', [['李芳', '+86 139 0013 9000']]);
    expect(shop.value(customers, 4, '联系电话')).toBe('13900139000');
  });

  test('customers are registered, updated wherever a sort or a move has put them, and never numbered twice', async () => {
    const shop = await Shop.open({ doubts, timeZone: 'America/New_York' });
    const { id: sheet } = shop.sheet(customers);
    for (const [i, name] of ['张伟', '李芳', '王强'].entries())
      expect(await save(shop, `request-00000${i}`, { name, phone: `1380013800${i}` })).toMatchObject({
        number: `C00000${i + 1}`,
      });
    expect(await save(shop, 'request-000000', { name: '张伟', phone: '13800138000' })).toMatchObject({ repeated: true });
    await shop.intend({
      kind: 'sort',
      sheet,
      rect: { row: 1, column: 0, rows: 3, columns: 6 },
      keys: [{ column: 0, ascending: false }],
    });
    await shop.intend({ kind: 'moveRows', sheet, at: 3, count: 1, to: 1 });
    expect(shop.columnTexts(customers, '客户编号')).toEqual(['C000001', 'C000003', 'C000002']);
    const values = { address: '杭州市文三路 1 号' };
    const shown = { address: '' };
    expect(await shop.call('updateCustomer', { number: 'C000002', requestId: 'request-update', values, shown })).toMatchObject({
      ok: true,
    });
    expect(shop.text(customers, 4, '地址')).toBe('杭州市文三路 1 号');
    shop.meanwhile('tryLock', 'saveRecord', (other) => other.intent({ kind: 'type', sheet, row: 8, column: 0, text: 'C000004' }));
    expect(await save(shop, 'request-000009', { name: '赵敏', phone: '13700137000' })).toMatchObject({ number: 'C000005' });
    expect(shop.waits).toBe(false);
    const purchase = { customerId: 'C000001', model: 'KFR-35', purchasedOn: '2026-11-22', quantity: '1' };
    expect(await save(shop, 'request-purchase', purchase, 'purchases')).toMatchObject({ ok: true });
    expect(shop.text('购买记录', 2, '购买日期')).toBe('2026-11-22');
    expect(shop.failures()).toEqual([]);
  });

  test('a workbook is set up with samples, its fields changed and the samples taken away', async () => {
    const shop = await Shop.open({ doubts, samples: true });
    const before = JSON.stringify(shop.host.state.sheets);
    expect(await shop.run('set-up')).toMatchObject({ ok: true, message: '台账完好，没有要修复的。' });
    expect(JSON.stringify(shop.host.state.sheets) === before).toBe(true);
    await shop.run('open-field-settings');
    const last = shop.columnTexts(settings, '表').length + 2;
    await shop.paste(settings, last, '表', [[customers, '微信号', '', '选项', '', '', 'A//B 灰\n<!--乙 紫']]);
    expect(await shop.run('apply-field-settings')).toMatchObject({ ok: true });
    expect(shop.column(customers, '微信号')).toBe(6);
    expect(await shop.run('remove-samples')).toMatchObject({ ok: true, message: '删除了 40 行示例数据。' });
    expect(shop.columnTexts(customers, '客户编号')).toEqual([]);
    expect(shop.failures()).toEqual([]);
  });
});

test('the form is served whole, with whatever the shop has called its options', async () => {
  const shop = await Shop.open();
  await shop.run('open-field-settings');
  const last = shop.columnTexts(settings, '表').length + 2;
  await shop.paste(settings, last, '表', [[customers, '来源//渠道', '', '选项', '', '', 'http://a.example 灰\n<!--乙--> 紫']]);
  await shop.run('apply-field-settings');
  const scriptsOf = async (where: Shop): Promise<string[]> => {
    await where.click('menuRegister');
    const page = where.events.findLast((event) => event.event === 'sidebar');
    return [...(page as { html: string }).html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]!);
  };
  const [boot, code] = await scriptsOf(shop);
  const [, uncut] = await scriptsOf(await Shop.open({ doubts: { inlineScripts: 'kept' } }));
  expect(code).toBe(uncut);
  const text = JSON.stringify(JSON.parse(boot!) as Form);
  expect(text).toContain('来源//渠道');
  expect(text).toContain('http://a.example');
});
