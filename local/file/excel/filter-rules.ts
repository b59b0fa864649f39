/** The filter of a tab between the workbook and the file: which values of a column are shown, or a condition. */
import type { Filter, SheetState } from '../../contract.ts';
import { rectName } from '../../model/a1.ts';
import { escapeText } from './escape-text.ts';
import type { RawFilterColumn } from './raw-workbook.ts';

export type FilterCriteria = Filter['criteria'][number];
/** What a cell of the tab shows. */
export type Shown = (row: number, column: number) => string;

const comparisons: Record<string, string> = {
  NUMBER_EQUAL_TO: 'equal',
  NUMBER_NOT_EQUAL_TO: 'notEqual',
  NUMBER_GREATER_THAN: 'greaterThan',
  NUMBER_GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  NUMBER_LESS_THAN: 'lessThan',
  NUMBER_LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
};
/** Condition on a text → its pattern in Excel, where `*` stands for anything. */
const patterns: Record<string, [operator: string, before: string, after: string]> = {
  TEXT_EQUAL_TO: ['equal', '', ''],
  TEXT_NOT_EQUAL_TO: ['notEqual', '', ''],
  TEXT_CONTAINS: ['equal', '*', '*'],
  TEXT_DOES_NOT_CONTAIN: ['notEqual', '*', '*'],
  TEXT_STARTS_WITH: ['equal', '', '*'],
  TEXT_ENDS_WITH: ['equal', '*', ''],
};

/** A column's criteria as Excel has them; conditions that it lacks become the list of what they leave. */
export function columnForFile(
  { hiddenValues = [], criteria = '', args = [] }: FilterCriteria,
  column: number,
  sheet: Pick<SheetState, 'filter' | 'filteredRows' | 'rowCount'>,
  shown: Shown,
): RawFilterColumn {
  const { rect } = sheet.filter!;
  const offset = column - rect.column;
  const [first] = args;
  if (hiddenValues.length === 0) {
    const comparison = comparisons[criteria];
    const pattern = patterns[criteria];
    if (criteria === 'CELL_EMPTY') return { offset, shown: [], blanks: true };
    if (criteria === 'CELL_NOT_EMPTY') return { offset, custom: [{ operator: 'notEqual', value: ' ' }] };
    if (comparison && typeof first === 'number') return { offset, custom: [{ operator: comparison, value: String(first) }] };
    if (criteria === 'NUMBER_BETWEEN' && args.length === 2 && args.every((arg) => typeof arg === 'number')) {
      const [low, high] = [...args].sort((a, b) => Number(a) - Number(b)).map(String) as [string, string];
      const between = [
        { operator: 'greaterThanOrEqual', value: low },
        { operator: 'lessThanOrEqual', value: high },
      ];
      return { offset, custom: between, isAnd: true };
    }
    if (pattern && typeof first === 'string' && first !== '') {
      const [operator, before, after] = pattern;
      return { offset, custom: [{ operator, value: before + first.replace(/[*?~]/g, '~$&') + after }] };
    }
  }
  const hidden = new Set(hiddenValues);
  const gone = new Set(sheet.filteredRows);
  const values = new Set<string>();
  for (let row = rect.row + 1; row < Math.min(rect.row + rect.rows, sheet.rowCount); row++) {
    const text = shown(row, column);
    if (!hidden.has(text) && (hiddenValues.length > 0 || !gone.has(row))) values.add(text);
  }
  return { offset, shown: [...values].filter((text) => text !== ''), blanks: values.has('') };
}

const attribute = (text: string) =>
  escapeText(text)
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The element that stands in the tab's part of the file. */
export function filterXml(sheet: SheetState, shown: Shown): string {
  const { rect, criteria } = sheet.filter!;
  const columns = Object.keys(criteria)
    .map(Number)
    .filter((column) => column >= rect.column && column < rect.column + rect.columns)
    .sort((a, b) => a - b)
    .map((column) => columnXml(columnForFile(criteria[column]!, column, sheet, shown)));
  return `<autoFilter ref="${rectName(rect)}">${columns.join('')}</autoFilter>`;
}

function columnXml({ offset, shown = [], blanks, custom, isAnd }: RawFilterColumn): string {
  const body = custom
    ? `<customFilters${isAnd ? ' and="1"' : ''}>${custom.map(({ operator, value }) => `<customFilter${operator === 'equal' ? '' : ` operator="${operator}"`} val="${attribute(value)}"/>`).join('')}</customFilters>`
    : `<filters${blanks ? ' blank="1"' : ''}>${shown.map((text) => `<filter val="${attribute(text)}"/>`).join('')}</filters>`;
  return `<filterColumn colId="${offset}">${body}</filterColumn>`;
}

/** The condition that a column's rule of the file is; `undefined` where only the rows tell. */
export function criteriaOf({ custom = [], isAnd, shown, blanks }: RawFilterColumn): FilterCriteria | undefined {
  const [first, second] = custom;
  if (!first) return blanks && shown?.length === 0 ? { criteria: 'CELL_EMPTY', args: [] } : undefined;
  const number = (text: string) => (text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text));
  const [low, high] = [number(first.value), number(second?.value ?? '')];
  if (second) {
    const isRange = isAnd && first.operator === 'greaterThanOrEqual' && second.operator === 'lessThanOrEqual';
    return isRange && low !== undefined && high !== undefined ? { criteria: 'NUMBER_BETWEEN', args: [low, high] } : undefined;
  }
  if (first.operator === 'notEqual' && first.value === ' ') return { criteria: 'CELL_NOT_EMPTY', args: [] };
  const comparison = Object.entries(comparisons).find(([, operator]) => operator === first.operator)?.[0];
  if (comparison && low !== undefined) return { criteria: comparison, args: [low] };
  const [, before = '', text = '', after = ''] = /^(\*?)(.*?)(\*?)$/s.exec(first.value.replaceAll('~*', '\u0000')) ?? [];
  const found = Object.entries(patterns).find(
    ([, [operator, left, right]]) => operator === first.operator && left === before && right === after,
  )?.[0];
  // what is left of the signs in the middle, Sheets has no condition for
  if (!found || /(?<!~)[*?]/.test(text)) return undefined;
  return { criteria: found, args: [text.replaceAll('\u0000', '*').replace(/~([?~])/g, '$1')] };
}
