import { expect, test } from '@jest/globals';
import { drawChart } from '../../local/charts/draw-chart.ts';
import { scaleOf } from '../../local/charts/scale.ts';
import type { ChartPicture, Shape } from '../../local/charts/shapes.ts';
import { textWidth, wrapText } from '../../local/charts/text-width.ts';
import type { CellState, WorkbookState } from '../../local/contract.ts';
import { displayValue } from '../../local/model/display.ts';
import { newWorkbook } from '../../local/model/new-workbook.ts';
import type { ChartSpec } from '../../local/presentation.ts';
import { STANDARD_THEME } from '../../local/services/themes.ts';

type Row = (string | number | null)[];

const SALES: Row[] = [
  ['月份', '空调', '冰箱'],
  ['1 月', 100, 40],
  ['2 月', 250, null],
  ['3 月', 50, 60],
];

function book(rows: Row[], numberFormat?: string): WorkbookState {
  const state = newWorkbook({ id: 'x', title: 'x', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: 'o@shop.test' });
  const sheet = state.sheets[0]!;
  if (numberFormat) state.styles.push({ numberFormat });
  const style = numberFormat ? { s: state.styles.length - 1 } : {};
  sheet.cells = rows.map((row) =>
    row.map((v): CellState | null => (v === null ? null : { v, ...(typeof v === 'number' ? style : {}) })),
  );
  return state;
}

function draw(state: WorkbookState, type: string, options: ChartSpec['options'] = {}, rest: Partial<ChartSpec> = {}) {
  const rect = { row: 0, column: 0, rows: 1000, columns: 3 };
  const spec: ChartSpec = { type, ranges: [{ sheet: 0, rect }], row: 5, column: 1, x: 3, y: 4, options, ...rest };
  return drawChart(state, { id: 7, spec }, STANDARD_THEME, (value, format) => displayValue(value, format, state.locale));
}

const texts = ({ shapes }: ChartPicture): string[] => shapes.flatMap(({ text }) => text ?? []);
const hints = ({ shapes }: ChartPicture, tag: Shape['tag']): string[] =>
  shapes.flatMap((shape) => (shape.tag === tag && shape.hint ? [shape.hint] : []));
const bars = ({ shapes }: ChartPicture) => shapes.filter(({ tag, hint }) => tag === 'rect' && hint?.includes('月'));

test('a column chart names its rows, its series and its values as the cells show them', () => {
  const picture = draw(book(SALES, '¥#,##0'), 'COLUMN', { title: '2 月空调卖得最多', vAxis: { title: '元' } });
  expect(texts(picture)).toEqual(
    expect.arrayContaining(['2 月空调卖得最多', '元', '1 月', '3 月', '空调', '冰箱', '¥250', '¥0']),
  );
  expect(hints(picture, 'rect').filter((hint) => hint.includes('月'))).toEqual([
    '1 月\n空调: ¥100',
    '2 月\n空调: ¥250',
    '3 月\n空调: ¥50',
    '1 月\n冰箱: ¥40',
    '3 月\n冰箱: ¥60',
  ]);
  expect(picture).toMatchObject({ id: 7, row: 5, column: 1, x: 3, y: 4, width: 600, height: 371, label: '2 月空调卖得最多' });
});

test('columns stand on zero and are as high as their values', () => {
  const [january, february] = bars(draw(book(SALES), 'COLUMN')).map(({ at }) => at);
  expect(Number(february!.height) / Number(january!.height)).toBeCloseTo(2.5, 1);
  expect(Number(february!.y) + Number(february!.height)).toBeCloseTo(Number(january!.y) + Number(january!.height), 0);
});

test('bars run from left to right in the order of the rows', () => {
  const all = bars(draw(book(SALES), 'BAR')).map(({ at }) => at);
  expect(Number(all[1]!.width)).toBeGreaterThan(Number(all[0]!.width));
  expect(Number(all[1]!.y)).toBeGreaterThan(Number(all[0]!.y));
});

test('stacked columns begin where the one below ends, and shares add up to the whole', () => {
  const [january, , , second] = bars(draw(book(SALES), 'COLUMN', { isStacked: true })).map(({ at }) => at);
  expect(Number(second!.y) + Number(second!.height)).toBeCloseTo(Number(january!.y), 0);
  const shares = draw(book(SALES), 'COLUMN', { isStacked: 'percent' });
  expect(texts(shares)).toContain('100%');
  const heights = bars(shares).map(({ at }) => Number(at.height));
  expect(heights[0]! + heights[3]!).toBeCloseTo(heights[1]!, 0);
});

test('a line breaks off where a value is missing', () => {
  const lines = draw(book(SALES), 'LINE').shapes.filter(({ tag }) => tag === 'path');
  expect(lines).toHaveLength(1);
  const rows: Row[] = [...SALES, ['4 月', 70, 80]];
  expect(draw(book(rows), 'LINE').shapes.filter(({ tag }) => tag === 'path')).toHaveLength(2);
});

test('a pie says each share beside its name and leaves out what is not above nothing', () => {
  const rows: Row[] = [
    ['原因', '单数'],
    ['漏水', 30],
    ['噪音', 10],
    ['退货', -5],
    ['其他', 0],
  ];
  const picture = draw(book(rows), 'PIE');
  expect(texts(picture)).toEqual(expect.arrayContaining(['漏水  75%', '噪音  25%']));
  expect(hints(picture, 'path')).toEqual(['漏水\n30 (75%)', '噪音\n10 (25%)']);
  expect(draw(book([['a', 5]]), 'PIE').shapes.find(({ tag }) => tag === 'path')!.at.d).toMatch(/A.*A/);
});

test('hidden and filtered rows and hidden columns are left out, unless the chart asks for them', () => {
  const state = book(SALES);
  Object.assign(state.sheets[0]!, { hiddenRows: [1], filteredRows: [3], hiddenColumns: [2] });
  expect(hints(draw(state, 'COLUMN'), 'rect').filter((hint) => hint.includes('月'))).toEqual(['2 月\n250']);
  expect(bars(draw(state, 'COLUMN', {}, { hidden: 'SHOW_BOTH' }))).toHaveLength(5);
});

test('points of a scatter chart stand where both of their numbers are', () => {
  const rows: Row[] = [
    ['费用', '天数'],
    [0, 1],
    [50, 2],
    [100, 3],
  ];
  const dots = draw(book(rows), 'SCATTER').shapes.filter(({ tag }) => tag === 'circle');
  const [first, second, third] = dots.map(({ at }) => Number(at.cx));
  expect(second! - first!).toBeCloseTo(third! - second!, 0);
});

test('values of another size have a scale of their own at the other side', () => {
  const options = { series: { 1: { type: 'line', targetAxisIndex: 1 } }, vAxes: { 1: { title: '台数', format: 'short' } } };
  const rows: Row[] = [
    ['月份', '金额', '台数'],
    ['1 月', 5, 120000],
    ['2 月', 6, 240000],
  ];
  expect(texts(draw(book(rows), 'COMBO', options))).toEqual(expect.arrayContaining(['台数', '20万']));
});

test('turned data, rows of several ranges and a table without a header are read as they are meant', () => {
  const across: Row[] = [
    ['', '1 月', '2 月'],
    ['空调', 1, 2],
  ];
  const turned = draw(book(across), 'COLUMN', {}, { transposed: true });
  expect(bars(turned).map(({ hint }) => hint)).toEqual(['1 月\n1', '2 月\n2']);
  const two = [0, 2].map((column) => ({ sheet: 0, rect: { row: 0, column, rows: 4, columns: 1 } }));
  expect(bars(draw(book(SALES), 'COLUMN', {}, { ranges: two })).map(({ hint }) => hint)).toEqual(['1 月\n40', '3 月\n60']);
  expect(bars(draw(book(SALES.slice(1)), 'COLUMN'))).toHaveLength(5);
});

test('a histogram counts how many values lie between two bounds', () => {
  const rows: Row[] = [['费用'], [1], [2], [12], [15], [27]];
  const picture = draw(book(rows), 'HISTOGRAM', { histogram: { bucketSize: 10 } }, {});
  expect(hints(picture, 'rect')).toEqual(['0 – 10\n2', '10 – 20\n2', '20 – 30\n1']);
});

test('a chart without numbers, one whose tab is gone and one of an unknown kind say so', () => {
  expect(texts(draw(book([['月份', '空调']]), 'COLUMN'))).toEqual(['还没有可以画出来的数字']);
  const gone = [{ sheet: 99, rect: { row: 0, column: 0, rows: 2, columns: 2 } }];
  expect(texts(draw(book(SALES), 'PIE', {}, { ranges: gone }))).toEqual(['还没有可以画出来的数字']);
  expect(texts(draw(book(SALES), 'RADAR'))).toEqual(['这种图表只能在 Google 表格里看到']);
});

test('options of any kind never get into the picture as anything but what they stand for', () => {
  const options = { colors: ['url(x)', { color: '#123456' }], title: { a: 1 }, width: 1e9, height: -4, legend: 3, vAxis: null };
  const picture = draw(book(SALES), 'COLUMN', options as ChartSpec['options']);
  expect(JSON.stringify(picture)).not.toContain('url(');
  expect([picture.width, picture.height]).toEqual([2400, 80]);
});

test('ticks are round numbers that cover the values', () => {
  expect(scaleOf([3, 83], { ticks: 5, fromZero: true }).ticks).toEqual([0, 20, 40, 60, 80, 100]);
  expect(scaleOf([95, 99], { ticks: 4, fromZero: false }).ticks).toEqual([95, 96, 97, 98, 99]);
  expect(scaleOf([-3, 5], { ticks: 4, fromZero: true }).ticks).toEqual([-4, -2, 0, 2, 4, 6]);
  expect(scaleOf([1, 1000], { ticks: 4, fromZero: false, log: true }).ticks).toEqual([1, 10, 100, 1000]);
});

test('long titles are broken between words and between characters, and cut after the last line', () => {
  const chinese = wrapText('九月空调销量是八月的二点一倍', 90, 15, 2);
  expect(chinese).toHaveLength(2);
  expect(wrapText('one two three four five six', 60, 12, 2)[1]).toMatch(/…$/);
  for (const line of chinese) expect(textWidth(line, 15)).toBeLessThanOrEqual(90);
});
