/** Around the name of a column in a formula; no header holds these characters. */
const [open, close, fixed] = ['\ue000', '\ue001', '\ue002'];

/** Texts, and what lies in another tab, are left as they are. */
const tokens =
  /"(?:[^"]|"")*"|(?:'[^']*'|[\w.\u0080-\udfff\uf900-\uffff]+)![^\s,;+*/&=<>^)-]+|(?<![\w.])(R(?:\[-?\d+\]|\d+)?)?C(\[-?\d+\]|\d+)?(?![\w.(\u0080-\udfff])/g;

const isReference = (rows: string | undefined, column: string | undefined): boolean => rows !== undefined || column !== undefined;

/**
 * A formula with the names of the columns that it points to, so that it can be put back after columns were moved.
 *
 * @param formula in R1C1 notation
 * @param column where it stands, counted from 1
 * @param names of all columns, from column A on
 * @example namedFormula('=R[0]C[-1]*2', 2, ['price', 'double']) // points to price
 */
export const namedFormula = (formula: string, column: number, names: readonly string[]): string =>
  formula.replace(tokens, (token: string, rows: string | undefined, at: string | undefined) => {
    if (!isReference(rows, at) || token.includes('!') || token.startsWith('"')) return token;
    const isFixed = at !== undefined && !at.startsWith('[');
    const target = isFixed ? Number(at) : column + Number(at?.slice(1, -1) ?? 0);
    const name = names[target - 1];
    return name === undefined ? token : `${rows ?? ''}${open}${isFixed ? fixed : ''}${name}${close}`;
  });

/** The formula as it reads where its columns are now; a column that is gone is an error, as it is in the sheet. */
export const placedFormula = (formula: string, column: number, names: readonly string[]): string =>
  formula.replace(/(R(?:\[-?\d+\]|\d+)?)?\ue000(\ue002?)([^\ue001]*)\ue001/g, (_, rows = '', isFixed: string, name: string) => {
    const target = names.indexOf(name) + 1;
    if (target === 0) return '#REF!';
    return `${rows}${isFixed === '' ? `C[${target - column}]` : `C${target}`}`;
  });
