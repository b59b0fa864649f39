import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Intent, Rect, Validation } from '../../local/contract.ts';
import { resolveIntent } from '../../local/model/intents.ts';
import { newSheet, newWorkbook } from '../../local/model/new-workbook.ts';
import { Workbook } from '../../local/model/workbook.ts';
import { type Dice, diceArbitrary, spelledOut } from './arbitrary-ops.ts';

const OWNER = { email: 'o@x.cn', locale: 'zh-CN' };
const TEXTS = [
  '0571',
  '甲',
  '2026-11-22',
  '=A1+1',
  '=SUM(A:A)',
  '=购买!B2',
  "'=x",
  '',
  '+86 1',
  '10%',
  'TRUE',
  'x9',
  '=A1:',
  '#N/A',
  '=IF(',
];
const LIST: Validation = { criteria: 'VALUE_IN_LIST', args: [['甲', '乙'], true], allowInvalid: false };

function randomIntent(dice: Dice, book: Workbook): Intent {
  const below = (size: number) => Math.floor(dice() * size);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!;
  const { id: sheet, rowCount, columnCount } = pick(book.state.sheets);
  const rect = (): Rect => {
    const [row, column] = [below(rowCount), below(columnCount)];
    return { row, column, rows: 1 + below(Math.min(4, rowCount - row)), columns: 1 + below(Math.min(4, columnCount - column)) };
  };
  const [row, column] = [below(rowCount + 1), below(columnCount + 1)];
  const lines = pick(['Rows', 'Columns'] as const);
  const [at, count] = [below(8), 1 + below(3)];
  const matrix = <T>(items: readonly T[]) =>
    Array.from({ length: 1 + below(3) }, () => Array.from({ length: 1 + below(3) }, () => pick(items)));
  return pick<() => Intent>([
    () => ({ kind: 'type', sheet, row, column, text: pick(TEXTS) }),
    () => ({ kind: 'paste', sheet, row, column, cells: matrix([null, ...TEXTS]) }),
    () => ({
      kind: 'paste',
      sheet,
      row,
      column,
      cells: matrix(TEXTS),
      styles: matrix([null, { bold: true as const }]),
      clearValidation: true,
    }),
    () => ({
      kind: 'copy',
      sheet,
      from: rect(),
      toSheet: pick(book.state.sheets).id,
      to: rect(),
      what: pick(['all', 'values', 'formats'] as const),
    }),
    () => ({ kind: 'copy', sheet, from: rect(), toSheet: sheet, to: rect(), cut: true }),
    () => ({ kind: 'fillDown', sheet, from: rect(), to: rect() }),
    () => ({ kind: 'clear', sheet, rects: [rect(), rect()] }),
    () => ({ kind: 'format', sheet, rects: [rect()], style: pick([{ numberFormat: '@' }, { bold: true as const }, null]) }),
    () => ({ kind: 'validate', sheet, rects: [rect()], validation: pick([LIST, null]) }),
    () => ({ kind: 'replace', sheet, find: pick(['甲', '1', 'zz']), by: pick(TEXTS), wholeCell: dice() < 0.5 }),
    () => ({ kind: `insert${lines}`, sheet, at, count }),
    () => ({ kind: `delete${lines}`, sheet, at, count }),
    () => ({ kind: `move${lines}`, sheet, at, count, to: below(9) }),
    () => ({ kind: 'sort', sheet, rect: rect(), keys: [{ column: below(6), ascending: dice() < 0.5 }] }),
    () => ({ kind: 'filter', sheet, filter: { rect: rect(), criteria: { [column]: { hiddenValues: ['甲', ''] } } } }),
    () => ({ kind: 'filter', sheet, filter: null }),
    () => ({ kind: 'addSheet', name: pick([undefined, '客户', '新']) }),
    () => ({ kind: 'deleteSheet', sheet }),
    () => ({ kind: 'renameSheet', sheet, name: pick(['客户', '购买', '别 名']) }),
    () => ({ kind: 'hideSheet', sheet, hidden: dice() < 0.5 }),
    () => ({ kind: 'freeze', sheet, rows: below(9), columns: below(9) }),
  ])();
}

test('whatever a person does leaves a sound workbook that can be read, and can be taken back', () => {
  fc.assert(
    fc.property(diceArbitrary, fc.integer({ min: 1, max: 12 }), (dice, count) => {
      const state = newWorkbook({ id: 'w', title: 't', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: OWNER.email });
      state.sheets = [newSheet(0, '客户', 8, 6), newSheet(1, '购买', 6, 5)];
      state.nextIds.sheet = 2;
      const book = new Workbook(state);
      for (let i = 0; i < count; i++) {
        for (const sheet of book.state.sheets) readAll(book, sheet.id);
        const before = spelledOut(book);
        const intent = randomIntent(dice, book);
        const { result, ops } = resolveIntent(book, intent, OWNER, () => 0);
        if (!result.ok) expect(ops).toEqual([]);
        const inverse = book.apply(ops);
        for (const sheet of book.state.sheets) {
          expect(sheet.cells.length).toBeLessThanOrEqual(sheet.rowCount);
          for (const line of sheet.cells) expect(line?.length ?? 0).toBeLessThanOrEqual(sheet.columnCount);
          readAll(book, sheet.id);
        }
        const again = book.apply(inverse);
        for (const sheet of book.state.sheets) readAll(book, sheet.id);
        expect({ intent, state: spelledOut(book) }).toEqual({ intent, state: before });
        book.apply(again);
      }
    }),
    { numRuns: 60 },
  );
});

function readAll(book: Workbook, sheet: number): void {
  const { rowCount, columnCount } = book.sheet(sheet);
  book.displayValues(sheet, { row: 0, column: 0, rows: rowCount, columns: columnCount });
}
