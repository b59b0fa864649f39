/**
 * Where it is not known what Google does, the local workbook can do either. The first value of each is the one that asks
 * more of a script, and the default; a script that is to be trusted runs under all of them.
 */
export const DOUBTS = {
  appendOnFullGrid: {
    about: 'appendRow below the last row of the grid: throws that the row is out of bounds, or the grid grows by a row.',
    values: ['throws', 'grows'],
  },
  appendText: {
    about: 'appendRow into a column formatted as text: the text is read anew and loses its zeros, or it is kept.',
    values: ['reread', 'kept'],
  },
  editValue: {
    about: 'e.value and e.oldValue of a number, a date or a checkbox: as text, as the value itself, or not there.',
    values: ['text', 'typed', 'absent'],
  },
  deletedValue: {
    about: 'e.value after the Delete key: not there, or an object with the old value in it.',
    values: ['absent', 'object'],
  },
  pastedValue: { about: 'e.value of a paste into one cell: not there, or the pasted text.', values: ['absent', 'text'] },
  undo: { about: 'Undo and redo by the person: fire onEdit, or nothing.', values: ['fires', 'silent'] },
  sort: { about: 'Sorting by the person: fires onEdit for the whole block, or nothing.', values: ['fires', 'silent'] },
  move: { about: 'Rows or columns dragged elsewhere: fire onChange only, or onEdit, too.', values: ['silent', 'fires'] },
  refusedWrite: {
    about: 'A write that a rule or a protection refuses throws when the queue is applied, or at the call itself.',
    values: ['flush', 'call'],
  },
  listText: {
    about: 'The refusal of a dropdown names the allowed values, or does not, or speaks of the sheet instead of the cell.',
    values: ['items', 'plain', 'sheet'],
  },
  errorCells: {
    about: 'getValues of a cell that shows an error: its text, or an object that cannot be sent to a page.',
    values: ['text', 'object'],
  },
  undefinedValue: {
    about: 'undefined in setValues: clears the cell, leaves it as it is, or becomes a text.',
    values: ['clears', 'keeps', 'text'],
  },
  nullValue: { about: 'null in setValues: clears the cell, or leaves it as it is.', values: ['clears', 'keeps'] },
  largeProperty: {
    about: 'A property above 9 KB: the text speaks of an argument, or of the quota.',
    values: ['argument', 'quota'],
  },
  runtime: { about: 'A run may take 6 minutes, or 30.', values: ['6min', '30min'] },
  largeResult: {
    about: 'A result above 1 MB for google.script.run: null without an error, or delivered.',
    values: ['null', 'delivered'],
  },
  failurePrefix: {
    about: 'The message a failure handler gets: as thrown, or with the name of the error before it.',
    values: ['none', 'name'],
  },
  inlineScripts: {
    about:
      'Inline scripts of served pages: cut from two slashes to the end of the line even inside strings, or served as written.',
    values: ['cut', 'kept'],
  },
  // libraries that look for it run on Google, so there it is: only what it says of zones and languages is unreliable
  intl: { about: 'Intl and what knows languages: there, or not there.', values: ['present', 'absent'] },
  readAgain: {
    about:
      'Cells that were read before and that somebody else has changed since: as they were, until flush() or a write, or as they are.',
    values: ['remembered', 'fresh'],
  },
  cells: { about: 'A workbook holds 10 million cells, or 20 million.', values: ['10M', '20M'] },
  simpleRuntime: {
    about: 'The 90 minutes a day that triggers may run: simple triggers count, too, or do not.',
    values: ['counted', 'free'],
  },
} as const satisfies Record<string, { about: string; values: readonly [string, ...string[]] }>;

type Table = typeof DOUBTS;
export type Doubts = { readonly [K in keyof Table]: Table[K]['values'][number] };

/** Everything as a script likes it least; for what it is known to find, as it finds it. */
export const STRICT = Object.fromEntries(Object.entries(DOUBTS).map(([name, { values }]) => [name, values[0]])) as Doubts;

/** Each value that is not the default, by itself: `['undo', 'silent']`. */
export const ALTERNATIVES: readonly (readonly [keyof Doubts, string])[] = Object.entries(DOUBTS).flatMap(([name, { values }]) =>
  values.slice(1).map((value) => [name as keyof Doubts, value] as const),
);

/**
 * Reads `name=value,name=value`.
 * @throws Error that names what is wrong and what would be right
 * @example parseDoubts('undo=silent,cells=20M')
 */
export function parseDoubts(text: string): Partial<Doubts> {
  const parts = text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.split('=').map((side) => side.trim())]));
  for (const [name = '', value = ''] of parts) {
    if (!Object.hasOwn(DOUBTS, name))
      throw new Error(`There is no doubt called ${name}; there are ${Object.keys(DOUBTS).join(', ')}.`);
    const values: readonly string[] = DOUBTS[name as keyof Table].values;
    if (!values.includes(value)) throw new Error(`${name} cannot be ${value}; it can be ${values.join(', ')}.`);
  }
  return Object.fromEntries(parts) as Partial<Doubts>;
}
