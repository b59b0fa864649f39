import type { Protection, Rect } from '../contract.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import { RangeObject, type SheetObject, UserObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceError, ServiceObject } from './service-object.ts';
import { mayEdit } from './write-check.ts';

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

function create(context: ExecutionContext, sheet: number, rect: Rect | undefined): ProtectionObject {
  const id = `p${Math.floor(context.surroundings.random() * 1e12).toString(36)}`;
  const protection: Protection = { id, warningOnly: false };
  if (rect) protection.rect = rect;
  update(context, sheet, (list) => [...list, protection]);
  return new ProtectionObject(sheet, id);
}

/** Each call on a range makes another one. */
export function protectRange(context: ExecutionContext, range: RangeObject): ProtectionObject {
  return create(context, range.sheet, range.rect);
}

/** A tab has one at most, which a second call returns. */
export function protectSheet(context: ExecutionContext, { id }: SheetObject): ProtectionObject {
  context.look();
  const existing = sheetState(context, id).protections.find((each) => !each.rect);
  return existing ? new ProtectionObject(id, existing.id) : create(context, id, undefined);
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

function patch(
  context: ExecutionContext,
  self: ProtectionObject,
  change: (protection: Protection) => Protection,
): ProtectionObject {
  update(context, self.sheet, (list) => list.map((each) => (each.id === self.id ? change(each) : each)));
  return self;
}

type Person = string | UserObject;
const emailOf = (person: Person): string => (person instanceof UserObject ? person.email : person);

/** Until somebody changes the list, everybody who may edit the workbook is on it; the owner is never listed. */
const listed = (context: ExecutionContext, { editors: list }: Protection): readonly string[] =>
  list ?? [...context.surroundings.people].filter((email) => email !== context.book.state.owner);

/** From the first change on, only those listed may edit; whoever changes it stays among them, and the owner needs no entry. */
function editors(context: ExecutionContext, self: ProtectionObject, change: (list: string[]) => string[]): ProtectionObject {
  const { owner } = context.book.state;
  const me = context.user.email;
  return patch(context, self, (protection) => {
    const list = change([...listed(context, protection)]).filter((email) => email !== owner && email !== me);
    return { ...protection, editors: [...new Set(me === owner ? list : [me, ...list])] };
  });
}

const unprotected = (context: ExecutionContext, self: ProtectionObject): RangeObject[] =>
  (get(context, self).unprotected ?? []).map((rect) => new RangeObject(self.sheet, rect));

export const protectionMethods: Methods<ProtectionObject> = {
  getDescription: ['', (context, self) => get(context, self).description ?? ''],
  setDescription: ['string', (context, self, description: string) => patch(context, self, (each) => ({ ...each, description }))],
  isWarningOnly: ['', (context, self) => get(context, self).warningOnly],
  setWarningOnly: [
    'boolean',
    (context, self, warningOnly: boolean) => patch(context, self, (each) => ({ ...each, warningOnly })),
  ],
  getProtectionType: ['', (context, self) => enumValue('ProtectionType', get(context, self).rect ? 'RANGE' : 'SHEET')],
  getRange: [
    '',
    (context, self) => {
      const sheet = sheetState(context, self.sheet);
      const whole = { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount };
      return new RangeObject(self.sheet, get(context, self).rect ?? whole);
    },
  ],
  setRange: ['Range', (context, self, { rect }: RangeObject) => patch(context, self, (each) => ({ ...each, rect }))],
  getRangeName: ['', () => null],
  getUnprotectedRanges: ['', unprotected],
  setUnprotectedRanges: [
    'Range[]',
    (context, self, ranges: RangeObject[]) =>
      patch(context, self, (each) => ({ ...each, unprotected: ranges.map(({ rect }) => rect) })),
  ],
  canEdit: [
    '',
    (context, self) => {
      const { rect } = get(context, self);
      return mayEdit(context, sheetState(context, self.sheet), rect ?? { row: 0, column: 0, rows: 1, columns: 1 });
    },
  ],
  getEditors: ['', (context, self) => listed(context, get(context, self)).map((email) => new UserObject(email))],
  addEditor: ['string | User', (context, self, person: Person) => editors(context, self, (list) => [...list, emailOf(person)])],
  addEditors: ['string[]', (context, self, people: string[]) => editors(context, self, (list) => [...list, ...people])],
  removeEditor: [
    'string | User',
    (context, self, person: Person) => editors(context, self, (list) => list.filter((each) => each !== emailOf(person))),
  ],
  removeEditors: [
    'string[] | User[]',
    (context, self, people: Person[]) =>
      editors(context, self, (list) => list.filter((each) => !people.map(emailOf).includes(each))),
  ],
  canDomainEdit: ['', (context, self) => get(context, self).editors === undefined],
  setDomainEdit: ['boolean', (context, self, may: boolean) => (may ? self : editors(context, self, (list) => list))],
  remove: ['', (context, { sheet, id }) => update(context, sheet, (list) => list.filter((each) => each.id !== id))],
};
