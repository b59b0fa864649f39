import type { Protection } from '../contract.ts';
import { mayEditProtected } from '../model/protection.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import { type NamedRangeObject, rangeNamed } from './named-range.ts';
import { RangeObject, type SheetObject, UserObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceError, ServiceObject } from './service-object.ts';
import { PROTECTED } from './write-check.ts';

/** A reference by id; changes are queued in order. */
class ProtectionObject extends ServiceObject {
  readonly type = 'Protection';
  readonly sheet: number;
  readonly id: string;

  constructor(sheet: number, id: string) {
    super();
    this.sheet = sheet;
    this.id = id;
  }
}

function update(context: ExecutionContext, sheet: number, change: (list: Protection[]) => Protection[]): void {
  context.write({
    resolve: () => [{ op: 'sheet', sheet, patch: { protections: change(sheetState(context, sheet).protections) } }],
  });
}

function create(context: ExecutionContext, sheet: number, place: Pick<Protection, 'rect' | 'open'>): ProtectionObject {
  const id = `p${Math.floor(context.surroundings.random() * 1e12).toString(36)}`;
  update(context, sheet, (list) => [...list, { id, warningOnly: false, ...place }]);
  return new ProtectionObject(sheet, id);
}

const placeOf = ({ rect, open }: RangeObject): Pick<Protection, 'rect' | 'open'> => (open ? { rect, open } : { rect });

/** Each call on a range makes another one. */
export function protectRange(context: ExecutionContext, range: RangeObject): ProtectionObject {
  return create(context, range.sheet, placeOf(range));
}

/** A tab has one at most, which a second call returns. */
export function protectSheet(context: ExecutionContext, { id }: SheetObject): ProtectionObject {
  context.look();
  const existing = sheetState(context, id).protections.find((each) => !each.rect);
  return existing ? new ProtectionObject(id, existing.id) : create(context, id, {});
}

/** Those of one tab, or with `sheet` absent of the workbook. */
export function protectionsOf(context: ExecutionContext, sheet: number | undefined, { name }: EnumValue): ProtectionObject[] {
  context.look();
  return context.book.state.sheets
    .filter((each) => sheet === undefined || each.id === sheet)
    .flatMap((each) =>
      each.protections
        .filter(({ rect }) => (rect ? 'RANGE' : 'SHEET') === name)
        .map(({ id }) => new ProtectionObject(each.id, id)),
    );
}

function get(context: ExecutionContext, self: ProtectionObject): Protection {
  context.look();
  const found = sheetState(context, self.sheet).protections.find((each) => each.id === self.id);
  if (!found) throw new ServiceError('The protection no longer exists.');
  return found;
}

const mayChange = (context: ExecutionContext, protection: Protection): boolean =>
  mayEditProtected(protection, context.book.state.owner, context.user);

/** @throws ServiceError for somebody whom the protection keeps out */
function allowed(context: ExecutionContext, protection: Protection): Protection {
  if (!mayChange(context, protection)) throw new ServiceError(PROTECTED);
  return protection;
}

function patch(
  context: ExecutionContext,
  self: ProtectionObject,
  change: (protection: Protection) => Protection,
): ProtectionObject {
  update(context, self.sheet, (list) => list.map((each) => (each.id === self.id ? change(allowed(context, each)) : each)));
  return self;
}

type Person = string | UserObject;
const emailOf = (person: Person): string => (person instanceof UserObject ? person.email : person);
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Until somebody changes the list, everybody who may edit the workbook is on it, but not its owner. */
const listed = (context: ExecutionContext, { editors: list }: Protection): readonly string[] =>
  list ?? [...context.surroundings.people].filter((email) => email !== context.book.state.owner);

/** From the first change on, only those listed may edit. Whoever changes it stays among them; the owner needs no entry. */
function editors(context: ExecutionContext, self: ProtectionObject, change: (list: string[]) => string[]): ProtectionObject {
  const { owner } = context.book.state;
  const me = context.user.email;
  return patch(context, self, (protection) => {
    const before = listed(context, protection);
    // neither the owner nor the user at work can be removed
    const kept = [me, owner].filter((each) => before.some((email) => same(email, each)));
    const first = same(me, owner) ? kept : [me, ...kept];
    const all = [...first, ...change([...before])];
    return { ...protection, editors: all.filter((email, i) => all.findIndex((each) => same(each, email)) === i) };
  });
}

const without = (list: string[], people: Person[]): string[] =>
  list.filter((email) => !people.some((person) => same(email, emailOf(person))));

function setDomainEdit(context: ExecutionContext, self: ProtectionObject, may: boolean): ProtectionObject {
  return patch(
    context,
    editors(context, self, (list) => list),
    ({ domain: _, ...protection }) => (may ? { ...protection, domain: true } : protection),
  );
}

/** @throws ServiceError where a tab is protected: it does not become a range, nor a range a tab */
function setRange(context: ExecutionContext, self: ProtectionObject, range: RangeObject, rangeName?: string): ProtectionObject {
  if (!get(context, self).rect) {
    throw new ServiceError('Cannot change sheet protection to range protection (or vice versa).');
  }
  if (range.sheet !== self.sheet) throw new ServiceError('The range must be on the same sheet as the protected range.');
  return patch(context, self, ({ rect: _, open: __, rangeName: ___, ...protection }) => ({
    ...protection,
    ...placeOf(range),
    ...(rangeName !== undefined && { rangeName }),
  }));
}

function setRangeName(context: ExecutionContext, self: ProtectionObject, name: string): ProtectionObject {
  const found = rangeNamed(context, name);
  return setRange(context, self, new RangeObject(found.sheet, found.rect, found.open), found.name);
}

function setUnprotectedRanges(context: ExecutionContext, self: ProtectionObject, ranges: RangeObject[]): ProtectionObject {
  if (get(context, self).rect) throw new ServiceError('Only a protected sheet can have unprotected ranges.');
  if (ranges.some(({ sheet }) => sheet !== self.sheet)) {
    throw new ServiceError('The unprotected ranges must be on the protected sheet.');
  }
  return patch(context, self, (each) => ({ ...each, unprotected: ranges.map(({ rect }) => rect) }));
}

function rangeOf(context: ExecutionContext, self: ProtectionObject): RangeObject {
  const { rect, open } = get(context, self);
  if (rect) return new RangeObject(self.sheet, rect, open);
  const { rowCount: rows, columnCount: columns } = sheetState(context, self.sheet);
  return new RangeObject(self.sheet, { row: 0, column: 0, rows, columns }, { rows: 'both', columns: 'both' });
}

export const protectionMethods: Methods<ProtectionObject> = {
  getDescription: ['', (context, self) => get(context, self).description ?? ''],
  setDescription: ['string', (context, self, description: string) => patch(context, self, (each) => ({ ...each, description }))],
  isWarningOnly: ['', (context, self) => get(context, self).warningOnly],
  setWarningOnly: [
    'boolean',
    (context, self, warningOnly: boolean) => patch(context, self, (each) => ({ ...each, warningOnly })),
  ],
  getProtectionType: ['', (context, self) => enumValue('ProtectionType', get(context, self).rect ? 'RANGE' : 'SHEET')],
  getRange: ['', rangeOf],
  setRange: ['Range', setRange],
  getRangeName: ['', (context, self) => get(context, self).rangeName ?? null],
  setRangeName: ['string', setRangeName],
  setNamedRange: ['NamedRange', (context, self, { name }: NamedRangeObject) => setRangeName(context, self, name)],
  getUnprotectedRanges: [
    '',
    (context, self) => (get(context, self).unprotected ?? []).map((rect) => new RangeObject(self.sheet, rect)),
  ],
  setUnprotectedRanges: ['Range[]', setUnprotectedRanges],
  canEdit: ['', (context, self) => mayChange(context, get(context, self))],
  getEditors: [
    '',
    (context, self) => {
      const protection = allowed(context, get(context, self));
      return protection.warningOnly ? [] : listed(context, protection).map((email) => new UserObject(email));
    },
  ],
  addEditor: ['string | User', (context, self, person: Person) => editors(context, self, (list) => [...list, emailOf(person)])],
  addEditors: ['string[]', (context, self, people: string[]) => editors(context, self, (list) => [...list, ...people])],
  removeEditor: ['string | User', (context, self, person: Person) => editors(context, self, (list) => without(list, [person]))],
  removeEditors: [
    'string[] | User[]',
    (context, self, people: Person[]) => editors(context, self, (list) => without(list, people)),
  ],
  canDomainEdit: [
    '',
    (context, self) => {
      const { editors: list, domain = false } = allowed(context, get(context, self));
      return list === undefined || domain;
    },
  ],
  setDomainEdit: ['boolean', setDomainEdit],
  remove: [
    '',
    (context, self) =>
      update(context, self.sheet, (list) => list.filter((each) => each.id !== self.id || !allowed(context, each))),
  ],
};
