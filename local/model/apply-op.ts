import type { Op } from '../contract.ts';
import { applyCells, applyFill } from './apply-cells.ts';
import { applyMail, applyMetadata, applyProperties, applyTriggers, applyWorkbookPatch } from './apply-records.ts';
import { applyAddSheet, applyDeleteSheet, applyHide, applyMoveSheet, applySheetPatch, applySizes } from './apply-sheet.ts';
import { applySort } from './apply-sort.ts';
import { applyStructure } from './apply-structure.ts';
import type { ApplyContext } from './context.ts';

/** Applies one operation and returns those that take it back, in the order they are to be applied. */
export function applyOp(context: ApplyContext, op: Op): Op[] {
  switch (op.op) {
    case 'cells':
      return applyCells(context, op);
    case 'fill':
      return applyFill(context, op);
    case 'insertRows':
    case 'deleteRows':
    case 'insertColumns':
    case 'deleteColumns':
    case 'moveRows':
    case 'moveColumns':
      return applyStructure(context, op);
    case 'sort':
      return applySort(context, op);
    case 'rowHeights':
    case 'columnWidths':
      return applySizes(context, op);
    case 'hideRows':
    case 'hideColumns':
      return applyHide(context, op);
    case 'addSheet':
      return applyAddSheet(context, op);
    case 'deleteSheet':
      return applyDeleteSheet(context, op);
    case 'moveSheet':
      return applyMoveSheet(context, op);
    case 'sheet':
      return applySheetPatch(context, op);
    case 'workbook':
      return applyWorkbookPatch(context, op);
    case 'metadata':
      return applyMetadata(context, op);
    case 'properties':
      return applyProperties(context, op);
    case 'triggers':
      return applyTriggers(context, op);
    case 'mail':
      return applyMail(context, op);
  }
}
