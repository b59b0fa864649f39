/** How the model's values look: numbers by their format, conditional formats, marks of validation. */
import type { SheetState } from '../contract.ts';
import type { Host } from '../host-contract.ts';
import { conditionalStyle } from '../model/conditional.ts';
import { isDateFormat } from '../model/dates.ts';
import { displayValue, generalNumber } from '../model/display.ts';
import { gradientStops } from '../model/gradient.ts';
import { checkValidation, validationContext } from '../model/validate.ts';
import { Workbook } from '../model/workbook.ts';
import type { Sight } from './view-cell.ts';

const CORNER = { row: 0, column: 0, rows: 1, columns: 1 };

/**
 * @param host its `workbook`, where it has one, is the model behind `state`: without it formulas are shown with the
 *   results that they had when they were last read
 */
export function createSight(host: Host & { workbook?: Workbook }): Sight {
  const workbook = host.workbook ?? new Workbook(host.state);
  const locale = () => host.state.locale;
  return {
    display: (value, format) => (value === undefined ? '' : displayValue(value, format, locale())),
    editText(value, format) {
      if (typeof value !== 'number') return value === undefined ? '' : displayValue(value, undefined, locale());
      if (isDateFormat(format)) return displayValue(value, format, locale());
      if (format?.includes('%')) return `${generalNumber(value * 100)}%`;
      return generalNumber(value);
    },
    conditional: (sheet: SheetState, row, column) =>
      sheet.conditionalFormats.length === 0 ? undefined : conditionalStyle(workbook, sheet, row, column),
    scales: (sheet) =>
      JSON.stringify(
        sheet.conditionalFormats
          .filter(({ criteria }) => criteria === 'GRADIENT')
          .map((format) => gradientStops(workbook, sheet, format)),
      ),
    valid: (sheet, row, column, value, validation) =>
      checkValidation(validation, value, validationContext(workbook, sheet, row, column, Date.now())),
    refresh: (sheet) => void workbook.values(sheet, CORNER),
  };
}
