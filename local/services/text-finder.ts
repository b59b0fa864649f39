import type { CellState, Rect } from '../contract.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import { RangeObject, SheetObject, type SpreadsheetObject } from './objects.ts';
import { valueOps } from './range-write.ts';
import type { Method, Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';

type Scope = RangeObject | SheetObject | SpreadsheetObject;
type Flag = 'matchCase' | 'matchEntireCell' | 'matchFormulaText' | 'useRegularExpression' | 'ignoreDiacritics';

class TextFinderObject extends ServiceObject {
  readonly type = 'TextFinder';
  readonly scope: Scope;
  readonly text: string;
  readonly flags: Partial<Record<Flag, boolean>> = {};
  current: RangeObject | undefined;

  constructor(scope: Scope, text: string) {
    super();
    this.scope = scope;
    this.text = text;
  }
}

type Finder = TextFinderObject;

/** Part of `Range`, `Sheet` and `Spreadsheet`. */
export function textFinderMethodsOf<T extends Scope>(): Methods<T> {
  return { createTextFinder: ['string', (_, self, text: string) => new TextFinderObject(self, text)] };
}

function areas(context: ExecutionContext, scope: Scope): { sheet: number; rect: Rect }[] {
  if (scope instanceof RangeObject) return [{ sheet: scope.sheet, rect: scope.rect }];
  const used = (id: number) => ({
    sheet: id,
    rect: { row: 0, column: 0, rows: Math.max(1, context.book.lastRow(id)), columns: Math.max(1, context.book.lastColumn(id)) },
  });
  if (scope instanceof SheetObject) return [used(scope.id)];
  return context.book.state.sheets.map(({ id }) => used(id));
}

function pattern({ text, flags }: Finder): RegExp {
  const source = flags.useRegularExpression ? text : text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  try {
    return new RegExp(flags.matchEntireCell ? `^(?:${source})$` : source, flags.matchCase ? 'gu' : 'giu');
  } catch {
    throw new ServiceError('Invalid regular expression.');
  }
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** One read of the whole scope. */
function findAll(context: ExecutionContext, finder: Finder): RangeObject[] {
  context.commit();
  const search = pattern(finder);
  const found: RangeObject[] = [];
  for (const { sheet, rect } of areas(context, finder.scope)) {
    context.read('search', sheet, rect);
    const texts = finder.flags.matchFormulaText ? context.book.formulas(sheet, rect) : context.book.displayValues(sheet, rect);
    texts.forEach((line, i) => {
      line.forEach((text, j) => {
        search.lastIndex = 0;
        if (text === '' || !search.test(finder.flags.ignoreDiacritics ? plain(text) : text)) return;
        found.push(new RangeObject(sheet, { row: rect.row + i, column: rect.column + j, rows: 1, columns: 1 }));
      });
    });
  }
  return found;
}

const samePlace = (a: RangeObject, b: RangeObject | undefined): boolean =>
  b !== undefined && a.sheet === b.sheet && a.rect.row === b.rect.row && a.rect.column === b.rect.column;

function step(by: 1 | -1): Method<Finder> {
  return [
    '',
    (context, finder) => {
      const all = findAll(context, finder);
      const at = all.findIndex((each) => samePlace(each, finder.current));
      const next = all[at < 0 ? (by === 1 ? 0 : all.length - 1) : at + by];
      finder.current = next;
      return next ?? null;
    },
  ];
}

function replace(context: ExecutionContext, finder: Finder, places: RangeObject[], by: string): number {
  const search = pattern(finder);
  let count = 0;
  for (const { sheet, rect } of places) {
    const cell: CellState | undefined = sheetState(context, sheet).cells[rect.row]?.[rect.column] ?? undefined;
    const text = cell?.f ?? context.book.displayValue(sheet, rect.row, rect.column);
    count += text.match(search)?.length ?? 0;
    const replaced = text.replace(search, () => by);
    context.write({ valueCells: 1, resolve: () => valueOps(context, sheet, rect, () => replaced) });
  }
  return count;
}

const flag = (name: Flag): Method<Finder> => [
  'boolean',
  (_, finder, on: boolean) => {
    finder.flags[name] = on;
    return finder;
  },
];

export const textFinderMethods: Methods<Finder> = {
  matchCase: flag('matchCase'),
  matchEntireCell: flag('matchEntireCell'),
  matchFormulaText: flag('matchFormulaText'),
  useRegularExpression: flag('useRegularExpression'),
  ignoreDiacritics: flag('ignoreDiacritics'),
  findAll: ['', findAll],
  findNext: step(1),
  findPrevious: step(-1),
  getCurrentMatch: ['', (_, { current }) => current ?? null],
  startFrom: ['Range', (_, finder, range: RangeObject) => Object.assign(finder, { current: range })],
  replaceAllWith: ['string', (context, finder, by: string) => replace(context, finder, findAll(context, finder), by)],
  replaceWith: [
    'string',
    (context, finder, by: string) =>
      replace(context, finder, finder.current ? [finder.current] : findAll(context, finder).slice(0, 1), by),
  ],
};
