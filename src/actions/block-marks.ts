import type { Failure } from '../domain/api.ts';
import type { Verdict } from '../domain/check/check-cell.ts';
import { fieldLabelled } from '../domain/check/field-labelled.ts';
import { markNote, readMark } from '../domain/check/mark.ts';
import { bandingStyle, markFill } from '../domain/dictionary/palette.ts';
import type { Tab } from '../domain/dictionary/types.ts';
import type { Locale } from '../domain/locale.ts';
import { explain, say } from '../domain/messages/say.ts';
import type { Problem } from '../domain/problem.ts';
import type { Sureness } from '../google/guard.ts';
import type { CellChange } from '../google/write-cells.ts';

const fills: ReadonlySet<string> = new Set(Object.values(markFill));
/** Fills that are nobody's own: none, and the banding, should Sheets answer it for a cell without a fill. */
const plain: ReadonlySet<string> = new Set(['#ffffff', ...Object.values(bandingStyle)]);

/** A problem as the cell's note says it; a field named in it goes by its label. */
export function sentence(problem: Problem, tab: Tab, locale: Locale): string {
  return explain(fieldLabelled(tab, problem, locale), locale);
}

/**
 * What is to be done about a cell's mark: put it on, change its words, take it off, or nothing. The shop's own note
 * and fill are kept inside the mark's note and come back with it.
 *
 * @param note the cell's note now
 * @param fill the cell's fill now; unknown when nobody looked because the mark only goes away
 */
export function markChange(
  cell: { row: number; field: string },
  verdict: Verdict,
  note: string,
  fill: string | undefined,
  tab: Tab,
  locale: Locale,
): CellChange | undefined {
  const marked = readMark(note);
  if (!verdict.problem) {
    // A fill of ours without its note came with a copied format, or with a row inserted below a mark.
    if (!marked) return fill !== undefined && fills.has(fill) ? { ...cell, fill: null } : undefined;
    const own = fill === undefined || fills.has(fill) ? { fill: marked.fill ?? null } : {};
    return { ...cell, note: marked.note, ...own };
  }
  const wanted = markFill[verdict.problem.severity ?? 'wrong'];
  const ownFill = fill && !plain.has(fill) && !fills.has(fill) ? fill : marked?.fill;
  const text = markNote(sentence(verdict.problem, tab, locale), { note: marked?.note ?? note, fill: ownFill }, locale);
  if (text === note && fill === wanted) return undefined;
  return { ...cell, note: text, fill: wanted };
}

/** What it means for the person that rows or columns were moved during a write. */
export const saySureness = (sureness: Sureness, locale: Locale): string =>
  say(sureness === 'takenBack' ? 'stop.moved' : 'stop.overwritten', locale);

/** The same as an answer to the sidebar. */
export const failMoved = (sureness: Sureness, locale: Locale): Failure => ({
  failed: true,
  message: saySureness(sureness, locale),
  retry: sureness === 'takenBack',
});
