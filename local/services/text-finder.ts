import type { Rect } from '../contract.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import { RangeObject, SheetObject, type SpreadsheetObject } from './objects.ts';
import { valueOps } from './range-write.ts';
import type { Method, Methods } from './service-class.ts';
import { ServiceObject } from './service-object.ts';
import { type SearchFlag, type SearchFlags, TextSearch } from './text-search.ts';

type Scope = RangeObject | SheetObject | SpreadsheetObject;

class TextFinderObject extends ServiceObject {
  readonly type = 'TextFinder';
  readonly scope: Scope;
  readonly text: string;
  readonly flags: SearchFlags = {};
  current: RangeObject | undefined;
  /** where to go on from before there is a match */
  from: RangeObject | undefined;

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

/** One read of the whole scope. Formulas are searched as they are typed where that was asked for, else what cells show. */
function findAll(context: ExecutionContext, finder: Finder): RangeObject[] {
  context.commit();
  const search = new TextSearch(finder.text, finder.flags);
  const found: RangeObject[] = [];
  for (const { sheet, rect } of areas(context, finder.scope)) {
    context.read('search', sheet, rect);
    const shown = context.book.displayValues(sheet, rect);
    const formulas = finder.flags.matchFormulaText ? context.book.formulas(sheet, rect) : undefined;
    shown.forEach((line, i) => {
      line.forEach((text, j) => {
        if (!search.finds(formulas?.[i]?.[j] || text)) return;
        found.push(new RangeObject(sheet, { row: rect.row + i, column: rect.column + j, rows: 1, columns: 1 }));
      });
    });
  }
  return found;
}

/** Below 0: `a` comes before `b`, tab by tab and line by line. */
function inOrder(context: ExecutionContext, a: RangeObject, b: RangeObject): number {
  const tab = (range: RangeObject) => context.book.state.sheets.findIndex(({ id }) => id === range.sheet);
  return tab(a) - tab(b) || a.rect.row - b.rect.row || a.rect.column - b.rect.column;
}

const lastCell = ({ sheet, rect }: RangeObject): RangeObject =>
  new RangeObject(sheet, { row: rect.row + rect.rows - 1, column: rect.column + rect.columns - 1, rows: 1, columns: 1 });

function step(by: 1 | -1): Method<Finder> {
  return [
    '',
    (context, finder) => {
      const all = findAll(context, finder);
      const from = finder.current ?? finder.from;
      const mark = from && by === 1 ? lastCell(from) : from;
      const beyond = mark ? all.filter((each) => inOrder(context, each, mark) * by > 0) : all;
      const next = beyond.at(by === 1 ? 0 : -1);
      finder.current = next;
      finder.from = undefined;
      return next ?? null;
    },
  ];
}

/** A formula is only changed where the search was in formulas: elsewhere its cell was found by what it shows. */
function replace(context: ExecutionContext, finder: Finder, places: readonly RangeObject[], by: string): number {
  const search = new TextSearch(finder.text, finder.flags);
  let count = 0;
  for (const { sheet, rect } of places) {
    const formula = sheetState(context, sheet).cells[rect.row]?.[rect.column]?.f;
    if (formula !== undefined && !finder.flags.matchFormulaText) continue;
    const made = search.replaced(formula ?? context.book.displayValue(sheet, rect.row, rect.column), by);
    count += made.count;
    context.write({ valueCells: 1, resolve: () => valueOps(context, sheet, rect, () => made.text) });
  }
  return count;
}

const flag = (name: SearchFlag): Method<Finder> => [
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
  startFrom: ['Range', (_, finder, from: RangeObject) => Object.assign(finder, { from, current: undefined })],
  replaceAllWith: ['string', (context, finder, by: string) => replace(context, finder, findAll(context, finder), by)],
  replaceWith: [
    'string',
    (context, finder, by: string) => {
      context.commit();
      return finder.current ? replace(context, finder, [finder.current], by) : 0;
    },
  ],
};
