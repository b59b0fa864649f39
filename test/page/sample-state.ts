/** A shop's workbook for the page's tests: dropdown, tick box, notes, a wrong cell, banding, dates and numbers as text. */
import type { CellState, SheetState, Style, WorkbookState } from '../../local/contract.ts';
import { newSheet, newWorkbook } from '../../local/model/new-workbook.ts';
import { Workbook } from '../../local/model/workbook.ts';

const HEADERS = [
  '客户编号',
  '客户姓名',
  '联系电话',
  '客户类型',
  '登记日期',
  '交易金额',
  '同意联系',
  '地址',
  '电子邮箱',
  '备注',
  '来源',
  '年龄',
];
const TYPES = ['普通客户', '重点客户', 'VIP'];
const NAMES = ['王小明', '李芳', '张伟', '陈静', '刘洋', '赵敏', '孙丽', '周涛'];

/** @param rows customers below the header */
export function sampleState(rows: number): WorkbookState {
  const state = newWorkbook({
    id: 'sample',
    title: '客户台账',
    locale: 'zh_CN',
    timeZone: 'Asia/Shanghai',
    owner: 'owner@shop.test',
    sheetName: '基本信息',
  });
  const sheet = state.sheets[0]!;
  sheet.rowCount = Math.max(1000, rows + 200);
  sheet.frozenRows = 1;
  sheet.tabColor = '#0f6b66';
  sheet.rowHeights = { 0: 32 };
  sheet.columnWidths = { 2: 130, 7: 200, 8: 170 };
  sheet.bandings = [
    { id: 1, rect: { row: 0, column: 0, rows: rows + 1, columns: HEADERS.length }, header: '#e3eeec', second: '#f6f9f9' },
  ];
  fill(new Workbook(state), sheet, rows);
  state.sheets.push({ ...newSheet(1, '购买记录'), tabColor: '#0f6b66' }, { ...newSheet(2, '设置'), hidden: true });
  state.sheets[1]!.cells[0] = [{ v: '订单号' }, { v: '客户编号' }];
  state.nextIds.sheet = 3;
  return state;
}

function fill(workbook: Workbook, sheet: SheetState, rows: number): void {
  const style = (of: Style) => workbook.internStyle(of);
  const header = style({ bold: true, verticalAlignment: 'middle', fontColor: '#1f2d2b' });
  const text = style({ numberFormat: '@' });
  const date = style({ numberFormat: 'yyyy-mm-dd' });
  const money = style({ numberFormat: '#,##0.00' });
  const wrong = style({ numberFormat: '@', background: '#fde8e8' });
  const list = workbook.internValidation({ criteria: 'VALUE_IN_LIST', args: [TYPES, true], allowInvalid: true });
  const tick = workbook.internValidation({ criteria: 'CHECKBOX', args: [], allowInvalid: false });
  const chip = (args: string, background: string, fontColor: string) => ({
    ranges: [{ row: 1, column: 3, rows: sheet.rowCount - 1, columns: 1 }],
    criteria: 'TEXT_EQUAL_TO',
    args: [args],
    style: { background, fontColor },
  });
  sheet.conditionalFormats = [chip('重点客户', '#fdefd0', '#7a4b00'), chip('VIP', '#d8f0df', '#14532d')];
  sheet.cells = [HEADERS.map((v): CellState => ({ v, s: header, ...(v === '客户编号' ? { n: '自动编号，不用填写' } : {}) }))];
  for (let i = 0; i < rows; i++) {
    const bad = i % 7 === 3;
    sheet.cells.push([
      { v: `C${String(i + 1).padStart(6, '0')}`, s: text },
      { v: NAMES[i % NAMES.length]! },
      {
        v: bad ? '1380013800' : `1380013${String(i % 10000).padStart(4, '0')}`,
        s: bad ? wrong : text,
        ...(bad ? { n: '手机号少 1 位' } : {}),
      },
      { v: TYPES[i % 3]!, d: list },
      { v: 46000 + (i % 300), s: date },
      { v: (i * 37) % 9000, s: money },
      { v: i % 2 === 0, d: tick },
      { v: `杭州市西湖区文三路 ${i + 1} 号` },
      { v: `customer${i + 1}@example.com` },
      i % 5 === 0 ? { v: '老客户介绍' } : null,
      { v: '门店' },
      { v: 20 + (i % 50) },
    ]);
  }
}
