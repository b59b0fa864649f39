import type { Locale } from '../domain/locale.ts';
import type { Hindered } from '../domain/log/entry.ts';
import { isWhole } from '../domain/log/record-trace.ts';
import { undoneBy } from '../domain/log/run-list.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { entriesOfRun, readWholeLog } from '../google/change-log.ts';
import { underLock } from '../google/numbers.ts';
import { undoRun } from '../google/undo-run.ts';
import type { Outcome } from './outcome.ts';
import { remarkCells } from './remark-cells.ts';
import { sayWhere } from './say-where.ts';

const whys: readonly Hindered['why'][] = ['changedSince', 'recordGone', 'columnGone', 'formula', 'doubled', 'inUse'];

/** The last clean-up that stands. */
function lastCleanUp(book: Book): number | undefined {
  const entries = readWholeLog(book).flatMap(({ entry }) => entry ?? []);
  const runs = new Set(entries.filter(({ kind, run }) => kind === 'cleanUp' && run > 0).map(({ run }) => run));
  return [...runs].sort((a, b) => b - a).find((run) => undoneBy(entries, run) === undefined);
}

/**
 * Takes the last clean-up back, also days later: cells that still hold what it wrote get back what they held, records
 * that it deleted are added again, and what cannot be restored is told by its reason.
 */
export function undoCleanUp(book: Book, locale: Locale): Outcome {
  const outcome = underLock(book, () => {
    const run = lastCleanUp(book);
    if (run === undefined) return { ok: false, message: say('stop.noCleanUp', locale) };
    const entries = entriesOfRun(book, run);
    const undone = undoRun(book, run);
    if (undone?.moved) return { ok: false, message: say('stop.moved', locale) };
    remarkCells(book, undone?.done ?? []);
    const rows = undone?.done.filter(isWhole).length ?? 0;
    const count = (undone?.written ?? 0) - rows;
    const hindered = undone?.hindered ?? [];
    const left = whys
      .map((why) => ({ why, changes: hindered.filter((each) => each.why === why).map(({ change }) => change) }))
      .filter(({ changes }) => changes.length > 0)
      .map(({ why, changes }) => say(`undo.${why}`, locale, { count: changes.length }) + sayWhere(book, changes, locale));
    const at = book.zone.moment(entries[0]!.at).slice(0, 16);
    const sentences = [
      say('done.cleanUpUndone', locale, { at, count, rows }),
      ...(left.length > 0
        ? [say('done.cleanUpUndoneSkipped', locale, { count: hindered.length, list: left.join(say('list.separator', locale)) })]
        : []),
      ...(entries.some(({ field, record }) => field === '' && record === '') ? [say('done.emptyRowsStay', locale)] : []),
    ];
    const details = { run, restored: count, rows, left: hindered.length };
    return { ok: true, message: sentences.join(say('sentence.separator', locale)), details };
  });
  return outcome ?? { ok: false, message: say('stop.busy', locale) };
}
