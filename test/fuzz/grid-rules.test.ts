/** Several people and a script at one sheet, whatever they do: the workbook says what a plain model of the rules says. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Intent, Op, User } from '../../local/contract.ts';
import { newSheet } from '../../local/model/new-workbook.ts';
import { Workbook } from '../../local/model/workbook.ts';
import { spelledOut } from '../model/arbitrary-ops.ts';
import { OWNER, scriptHost } from '../run/script-host.ts';
import { type Box, cellsOf, PlainGrid, type Value } from './plain-grid.ts';
import { patience, runs } from './seeded.ts';

const ROWS = 6;
const COLUMNS = 4;
const ANN: User = { email: 'ann@shop.example', locale: 'zh-CN' };
const BEN: User = { email: 'ben@shop.example', locale: 'en' };

/** What is typed, and what then stands in the cell. */
const typed: [string, Value][] = [
  ['a', 'a'],
  ['b', 'b'],
  ['c', 'c'],
  ['7', 7],
  ['10', 10],
  ['-3', -3],
  ['TRUE', true],
  ['false', false],
  ["'=a", '=a'],
  ['', null],
];

const code = `
function sheet() { return SpreadsheetApp.getActive().getSheets()[0]; }
function set(row, column, values) { sheet().getRange(row, column, values.length, values[0].length).setValues(values); }
function insert(at, count) { sheet().insertRowsAfter(at, count); }
function remove(at, count) { sheet().deleteRows(at, count); }
function sort(row, column, rows, columns, by, ascending) { sheet().getRange(row, column, rows, columns).sort({ column: by, ascending: ascending }); }
function merge(row, column, rows, columns) { sheet().getRange(row, column, rows, columns).merge(); }
function split(row, column, rows, columns) { sheet().getRange(row, column, rows, columns).breakApart(); }
`;

/** Numbers that an action is drawn from, whatever the size of the sheet is by then. */
const action = fc.record({
  kind: fc.constantFrom(
    'type',
    'type',
    'type',
    'paste',
    'paste',
    'clear',
    'bold',
    'fill',
    'insert',
    'delete',
    'move',
    'sort',
    'undo',
    'undo',
    'undo',
    'redo',
    'redo',
    'script set',
    'script insert',
    'script delete',
    'script sort',
    'script merge',
    'script split',
  ),
  ben: fc.boolean(),
  numbers: fc.array(fc.nat({ max: 10_000 }), { minLength: 8, maxLength: 8 }),
  texts: fc.array(fc.constantFrom(...typed), { minLength: 6, maxLength: 6 }),
});
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

function boxIn(plain: PlainGrid, [row, column, rows, columns]: number[]): Box {
  const at = { row: row! % plain.rows, column: column! % plain.columns };
  return {
    ...at,
    rows: 1 + (rows! % Math.min(3, plain.rows - at.row)),
    columns: 1 + (columns! % Math.min(3, plain.columns - at.column)),
  };
}

const meets = (a: Box, b: Box) =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;

/** Does the same in both; `undefined` for what the plain rules do not cover, which is then not done at all. */
function person(plain: PlainGrid, { kind, numbers, texts }: Action, user: string): { intent: Intent; ok: boolean } | undefined {
  const [, , , , at = 0, count = 0, to = 0, more = 0] = numbers;
  const box = boxIn(plain, numbers);
  const sheet = 0;
  const axis = more % 2 ? 'row' : 'column';
  const lines = more % 2 ? 'Rows' : 'Columns';
  const size = more % 2 ? plain.rows : plain.columns;
  switch (kind) {
    case 'type': {
      const [row, column] = [at % (plain.rows + 1), count % plain.columns];
      const [text, value] = texts[0]!;
      const intent: Intent = { kind: 'type', sheet, row, column, text };
      if (row >= plain.rows) return { intent, ok: false };
      if (value === null) plain.clear(user, { row, column, rows: 1, columns: 1 });
      else plain.write(user, [[row, column, 'v', value]]);
      return { intent, ok: true };
    }
    case 'paste': {
      const holes = [at, count, to, more];
      const cells = Array.from({ length: box.rows }, (_, i) =>
        Array.from({ length: box.columns }, (_, j) => (holes[(i + j) % 4]! % 4 === 0 ? null : texts[(i * 3 + j) % 6]!)),
      );
      const place = { row: box.row + (at % 2), column: box.column + (count % 2) };
      const intent: Intent = {
        kind: 'paste',
        sheet,
        ...place,
        cells: cells.map((line) => line.map((cell) => cell?.[0] ?? null)),
      };
      const entries = cells.flatMap((line, i) =>
        line.flatMap((cell, j): [number, number, 'v', Value][] =>
          cell ? [[place.row + i, place.column + j, 'v', cell[1]]] : [],
        ),
      );
      const extra = [place.row + box.rows - plain.rows, place.column + box.columns - plain.columns];
      // a paste that only widens the sheet is one step, too
      if (extra.some((lines) => lines > 0)) {
        plain.reshape(user, () => {
          const inner = new Grower(plain);
          inner.grow(Math.max(0, extra[0]!), Math.max(0, extra[1]!));
          for (const [row, column, , value] of entries) plain.grid[row]![column]!.v = value;
        });
        for (const [row, column] of entries) plain.grid[row]![column]!.by.v = { user };
      } else if (entries.length > 0) plain.write(user, entries);
      else return undefined;
      return { intent, ok: true };
    }
    case 'clear':
      plain.clear(user, box);
      return { intent: { kind: 'clear', sheet, rects: [box] }, ok: true };
    case 'bold': {
      const bold = at % 2 === 0;
      plain.write(
        user,
        cellsOf(box).map(([row, column]) => [row, column, 'bold', bold]),
      );
      return { intent: { kind: 'format', sheet, rects: [box], style: { bold: bold || null } }, ok: true };
    }
    case 'fill': {
      const from = { ...box, rows: 1 };
      const below = Math.min(2, plain.rows - box.row - 1);
      if (below === 0) return undefined;
      const entries = cellsOf({ ...from, row: box.row + 1, rows: below }).flatMap(
        ([row, column]): [number, number, 'v' | 'bold', Value][] => {
          const source = plain.grid[box.row]![column]!;
          return [
            [row, column, 'v', source.v],
            [row, column, 'bold', source.bold],
          ];
        },
      );
      plain.write(user, entries);
      return { intent: { kind: 'fillDown', sheet, from, to: { ...from, rows: 1 + below } }, ok: true };
    }
    case 'insert': {
      const where = at % (size + 2);
      const intent: Intent = { kind: `insert${lines}`, sheet, at: where, count: 1 + (count % 2) };
      if (where > size) return { intent, ok: false };
      plain.insert(user, axis, where, intent.count);
      return { intent, ok: true };
    }
    case 'delete': {
      const where = at % size;
      const intent: Intent = { kind: `delete${lines}`, sheet, at: where, count: 1 + (count % 3) };
      if (where + intent.count > size || intent.count >= size) return { intent, ok: false };
      plain.remove(user, axis, where, intent.count);
      return { intent, ok: true };
    }
    case 'move': {
      const where = at % size;
      const intent: Intent = {
        kind: `move${lines}`,
        sheet,
        at: where,
        count: 1 + (count % Math.min(2, size - where)),
        to: to % (size + 1),
      };
      if (plain.merges.length > 0 || (intent.to >= where && intent.to <= where + intent.count)) return undefined;
      plain.move(user, axis, where, intent.count, intent.to);
      return { intent, ok: true };
    }
    case 'sort': {
      const column = box.column + (at % box.columns);
      const ascending = count % 2 === 0;
      const intent: Intent = { kind: 'sort', sheet, rect: box, keys: [{ column, ascending }] };
      if (plain.merges.some((merge) => merge.rows > 1 && meets(merge, box))) return { intent, ok: false };
      if (plain.merges.some((merge) => meets(merge, box))) return undefined;
      plain.sort(user, box, column, ascending);
      return { intent, ok: true };
    }
    case 'undo':
    case 'redo': {
      if (!plain.knows(user, kind)) return undefined;
      plain[kind](user);
      return { intent: { kind }, ok: true };
    }
    default:
      return undefined;
  }
}

/** Room that a paste makes at the end, without a step of its own. */
class Grower {
  constructor(private readonly plain: PlainGrid) {}
  grow(rows: number, columns: number): void {
    const like = (cell: { bold: boolean }) => ({ v: null, bold: cell.bold, by: { v: { user: '' }, bold: { user: '' } } });
    const { grid } = this.plain;
    for (let i = 0; i < rows; i++) grid.push(grid.at(-1)!.map(like));
    for (let i = 0; i < columns; i++) for (const line of grid) line.push(like(line.at(-1)!));
  }
}

/** The script's own doing: name of its function, and its arguments. */
function scripted(plain: PlainGrid, { kind, numbers, texts }: Action): [name: string, ...args: unknown[]] | undefined {
  const user = OWNER.email;
  const [, , , , at = 0, count = 0] = numbers;
  const box = boxIn(plain, numbers);
  const place = [box.row + 1, box.column + 1, box.rows, box.columns];
  switch (kind) {
    case 'script set': {
      const values = cellsOf(box).map((_, i) => texts[i % 6]![1]);
      plain.write(
        user,
        cellsOf(box).map(([row, column], i) => [row, column, 'v', values[i]!]),
      );
      const rows = Array.from({ length: box.rows }, (_, i) => values.slice(i * box.columns, (i + 1) * box.columns));
      // a text that begins with an equals sign would be a formula
      return ['set', box.row + 1, box.column + 1, rows.map((line) => line.map((value) => (value === '=a' ? "'=a" : value)))];
    }
    case 'script insert': {
      const after = 1 + (at % plain.rows);
      plain.insert(user, 'row', after, 1 + (count % 2));
      return ['insert', after, 1 + (count % 2)];
    }
    case 'script delete': {
      const lines = 1 + (count % 2);
      const first = at % plain.rows;
      if (first + lines > plain.rows || lines >= plain.rows) return undefined;
      plain.remove(user, 'row', first, lines);
      return ['remove', first + 1, lines];
    }
    case 'script sort': {
      if (plain.merges.some((merge) => meets(merge, box))) return undefined;
      const column = box.column + (at % box.columns);
      plain.sort(user, box, column, count % 2 === 0);
      return ['sort', ...place, column + 1, count % 2 === 0];
    }
    case 'script merge': {
      if (box.rows * box.columns < 2 || plain.merges.some((merge) => meets(merge, box))) return undefined;
      plain.reshape(user, (step) => {
        plain.merges.push(box);
        for (const [row, column] of cellsOf(box).slice(1)) Object.assign(plain.grid[row]![column]!, { v: null }).by.v = step;
      });
      return ['merge', ...place];
    }
    case 'script split': {
      if (!plain.merges.some((merge) => meets(merge, box))) return undefined;
      plain.reshape(user, () => {
        plain.merges = plain.merges.filter((merge) => !meets(merge, box));
      });
      return ['split', ...place];
    }
    default:
      return undefined;
  }
}

const sorted = (boxes: readonly Box[]) =>
  boxes.map(({ row, column, rows, columns }) => `${row},${column} ${rows}x${columns}`).sort();

test(
  'whatever people and scripts do to a sheet, it holds what the plain rules say',
  async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 30 }), async (actions) => {
        const { host } = scriptHost(code);
        const start = newSheet(0, 'Data', ROWS, COLUMNS);
        Object.assign(host.state.sheets[0]!, structuredClone(start));
        const journal: Op[] = [];
        host.onOps((ops) => journal.push(...(JSON.parse(JSON.stringify(ops)) as Op[])));
        const sessions = { ann: host.connect(ANN, () => {}), ben: host.connect(BEN, () => {}) };
        const plain = new PlainGrid(ROWS, COLUMNS);
        const log: string[] = [];
        for (const each of actions) {
          const user = each.ben ? BEN : ANN;
          if (each.kind.startsWith('script')) {
            const call = scripted(plain, each);
            if (!call) continue;
            const [name, ...args] = call;
            log.push(JSON.stringify(call));
            expect({ log, ...(await host.run(OWNER, name, args)), trace: 0 }).toMatchObject({ log, ok: true });
          } else {
            const asked = person(plain, each, user.email);
            if (!asked) continue;
            log.push(`${user === BEN ? 'ben' : 'ann'} ${JSON.stringify(asked.intent)}`);
            const result = await (each.ben ? sessions.ben : sessions.ann).intent(asked.intent);
            // an undo of which nothing is left says so; nothing happens then
            if (each.kind !== 'undo' && each.kind !== 'redo') expect({ log, ok: result.ok }).toEqual({ log, ok: asked.ok });
          }
          const sheet = host.state.sheets[0]!;
          const at = (row: number, column: number) => sheet.cells[row]?.[column];
          const shown = plain.grid.map((line, row) =>
            line.map((_, column) => [at(row, column)?.v ?? null, host.state.styles[at(row, column)?.s ?? -1]?.bold === true]),
          );
          expect({ log, size: [sheet.rowCount, sheet.columnCount], shown, merges: sorted(sheet.merges) }).toEqual({
            log,
            size: [plain.rows, plain.columns],
            shown: plain.grid.map((line) => line.map(({ v, bold }) => [v, bold])),
            merges: sorted(plain.merges),
          });
          counted++;
        }
        const replayed = new Workbook({
          ...structuredClone(host.state),
          sheets: [structuredClone(start)],
          styles: [],
          validations: [],
        });
        replayed.apply(journal);
        expect(spelledOut(replayed).sheets).toEqual(spelledOut(new Workbook(host.state)).sheets);
        await host.close();
      }),
      runs(60),
    );
    expect(counted).toBeGreaterThan(100);
  },
  patience,
);
