import type { CellState, SheetState, WorkbookState } from '../../local/contract.ts';
import { newSheet, newWorkbook } from '../../local/model/new-workbook.ts';

/** A small ledger with something of everything that the contract's state can hold. */
export function sampleState(): WorkbookState {
  const state = newWorkbook({
    id: 'book1',
    title: '客户台账',
    locale: 'zh_CN',
    timeZone: 'Asia/Shanghai',
    owner: 'mei@shop.test',
  });
  state.styles.push(
    { bold: true, background: '#d9ead3', horizontalAlignment: 'center' },
    { numberFormat: '@' },
    { numberFormat: 'yyyy-mm-dd' },
    { numberFormat: '#,##0.00', fontColor: '#cc0000', border: { top: 'solid #000000', left: 'dashed #ff0000' } },
    {
      wrap: 'wrap',
      verticalAlignment: 'top',
      fontFamily: 'Arial',
      fontSize: 12,
      italic: true,
      underline: true,
      strikethrough: true,
    },
    { wrap: 'clip' },
    { numberFormat: '@', wrap: 'overflow' },
  );
  state.validations.push(
    { criteria: 'VALUE_IN_LIST', args: [['零售', '批发', 'VIP'], true], allowInvalid: true, helpText: '请选择' },
    { criteria: 'CHECKBOX', args: [], allowInvalid: false },
    { criteria: 'VALUE_IN_LIST', args: [['a,b', 'c'], true], allowInvalid: false },
    { criteria: 'VALUE_IN_RANGE', args: ["'购买 记录'!A2:A", true], allowInvalid: true },
    { criteria: 'TEXT_IS_VALID_EMAIL', args: [], allowInvalid: true },
    { criteria: 'DATE_AFTER', args: [45_000], allowInvalid: false },
    { criteria: 'NUMBER_BETWEEN', args: [1, 5], allowInvalid: true },
  );
  const customers = state.sheets[0]!;
  Object.assign(customers, {
    name: '基本信息',
    frozenRows: 1,
    frozenColumns: 2,
    tabColor: '#ff9900',
    hiddenGridlines: true,
    rowHeights: { 0: 40 },
    columnWidths: { 1: 180, 4: 60 },
    hiddenRows: [7],
    hiddenColumns: [6],
    filteredRows: [4],
    filter: { rect: { row: 0, column: 0, rows: 100, columns: 6 }, criteria: { 2: { hiddenValues: ['批发'] } } },
    merges: [{ row: 10, column: 0, rows: 2, columns: 3 }],
    conditionalFormats: [
      {
        ranges: [{ row: 1, column: 2, rows: 999, columns: 1 }],
        criteria: 'TEXT_EQUAL_TO',
        args: ['VIP'],
        style: { background: '#fce8b2' },
      },
      {
        ranges: [{ row: 1, column: 2, rows: 999, columns: 1 }],
        criteria: 'TEXT_EQUAL_TO',
        args: ['零售'],
        style: { background: '#ceead6', fontColor: '#0b8043' },
      },
      {
        ranges: [{ row: 1, column: 0, rows: 9, columns: 1 }],
        criteria: 'DATE_BEFORE',
        args: ['PAST_WEEK'],
        style: { bold: true },
      },
      {
        ranges: [{ row: 1, column: 3, rows: 9, columns: 1 }],
        criteria: 'CUSTOM_FORMULA',
        args: ['=$D2>TODAY()'],
        style: { italic: true },
      },
      {
        ranges: [{ row: 1, column: 4, rows: 9, columns: 1 }],
        criteria: 'TEXT_STARTS_WITH',
        args: ['+86'],
        style: { background: '#ffffff' },
      },
    ],
    protections: [{ id: 'p1', rect: { row: 0, column: 0, rows: 1, columns: 26 }, description: '表头', warningOnly: true }],
    bandings: [
      { id: 1, rect: { row: 0, column: 0, rows: 1000, columns: 6 }, header: '#bdbdbd', first: '#ffffff', second: '#f3f3f3' },
    ],
    charts: [{ id: 1, spec: { type: 'BAR', ranges: [], row: 0, column: 0, x: 0, y: 0, options: { title: '销量' } } }],
  } satisfies Partial<SheetState>);
  const header = ['客户编号', '姓名', '客户类型', '生日', '电话', '备注', '启用'];
  customers.cells[0] = header.map((v): CellState => ({ v, s: 0, n: `${v}：说明\n第二行` }));
  customers.cells[1] = [
    { v: 'C000001' },
    { v: ' 王小明 ' },
    { v: 'VIP', d: 0 },
    { v: 45_123, s: 2, d: 5 },
    { v: '013800138000', s: 1 },
    { v: '第一行\r\n第二行\t_x000D_ \u0001 🙂 <&>"', s: 4 },
    { v: true, d: 1 },
  ];
  customers.cells[2] = [
    { v: 'C000002' },
    { f: '=COUNTIF(A$2:A,A3)', v: 1 },
    { v: '未知', d: 0 },
    { f: '=ARRAYFORMULA(D2:D3)', v: 45_123.5, s: 2 },
    { v: 12.345, s: 3 },
    { f: '=A2&"x"', v: 'C000001x' },
    { v: { error: '#N/A' } },
  ];
  customers.cells[3] = [
    { v: 'x'.repeat(40_000), s: 5 },
    { f: '=1/0', v: { error: '#DIV/0!' } },
    { v: { error: '#ERROR!' } },
    { s: 6 },
    { d: 2 },
    { d: 3 },
    { d: 4, n: '只有批注' },
  ];
  customers.cells[20] = [{ v: 0.1 + 0.2 }, { v: 1e21 }, { v: -5 }, { v: false }, { v: '' }, { d: 6, v: 3 }];
  const purchases = newSheet(7, '购买 记录', 200, 12);
  purchases.cells[0] = [
    { v: '订单号', s: 0 },
    { v: '客户编号', s: 0 },
  ];
  purchases.cells[1] = [
    { v: 'O1' },
    { f: '=基本信息!A2', v: 'C000001' },
    { f: '=XLOOKUP(B2,基本信息!A:A,基本信息!B:B)', v: '王小明' },
  ];
  purchases.hidden = true;
  const guarded = newSheet(8, 'A very long name of a tab: more than 31 characters/of Excel', 50, 5);
  guarded.cells[1] = [{ v: 1 }];
  guarded.protections = [
    { id: 'p2', warningOnly: false, editors: ['mei@shop.test'], unprotected: [{ row: 1, column: 0, rows: 3, columns: 2 }] },
  ];
  state.sheets.push(purchases, guarded);
  state.namedRanges.push({ name: '客户', sheet: 0, rect: { row: 1, column: 0, rows: 999, columns: 1 } });
  state.metadata.push(
    { id: 1, key: 'ledger', value: '1', visibility: 'DOCUMENT', at: { kind: 'spreadsheet' } },
    { id: 2, key: 'tab', value: 'customers', visibility: 'PROJECT', at: { kind: 'sheet', sheet: 0 } },
    { id: 3, key: 'field', value: 'phone', visibility: 'DOCUMENT', at: { kind: 'column', sheet: 0, index: 4 } },
    { id: 4, key: 'row', visibility: 'DOCUMENT', at: { kind: 'row', sheet: 0, index: 2 } },
  );
  state.properties = { script: { a: '1' }, document: { b: '\u0000_x0041_' }, user: { 'mei@shop.test': { c: '汉' } } };
  state.triggers.push({
    id: 't1',
    handler: 'daily',
    event: 'CLOCK',
    owner: 'mei@shop.test',
    schedule: { everyDays: 1 },
    nextRun: 1,
  });
  state.outbox.push({ to: 'a@b.test', subject: '你好', body: '…', at: 1, by: 'mei@shop.test' });
  state.nextIds = { sheet: 9, metadata: 5, banding: 2, chart: 2, other: 3 };
  return state;
}

/** Through JSON and back: what a file can compare with. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** With rows cut to what they hold, so that empty ends do not count. */
export function trimmed(state: WorkbookState): WorkbookState {
  const copy = plain(state);
  for (const sheet of copy.sheets) {
    const lines = sheet.cells.map((line) => {
      const cells = (line ?? []).map((cell) => (cell && Object.keys(cell).length > 0 ? cell : null));
      while (cells.length > 0 && cells.at(-1) === null) cells.pop();
      return cells;
    });
    while (lines.length > 0 && lines.at(-1)!.length === 0) lines.pop();
    sheet.cells = lines;
  }
  return copy;
}
