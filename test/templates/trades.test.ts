import { describe, expect, test } from '@jest/globals';
import { activeFields, composeDictionary } from '../../src/domain/dictionary/compose.ts';
import { coreDictionary } from '../../src/domain/dictionary/core.ts';
import { sampleDay } from '../../src/domain/dictionary/samples.ts';
import { dictionaryFaults } from '../../src/domain/dictionary/schema.ts';
import { templates } from '../../templates/all.ts';
import { pages } from '../../templates/pages/all.ts';
import { Shop } from '../ledger/shop.ts';

const locales = ['zh_CN', 'en_US'] as const;
/** `TRADES=all`: every trade in both languages; they differ in data alone, so that two tell the rest. */
const tried =
  process.env.TRADES === 'all'
    ? templates.flatMap(({ key }) => locales.map((locale) => [key, locale] as const))
    : ([
        ['hotel', 'zh_CN'],
        ['car-dealer', 'en_US'],
      ] as const);

test('every trade is without a fault, and a field of one name is of one kind in all of them', () => {
  const kinds = new Map<string, string>();
  for (const template of templates) {
    expect(dictionaryFaults(composeDictionary(coreDictionary, template))).toEqual([]);
    expect(pages[template.key]!.steps).toHaveLength(pages[templates[0]!.key]!.steps.length);
    for (const [tab, fields] of Object.entries(template.fields ?? {}))
      for (const { key, kind } of fields) {
        const id = `${tab}.${key}`;
        expect([id, kinds.get(id) ?? kind]).toEqual([id, kind]);
        kinds.set(id, kind);
      }
  }
});

test('every trade keeps the promised columns first, and knows what was paid', () => {
  for (const template of templates) {
    const { tabs } = composeDictionary(coreDictionary, template);
    for (const { key, from } of coreDictionary.tabs) {
      if (from !== 'start') continue;
      const promised = activeFields(coreDictionary.tabs.find((tab) => tab.key === key)!).map((field) => field.key);
      const there = activeFields(tabs.find((tab) => tab.key === key)!).map((field) => field.key);
      expect(there.slice(0, promised.length)).toEqual(promised);
    }
    expect(tabs.map((tab) => activeFields(tab).filter(({ event }) => event === 'amount').length)[1]).toBe(1);
  }
});

test('days of samples are counted from today', () => {
  expect([sampleDay('-40', '2026-11-22'), sampleDay('-35y+3', '2026-11-22'), sampleDay('-1y-1', '2028-02-29')]).toEqual([
    '2026-10-13',
    '1991-11-25',
    '2027-02-27',
  ]);
});

describe.each(tried)('a new ledger of the trade %s in %s', (template, locale) => {
  test('has samples that pass every check, forms that open, and no trace of them afterwards', async () => {
    const language = locale === 'en_US' ? 'en' : 'zh-CN';
    const shop = await Shop.open({ locale, bare: true, timeZone: locale === 'en_US' ? 'America/New_York' : 'Asia/Shanghai' });
    expect(await shop.run('set-up', { template, samples: true })).toMatchObject({ ok: true });
    for (const id of ['open-interactions', 'open-credits', 'open-preferences', 'open-products']) await shop.run(id);
    const { tabs } = composeDictionary(
      coreDictionary,
      templates.find(({ key }) => key === template),
    );
    const records = tabs.filter((tab) => tab.key !== 'staff');
    for (const tab of records) {
      const name = tab.label[language];
      expect((await shop.run('check-tab', { tab: name })).ok).toBe(true);
      const sheet = shop.sheet(name);
      const notes = sheet.cells.slice(1).flatMap((row) => (row ?? []).flatMap((cell) => cell?.n ?? []));
      expect([name, notes]).toEqual([name, []]);
      const filled = sheet.cells.slice(1).filter((row) => row?.some((cell) => cell?.v)).length;
      expect(filled).toBeGreaterThan(1);
      if (!tab.fields.some(({ kind }) => kind === 'series')) continue;
      const form = await shop.call<{ fields: { label: string }[] }>('getForm', { tab: tab.key });
      expect(form.fields).toHaveLength(activeFields(tab).length - 1);
    }
    if (language === 'en')
      expect(JSON.stringify(shop.host.state.sheets).replace(/示例|客户台账/g, '')).not.toMatch(/[\u4e00-\u9fff]/);
    expect((await shop.run('remove-samples')).message).toMatch(/^(删除了 \d+ 行示例数据。|\d+ sample rows removed\.)$/);
    for (const tab of records) {
      const cells = shop.sheet(tab.label[language]).cells.slice(1).flat();
      expect(cells.filter((cell) => cell?.v != null && cell.v !== '')).toEqual([]);
    }
    expect(shop.failures()).toEqual([]);
  });
});

test('whoever opens a new workbook chooses the trade before anything is made', async () => {
  const shop = await Shop.open({ bare: true });
  const before = shop.host.state.sheets.length;
  await shop.click('menuSetUp');
  const shown = shop.events.findLast((event) => event.event === 'sidebar') as { html: string } | undefined;
  expect(shown?.html).toContain('car-dealer');
  expect(shop.host.state.sheets).toHaveLength(before);
});
