import { type BandingObject, bandingsOf } from './banding.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import type { RangeObject, SheetObject, SpreadsheetObject } from './objects.ts';
import { protectionsOf, protectRange, protectSheet } from './protection.ts';
import type { Methods } from './service-class.ts';
import type { EnumValue } from './service-object.ts';
import { mayEdit } from './write-check.ts';

/** What protects and what stripes, as parts of tabs, ranges and the workbook. */
export const rangeProtection: Methods<RangeObject> = {
  protect: ['', protectRange],
  canEdit: ['', (context, { sheet, rect }) => mayEdit(context, sheetState(context, sheet), rect)],
};

export const sheetProtection: Methods<SheetObject> = {
  protect: ['', protectSheet],
  getProtections: ['ProtectionType', (context, { id }, type: EnumValue) => protectionsOf(context, id, type)],
  getBandings: ['', (context: ExecutionContext, { id }): BandingObject[] => bandingsOf(context, id)],
};

export const spreadsheetProtection: Methods<SpreadsheetObject> = {
  getProtections: ['ProtectionType', (context, _, type: EnumValue) => protectionsOf(context, undefined, type)],
  getBandings: ['', (context) => context.book.state.sheets.flatMap(({ id }) => bandingsOf(context, id))],
};
