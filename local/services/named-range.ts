import type { NamedRange, Op } from '../contract.ts';
import type { ExecutionContext } from './execution-context.ts';
import { RangeObject, type SheetObject, type SpreadsheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';

export class NamedRangeObject extends ServiceObject {
  readonly type = 'NamedRange';
  name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** @throws ServiceError for what is no name: with a space, too long, or to be taken for a cell or a boolean */
function checkName(name: string): void {
  const word = /^[\p{L}_][\p{L}\p{N}_]{0,249}$/u.test(name);
  const taken = /^([a-z]{1,3}\d+|r\d*c\d*|true|false)$/i.test(name);
  if (!word || taken) throw new ServiceError('The name of the range is invalid.');
}

/** Protections that go by a name go along with it. */
function update(
  context: ExecutionContext,
  change: (list: NamedRange[]) => NamedRange[],
  follow: { name: string; as?: NamedRange },
): void {
  context.write({
    resolve: () => {
      const ops: Op[] = [{ op: 'workbook', patch: { namedRanges: change(context.book.state.namedRanges) } }];
      for (const { id, protections } of context.book.state.sheets) {
        if (!protections.some(({ rangeName }) => rangeName !== undefined && same(rangeName, follow.name))) continue;
        const moved = protections.map(({ rangeName, ...rest }) => {
          if (rangeName === undefined || !same(rangeName, follow.name)) return { ...rest, ...(rangeName && { rangeName }) };
          if (follow.as?.sheet !== id) return rest;
          const { open: _, ...protection } = rest;
          const { name, rect, open } = follow.as;
          return { ...protection, rect, rangeName: name, ...(open && { open }) };
        });
        ops.push({ op: 'sheet', sheet: id, patch: { protections: moved } });
      }
      return ops;
    },
  });
}

function set(context: ExecutionContext, _: SpreadsheetObject, name: string, { sheet, rect, open }: RangeObject): void {
  checkName(name);
  const made: NamedRange = { name, sheet, rect, ...(open && { open }) };
  update(context, (list) => [...list.filter((each) => !same(each.name, name)), made], { name, as: made });
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

/** @throws ServiceError when there is no range of that name (any more) */
export function rangeNamed(context: ExecutionContext, name: string): NamedRange {
  const found = find(context, name);
  if (!found) throw new ServiceError('The named range does not exist.');
  return found;
}

const rangeOf = ({ sheet, rect, open }: NamedRange): RangeObject => new RangeObject(sheet, rect, open);

function rangeByName(context: ExecutionContext, _: SpreadsheetObject, name: string): RangeObject | null {
  const found = find(context, name);
  return found ? rangeOf(found) : null;
}

function remove(context: ExecutionContext, name: string): void {
  update(context, (list) => list.filter((each) => !same(each.name, name)), { name });
}

export const spreadsheetNamedRanges: Methods<SpreadsheetObject> = {
  setNamedRange: ['string, Range', set],
  getRangeByName: ['string', rangeByName],
  getNamedRanges: ['', (context) => listed(context)],
  removeNamedRange: ['string', (context, _, name: string) => remove(context, rangeNamed(context, name).name)],
};

export const sheetNamedRanges: Methods<SheetObject> = {
  getNamedRanges: ['', (context, { id }) => listed(context, id)],
};

/** Puts another name or another place in, at the same position of the list. */
function replace(context: ExecutionContext, self: NamedRangeObject, change: Partial<NamedRange>): NamedRangeObject {
  const { open: _, ...before } = rangeNamed(context, self.name);
  const after: NamedRange = { ...before, ...change };
  update(context, (list) => list.map((each) => (same(each.name, before.name) ? after : each)), { name: before.name, as: after });
  self.name = after.name;
  return self;
}

function setName(context: ExecutionContext, self: NamedRangeObject, name: string): NamedRangeObject {
  checkName(name);
  if (!same(name, self.name) && find(context, name)) {
    throw new ServiceError(`A named range with the name "${name}" already exists.`);
  }
  const { open } = rangeNamed(context, self.name);
  return replace(context, self, { name, ...(open && { open }) });
}

export const namedRangeMethods: Methods<NamedRangeObject> = {
  getName: ['', (_, { name }) => name],
  getRange: ['', (context, { name }) => rangeOf(rangeNamed(context, name))],
  setName: ['string', setName],
  setRange: [
    'Range',
    (context, self, { sheet, rect, open }: RangeObject) => replace(context, self, { sheet, rect, ...(open && { open }) }),
  ],
  remove: ['', (context, { name }) => remove(context, name)],
};
