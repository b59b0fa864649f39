/** One of everything that a page may say, and ways of saying it wrongly. */
import fc from 'fast-check';
import type { Intent } from '../../local/contract.ts';

const rect = { row: 1, column: 0, rows: 3, columns: 2 };
const lines = { sheet: 0, at: 1, count: 2 };
/** One of every kind of intent; the compiler says when one is missing. */
export const intents: Record<Intent['kind'], Intent> = {
  type: { kind: 'type', sheet: 0, row: 1, column: 1, text: '甲' },
  paste: {
    kind: 'paste',
    sheet: 0,
    row: 1,
    column: 1,
    cells: [['a', null]],
    styles: [[{ bold: true }, null]],
    clearValidation: true,
  },
  copy: { kind: 'copy', sheet: 0, from: rect, toSheet: 1, to: rect, what: 'all', cut: false },
  fillDown: { kind: 'fillDown', sheet: 0, from: rect, to: { ...rect, rows: 6 } },
  clear: { kind: 'clear', sheet: 0, rects: [rect] },
  format: {
    kind: 'format',
    sheet: 0,
    rects: [rect],
    style: { background: '#ff0000', border: { top: 'solid #000000' }, bold: null },
  },
  validate: {
    kind: 'validate',
    sheet: 0,
    rects: [rect],
    validation: { criteria: 'VALUE_IN_LIST', args: [['a'], true], allowInvalid: false },
  },
  note: { kind: 'note', sheet: 0, row: 1, column: 1, note: 'n' },
  replace: { kind: 'replace', sheet: 0, find: '王', by: '汪', wholeCell: false },
  insertRows: { kind: 'insertRows', ...lines },
  deleteRows: { kind: 'deleteRows', ...lines },
  insertColumns: { kind: 'insertColumns', ...lines },
  deleteColumns: { kind: 'deleteColumns', ...lines },
  moveRows: { kind: 'moveRows', ...lines, to: 6 },
  moveColumns: { kind: 'moveColumns', ...lines, to: 6 },
  sort: { kind: 'sort', sheet: 0, rect, keys: [{ column: 0, ascending: false }] },
  filter: {
    kind: 'filter',
    sheet: 0,
    filter: { rect, criteria: { 0: { hiddenValues: ['a'], criteria: 'TEXT_CONTAINS', args: ['x'] } } },
  },
  hideRows: { kind: 'hideRows', ...lines, hidden: true },
  hideColumns: { kind: 'hideColumns', ...lines, hidden: true },
  rowHeights: { kind: 'rowHeights', ...lines, pixels: 40 },
  columnWidths: { kind: 'columnWidths', ...lines, pixels: 40 },
  addSheet: { kind: 'addSheet', name: '新', position: 0 },
  deleteSheet: { kind: 'deleteSheet', sheet: 1 },
  renameSheet: { kind: 'renameSheet', sheet: 0, name: '改' },
  moveSheet: { kind: 'moveSheet', sheet: 0, position: 1 },
  hideSheet: { kind: 'hideSheet', sheet: 1, hidden: true },
  freeze: { kind: 'freeze', sheet: 0, rows: 1, columns: 2 },
  undo: { kind: 'undo' },
  redo: { kind: 'redo' },
  select: { kind: 'select', sheet: 0, rect },
};

export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1,
    0.5,
    1e300,
    9_999_999,
    2 ** 53,
    '',
    'x',
    '__proto__',
    '=1',
    [],
    {},
    [[]],
    [null],
    { row: 0 },
    { toString: 'x' },
  ),
  fc.constantFrom('x'.repeat(60_000), Array(2000).fill(0)),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A message with one of its places, however deep, replaced, taken away, or added to. */
export function bent(message: unknown, place: number, how: number, by: unknown): unknown {
  const copy = structuredClone(message);
  const places: [Record<string, unknown>, string][] = [];
  const walk = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    for (const key of Object.keys(value)) {
      places.push([value as Record<string, unknown>, key]);
      walk((value as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const [holder, key] = places[place % places.length]!;
  if (how === 0) delete holder[key];
  else if (how === 1) Object.defineProperty(holder, '__proto__', { value: by, enumerable: true, configurable: true });
  else if (how === 2) holder.extra = by;
  else holder[key] = by;
  return copy;
}

export const messages = [
  { type: 'open', page: 'p', user: { email: 'a@b.c', locale: 'en' }, resume: { boot: 'b', revision: 1 }, sheet: 0 },
  { type: 'click', id: 'c', function: 'f' },
  { type: 'call', id: 'd', panel: 'p', function: 'f', args: [1] },
  { type: 'trigger', id: 'e', trigger: 't' },
  { type: 'answer', alert: 'a', button: 'OK', text: 't' },
  { type: 'panelClosed', panel: 'p' },
  { type: 'want', sheet: 0 },
  { type: 'options', id: 'g', sheet: 0, row: 1, column: 1 },
];
