/** Formulas of one column that read the same in R1C1, from a row downwards; 1-based. */
export type FormulaRun = [column: number, row: number, rows: number, text: string];

/**
 * Formulas by runs, so that a column of 100,000 takes one entry.
 *
 * @param formulas in R1C1, row by row; blank or null where there is none
 */
export function formulaRuns(formulas: readonly (readonly (string | null)[])[]): FormulaRun[] {
  const width = formulas.reduce((widest, row) => Math.max(widest, row.length), 0);
  const runs: FormulaRun[] = [];
  for (let column = 0; column < width; column++) {
    let open: FormulaRun | undefined;
    formulas.forEach((row, i) => {
      const text = row[column] || '';
      if (text === '') {
        open = undefined;
      } else if (open && open[3] === text) {
        open[2]++;
      } else {
        open = [column + 1, i + 1, 1, text];
        runs.push(open);
      }
    });
  }
  return runs;
}

/** Whether a cell (0-based) holds one of the formulas. */
export function formulaLookup(runs: readonly FormulaRun[]): (row: number, column: number) => boolean {
  const byColumn = new Map<number, FormulaRun[]>();
  for (const run of runs) byColumn.set(run[0] - 1, [...(byColumn.get(run[0] - 1) ?? []), run]);
  const rows = new Map(
    [...byColumn].map(([column, own]) => [column, new Set(own.flatMap(([, first, count]) => stretch(first, count)))]),
  );
  return (row, column) => rows.get(column)?.has(row) === true;
}

const stretch = (first: number, count: number): number[] => Array.from({ length: count }, (_, i) => first - 1 + i);

const quoted = (name: string): string => `'${name.replace(/'/g, "''")}'`;

/**
 * A formula in which tabs go by the names that they have now. Texts inside the formula stay as they are.
 *
 * @example renameTabs("=旧!R1C1", new Map([['旧', '新表']])) // "='新表'!R1C1"
 */
export function renameTabs(formula: string, names: ReadonlyMap<string, string>): string {
  if (names.size === 0) return formula;
  return formula.replace(/"(?:[^"]|"")*"|'((?:[^']|'')+)'!|([^\s!'"(),;:=<>+\-*/^&{}]+)!/g, (whole, inQuotes, bare) => {
    const name = inQuotes === undefined ? bare : inQuotes.replace(/''/g, "'");
    const now = name === undefined ? undefined : names.get(name);
    return now === undefined ? whole : `${quoted(now)}!`;
  });
}
