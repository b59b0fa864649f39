/** Columns that were moved: column then → column now, 1-based. Undefined: they stand where they stood. */
export type MovedColumns = ReadonlyMap<number, number>;

const part = '(?:R(?:\\[-?\\d+\\]|\\d+)?)?C(?:\\[-?\\d+\\]|\\d+)?(?![\\w(\\[.])';
const pattern = new RegExp(
  `"(?:[^"]|"")*"|(?:('(?:[^']|'')+'|[^\\s!'"(),;:=<>+\\-*/^&{}]+)!)?(?<![\\w.\\])])(${part})(?::(${part}))?`,
  'g',
);
const column = /C(?:\[(-?\d+)\]|(\d+))?$/;

/**
 * A formula in R1C1 for the columns as they stand now: each reference points to what it pointed to, wherever that was
 * moved since. Texts inside the formula stay.
 *
 * @param at the formula's own column, then and now
 * @param moved the columns of a tab by its name; of the formula's own tab without one
 * @example moveReferences('=RC[-1]*2', { was: 4, now: 5 }, () => new Map([[3, 3], [4, 5]])) // '=RC[-2]*2'
 */
export function moveReferences(
  formula: string,
  at: { was: number; now: number },
  moved: (tab: string | undefined) => MovedColumns | undefined,
): string {
  return formula.replace(pattern, (whole, tab: string | undefined, first: string | undefined, last: string | undefined) => {
    if (first === undefined) return whole;
    const name = tab?.startsWith("'") ? tab.slice(1, -1).replace(/''/g, "'") : tab;
    const columns = moved(name);
    const shift = (reference: string): string =>
      reference.replace(column, (text, relative: string | undefined, absolute: string | undefined) => {
        const then = absolute === undefined ? at.was + Number(relative ?? 0) : Number(absolute);
        const now = columns === undefined ? then : (columns.get(then) ?? then);
        if (absolute !== undefined) return `C${now}`;
        return now === at.now ? (relative === undefined ? text : 'C[0]') : `C[${now - at.now}]`;
      });
    return `${tab === undefined ? '' : `${tab}!`}${shift(first)}${last === undefined ? '' : `:${shift(last)}`}`;
  });
}
