/**
 * What others read in the file. ExcelJS reads it as it lies and, where LibreOffice is installed, once more after LibreOffice
 * has opened and saved it: each must say of every tab what the workbook says.
 */
import { expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import type { CellState, SheetState, Style, WorkbookState } from '../../local/contract.ts';
import { fileTabName } from '../../local/file/excel/sheet-writing.ts';
import { fileBytes } from '../../local/file/file-bytes.ts';
import { readEntry } from '../../local/file/zip-archive.ts';
import { readZip } from '../../local/file/zip-directory.ts';
import { rectName } from '../../local/model/a1.ts';
import { newSheet, newWorkbook } from '../../local/model/new-workbook.ts';
import { patience, runs } from '../fuzz/seeded.ts';
import { anyState } from './any-state.ts';
import { hasOffice, resaved } from './office.ts';
import { inFolder } from './temporary.ts';

/** Characters that XML cannot hold travel as escapes, which ExcelJS does not take back. */
const isPlain = (text: string) => !/[\x00-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]|_x/i.test(text) && text === text.normalize();

function plainState(state: WorkbookState): WorkbookState {
  const copy = structuredClone(state);
  for (const sheet of copy.sheets) {
    for (const line of sheet.cells) {
      line?.forEach((cell, column) => {
        if (!cell) return;
        // ExcelJS makes dates of numbers, to the millisecond and within a few thousand years
        if (typeof cell.v === 'number') cell.v = Math.abs(cell.v) < 1e6 ? Math.round(cell.v * 1000) / 1000 : 7;
        if (typeof cell.v === 'string' && !isPlain(cell.v)) cell.v = '换';
        if (cell.n !== undefined && !isPlain(cell.n)) cell.n = '批注';
        line[column] = cell;
      });
    }
  }
  return copy;
}

interface Facts {
  tabs: [name: string, state: string, color: string | undefined, lines: boolean, frozen: string][];
  shapes: { merges: string[]; filter?: string; isProtected: boolean; hiddenRows: number[]; hiddenColumns: number[] }[];
  names: string[];
  values: Record<string, unknown>;
  notes: Record<string, string>;
  looks: Record<string, unknown>;
  lists: Record<string, string>;
}

const lookOf = (style: Style) => ({
  bold: style.bold === true,
  italic: style.italic === true,
  strikethrough: style.strikethrough === true,
  underline: style.underline === true,
  background: style.background,
  color: style.fontColor,
  format: style.numberFormat === 'General' ? undefined : style.numberFormat?.replaceAll('\\', '').replaceAll('"', ''),
  align: style.horizontalAlignment,
  wraps: style.wrap === 'wrap',
});

const place = (tab: number, row: number, column: number) => `${tab}!${rectName({ row, column, rows: 1, columns: 1 })}`;

function expected(state: WorkbookState): Facts {
  const taken = new Set(['_ledger', 'history']);
  const facts: Facts = {
    tabs: [],
    shapes: [],
    names: state.namedRanges.map(({ name }) => name),
    values: {},
    notes: {},
    looks: {},
    lists: {},
  };
  state.sheets.forEach((sheet, tab) => {
    facts.tabs.push([
      fileTabName(sheet.name, taken),
      sheet.hidden ? 'hidden' : 'visible',
      sheet.tabColor,
      !sheet.hiddenGridlines,
      `${sheet.frozenRows}:${sheet.frozenColumns}`,
    ]);
    facts.shapes.push({
      merges: sheet.merges.map(rectName).sort(),
      ...(sheet.filter && { filter: rectName(sheet.filter.rect) }),
      isProtected: sheet.protections.some(({ rect, warningOnly }) => !rect && !warningOnly),
      hiddenRows: [...sheet.hiddenRows, ...sheet.filteredRows].sort((a, b) => a - b),
      hiddenColumns: sheet.hiddenColumns,
    });
    for (const [row, line] of sheet.cells.entries()) {
      for (const [column, cell] of (line ?? []).entries()) {
        // what a formula gives is for the reader to compute
        if (cell) addExpected(facts, state, cell, place(tab, row, column));
      }
    }
  });
  return facts;
}

function addExpected(facts: Facts, state: WorkbookState, { v, f, s, d, n }: CellState, at: string): void {
  if (f === undefined && v !== undefined && v !== null && v !== '') {
    const known = ['#N/A', '#REF!', '#VALUE!'];
    facts.values[at] = typeof v === 'object' ? { error: known.includes(v.error) ? v.error : '#VALUE!' } : v;
  }
  // ExcelJS sees a note only where something stands in the cell
  if (n && (at in facts.values || f !== undefined)) facts.notes[at] = n;
  if (s !== undefined) facts.looks[at] = lookOf(state.styles[s]!);
  const rule = d === undefined ? undefined : state.validations[d];
  const [list] = rule?.args ?? [];
  const text = Array.isArray(list) ? list.join(',') : '';
  const fits =
    text.length < 250 &&
    Array.isArray(list) &&
    list.every((each) => each !== '' && isPlain(String(each)) && !/[,"]|^\s|\s$/.test(String(each)));
  if (rule?.criteria === 'VALUE_IN_LIST' && fits) facts.lists[at] = `"${text}"`;
}

/** The same facts as ExcelJS sees them, for the places that `wanted` names. */
async function read(bytes: Buffer, wanted: Facts): Promise<Facts> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const zip = readZip(bytes);
  // ExcelJS knows `1` for a truth, but not `true`, which LibreOffice writes
  const head = (i: number) =>
    readEntry(zip, `xl/worksheets/sheet${i + 1}.xml`)!
      .toString('utf8')
      .replace(/="true"/g, '="1"')
      .replace(/="false"/g, '="0"');
  const tabs = book.worksheets.filter(({ name }) => name !== '_ledger');
  const cellAt = (at: string) => tabs[Number(at.split('!')[0])]!.getCell(at.split('!')[1]!);
  const of = <T>(table: Record<string, T>, look: (cell: ExcelJS.Cell) => unknown) =>
    Object.fromEntries(Object.keys(table).map((at) => [at, look(cellAt(at))])) as Record<string, T>;
  return {
    tabs: tabs.map(({ name, state }, i) => {
      const color = /<tabColor rgb="([0-9A-F]{8})"/.exec(head(i))?.[1];
      const pane = /<pane [^>]*state="frozen"[^>]*>/.exec(head(i))?.[0] ?? '';
      const split = (axis: string) => new RegExp(`${axis}Split="(\\d+)"`).exec(pane)?.[1] ?? 0;
      const frozen = `${split('y')}:${split('x')}`;
      return [name, state, color && `#${color.slice(2).toLowerCase()}`, !/showGridLines="0"/.test(head(i)), frozen];
    }),
    shapes: tabs.map((tab, i) => ({
      merges: [...((tab.model as { merges?: string[] }).merges ?? [])].sort(),
      ...(tab.autoFilter && { filter: String(tab.autoFilter) }),
      isProtected: /<sheetProtection [^>]*sheet="1"/.test(head(i)),
      hiddenRows: wanted.shapes[i]!.hiddenRows.filter((row) => tab.getRow(row + 1).hidden),
      hiddenColumns: wanted.shapes[i]!.hiddenColumns.filter((column) => tab.getColumn(column + 1).hidden),
    })),
    names: (book.definedNames.model as { name: string }[]).map(({ name }) => name).filter((name) => !name.startsWith('_xlnm')),
    values: of(wanted.values, ({ value }) => plainValue(value)),
    notes: of(wanted.notes, ({ note }) =>
      typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join(''),
    ) as Record<string, string>,
    looks: of(wanted.looks, lookIn),
    lists: of(wanted.lists, ({ dataValidation }) => dataValidation?.formulae?.[0]) as Record<string, string>,
  };
}

function plainValue(value: ExcelJS.CellValue): unknown {
  // ExcelJS makes dates of numbers with a date's format
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  if (value && typeof value === 'object' && 'richText' in value) return value.richText.map(({ text }) => text).join('');
  // LibreOffice saves a typed TRUE and a typed #N/A as formulas
  if (value && typeof value === 'object' && 'formula' in value) {
    const { formula = '', result } = value;
    if (formula.startsWith('#')) return { error: formula };
    return /^(?:TRUE|FALSE)\(\)$/.test(formula) ? formula === 'TRUE()' : result;
  }
  return value;
}

function lookIn(cell: ExcelJS.Cell) {
  const { font = {}, fill, alignment = {}, numFmt } = cell;
  const hex = (color: Partial<ExcelJS.Color> | undefined) => (color?.argb ? `#${color.argb.slice(2).toLowerCase()}` : undefined);
  return lookOf({
    ...(font.bold && { bold: true }),
    ...(font.italic && { italic: true }),
    ...(font.strike && { strikethrough: true }),
    ...(font.underline && font.underline !== 'none' && { underline: true }),
    background: fill?.type === 'pattern' && fill.pattern === 'solid' ? hex(fill.fgColor) : undefined,
    fontColor: hex(font.color),
    numberFormat: numFmt,
    horizontalAlignment: alignment.horizontal === ('general' as never) ? undefined : (alignment.horizontal as 'left' | undefined),
    ...(alignment.wrapText && { wrap: 'wrap' }),
  });
}

/** Numbers to the fifteen digits that Excel and LibreOffice keep; the ordinary black is no colour of its own. */
const comparable = (facts: Facts): unknown =>
  JSON.parse(
    JSON.stringify(facts, (key, value: unknown) =>
      typeof value === 'number'
        ? Number(value.toFixed(6))
        : key === 'color' && (value === '#000000' || value === null)
          ? undefined
          : value,
    ),
  );

/** Without a window LibreOffice writes no view: no frozen rows, and grid lines everywhere. Protected tabs lose their colour. */
const withoutViews = (facts: Facts): Facts => ({
  ...facts,
  tabs: facts.tabs.map(([name, state, color], i) => [name, state, facts.shapes[i]!.isProtected ? undefined : color, true, '0:0']),
});

/** Only these, of what the random workbooks hold, LibreOffice keeps otherwise than it found them. */
function asOfficeKeeps(state: WorkbookState): WorkbookState {
  const copy = structuredClone(state);
  for (const style of copy.styles) {
    // a black that was chosen, and a format that is another's in the locale
    if (style.numberFormat?.startsWith('[$')) delete style.numberFormat;
    // turned text, and text from the right, stands left there unless it says otherwise
    for (const key of ['rotation', 'stacked', 'textDirection', 'normalAlignment'] as const) delete style[key];
  }
  return copy;
}

const bytesOf = (state: WorkbookState) => fileBytes(Buffer.from(JSON.stringify(state)), 1);

test(
  'another program reads the same tabs, cells, notes, looks and dropdowns',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyState.map(plainState), async (state) => {
        const wanted = expected(state);
        expect(comparable(await read(await bytesOf(state), wanted))).toEqual(comparable(wanted));
      }),
      runs(30),
    );
  },
  patience,
);

const withOffice = hasOffice ? test : test.skip;

withOffice(
  'what LibreOffice has opened and saved still says the same to another program',
  () =>
    inFolder(async (folder) => {
      const { numRuns, seed } = runs(6);
      const states = fc.sample(anyState.map(plainState).map(asOfficeKeeps), { numRuns, seed });
      const saved = await resaved(folder, await Promise.all(states.map(bytesOf)));
      for (const [i, state] of states.entries()) {
        const wanted = withoutViews(expected(state));
        expect({ seed, i, facts: comparable(await read(saved[i]!, wanted)) }).toEqual({ seed, i, facts: comparable(wanted) });
      }
    }),
  patience * 2,
);

/** Texts that spreadsheets like to misread, and sums whose results are known. */
function trickyState(): WorkbookState {
  const state = newWorkbook({ id: 'b', title: 't', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: 'o' });
  state.styles.push({ numberFormat: '@' }, { numberFormat: 'yyyy-mm-dd' }, { numberFormat: '0.00%' });
  const texts = [
    '013800138000',
    '+86 138',
    '=1+1',
    '-5',
    '@x',
    "'单引号",
    ' 前后 ',
    '两行\n第二行',
    '🙂👨‍👩‍👧 𠮷',
    '<&>"\'',
    'TRUE',
    '#N/A',
    '1e5',
    '3/4',
    '2026-01-02',
    'x'.repeat(32_000),
  ];
  const cells: SheetState['cells'] = texts.map((v): CellState[] => [{ v, s: 0 }, { v }]);
  cells.push([{ v: 46_348, s: 1 }, { v: 0.125, s: 2 }, { v: 12 }, { v: true }]);
  const row = cells.length;
  cells.push([
    { f: `=C${row}*2`, v: 24 },
    { f: `=SUM(C${row}:C${row},1)`, v: 13 },
    { f: `=IF(D${row},"是","否")`, v: '是' },
    { f: '=COUNTIF(B:B,"TRUE")', v: 1 },
    { f: `=XLOOKUP(12,C${row}:C${row},B${row}:B${row})`, v: 0.125 },
    { f: '=ARRAYFORMULA(1+1)', v: 2 },
    { f: '=1/0', v: { error: '#DIV/0!' } },
  ]);
  state.sheets = [{ ...newSheet(0, '表', 60, 12), cells }];
  return state;
}

async function shownTexts(bytes: Buffer, count: number): Promise<unknown[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const sheet = book.worksheets[0]!;
  return Array.from({ length: count }, (_, i) => [1, 2].map((column) => plainValue(sheet.getCell(i + 1, column).value)));
}

test(
  'texts that look like numbers, formulas or dates stay texts for others, formulas keep their results',
  async () => {
    const state = trickyState();
    const { cells } = state.sheets[0]!;
    const texts = cells.slice(0, 16).map((line) => line!.map((cell) => cell!.v));
    const bytes = await bytesOf(state);
    expect(await shownTexts(bytes, 16)).toEqual(texts);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
    const sums = (sheet: ExcelJS.Worksheet) =>
      [1, 2, 3, 4].map((column) => sheet.getCell(18, column)).map(({ formula, result }) => [formula, result]);
    expect(sums(book.worksheets[0]!)).toEqual([
      ['C17*2', 24],
      ['SUM(C17:C17,1)', 13],
      ['IF(D17,"是","否")', '是'],
      ['COUNTIF(B:B,"TRUE")', 1],
    ]);
    if (!hasOffice) return;
    await inFolder(async (folder) => {
      const [saved] = await resaved(folder, [bytes]);
      expect(await shownTexts(saved!, 16)).toEqual(texts);
      const again = new ExcelJS.Workbook();
      await again.xlsx.load(saved as unknown as ExcelJS.Buffer);
      expect(sums(again.worksheets[0]!).slice(0, 3)).toEqual(sums(book.worksheets[0]!).slice(0, 3));
      const [csv] = await resaved(folder, [bytes], 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true');
      expect(csv!.toString('utf8').trimEnd().split('\n').slice(-2)).toEqual([
        '2026-11-22,12.50%,12,TRUE,,,',
        expect.stringMatching(/^24,13,是,\d,.*,2,#DIV\/0!$/),
      ]);
    });
  },
  patience,
);
