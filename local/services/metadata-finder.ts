import type { Metadata } from '../contract.ts';
import { addMetadata, DeveloperMetadataObject, type HasPlace, type Place, placeOf, samePlace } from './developer-metadata.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import { SheetObject, SpreadsheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceObject } from './service-object.ts';

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
      addMetadata as (context: ExecutionContext, self: T, key: string) => T,
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
