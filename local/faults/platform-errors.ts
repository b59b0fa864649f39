/** Errors that a service may throw at any time, and that another try may not meet again (platform.md §5). */
const RETRYABLE = [
  "We're sorry, a server error occurred. Please wait a bit and try again.",
  'Service Spreadsheets timed out while accessing document with id test.',
  'Service Spreadsheets failed while accessing document with id test.',
  'Service unavailable',
  'Service invoked too many times in a short time: spreadsheets. Try Utilities.sleep(1000) between calls.',
];

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

/** Errors that stay until a person does something, by the method or class that throws them; the first fitting line counts. */
const FINAL: readonly [RegExp, readonly string[]][] = [
  [
    /^LockService|^Lock\./,
    [
      'There are too many LockService operations against the same script.',
      'Lock timeout: another process was holding the lock for too long.',
    ],
  ],
  [
    /^Properties\.(set|delete)/,
    ['You have exceeded the property storage quota. Please remove some properties and try again.', 'Argument too large: value'],
  ],
  [
    /\.(insert|delete)(Row|Column|Sheet)/,
    [
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
      'Those rows are out of bounds.',
      PROTECTED,
    ],
  ],
  [/\.getRange$/, ['The coordinates of the range are outside the dimensions of the sheet.']],
  [/.*/, ['You do not have permission to call it.', 'Service using too much computer time for one day']],
];

/** What a commit may be refused with; it comes out of whatever call commits. */
const REFUSED = [
  PROTECTED,
  'The data you entered in cell B2 violates the data validation rules set on this cell.',
  'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
];

export const TIMED_OUT = RETRYABLE[1]!;

/** Errors that a call may end with: those that pass and those that stay. */
export function errorsOf(method: string): string[] {
  return [...RETRYABLE, ...FINAL.find(([pattern]) => pattern.test(method))![1]];
}

/** Errors that a commit may end with before anything of it is applied. */
export const commitErrors: readonly string[] = [...RETRYABLE, ...REFUSED];
