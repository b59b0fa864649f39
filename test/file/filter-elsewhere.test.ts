/** Filters and protections that another program changed are taken in as that person's. */
import { expect, test } from '@jest/globals';
import type { SheetState, WorkbookState } from '../../local/contract.ts';
import { fileBytes } from '../../local/file/file-bytes.ts';
import { openZip, readState } from '../../local/file/read-file.ts';
import { readEntry, rebuildZip } from '../../local/file/zip-archive.ts';
import { readZip } from '../../local/file/zip-directory.ts';
import { newSheet, newWorkbook } from '../../local/model/new-workbook.ts';

const whole = { row: 0, column: 0, rows: 6, columns: 3 };

function shop(more: Partial<SheetState> = {}): WorkbookState {
  const state = newWorkbook({ id: 'b', title: 't', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: 'mei@shop.test' });
  state.styles.push({ numberFormat: '0.00' });
  const cells = [
    [{ v: '姓名' }, { v: '类型' }, { v: '金额' }],
    [{ v: '甲' }, { v: '零售' }, { v: 5, s: 0 }],
    [{ v: '乙' }, { v: '批发' }, { v: 50, s: 0 }],
    [{ v: '丙' }, { v: '"VIP" <&>' }, { v: 500, s: 0 }],
    [{ v: '丁' }, {}, { v: 7, s: 0 }],
    [{ v: '戊' }, { v: '零售' }],
  ];
  state.sheets = [{ ...newSheet(0, '客户', 20, 5), cells, ...more }];
  return state;
}

const filtered = (criteria: NonNullable<SheetState['filter']>['criteria'], filteredRows: number[]) =>
  shop({ filter: { rect: whole, criteria }, filteredRows });

async function sheetXml(state: WorkbookState): Promise<string> {
  const bytes = await fileBytes(Buffer.from(JSON.stringify(state)), 1);
  return readEntry(readZip(bytes), 'xl/worksheets/sheet1.xml')!.toString('utf8');
}

/** The tab after another program changed its part of the file. */
async function elsewhere(state: WorkbookState, change: (xml: string) => string): Promise<SheetState> {
  const zip = readZip(await fileBytes(Buffer.from(JSON.stringify(state)), 1));
  const xml = readEntry(zip, 'xl/worksheets/sheet1.xml')!.toString('utf8');
  const changed = change(xml);
  const bytes = rebuildZip(zip, {
    'xl/worksheets/sheet1.xml': Buffer.from(changed),
    'ledger/seal.json': null,
    'ledger/state.json': null,
  });
  return readState(openZip(bytes, 'a.xlsx'), 'a.xlsx').state.sheets[0]!;
}

test('the file says which values a filter shows, or under which condition', async () => {
  const values = await sheetXml(filtered({ 1: { hiddenValues: ['批发', ''] } }, [2, 4]));
  expect(values).toContain(
    '<autoFilter ref="A1:C6"><filterColumn colId="1"><filters><filter val="零售"/><filter val="&#34;VIP&#34; &#60;&#38;&#62;"/></filters></filterColumn></autoFilter>',
  );
  const conditions: [NonNullable<SheetState['filter']>['criteria'][number], string][] = [
    [{ criteria: 'NUMBER_GREATER_THAN', args: [6] }, '<customFilter operator="greaterThan" val="6"/>'],
    [
      { criteria: 'NUMBER_BETWEEN', args: [50, 6] },
      '<customFilters and="1"><customFilter operator="greaterThanOrEqual" val="6"/><customFilter operator="lessThanOrEqual" val="50"/>',
    ],
    [{ criteria: 'TEXT_CONTAINS', args: ['a*b?'] }, '<customFilter val="*a~*b~?*"/>'],
    [{ criteria: 'CELL_NOT_EMPTY', args: [] }, '<customFilter operator="notEqual" val=" "/>'],
    [{ criteria: 'CELL_EMPTY', args: [] }, '<filters blank="1"></filters>'],
  ];
  for (const [criteria, xml] of conditions) expect(await sheetXml(filtered({ 2: criteria }, []))).toContain(xml);
});

test('a filter that nobody touched stays exactly as it was', async () => {
  const kinds: NonNullable<SheetState['filter']>['criteria'][] = [
    { 1: { hiddenValues: ['批发', '没有了'] } },
    { 2: { criteria: 'CUSTOM_FORMULA', args: ['=C2>6'] } },
    { 0: { criteria: 'TEXT_STARTS_WITH', args: ['乙'] }, 2: { criteria: 'NUMBER_BETWEEN', args: [50, 6] } },
    { 1: { hiddenValues: ['批发'], criteria: 'CELL_NOT_EMPTY', args: [] } },
    { 1: { criteria: 'DATE_AFTER', args: [45_000] } },
  ];
  for (const criteria of kinds) {
    const state = filtered(criteria, [2]);
    state.sheets[0]!.hiddenRows = [5];
    const { filter, filteredRows, hiddenRows } = await elsewhere(state, (xml) => xml);
    expect({ filter, filteredRows, hiddenRows }).toEqual({
      filter: { rect: whole, criteria },
      filteredRows: [2],
      hiddenRows: [5],
    });
  }
});

test('what was filtered elsewhere is hidden here, by values or by the condition that was set', async () => {
  const hide = (xml: string, rows: number[]) =>
    rows.reduce((text, row) => text.replace(new RegExp(`<row r="${row + 1}"`), `$& hidden="1"`), xml);
  const ask = (inner: string, rows: number[]) =>
    elsewhere(filtered({}, []), (xml) =>
      hide(xml, rows).replace('<autoFilter ref="A1:C6"></autoFilter>', `<autoFilter ref="A1:C6">${inner}</autoFilter>`),
    );
  const byValue = await ask('<filterColumn colId="1"><filters blank="1"><filter val="零售"/></filters></filterColumn>', [2, 3]);
  expect([byValue.filter!.criteria, byValue.filteredRows, byValue.hiddenRows]).toEqual([
    { 1: { hiddenValues: ['批发', '"VIP" <&>'] } },
    [2, 3],
    [],
  ]);
  const over = await ask(
    '<filterColumn colId="2"><customFilters><customFilter operator="greaterThan" val="6"/></customFilters></filterColumn>',
    [1],
  );
  expect(over.filter!.criteria).toEqual({ 2: { criteria: 'NUMBER_GREATER_THAN', args: [6] } });
  const text = await ask(
    '<filterColumn colId="0"><customFilters><customFilter val="*甲*"/></customFilters></filterColumn>',
    [2, 3, 4, 5],
  );
  expect(text.filter!.criteria).toEqual({ 0: { criteria: 'TEXT_CONTAINS', args: ['甲'] } });
  const top = await ask('<filterColumn colId="2"><top10 val="1"/></filterColumn>', [1, 2, 4, 5]);
  expect([top.filter!.criteria, top.filteredRows]).toEqual([
    { 2: { hiddenValues: ['5.00', '50.00', '7.00', ''] } },
    [1, 2, 4, 5],
  ]);
});

test('a filter that was cleared or taken away elsewhere is gone here, and its rows are seen again', async () => {
  const state = filtered({ 1: { hiddenValues: ['批发'] } }, [2]);
  const shown = (xml: string) => xml.replace(/(<row r="3"[^>]*) hidden="1"/, '$1');
  const cleared = await elsewhere(state, (xml) => shown(xml).replace(/<filterColumn.*<\/filterColumn>/, ''));
  expect([cleared.filter, cleared.filteredRows]).toEqual([{ rect: whole, criteria: {} }, []]);
  const gone = await elsewhere(state, (xml) => shown(xml).replace(/<autoFilter.*<\/autoFilter>/, ''));
  expect([gone.filter, gone.filteredRows, gone.hiddenRows]).toEqual([undefined, [], []]);
});

test('a program that knows nothing of criteria leaves them as they were', async () => {
  const state = filtered({ 1: { hiddenValues: ['批发'] } }, [2]);
  const { filter, filteredRows } = await elsewhere(state, (xml) => xml.replace(/<filterColumn.*<\/filterColumn>/, ''));
  expect([filter!.criteria, filteredRows]).toEqual([{ 1: { hiddenValues: ['批发'] } }, [2]]);
});

const locked = (inner = '') => `</sheetData><sheetProtection sheet="1"${inner}/>`;

test('a tab that was protected elsewhere is the owner’s alone to edit, and one set free is free', async () => {
  const made = await elsewhere(shop(), (xml) => xml.replace('</sheetData>', locked()));
  expect(made.protections).toEqual([{ id: 'file-0', warningOnly: false, editors: ['mei@shop.test'] }]);
  const state = shop({ protections: [{ id: 'p', warningOnly: false, editors: ['a@b.test'] }] });
  const freed = await elsewhere(state, (xml) => xml.replace(/<sheetProtection[^>]*>/, ''));
  expect(freed.protections).toEqual([]);
});

test('cells that were opened or locked elsewhere are so here; what only Sheets knows rides along', async () => {
  const open = { row: 1, column: 1, rows: 2, columns: 2 };
  const warning = { id: 'w', rect: { row: 0, column: 0, rows: 1, columns: 3 }, warningOnly: true, description: '表头' };
  const state = shop({ protections: [warning, { id: 'p', warningOnly: false, editors: ['a@b.test'], unprotected: [open] }] });
  expect((await elsewhere(state, (xml) => xml)).protections).toEqual(state.sheets[0]!.protections);
  const style = /<c r="B2" s="(\d+)"/.exec(await sheetXml(state))![1]!;
  const more = await elsewhere(state, (xml) => xml.replace('<c r="A2"', `<c r="A2" s="${style}"`));
  expect(more.protections[0]).toEqual(warning);
  expect(more.protections[1]!.unprotected).toEqual(expect.arrayContaining([{ row: 1, column: 0, rows: 1, columns: 1 }]));
});

test('bands stand in the file behind all other rules, leave coloured cells alone, and come back as bands', async () => {
  const band = {
    id: 3,
    rect: { row: 0, column: 0, rows: 20, columns: 3 },
    header: '#356854',
    first: '#ffffff',
    second: '#f6f8f9',
  };
  const state = shop({ bandings: [band] });
  state.styles.push({ background: '#ff0000' });
  state.sheets[0]!.cells[2]![1]!.s = 1;
  const xml = await sheetXml(state);
  const rules = [...xml.matchAll(/<conditionalFormatting sqref="([^"]*)"><cfRule [^>]*><formula>([^<]*)/g)].map(
    ([, place, formula]) => [place, formula!.replaceAll('&quot;', '"')],
  );
  expect(rules).toEqual([
    ['A1:C1', 'N("Ledger band 3 header")+1=1'],
    ['A2:C2 A3 C3 A4:C20', 'N("Ledger band 3 first")+MOD(ROW()-2,2)=0'],
    ['A2:C2 A3 C3 A4:C20', 'N("Ledger band 3 second")+MOD(ROW()-2,2)=1'],
  ]);
  const same = await elsewhere(state, (text) => text);
  expect([same.bandings, same.conditionalFormats]).toEqual([[band], []]);
  const gone = await elsewhere(state, (text) => text.replace(/<conditionalFormatting.*<\/conditionalFormatting>/, ''));
  expect(gone.bandings).toEqual([]);
});
