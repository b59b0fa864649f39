import type { WorkbookState } from '../contract.ts';
import { newSheet, newSheetName } from '../model/new-workbook.ts';
import type { ExecutionContext } from './execution-context.ts';
import { formAddress } from './form-destination.ts';
import { checkGrowth, rangeByText, sheetState } from './grid.ts';
import { RangeListObject, type RangeObject, SheetObject, SpreadsheetObject } from './objects.ts';
import { activeSheet, selectionOfAll } from './selection.ts';
import type { Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';
import { checkName } from './sheet-about.ts';
import { copyName, copySheetOps } from './sheet-copy.ts';

type Self = SpreadsheetObject;

const state = (context: ExecutionContext): WorkbookState => context.book.state;

function current(context: ExecutionContext): WorkbookState {
  context.look();
  return context.book.state;
}

export function setActiveSheet(context: ExecutionContext, _: unknown, sheet: SheetObject): SheetObject {
  sheetState(context, sheet.id);
  context.select(sheet.id);
  return sheet;
}

function freeName(context: ExecutionContext): string {
  for (let number = state(context).sheets.length + 1; ; number++) {
    const name = newSheetName(state(context).locale, number);
    if (!context.book.sheetByName(name)) return name;
  }
}

/** The new tab stands behind the active one unless told otherwise, and becomes the active one. */
function insertSheet(context: ExecutionContext, _: Self, ...args: (string | number | { template?: SheetObject })[]): SheetObject {
  context.commit();
  const name = args.find((arg) => typeof arg === 'string');
  const index = args.find((arg) => typeof arg === 'number');
  const options = args.find((arg) => typeof arg === 'object') as { template?: SheetObject } | undefined;
  if (name !== undefined) checkName(context, name);
  const { sheets, nextIds } = state(context);
  if (index !== undefined && (index < 0 || index > sheets.length)) throw new ServiceError('Sheet index out of bounds');
  const position = index ?? sheets.findIndex((each) => each.id === activeSheet(context).id) + 1;
  const title = name ?? freeName(context);
  const id = sheets.length === 0 ? 0 : nextIds.sheet;
  context.restructure(() => {
    if (options?.template) return copySheetOps(context, options.template, id, title, position);
    checkGrowth(context, 26_000);
    return [{ op: 'addSheet', sheet: newSheet(id, title), position }];
  });
  context.select(id);
  return new SheetObject(id);
}

function duplicateActiveSheet(context: ExecutionContext, self: Self): SheetObject {
  context.commit();
  const template = activeSheet(context);
  template.place = context.place;
  const { name } = sheetState(context, template.id);
  return insertSheet(context, self, copyName(context, name), state(context).sheets.length, { template });
}

function deleteSheet(context: ExecutionContext, _: unknown, sheet: SheetObject): void {
  context.restructure(() => {
    sheetState(context, sheet.id);
    if (!state(context).sheets.some((each) => each.id !== sheet.id && !each.hidden)) {
      throw new ServiceError("You can't remove all the visible sheets in a document.");
    }
    return [{ op: 'deleteSheet', sheet: sheet.id }];
  });
  if (context.selection.sheet === sheet.id) context.select(state(context).sheets.find((each) => !each.hidden)!.id);
}

function moveActiveSheet(context: ExecutionContext, _: Self, position: number): void {
  if (position < 1 || position > state(context).sheets.length) throw new ServiceError('Sheet index out of bounds');
  const { id } = activeSheet(context);
  context.restructure(() => [{ op: 'moveSheet', sheet: id, position: position - 1 }]);
}

function getRange(context: ExecutionContext, _: Self, address: string): RangeObject {
  return rangeByText(context, sheetState(context, activeSheet(context).id), address);
}

function toast(context: ExecutionContext, _: Self, message: string, title?: string, seconds: number | null = 5): void {
  if (context.place === context.surroundings) context.ui?.toast(message, title, seconds ?? 5);
}

function sheetByName(context: ExecutionContext, _: Self, name: string): SheetObject | null {
  // told apart by case here, though two names that differ in case only are refused
  const sheet = current(context).sheets.find((each) => each.name === name);
  return sheet ? new SheetObject(sheet.id) : null;
}

export const spreadsheetTabs: Methods<Self> = {
  getActiveSheet: ['', activeSheet],
  setActiveSheet: ['Sheet | Sheet, boolean', setActiveSheet],
  getSheets: ['', (context) => state(context).sheets.map(({ id }) => new SheetObject(id))],
  getNumSheets: ['', (context) => state(context).sheets.length],
  getSheetByName: ['string', sheetByName],
  getSheetById: [
    'int',
    (context, _, id: number) => (state(context).sheets.some((each) => each.id === id) ? new SheetObject(id) : null),
  ],
  insertSheet: ['| string | int | object | string, int | string, object | int, object | string, int, object', insertSheet],
  deleteSheet: ['Sheet', deleteSheet],
  deleteActiveSheet: [
    '',
    (context, self) => {
      deleteSheet(context, self, activeSheet(context));
      return activeSheet(context);
    },
  ],
  duplicateActiveSheet: ['', duplicateActiveSheet],
  moveActiveSheet: ['int', moveActiveSheet],
  getRange: ['string', getRange],
  getRangeList: [
    'string[]',
    (context, self, addresses: string[]) => new RangeListObject(addresses.map((each) => getRange(context, self, each))),
  ],
  ...selectionOfAll,
  getActiveCell: selectionOfAll.getCurrentCell!,
};

function copy(context: ExecutionContext, _: Self, title: string): SpreadsheetObject {
  const original = current(context);
  context.meter.charge('fileCopy');
  const made = new SpreadsheetObject();
  made.place = context.surroundings.files.copy(original, title, context.user.email);
  return made;
}

/** @throws ServiceError for what has not the form of one: `zh_CN`, `en_US`, `fr` */
function setLocale(context: ExecutionContext, _: Self, locale: string): void {
  if (!/^[a-z]{2,3}(_[A-Z]{2}|_[0-9]{3})?$/.test(locale)) throw new ServiceError('Invalid argument: locale');
  context.writeOps({ op: 'workbook', patch: { locale } });
}

/** @throws ServiceError for a zone that nobody knows */
function setTimeZone(context: ExecutionContext, _: Self, timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new ServiceError('Invalid argument: timezone');
  }
  context.writeOps({ op: 'workbook', patch: { timeZone } });
}

export const spreadsheetAbout: Methods<Self> = {
  copy: ['string', copy],
  getId: ['', (context) => state(context).id],
  getKey: ['', (context) => state(context).id],
  getName: ['', (context) => current(context).title],
  getUrl: ['', (context) => context.place.webAddress],
  rename: ['string', (context, _, title: string) => context.writeOps({ op: 'workbook', patch: { title } })],
  getSpreadsheetLocale: ['', (context) => current(context).locale],
  setSpreadsheetLocale: ['string', setLocale],
  getSpreadsheetTimeZone: ['', (context) => current(context).timeZone],
  setSpreadsheetTimeZone: ['string', setTimeZone],
  getFormUrl: ['', (context) => formAddress(context.surroundings, state(context).id)],
  getDataSourceTables: ['', () => []],
  toast: ['string | string, string? | string, string?, number?', toast],
};
