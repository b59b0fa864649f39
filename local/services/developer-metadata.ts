import type { Metadata, Rect } from '../contract.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import { rangeAt, sheetState } from './grid.ts';
import { type RangeObject, SheetObject, SpreadsheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { EnumValue, ServiceError, ServiceObject } from './service-object.ts';

/** A reference by id: what it says is looked up, because it moves and changes. */
class DeveloperMetadataObject extends ServiceObject {
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

type Place = Metadata['at'];
type HasPlace = RangeObject | SheetObject | SpreadsheetObject;

const ARBITRARY =
  'Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.';

/** @throws ServiceError for a range that is not one whole row or column */
function placeOf(context: ExecutionContext, self: HasPlace): Place {
  if (self instanceof SpreadsheetObject) return { kind: 'spreadsheet' };
  if (self instanceof SheetObject) return { kind: 'sheet', sheet: self.id };
  const { rect, sheet } = self;
  const { rowCount, columnCount } = sheetState(context, sheet);
  if (rect.rows === 1 && rect.columns === columnCount) return { kind: 'row', sheet, index: rect.row };
  if (rect.columns === 1 && rect.rows === rowCount) return { kind: 'column', sheet, index: rect.column };
  throw new ServiceError(ARBITRARY);
}

const samePlace = (a: Place, b: Place): boolean => JSON.stringify(a) === JSON.stringify(b);

function add<T extends HasPlace>(context: ExecutionContext, self: T, key: string, ...rest: (string | EnumValue)[]): T {
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
      return [{ op: 'metadata', add: [entry] }];
    },
  });
  return self;
}

/** The metadata of a place, what is queued included: a look-up. */
function list(context: ExecutionContext): Metadata[] {
  context.commit();
  context.lookup('lookup');
  return context.book.state.metadata;
}

/** Parts of `Range`, `Sheet` and `Spreadsheet`. */
export function metadataMethodsOf<T extends HasPlace>(): Methods<T> {
  return {
    addDeveloperMetadata: [
      'string | string, string | string, DeveloperMetadataVisibility | string, string, DeveloperMetadataVisibility',
      add as (context: ExecutionContext, self: T, key: string) => T,
    ],
    getDeveloperMetadata: [
      '',
      (context, self) => {
        const inScope = scopeOf(context, self, false);
        const exact = self instanceof SpreadsheetObject || self instanceof SheetObject ? placeOf(context, self) : undefined;
        return list(context)
          .filter(({ at }) => (exact ? samePlace(at, exact) : inScope(at)))
          .map(({ id }) => new DeveloperMetadataObject(id));
      },
    ],
    createDeveloperMetadataFinder: ['', (_, self) => new MetadataFinderObject(self)],
  };
}

/** Which places a finder looks at. A row lies in a range that spans the tab's width; with `intersecting` in any that touches it. */
function scopeOf(context: ExecutionContext, self: HasPlace, intersecting: boolean): (at: Place) => boolean {
  if (self instanceof SpreadsheetObject) return () => true;
  if (self instanceof SheetObject) return (at) => at.kind !== 'spreadsheet' && at.sheet === self.id;
  const { rowCount, columnCount } = sheetState(context, self.sheet);
  const { rect } = self;
  const within = (index: number, from: number, count: number): boolean => index >= from && index < from + count;
  return (at) => {
    if (at.kind === 'spreadsheet' || at.kind === 'sheet' || at.sheet !== self.sheet) return false;
    if (at.kind === 'row') return (intersecting || rect.columns === columnCount) && within(at.index!, rect.row, rect.rows);
    return (intersecting || rect.rows === rowCount) && within(at.index!, rect.column, rect.columns);
  };
}

class MetadataFinderObject extends ServiceObject {
  readonly type = 'DeveloperMetadataFinder';
  readonly scope: HasPlace;
  readonly wanted: { key?: string; value?: string; id?: number; kind?: string; visibility?: string; intersecting?: boolean } = {};

  constructor(scope: HasPlace) {
    super();
    this.scope = scope;
  }
}

type Finder = MetadataFinderObject;

function want(finder: Finder, wanted: Partial<Finder['wanted']>): Finder {
  Object.assign(finder.wanted, wanted);
  return finder;
}

function find(context: ExecutionContext, { scope, wanted }: Finder): DeveloperMetadataObject[] {
  const all = list(context);
  const inScope = scopeOf(context, scope, wanted.intersecting === true);
  const fits = (entry: Metadata): boolean =>
    (wanted.key === undefined || entry.key === wanted.key) &&
    (wanted.value === undefined || entry.value === wanted.value) &&
    (wanted.id === undefined || entry.id === wanted.id) &&
    (wanted.kind === undefined || entry.at.kind === wanted.kind) &&
    (wanted.visibility === undefined || entry.visibility === wanted.visibility) &&
    inScope(entry.at);
  return all.filter(fits).map(({ id }) => new DeveloperMetadataObject(id));
}

export const metadataFinderMethods: Methods<Finder> = {
  withKey: ['string', (_, finder, key: string) => want(finder, { key })],
  withValue: ['string', (_, finder, value: string) => want(finder, { value })],
  withId: ['int', (_, finder, id: number) => want(finder, { id })],
  withLocationType: [
    'DeveloperMetadataLocationType',
    (_, finder, { name }: EnumValue) => want(finder, { kind: name.toLowerCase() }),
  ],
  withVisibility: ['DeveloperMetadataVisibility', (_, finder, { name }: EnumValue) => want(finder, { visibility: name })],
  onIntersectingLocations: ['', (_, finder) => want(finder, { intersecting: true })],
  find: ['', find],
};

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
  context.write({ resolve: () => [{ op: 'metadata', add: [patch(entryOf(context, self))] }] });
  return self;
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
  remove: ['', (context, { id }) => context.writeOps({ op: 'metadata', remove: [id] })],
};

function line(context: ExecutionContext, at: Place, kind: 'row' | 'column'): RangeObject | null {
  if (at.kind !== kind) return null;
  const sheet = sheetState(context, at.sheet);
  const rect: Rect =
    kind === 'row'
      ? { row: at.index!, column: 0, rows: 1, columns: sheet.columnCount }
      : { row: 0, column: at.index!, rows: sheet.rowCount, columns: 1 };
  return rangeAt(sheet, rect.row + 1, rect.column + 1, rect.rows, rect.columns);
}

export const metadataLocationMethods: Methods<MetadataLocationObject> = {
  getLocationType: ['', (_, { at }) => enumValue('DeveloperMetadataLocationType', at.kind.toUpperCase())],
  getSpreadsheet: ['', (_, { at }) => (at.kind === 'spreadsheet' ? new SpreadsheetObject() : null)],
  getSheet: ['', (_, { at }) => (at.kind === 'sheet' ? new SheetObject(at.sheet) : null)],
  getRow: ['', (context, { at }) => line(context, at, 'row')],
  getColumn: ['', (context, { at }) => line(context, at, 'column')],
};
