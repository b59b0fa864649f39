import { ConditionalFormatRuleBuilderObject } from './conditional-format.ts';
import { DataValidationBuilderObject } from './data-validation.ts';
import type { ExecutionContext } from './execution-context.ts';
import { FilterCriteriaBuilderObject } from './filter-criteria.ts';
import { type GlobalService, RangeListObject, type RangeObject, SpreadsheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';
import { activeRange, currentCell, selectRange } from './sheet-place.ts';
import { activeSheet, setActiveSheet } from './spreadsheet.ts';
import { UiObject } from './ui.ts';

class SelectionObject extends ServiceObject {
  readonly type = 'Selection';
}

function getUi(context: ExecutionContext): UiObject {
  if (!context.ui) throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
  return new UiObject();
}

const active = (context: ExecutionContext): RangeObject => activeRange(context, activeSheet(context).id);

function open(context: ExecutionContext, _: GlobalService, id: string): SpreadsheetObject {
  if (!id.includes(context.book.state.id))
    throw new ServiceError("Document is missing (perhaps it was deleted, or you don't have read access?)");
  return new SpreadsheetObject();
}

export const spreadsheetAppMethods: Methods<GlobalService> = {
  getActive: ['', () => new SpreadsheetObject()],
  getActiveSpreadsheet: ['', () => new SpreadsheetObject()],
  openById: ['string', open],
  openByUrl: ['string', open],
  getActiveSheet: ['', activeSheet],
  setActiveSheet: ['Sheet | Sheet, boolean', setActiveSheet],
  getActiveRange: ['', active],
  setActiveRange: ['Range', (context, _, range: RangeObject) => selectRange(context, range)],
  getCurrentCell: ['', (context) => currentCell(context, activeSheet(context).id)],
  setCurrentCell: ['Range', (context, _, range: RangeObject) => selectRange(context, range)],
  getSelection: ['', () => new SelectionObject()],
  getUi: ['', getUi],
  flush: ['', (context) => context.commit()],
  newDataValidation: ['', () => new DataValidationBuilderObject()],
  newConditionalFormatRule: ['', () => new ConditionalFormatRuleBuilderObject()],
  newFilterCriteria: ['', () => new FilterCriteriaBuilderObject()],
};

export const selectionMethods: Methods<SelectionObject> = {
  getActiveRange: ['', active],
  getActiveRangeList: ['', (context) => new RangeListObject([active(context)])],
  getActiveSheet: ['', activeSheet],
  getCurrentCell: ['', (context) => currentCell(context, activeSheet(context).id)],
};
