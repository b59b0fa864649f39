/** Random operations that are valid for the state they are drawn for. */
import fc from 'fast-check';
import type { CellPatch, Op, Rect, SheetState, Style, Validation } from '../../local/contract.ts';
import { newSheet } from '../../local/model/new-workbook.ts';
import type { Workbook } from '../../local/model/workbook.ts';
import type { ChartSpec } from '../../local/presentation.ts';

/** Numbers in [0, 1) that an operation is made of. */
export type Dice = () => number;

/** Even numbers from one seed (mulberry32): fast-check's own streams crowd around the ends of their interval. */
export const diceArbitrary: fc.Arbitrary<Dice> = fc.noBias(fc.nat()).map((seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
});

function pick<T>(dice: Dice, items: readonly T[]): T {
  return items[Math.floor(dice() * items.length)]!;
}

function below(dice: Dice, size: number): number {
  return Math.floor(dice() * size);
}

const STYLES: Partial<{ [K in keyof Style]: Style[K] | null }>[] = [
  { bold: true },
  { numberFormat: '@' },
  { background: '#ff0000', bold: null },
  { border: { top: 'thin' } },
  { rotation: 45, textDirection: 'rtl', fontColor: '#4285f4', fontColorTheme: 'ACCENT1' },
];

function patch(dice: Dice, sheets: readonly SheetState[]): CellPatch | null {
  const list: Validation = { criteria: 'VALUE_IN_RANGE', args: [`${pick(dice, sheets).name}!A2:A5`, true], allowInvalid: true };
  const formula = pick(dice, ['=A1+1', `=SUM(${pick(dice, sheets).name}!B2:B)`, '=$C$3&"A1"', '=D4', '=2:3']);
  return pick<CellPatch | null>(dice, [
    null,
    { v: below(dice, 100) },
    { v: pick(dice, ['甲', 'b', '0571']) },
    { v: null },
    { f: formula },
    { f: null, v: true },
    { s: pick(dice, STYLES) },
    { s: null },
    { d: list },
    { d: null },
    { n: 'note' },
    { n: null },
    { v: 1, s: { italic: true }, n: 'x' },
    {
      v: '粗 link',
      r: [
        { at: 0, look: { bold: true } },
        { at: 2, link: 'https://shop.example' },
      ],
    },
    { r: null },
  ]);
}

function rectIn(dice: Dice, sheet: SheetState): Rect {
  const row = below(dice, sheet.rowCount);
  const column = below(dice, sheet.columnCount);
  return { row, column, rows: 1 + below(dice, sheet.rowCount - row), columns: 1 + below(dice, sheet.columnCount - column) };
}

function shuffled(dice: Dice, size: number): number[] {
  return Array.from({ length: size }, (_, i) => ({ i, key: dice() }))
    .sort((a, b) => a.key - b.key)
    .map(({ i }) => i);
}

const CHART: ChartSpec = { type: 'PIE', ranges: [], row: 0, column: 0, x: 3, y: 4, options: {} };

/** @param id of the tab that a chart's range lies on */
function decoration(dice: Dice, sheet: SheetState, id: number) {
  const rect = rectIn(dice, sheet);
  return pick(dice, [
    { merges: [rect] },
    { filter: { rect, criteria: { [rect.column]: { hiddenValues: ['1'] } } }, filteredRows: [rect.row] },
    { filter: null },
    { bandings: [{ id: 1, rect }] },
    { protections: [{ id: 'p', rect, warningOnly: true, unprotected: [rectIn(dice, sheet)] }] },
    { conditionalFormats: [{ ranges: [rect, rectIn(dice, sheet)], criteria: 'CUSTOM_FORMULA', args: ['=$A2>1'], style: {} }] },
    { frozenRows: below(dice, 3) },
    { hidden: dice() < 0.5 },
    { tabColor: '#00ff00' },
    { rightToLeft: true as const },
    { rowGroups: [{ at: rect.row, count: rect.rows }], columnGroups: null },
    { charts: [{ id: 1, spec: { ...CHART, row: rect.row, column: rect.column, ranges: [{ sheet: id, rect }] } }] },
    { name: pick(dice, ['客户', '购 买', 'Sheet9']) + sheet.id },
  ]);
}

/** One operation, sometimes structural, always one that a service or a person could have brought about. */
export function randomOp(dice: Dice, book: Workbook): Op {
  const { state } = book;
  const sheet = pick(dice, state.sheets);
  const id = sheet.id;
  const rows = dice() < 0.5;
  const size = rows ? sheet.rowCount : sheet.columnCount;
  const at = below(dice, size);
  const count = 1 + below(dice, Math.min(3, size - at));
  const rect = rectIn(dice, sheet);
  const lines = rows ? 'Rows' : 'Columns';
  const kinds: (() => Op)[] = [
    () => {
      const cells = Array.from({ length: rect.rows }, () =>
        Array.from({ length: rect.columns }, () => patch(dice, state.sheets)),
      );
      return { op: 'cells', sheet: id, row: rect.row, column: rect.column, cells };
    },
    () => ({ op: 'fill', sheet: id, rects: [rect, rectIn(dice, sheet)], patch: patch(dice, state.sheets) ?? {} }),
    () => ({ op: `insert${lines}`, sheet: id, at, count, ...(dice() < 0.5 ? { formatFrom: at } : {}) }),
    () => (count < size ? { op: `delete${lines}`, sheet: id, at, count } : { op: 'moveSheet', sheet: id, position: 0 }),
    () => ({ op: `move${lines}`, sheet: id, at, count, to: below(dice, size + 1) }),
    () => ({ op: 'sort', sheet: id, rect, order: shuffled(dice, rect.rows) }),
    () => ({ op: rows ? 'rowHeights' : 'columnWidths', sheet: id, at, count, pixels: dice() < 0.3 ? null : 30 + below(dice, 9) }),
    () => ({ op: `hide${lines}`, sheet: id, at, count, hidden: dice() < 0.7 }),
    () => ({ op: 'sheet', sheet: id, patch: decoration(dice, sheet, pick(dice, state.sheets).id) }),
    () => {
      const kind = pick(dice, ['row', 'column', 'sheet'] as const);
      const index = below(dice, kind === 'row' ? sheet.rowCount : sheet.columnCount);
      return {
        op: 'metadata',
        add: [{ id: 1 + below(dice, 6), key: 'k', visibility: 'PROJECT', at: { kind, sheet: id, index } }],
        remove: [2],
      };
    },
    () => ({ op: 'properties', store: 'user', user: 'a', set: { [pick(dice, ['x', 'y'])]: '1' }, remove: ['z'] }),
    () => ({ op: 'workbook', patch: { namedRanges: [{ name: 'n', sheet: id, rect }] } }),
    () => ({
      op: 'workbook',
      patch: pick(dice, [{ editors: ['ben@shop.cn'] }, { editors: null, calculation: { iterative: true } }]),
    }),
    () => ({ op: 'moveSheet', sheet: id, position: below(dice, state.sheets.length) }),
    () => ({ op: 'addSheet', sheet: newSheet(state.nextIds.sheet, `表${state.nextIds.sheet}`, 6, 5), position: below(dice, 2) }),
    () => (state.sheets.length > 1 ? { op: 'deleteSheet', sheet: id } : { op: 'moveSheet', sheet: id, position: 0 }),
  ];
  return pick(dice, kinds)();
}

/** The state without what only grows: tables of styles and ids; cells spelled out. */
export function spelledOut(book: Workbook) {
  const { styles, validations, nextIds: _, ...state } = structuredClone(book.state);
  return {
    ...state,
    sheets: state.sheets.map((sheet) => {
      const cells: Record<string, unknown> = {};
      sheet.cells.forEach((line, row) => {
        line?.forEach((cell, column) => {
          if (!cell) return;
          const { s, d, ...rest } = cell;
          const seen = {
            ...rest,
            ...(s === undefined ? {} : { style: styles[s] }),
            ...(d === undefined ? {} : { validation: validations[d] }),
          };
          if (Object.keys(seen).length > 0) cells[`${row},${column}`] = seen;
        });
      });
      return { ...sheet, cells };
    }),
  };
}
