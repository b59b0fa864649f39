import type { Metadata, Rect } from '../contract.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import { RangeObject, SheetObject, SpreadsheetObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { EnumValue, ServiceError, ServiceObject } from './service-object.ts';

/** A reference by id: what it says is looked up, because it moves and changes. */
export class DeveloperMetadataObject extends ServiceObject {
  readonly type = 'DeveloperMetadata';
  readonly id: number;

  constructor(id: number) {
    super();
    this.id = id;
  }
}

class MetadataLocationObject extends ServiceObject {
  readonly type = 'DeveloperMetadataLocation';
  readonly at: Metadata['at'];

  constructor(at: Metadata['at']) {
    super();
    this.at = at;
  }
}

export type Place = Metadata['at'];
export type HasPlace = RangeObject | SheetObject | SpreadsheetObject;

const ARBITRARY =
  'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.';

/** @throws ServiceError for a range that is not one whole row or column */
export function placeOf(context: ExecutionContext, self: HasPlace): Place {
  if (self instanceof SpreadsheetObject) return { kind: 'spreadsheet' };
  if (self instanceof SheetObject) return { kind: 'sheet', sheet: self.id };
  const { rect, sheet } = self;
  const { rowCount, columnCount } = sheetState(context, sheet);
  if (rect.rows === 1 && rect.columns === columnCount) return { kind: 'row', sheet, index: rect.row };
  if (rect.columns === 1 && rect.rows === rowCount) return { kind: 'column', sheet, index: rect.column };
  throw new ServiceError(ARBITRARY);
}

/** Characters of keys and values that each sheet may hold, and the spreadsheet besides. */
const MAX_CHARACTERS = 30_000;

const sameHome = (a: Place, b: Place): boolean => ('sheet' in a ? a.sheet : undefined) === ('sheet' in b ? b.sheet : undefined);

/** @throws ServiceError when the sheet, or the spreadsheet, would hold more than Google allows */
function checkRoom(context: ExecutionContext, entry: Metadata): Metadata {
  const others = context.book.state.metadata.filter(({ id, at }) => id !== entry.id && sameHome(at, entry.at));
  const length = [...others, entry].reduce((sum, { key, value = '' }) => sum + key.length + value.length, 0);
  if (length > MAX_CHARACTERS) {
    throw new ServiceError(
      `The developer metadata of a sheet, or of the spreadsheet, exceeds the limit of ${MAX_CHARACTERS} characters.`,
    );
  }
  return entry;
}

export const samePlace = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b);

export function addMetadata<T extends HasPlace>(
  context: ExecutionContext,
  self: T,
  key: string,
  ...rest: (string | EnumValue)[]
): T {
  const at = placeOf(context, self);
  const value = rest.find((each): each is string => typeof each === 'string');
  const visibility = (rest.find((each) => each instanceof EnumValue) as EnumValue | undefined)?.name ?? 'DOCUMENT';
  context.write({
    resolve: () => {
      const entry: Metadata = {
        id: context.book.state.nextIds.metadata,
        key,
        visibility: visibility as Metadata['visibility'],
        at,
      };
      if (value !== undefined) entry.value = value;
      return [{ op: 'metadata', add: [checkRoom(context, entry)] }];
    },
  });
  return self;
}

function entryOf(context: ExecutionContext, { id }: DeveloperMetadataObject): Metadata {
  context.look();
  const entry = context.book.state.metadata.find((each) => each.id === id);
  if (!entry) throw new ServiceError('The developer metadata no longer exists.');
  return entry;
}

function change(
  context: ExecutionContext,
  self: DeveloperMetadataObject,
  patch: (entry: Metadata) => Metadata,
): DeveloperMetadataObject {
  context.write({ resolve: () => [{ op: 'metadata', add: [checkRoom(context, patch(entryOf(context, self)))] }] });
  return self;
}

/** @throws ServiceError for a range that is not one whole row, or column */
function moveToLine(kind: 'row' | 'column'): Method<DeveloperMetadataObject> {
  return [
    'Range',
    (context, self, range: RangeObject) => {
      const at = placeOf(context, range);
      if (at.kind !== kind) throw new ServiceError(ARBITRARY);
      return change(context, self, (entry) => ({ ...entry, at }));
    },
  ];
}

export const metadataMethods: Methods<DeveloperMetadataObject> = {
  getId: ['', (_, { id }) => id],
  getKey: ['', (context, self) => entryOf(context, self).key],
  getValue: ['', (context, self) => entryOf(context, self).value ?? null],
  getVisibility: ['', (context, self) => enumValue('DeveloperMetadataVisibility', entryOf(context, self).visibility)],
  getLocation: ['', (context, self) => new MetadataLocationObject(entryOf(context, self).at)],
  setKey: ['string', (context, self, key: string) => change(context, self, (entry) => ({ ...entry, key }))],
  setValue: ['string', (context, self, value: string) => change(context, self, (entry) => ({ ...entry, value }))],
  setVisibility: [
    'DeveloperMetadataVisibility',
    (context, self, { name }: EnumValue) =>
      change(context, self, (entry) => ({ ...entry, visibility: name as Metadata['visibility'] })),
  ],
  moveToRow: moveToLine('row'),
  moveToColumn: moveToLine('column'),
  moveToSheet: [
    'Sheet',
    (context, self, sheet: SheetObject) => change(context, self, (entry) => ({ ...entry, at: placeOf(context, sheet) })),
  ],
  moveToSpreadsheet: ['', (context, self) => change(context, self, (entry) => ({ ...entry, at: { kind: 'spreadsheet' } }))],
  remove: ['', (context, { id }) => context.writeOps({ op: 'metadata', remove: [id] })],
};

function line(context: ExecutionContext, at: Place, kind: 'row' | 'column'): RangeObject | null {
  if (at.kind !== kind) return null;
  const sheet = sheetState(context, at.sheet);
  const rect: Rect =
    kind === 'row'
      ? { row: at.index!, column: 0, rows: 1, columns: sheet.columnCount }
      : { row: 0, column: at.index!, rows: sheet.rowCount, columns: 1 };
  return new RangeObject(sheet.id, rect, kind === 'row' ? { columns: 'both' } : { rows: 'both' });
}

export const metadataLocationMethods: Methods<MetadataLocationObject> = {
  getLocationType: ['', (_, { at }) => enumValue('DeveloperMetadataLocationType', at.kind.toUpperCase())],
  getSpreadsheet: ['', (_, { at }) => (at.kind === 'spreadsheet' ? new SpreadsheetObject() : null)],
  getSheet: ['', (_, { at }) => (at.kind === 'sheet' ? new SheetObject(at.sheet) : null)],
  getRow: ['', (context, { at }) => line(context, at, 'row')],
  getColumn: ['', (context, { at }) => line(context, at, 'column')],
};
