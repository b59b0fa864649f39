import { Shop } from '../ledger/shop.ts';

const people = [
  ['赵一', '13800138001', 'zhao@qq.com', '浙江省杭州市文一路 1 号', '普通客户'],
  ['钱二', '13800138002', '', '浙江省杭州市文二路 2 号', 'VIP客户'],
  ['孙三', '0571-88001234', 'sun@qq.com', '', '普通客户'],
];
const bought = [
  ['C000001', '海尔 BCD-470', '2026-10-01', '1', '微信', '已完成'],
  ['C000003', '美的 KFR-35', '2026-10-02', '2', '现金', '待发货'],
];

/** A shop with a column of its own, notes, a fill, formulas, and a tab of its own that looks into the ledger. */
export async function furnishedShop(options: Parameters<typeof Shop.open>[0] = {}): Promise<Shop> {
  const shop = await Shop.open(options);
  await shop.paste('基本信息', 2, '客户姓名', people);
  await shop.paste('购买记录', 2, '客户编号', bought);
  for (const tab of ['基本信息', '购买记录']) await shop.run('check-tab', { tab });
  const { id } = shop.sheet('基本信息');
  await shop.intend({
    kind: 'paste',
    sheet: id,
    row: 0,
    column: 8,
    cells: [
      ['老板的话', '称呼'],
      ['常客', '=B2&"师傅"'],
      ['', '=B3&"师傅"'],
      ['嫌贵', '=B4&"师傅"'],
    ],
  });
  await shop.intend({ kind: 'note', sheet: id, row: 2, column: 2, note: '下午打' });
  await shop.intend({
    kind: 'format',
    sheet: id,
    rects: [{ row: 3, column: 2, rows: 1, columns: 1 }],
    style: { background: '#d9ead3' },
  });
  await shop.intend({ kind: 'addSheet' });
  const own = shop.host.state.sheets.at(-1)!.name;
  await shop.intend({
    kind: 'paste',
    sheet: shop.sheet(own).id,
    row: 0,
    column: 0,
    cells: [
      ['客户数', `=COUNTA('基本信息'!A:A)-1`],
      ['第二位', `='基本信息'!B3`],
    ],
  });
  return shop;
}

/**
 * Everything a person sees and a script finds in the workbook, but for what the change log tells: columns by what they
 * are, wherever they stand.
 */
export function portrait(shop: Shop): Record<string, unknown>[] {
  const { state } = shop.host;
  const seen = state.sheets.filter(({ name }) => !name.startsWith('操作日志'));
  return seen.map((sheet) => {
    const whole = { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount };
    const texts = shop.book.displayValues(sheet.id, whole);
    const formulas = shop.book.formulas(sheet.id, whole);
    const notes = shop.book.notes(sheet.id, whole);
    const styles = shop.book.styles(sheet.id, whole);
    const fields = state.metadata.flatMap(({ at, key, value }) =>
      'sheet' in at && at.sheet === sheet.id && key === 'ledger.field' ? [[at.index!, value] as const] : [],
    );
    const names = texts[0]!.map((text, j) => new Map(fields).get(j) ?? (text || String(j)));
    const cells = texts.flatMap((row, i) =>
      row.flatMap((text, j) => {
        const formula = formulas[i]![j]!.replace(/'/g, '').replace(/[A-Z]+(?=\d|:|\))/g, '');
        const { background = '', numberFormat } = styles[i]![j]!;
        const look = [text, formula, notes[i]![j], background];
        return text || formula || notes[i]![j] ? [[i, names[j], ...look, text && numberFormat].join('|')] : [];
      }),
    );
    const { conditionalFormats, bandings, protections, hidden } = sheet;
    const rules = new Set(shop.book.validationsOf(sheet.id, { ...whole, row: 1, rows: 1 })[0]!.map((rule) => rule?.criteria));
    return {
      name: sheet.name,
      cells: cells.sort(),
      fields: fields.map(([, field]) => field).sort(),
      counts: [conditionalFormats.length, bandings.length, protections.length, hidden ?? false],
      rules: [...rules].sort(),
    };
  });
}
