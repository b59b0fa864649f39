import { ColorBuilderObject } from './color-objects.ts';
import { ConditionalFormatRuleBuilderObject } from './conditional-format.ts';
import { DataValidationBuilderObject } from './data-validation.ts';
import { canSee } from './drive-access.ts';
import type { FileObject } from './drive-objects.ts';
import type { ExecutionContext } from './execution-context.ts';
import { FilterCriteriaBuilderObject } from './filter-criteria.ts';
import { type GlobalService, SpreadsheetObject } from './objects.ts';
import { RichTextValueBuilderObject } from './rich-text.ts';
import { activeSheet, selectionOfAll } from './selection.ts';
import type { Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';
import { setActiveSheet } from './spreadsheet.ts';
import type { Place } from './surroundings.ts';
import { TextStyleBuilderObject } from './text-style.ts';
import { UiObject } from './ui.ts';

function getUi(context: ExecutionContext): UiObject {
  if (!context.ui) throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
  return new UiObject();
}

/** A workbook by its id: the open one, or another that a script has made. */
function openById(context: ExecutionContext, _: GlobalService, id: string): SpreadsheetObject {
  if (id === context.surroundings.book.state.id) return spreadsheetAt(context.surroundings);
  context.lookup('fileOpen');
  const place = context.surroundings.files.get(id);
  if (!place) throw new ServiceError(`Unexpected error while getting the method or property openById on object SpreadsheetApp.`);
  if (!canSee(context, context.surroundings.files.item(id)!)) {
    throw new ServiceError('You do not have permission to access the requested document.');
  }
  return spreadsheetAt(place);
}

function openByUrl(context: ExecutionContext, self: GlobalService, url: string): SpreadsheetObject {
  if (url === context.surroundings.webAddress) return spreadsheetAt(context.surroundings);
  const id = /\/d\/([\w-]+)/.exec(url)?.[1];
  if (!id) throw new ServiceError(`Invalid argument: url`);
  return openById(context, self, id);
}

function spreadsheetAt(place: Place | undefined): SpreadsheetObject {
  const spreadsheet = new SpreadsheetObject();
  spreadsheet.place = place;
  return spreadsheet;
}

function create(context: ExecutionContext, _: GlobalService, name: string, rows?: number, columns?: number): SpreadsheetObject {
  context.meter.trace.writes++;
  context.meter.charge('fileCreate');
  const made = context.surroundings.files.create(name, context.book.state, context.user.email);
  const sheet = made.book.state.sheets[0]!;
  sheet.rowCount = rows ?? sheet.rowCount;
  sheet.columnCount = columns ?? sheet.columnCount;
  return spreadsheetAt(made);
}

export const spreadsheetAppMethods: Methods<GlobalService> = {
  getActive: ['', (context) => spreadsheetAt(context.activePlace)],
  getActiveSpreadsheet: ['', (context) => spreadsheetAt(context.activePlace)],
  setActiveSpreadsheet: [
    'Spreadsheet',
    (context, _, { place }: SpreadsheetObject) => {
      context.activePlace = place;
    },
  ],
  create: ['string | string, int, int', create],
  openById: ['string', openById],
  openByKey: ['string', openById],
  openByUrl: ['string', openByUrl],
  open: ['File', (context, self, file: FileObject) => openById(context, self, file.id)],
  ...selectionOfAll,
  getActiveSheet: ['', activeSheet],
  setActiveSheet: ['Sheet | Sheet, boolean', setActiveSheet],
  getUi: ['', getUi],
  flush: ['', (context) => context.flush()],
  newColor: ['', () => new ColorBuilderObject({})],
  newTextStyle: ['', () => new TextStyleBuilderObject()],
  newRichTextValue: ['', () => new RichTextValueBuilderObject()],
  newDataValidation: ['', () => new DataValidationBuilderObject()],
  newConditionalFormatRule: ['', () => new ConditionalFormatRuleBuilderObject()],
  newFilterCriteria: ['', () => new FilterCriteriaBuilderObject()],
};
