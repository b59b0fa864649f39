import type { CellError, Rect, Scalar, SheetState, Validation } from '../contract.ts';
import { cellName } from '../model/a1.ts';
import { protectionAgainst } from '../model/protection.ts';
import { checkValidation, listItems, validationContext } from '../model/validate.ts';
import type { ExecutionContext } from './execution-context.ts';
import { ServiceError } from './service-object.ts';

export const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

export function mayEdit(context: ExecutionContext, sheet: SheetState, rect: Rect): boolean {
  return protectionAgainst(context.book, sheet, [rect], context.user) === undefined;
}

/** @throws ServiceError when a protection keeps the script's user from changing these cells */
export function checkRights(context: ExecutionContext, sheet: SheetState, rect: Rect): void {
  if (!mayEdit(context, sheet, rect)) throw new ServiceError(PROTECTED);
}

/** @throws ServiceError when the cell has a rule that rejects and the value breaks it: one bad cell fails the whole block */
export function checkRule(
  context: ExecutionContext,
  sheet: SheetState,
  row: number,
  column: number,
  value: Scalar | CellError,
  validation: Validation | undefined,
): void {
  if (!validation || validation.allowInvalid || value === null) return;
  if (checkValidation(validation, value, validationContext(context.book, sheet, row, column, context.now()))) return;
  const { listText } = context.surroundings.doubts;
  const options =
    validation.criteria === 'VALUE_IN_LIST' && listText === 'items'
      ? `Please enter one of the following values: ${listItems(validation).join(', ')}.`
      : '';
  const hint = validation.helpText ?? options;
  throw new ServiceError(
    `The data you entered in cell ${cellName(row, column)} violates the data validation rules set on this ${listText === 'sheet' ? 'sheet' : 'cell'}.${hint ? ` ${hint}` : ''}`,
  );
}
