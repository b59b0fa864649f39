import type { NamedRange } from '../contract.ts';
import type { ExecutionContext } from './execution-context.ts';
import { RangeObject, type SheetObject, type SpreadsheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';

class NamedRangeObject extends ServiceObject {
  readonly type = 'NamedRange';
  name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function update(context: ExecutionContext, change: (list: NamedRange[]) => NamedRange[]): void {
  context.write({ resolve: () => [{ op: 'workbook', patch: { namedRanges: change(context.book.state.namedRanges) } }] });
}

function set(context: ExecutionContext, _: SpreadsheetObject, name: string, { sheet, rect }: RangeObject): void {
  if (!/^[\p{L}_][\p{L}\p{N}_]{0,249}$/u.test(name)) throw new ServiceError('The name of the range is invalid.');
  update(context, (list) => [...list.filter((each) => !same(each.name, name)), { name, sheet, rect }]);
}

function listed(context: ExecutionContext, sheet?: number): NamedRangeObject[] {
  context.look();
  return context.book.state.namedRanges
    .filter((each) => sheet === undefined || each.sheet === sheet)
    .map(({ name }) => new NamedRangeObject(name));
}

function find(context: ExecutionContext, name: string): NamedRange | undefined {
  context.look();
  return context.book.state.namedRanges.find((each) => same(each.name, name));
}

function rangeByName(context: ExecutionContext, _: SpreadsheetObject, name: string): RangeObject | null {
  const found = find(context, name);
  return found ? new RangeObject(found.sheet, found.rect) : null;
}

export const spreadsheetNamedRanges: Methods<SpreadsheetObject> = {
  setNamedRange: ['string, Range', set],
  getRangeByName: ['string', rangeByName],
  getNamedRanges: ['', (context) => listed(context)],
  removeNamedRange: [
    'string',
    (context, _, name: string) => {
      if (!find(context, name)) throw new ServiceError('The named range does not exist.');
      update(context, (list) => list.filter((each) => !same(each.name, name)));
    },
  ],
};

export const sheetNamedRanges: Methods<SheetObject> = {
  getNamedRanges: ['', (context, { id }) => listed(context, id)],
};

export const namedRangeMethods: Methods<NamedRangeObject> = {
  getName: ['', (_, { name }) => name],
  getRange: [
    '',
    (context, { name }) => {
      const found = find(context, name);
      if (!found) throw new ServiceError('The named range does not exist.');
      return new RangeObject(found.sheet, found.rect);
    },
  ],
  setName: [
    'string',
    (context, self, name: string) => {
      const before = self.name;
      update(context, (list) => list.map((each) => (same(each.name, before) ? { ...each, name } : each)));
      self.name = name;
      return self;
    },
  ],
  setRange: [
    'Range',
    (context, self, { sheet, rect }: RangeObject) => {
      update(context, (list) => list.map((each) => (same(each.name, self.name) ? { ...each, sheet, rect } : each)));
      return self;
    },
  ],
  remove: ['', (context, { name }) => update(context, (list) => list.filter((each) => !same(each.name, name)))],
};
