import type { Field } from './types.ts';

/**
 * Number format of a field's column. Text is `@`, set before anything is written: without it Sheets reads `0571…` and
 * `+86…` as numbers and formulas (platform trap: string parsing by `setValues`).
 *
 * @example numberFormat(phoneField) // '@'
 */
export function numberFormat(field: Pick<Field, 'kind'>): string {
  switch (field.kind) {
    case 'date':
      return 'yyyy-mm-dd';
    case 'money':
      return '#,##0.00';
    case 'integer':
    case 'rating':
      return '0';
    case 'yesNo':
      return 'General';
    default:
      return '@';
  }
}

/** Whether a field's cells are text for Sheets. */
export const isTextField = (field: Pick<Field, 'kind'>): boolean => numberFormat(field) === '@';

export function alignment(field: Pick<Field, 'kind'>): 'left' | 'right' | 'center' {
  if (field.kind === 'money' || field.kind === 'integer') return 'right';
  return field.kind === 'yesNo' || field.kind === 'rating' ? 'center' : 'left';
}
