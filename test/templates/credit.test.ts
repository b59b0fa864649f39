import { expect, test } from '@jest/globals';
import type { Card } from '../../src/domain/api.ts';
import { Shop } from '../ledger/shop.ts';

const credits = '信用记录';

/** Two customers who may be one, each with a payment that is late. */
async function withPayments(): Promise<Shop> {
  const shop = await Shop.open();
  await shop.paste('基本信息', 2, '客户姓名', [
    ['张伟', '13800138001'],
    ['李芳', '13800138002'],
  ]);
  await shop.paste('购买记录', 2, '客户编号', [['C000001', 'KFR-35GW', '2026-10-01', '1', '转账', '已完成', '2999']]);
  for (const [number, owed] of [
    ['C000001', '2999'],
    ['C000002', '1200'],
  ] as const) {
    const values = { customerId: number, creditType: '付款', dueOn: '2026-11-10', owed, creditState: '待付' };
    await shop.call('getForm', { tab: 'credits', customer: number });
    const saved = await shop.call<{ ok: boolean }>('saveRecord', { tab: 'credits', requestId: `request-${number}`, values });
    expect(saved).toMatchObject({ ok: true });
  }
  return shop;
}

test('what is owed is on the card and among the reminders, and is no sale', async () => {
  const shop = await withPayments();
  const card = await shop.call<Card>('getCard', { customer: 'C000001' });
  expect(card.totals.spent).toBe(2999);
  const event = card.events.find(({ tab }) => tab === 'credits');
  expect(event).toMatchObject({ number: 'K000001', what: '付款', amount: 2999, isOpen: true, on: '2026-11-10' });
  expect(JSON.stringify(card.reminders)).toContain('付款 2999 应在 11月10日付款（已过 12 天）');
  await shop.type(credits, 2, '状态', '已付清');
  expect(JSON.stringify((await shop.call<Card>('getCard', { customer: 'C000001' })).reminders)).not.toContain('应在');
  expect((await shop.run('data-quality')).ok).toBe(true);
  expect(JSON.stringify(shop.sheet('数据质量').cells)).toContain(credits);
});

test('credit records follow a merged customer, and a field switched off and on again has lost nothing', async () => {
  const shop = await withPayments();
  expect(await shop.run('merge-customers', { keep: 'C000001', drop: ['C000002'] })).toMatchObject({ ok: true });
  expect(shop.columnTexts(credits, '客户编号')).toEqual(['C000001', 'C000001']);
  for (const on of [false, true])
    expect(await shop.run('switch-field', { tab: credits, field: '金额', on })).toMatchObject({ ok: true });
  expect(shop.columnTexts(credits, '金额')).toEqual(['2,999.00', '1,200.00']);
  await shop.run('open-help');
  expect(JSON.stringify(shop.sheet('帮助').cells)).toContain('应付日期');
  expect(shop.failures()).toEqual([]);
});

test('an option that says that nothing follows is no reminder, and a rating is none', async () => {
  const shop = await withPayments();
  await shop.type(credits, 2, '事项', '信用评级');
  const card = await shop.call<Card>('getCard', { customer: 'C000001' });
  expect(JSON.stringify(card.reminders)).not.toContain('应在');
});
