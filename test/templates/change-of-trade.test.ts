import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { activeFields, composeDictionary, type FieldChange } from '../../src/domain/dictionary/compose.ts';
import { coreDictionary } from '../../src/domain/dictionary/core.ts';
import { dictionaryFaults } from '../../src/domain/dictionary/schema.ts';
import type { Dictionary } from '../../src/domain/dictionary/types.ts';
import { planTrade, type Trade } from '../../src/domain/trade/plan-trade.ts';
import { findKept, templates } from '../../templates/all.ts';
import { Shop } from '../ledger/shop.ts';

const shops: readonly FieldChange[][] = [
  [],
  [
    { tab: 'customers', key: 'own1', kind: 'text', label: { 'zh-CN': '预算', en: 'Budget' } },
    { tab: 'purchases', key: 'model', label: { 'zh-CN': '货名', en: 'Goods' } },
    { tab: 'customers', key: 'gender', off: false },
    { tab: 'purchases', key: 'amount', off: true },
  ],
  [
    {
      tab: 'purchases',
      key: 'orderStatus',
      options: [
        { label: { 'zh-CN': '待打包', en: 'To pack' }, hue: 'amber' },
        { label: { 'zh-CN': '已完成', en: 'Completed' }, hue: 'teal', closes: 'done' },
      ],
    },
  ],
];

const inUse = (dictionary: Dictionary): string[] =>
  dictionary.tabs.flatMap((tab) =>
    activeFields(tab).map(({ key, label, options }) =>
      [tab.key, key, label['zh-CN'], ...(options ?? []).map((option) => `${option.label['zh-CN']} ${option.hue}`).sort()].join(
        ' ',
      ),
    ),
  );

test('whatever trades come after each other, what holds data stays in use, and back again all is as it was', () => {
  const template = fc.constantFrom(...templates);
  fc.assert(
    fc.property(template, template, fc.constantFrom(...shops), fc.integer(), (from, to, changes, seed) => {
      if (from === to) return;
      const filled = (tab: string, key: string): number =>
        ([...`${tab}${key}${seed}`].reduce((n, c) => n * 31 + c.charCodeAt(0), 7) >>> 0) % 3;
      const trade: Trade = { template: from, kept: [], changes };
      const before = composeDictionary(coreDictionary, from, changes);
      // No shop can have a field of its own by the name of another.
      if (dictionaryFaults(before).length > 0) return;
      const used = (dictionary: Dictionary) => (tab: string, key: string) => {
        const field = dictionary.tabs.find((each) => each.key === tab)!.fields.find((each) => each.key === key)!;
        return new Set((field.options ?? []).filter((_, i) => (i + seed) % 2 === 0).map((option) => option.label['zh-CN']));
      };
      const plan = planTrade(coreDictionary, trade, to, { filled, used: used(before) }, 'zh-CN');
      expect(dictionaryFaults(plan.after)).toEqual([]);
      for (const tab of before.tabs) {
        const after = plan.after.tabs.find(({ key }) => key === tab.key)!;
        const own = changes.filter((change) => change.tab === tab.key);
        for (const field of activeFields(tab)) {
          const now = activeFields(after).find(({ key }) => key === field.key);
          if (filled(tab.key, field.key) > 0 || field.origin === 'shop')
            expect([field.key, now?.kind]).toEqual([field.key, field.kind]);
          if (now && own.some(({ key, label }) => key === field.key && label)) expect(now.label).toEqual(field.label);
          const stays = [...used(before)(tab.key, field.key)];
          if (now?.options) expect(now.options.map(({ label }) => label['zh-CN'])).toEqual(expect.arrayContaining(stays));
        }
      }
      const kept = plan.kept.flatMap((id) => findKept(id).map((field) => ({ ...field, id })));
      expect(kept).toHaveLength(plan.kept.length);
      const nothing = { filled: () => 0, used: () => new Set<string>() };
      const back = planTrade(
        coreDictionary,
        { template: to, kept, changes: plan.changes, left: plan.left },
        from,
        nothing,
        'zh-CN',
      );
      expect(inUse(back.after)).toEqual(inUse(before));
    }),
    { numRuns: 60 },
  );
});

const purchases = '购买记录';

test('a shop that becomes a hotel keeps its data, its fields and its names, and can change back', async () => {
  const shop = await Shop.open();
  await shop.run('open-field-settings');
  const settings = '字段设置';
  const end = shop.columnTexts(settings, '表').length + 2;
  await shop.paste(settings, end, '表', [[purchases, '送货员', '', '文本']]);
  await shop.type(settings, shop.columnTexts(settings, '字段名称').indexOf('购买数量') + 2, '字段名称', '件数');
  expect(await shop.run('apply-field-settings')).toMatchObject({ ok: true });
  await shop.paste('基本信息', 2, '客户姓名', [['张伟', '13800138001']]);
  await shop.paste(purchases, 2, '客户编号', [['C000001', 'KFR-35GW', '2026-11-01', '1', '微信', '待发货', '2999', '小王']]);
  const row = () => shop.book.displayValues(shop.sheet(purchases).id, { row: 1, column: 0, rows: 1, columns: 12 })[0]!;
  const before = row();

  const preview = await shop.run('change-template', { template: 'hotel', preview: true });
  expect(preview.message).toMatch(/^换成“酒店”会变这些，现在什么都没有改。\n会增加\n/);
  expect(JSON.stringify(preview.details)).toMatch(/入住日期、退房日期、房间类型.*留着 待发货（在用或自己加的）/);
  expect(shop.sheet(purchases).cells[0]!.map((cell) => cell?.v)).not.toContain('入住日期');

  expect(await shop.run('change-template', { template: 'hotel' })).toMatchObject({ ok: true });
  expect(row().slice(0, before.length)).toEqual(before);
  const headers = shop.sheet(purchases).cells[0]!.map((cell) => cell?.v);
  expect(headers).toEqual(expect.arrayContaining(['消费项目', '件数', '送货员', '交易金额', '入住日期', '房间类型']));
  expect(shop.note(purchases, 2, '订单状态')).toBe('');
  const home = JSON.stringify(shop.sheet('首页').cells);
  expect(home).toMatch(/现在是“酒店”的台账/);
  expect(home).not.toMatch(/报修电话来了/);
  expect((await shop.run('check-log')).ok).toBe(true);

  await shop.type(purchases, 2, '房间类型', '大床房');
  expect(await shop.run('change-template', { template: 'appliance-shop' })).toMatchObject({ ok: true });
  const later = shop.sheet(purchases).cells[0]!.map((cell) => cell?.v);
  expect(later).toEqual(expect.arrayContaining(['产品型号', '件数', '送货员', '房间类型']));
  expect(shop.text(purchases, 2, '房间类型')).toBe('大床房');
  expect(shop.sheet(purchases).hiddenColumns).toContain(shop.column(purchases, '入住日期'));
  await shop.run('change-template', { template: 'hotel' });
  expect(shop.sheet(purchases).hiddenColumns ?? []).toEqual([]);
  expect(await shop.run('set-up')).toMatchObject({ message: '台账完好，没有要修复的。' });
  expect(shop.failures()).toEqual([]);
});

test('samples that nobody has changed go with their trade, and those of the new one come', async () => {
  const shop = await Shop.open({ samples: true });
  await shop.run('change-template', { template: 'cafe' });
  expect(shop.columnTexts('基本信息', '客户姓名')[1]).toBe('程阳');
  expect(shop.columnTexts(purchases, '口味')).toContain('香草');
  expect(shop.failures()).toEqual([]);
});

test('samples of the new trade never stand among customers of the shop, and a product that is in use stays', async () => {
  const shop = await Shop.open({ samples: true });
  await shop.run('open-products');
  const below = (tab: string) => shop.columnTexts(tab, '客户编号').length + 2;
  await shop.paste('基本信息', below('基本信息'), '客户姓名', [['张伟', '13800138001']]);
  await shop.paste('维修记录', below('维修记录'), '客户编号', [['C000001', 'KFR-35GW', '2026-11-01']]);
  expect(await shop.run('change-template', { template: 'hotel' })).toMatchObject({ ok: true });
  expect(shop.columnTexts('基本信息', '客户姓名')).toEqual(['张伟']);
  expect(shop.columnTexts(purchases, '订单编号')).toEqual([]);
  expect(shop.columnTexts('产品目录', '项目')).toEqual(['KFR-35GW']);
});
