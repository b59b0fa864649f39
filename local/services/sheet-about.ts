import type { SheetPatch, SheetState } from '../contract.ts';
import { ColorObject, colorParameter, cssColor } from './color-objects.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import type { SheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';
import { themeColor } from './themes.ts';

/** The tab as it is once everything queued has been applied. */
function current(context: ExecutionContext, { id }: SheetObject): SheetState {
  context.look();
  return sheetState(context, id);
}

function patch(context: ExecutionContext, sheet: SheetObject, change: SheetPatch): SheetObject {
  context.writeOps({ op: 'sheet', sheet: sheet.id, patch: change });
  return sheet;
}

/** @throws ServiceError when a tab of that name is there */
export function checkName(context: ExecutionContext, name: string, except?: number): void {
  if (name === '') throw new ServiceError('Invalid argument: name');
  if (context.book.state.sheets.some((each) => each.id !== except && each.name.toLowerCase() === name.toLowerCase())) {
    throw new ServiceError(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}

export function setName(context: ExecutionContext, sheet: SheetObject, name: string): SheetObject {
  context.look();
  checkName(context, name, sheet.id);
  return patch(context, sheet, { name });
}

function hideSheet(context: ExecutionContext, sheet: SheetObject): SheetObject {
  context.look();
  if (!context.book.state.sheets.some((each) => each.id !== sheet.id && !each.hidden)) {
    throw new ServiceError("You can't hide all the sheets in a document.");
  }
  return patch(context, sheet, { hidden: true });
}

const tabColorOf = ({ tabColor }: SheetState): ColorObject | null => (tabColor ? new ColorObject({ rgb: tabColor }) : null);

/** A tab keeps no role of the theme, only what it looks like now. */
function shownColor(context: ExecutionContext, color: ColorObject | null): string | null {
  const { theme, rgb } = color?.value ?? {};
  return (theme ? themeColor(context.book.state, theme) : rgb) ?? null;
}

export const sheetAbout: Methods<SheetObject> = {
  getName: ['', (context, sheet) => current(context, sheet).name],
  getSheetName: ['', (context, sheet) => current(context, sheet).name],
  setName: ['string', setName],
  getSheetId: ['', (_, { id }) => id],
  getIndex: ['', (context, { id }) => context.book.state.sheets.findIndex((each) => each.id === id) + 1],
  getType: ['', () => enumValue('SheetType', 'GRID')],
  isSheetHidden: ['', (context, sheet) => current(context, sheet).hidden === true],
  hideSheet: ['', hideSheet],
  showSheet: ['', (context, sheet) => patch(context, sheet, { hidden: false })],
  getTabColor: ['', (context, sheet) => current(context, sheet).tabColor ?? null],
  setTabColor: ['string?', (context, sheet, color: string | null) => patch(context, sheet, { tabColor: cssColor(color) })],
  // in Google's reference, missing in its published types
  getTabColorObject: ['', (context, sheet) => tabColorOf(current(context, sheet))],
  setTabColorObject: [
    colorParameter('Color?'),
    (context, sheet, color: ColorObject | null) => patch(context, sheet, { tabColor: shownColor(context, color) }),
  ],
  setHiddenGridlines: ['boolean', (context, sheet, hidden: boolean) => patch(context, sheet, { hiddenGridlines: hidden })],
  hasHiddenGridlines: ['', (context, sheet) => current(context, sheet).hiddenGridlines === true],
  isRightToLeft: ['', (context, sheet) => current(context, sheet).rightToLeft === true],
  setRightToLeft: ['boolean', (context, sheet, on: boolean) => patch(context, sheet, { rightToLeft: on || null })],
  getFormUrl: ['', () => null],
  getImages: ['', () => []],
  getDrawings: ['', () => []],
  getSlicers: ['', () => []],
  getPivotTables: ['', () => []],
  getDataSourceTables: ['', () => []],
  asDataSourceSheet: ['', () => null],
  activate: [
    '',
    (context, sheet) => {
      context.select(sheet.id);
      return sheet;
    },
  ],
};
