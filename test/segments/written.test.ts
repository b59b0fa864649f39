import { expect, test } from '@jest/globals';
import type { Card } from '../../src/domain/api.ts';
import type { SegmentsPage } from '../../src/domain/segments/api.ts';
import { patience } from '../fuzz/seeded.ts';
import { Shop } from '../ledger/shop.ts';

const tab = '基本信息';

/** 甲 has bought twice lately, 乙 once, 丙 never. */
async function open(options: { locale?: 'zh_CN' | 'en_US' } = {}): Promise<Shop> {
  const shop = await Shop.open(options);
  await shop.paste(tab, 2, '客户姓名', [
    ['甲一', '13800138001'],
    ['乙二', '13800138002'],
    ['丙三', '13800138003'],
  ]);
  await shop.paste('购买记录', 2, '客户编号', [
    ['C000001', 'KFR-35GW', '2026-10-01'],
    ['C000001', 'BCD-218W', '2026-11-01'],
    ['C000002', 'BCD-218W', '2026-11-20'],
  ]);
  return shop;
}

const segments = (shop: Shop): string[] => shop.columnTexts(tab, '客户分层');
const entries = (shop: Shop): string[] => shop.columnTexts('操作日志', '方式').filter((kind) => kind === '分层');

test(
  'what was shown is written, only what changes, and undo takes it back',
  async () => {
    const shop = await open();
    const page = await shop.call<SegmentsPage>('getSegments', {});
    expect(page.moves.map(({ from, to, count }) => [from.label, to.label, count])).toEqual([
      ['（空）', '忠诚', 1],
      ['（空）', '新客', 1],
      ['（空）', '未购买', 1],
    ]);
    const written = await shop.call<SegmentsPage>('writeSegments', { columns: ['segment', 'stage'], shown: page.shown });
    expect(written.said).toMatchObject({ ok: true, run: 1 });
    expect([segments(shop), shop.columnTexts(tab, '生命周期')]).toEqual([
      ['忠诚', '新客', '未购买'],
      ['复购', '首购', '潜在'],
    ]);
    const card = await shop.call<Card>('getCard', { customer: 'C000001' });
    expect(card.fields).toContainEqual(expect.objectContaining({ label: '客户分层', text: '忠诚', hue: 'green' }));

    await shop.paste('购买记录', 5, '客户编号', [['C000003', 'KFR-35GW', '2026-11-21']]);
    const stale = await shop.call<SegmentsPage>('writeSegments', { columns: ['segment'], shown: written.shown });
    expect([stale.said?.ok, segments(shop)[2]]).toEqual([false, '未购买']);
    await shop.run('write-segments', { columns: ['segment'] });
    expect([segments(shop)[2], entries(shop).length]).toEqual(['新客', 8]);
    await shop.run('undo-run', { run: 2 });
    expect(segments(shop)).toEqual(['忠诚', '新客', '未购买']);
  },
  patience,
);

test(
  'a renamed segment is followed by the column and its options; what somebody typed into it is put right, a formula keeps all from being written',
  async () => {
    const shop = await open();
    await shop.run('write-segments', { columns: ['segment', 'bought'] });
    await shop.run('open-segment-settings');
    await shop.type('分层设置', 3, '分层', '金牌客户');
    await shop.type(tab, 3, '客户分层', '5');
    expect(await shop.run('write-segments')).toMatchObject({ ok: true, details: { changed: 2 } });
    expect(segments(shop)).toEqual(['金牌客户', '新客', '未购买']);
    expect(shop.note(tab, 2, '客户分层')).toBe('');
    await shop.unseen(() => shop.type(tab, 4, '累计购买金额', '=1+1'));
    const stopped = await shop.run('write-segments');
    expect(stopped.message).toContain('C000003');
    expect(segments(shop)[0]).toBe('金牌客户');
    // nor is a column left behind that was to be switched on: found beforehand, or done while it was made
    const headers = () =>
      JSON.stringify(shop.book.displayValues(shop.sheet(tab).id, { row: 0, column: 0, rows: 1, columns: 40 }));
    const before = headers();
    expect((await shop.run('write-segments', { columns: ['segment', 'stage', 'bought'] })).ok).toBe(false);
    expect(headers()).toBe(before);
    await shop.unseen(() => shop.clear(tab, 4, '累计购买金额'));
    shop.meanwhile('addDeveloperMetadata', 'runAction', (other) =>
      other.intent({ kind: 'deleteRows', sheet: shop.sheet(tab).id, at: 3, count: 1 }),
    );
    const refused = await shop.run('write-segments', { columns: ['segment', 'stage', 'bought'] });
    expect([refused.ok, shop.waits, headers()]).toEqual([false, false, before]);
    expect((await shop.call<SegmentsPage>('getSegments', {})).columns.map(({ isOn }) => isOn)).toEqual([true, false, true]);
  },
  patience,
);

test(
  'the report tells who moved since an earlier day, and the night brings the column up to date',
  async () => {
    const shop = await open();
    await shop.run('make-report', { report: 'segments' });
    await shop.run('write-segments');
    await shop.call('switchJob', { job: 'segments', on: true, name: '王店长' });
    shop.now += 70 * 24 * 3_600_000;
    await shop.passHours(2);
    const { details } = await shop.run('make-report', { report: 'segments' });
    expect(String(details?.findings)).toContain('和 2026年11月22日比，1 位换了分层：新客 → 有潜力 1 位');
    expect(segments(shop)).toEqual(['忠诚', '有潜力', '未购买']);
  },
  patience,
);

test(
  'a ledger without customers, purchases or amounts says so and breaks nothing',
  async () => {
    const shop = await Shop.open();
    for (const id of ['write-segments', 'segment-report', 'open-segment-settings'])
      expect(await shop.run(id)).toMatchObject({ ok: true });
    expect((await shop.call<SegmentsPage>('getSegments', {})).notes).toEqual([
      '还没有购买记录，所以都算未购买。登记购买后再来看。',
    ]);
    const other = await open();
    await other.unseen(() => other.paste(tab, 5, '客户编号', [['C000001', '甲二']]));
    const twice = await other.call<SegmentsPage>('getSegments', {});
    expect([twice.customers, twice.segments.reduce((sum, { count }) => sum + count, 0)]).toEqual([3, 3]);
    expect(String(twice.notes)).toContain('有 1 行的客户编号和上面的行重复：每位客户只算一次');
    expect(String((await other.run('make-report', { report: 'customers' })).details?.notes)).toContain(
      '1 行的客户编号和上面的行重复',
    );
    await other.unseen(() => other.clear(tab, 5, '客户编号'));
    await other.unseen(() => other.clear(tab, 5, '客户姓名'));
    // narrowed: whom it shows, not what is written
    await other.unseen(() => other.paste(tab, 2, '客户类型', [['VIP客户'], ['普通客户'], ['VIP客户']]));
    const {
      customers,
      segments: sizes,
      choices,
      columns,
      shown,
    } = await other.call<SegmentsPage>('getSegments', { type: 'VIP客户' });
    expect([customers, sizes.map(({ label, count }) => `${label} ${count}`)]).toEqual([2, ['忠诚 1', '未购买 1']]);
    expect([choices.type, columns[0]!.changes]).toEqual([['VIP客户', '普通客户'], 3]);
    expect(shown).toBe((await other.call<SegmentsPage>('getSegments', {})).shown);
    await other.run('switch-field', { tab: '购买记录', field: '交易金额', on: false });
    expect((await other.call<SegmentsPage>('getSegments', {})).notes).toEqual([
      '购买记录里没有金额，只按最近购买和次数分，花钱多少没有算进去。',
    ]);
  },
  patience,
);
