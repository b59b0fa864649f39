import type { Locale } from '../domain/locale.ts';
import type { Hindered, LogEntry, LogKind } from '../domain/log/entry.ts';
import { lastRun, undoneBy } from '../domain/log/run-list.ts';
import { say } from '../domain/messages/say.ts';
import { finishRun } from '../google/apply-plan.ts';
import type { Book } from '../google/book.ts';
import { readWholeLog } from '../google/change-log.ts';
import { chosenRun } from '../google/log-tab.ts';
import { underLock } from '../google/numbers.ts';
import { confirm } from '../google/screen.ts';
import { previewUndo, type UndoPreview, undoRun } from '../google/undo-run.ts';
import { afterRun } from './after-run.ts';
import type { Outcome } from './outcome.ts';
import { undoRestore } from './restore.ts';
import { sayWhere } from './say-where.ts';

export interface UndoRequest {
  /** absent: that of the chosen row of the log, else the last one that has not been undone */
  run?: number;
  /** only says what would be done */
  preview?: boolean;
}

const whyKeys = ['changedSince', 'recordGone', 'columnGone', 'formula', 'doubled', 'inUse'] as const;

/** How many were left alone for which reason, and where, in words. */
function reasons(book: Book, left: readonly Hindered[], cut: number, locale: Locale): string {
  const counts = whyKeys.map((why) => {
    const changes = left.filter((each) => each.why === why).map(({ change }) => change);
    return { key: `log.why.${why}` as const, count: changes.length, changes };
  });
  return [...counts, { key: 'log.why.cut' as const, count: cut, changes: [] }]
    .filter(({ count }) => count > 0)
    .map(({ key, count, changes }) => say(key, locale, { count }) + sayWhere(book, changes, locale))
    .join(say('list.separator', locale));
}

const kindOf = (kind: LogKind, locale: Locale): string => say(`log.kind.${kind}`, locale);

function question(book: Book, { run, kind, at, who, placing, cut }: UndoPreview, locale: Locale): string {
  const left = placing.hindered.length + cut;
  const params = {
    ...{ run, kind: kindOf(kind, locale), when: book.zone.moment(at), who: who || say('log.unknown', locale) },
    count: placing.ahead.length,
  };
  const more = left === 0 ? [] : [say('ask.undoLeft', locale, { left, reasons: reasons(book, placing.hindered, cut, locale) })];
  return [say('ask.undo', locale, params), ...more].join('\n');
}

/** Tabs that a run has set back as a whole. */
const tabsRestored = (log: readonly LogEntry[], run: number): string[] =>
  log.filter((entry) => entry.run === run && entry.record === '' && entry.field === '').map(({ tab }) => tab);

/**
 * 撤销批量操作: puts back what a clean-up, a check, a merge or an earlier undo has changed, wherever the records stand
 * now. First it says what will be put back and what cannot be; what somebody has changed since stays.
 */
export function undoBulk(book: Book, request: UndoRequest, locale: Locale): Outcome {
  const log = readWholeLog(book).flatMap(({ entry }) => entry ?? []);
  const run = request.run ?? chosenRun(book) ?? lastRun(log);
  if (run === undefined) return { ok: false, message: say('stop.noRun', locale) };
  const preview = previewUndo(book, run);
  if (!preview) return { ok: false, message: say('stop.unknownRun', locale, { run }) };
  const by = undoneBy(log, run);
  if (by !== undefined) return { ok: true, message: say('stop.undoneAlready', locale, { run, by }) };
  const restored = preview.kind === 'restore' ? tabsRestored(log, run) : [];
  const undone =
    restored.length > 0 ? undoRestore(book, { ...request, run }, restored, locale, request.run === undefined) : undefined;
  if (undone) return undone;
  const { placing, cut } = preview;
  const details = { run, back: placing.ahead.length, left: placing.hindered.length + cut };
  if (placing.ahead.length === 0) {
    const why = reasons(book, placing.hindered, cut, locale);
    return { ok: false, message: say(why ? 'stop.nothingToUndo' : 'stop.nothingLeft', locale, { run, reasons: why }), details };
  }
  if (request.preview) return { ok: true, message: question(book, preview, locale), details };
  // A program has said which run it means; a person is asked.
  if (request.run === undefined && confirm(question(book, preview, locale)) === false) return { ok: true, message: '' };
  const outcome = underLock(book, () => {
    const undone = undoRun(book, run);
    if (undone) afterRun(book, undone.done);
    return undone;
  });
  if (!outcome) return { ok: false, message: say('stop.busy', locale) };
  const left = outcome.hindered.length + cut;
  const params = { run, kind: kindOf(preview.kind, locale), when: book.zone.moment(preview.at), count: outcome.written, left };
  const key = left > 0 ? 'done.undonePartly' : 'done.undone';
  return {
    ok: !outcome.moved,
    message: outcome.moved
      ? say('stop.moved', locale)
      : say(key, locale, { ...params, reasons: reasons(book, outcome.hindered, cut, locale) }),
    details: { run, undo: outcome.run, back: outcome.written, left },
  };
}

/** Goes on with a run that was cut off: what the log says is about to be changed is changed. */
export function finishCutOff(book: Book, { run }: { run: number }, locale: Locale): Outcome {
  const outcome = underLock(book, () => {
    const finished = finishRun(book, run);
    afterRun(book, finished.done);
    return finished;
  });
  if (!outcome) return { ok: false, message: say('stop.busy', locale) };
  const key = outcome.takenBack ? 'recovered.takenBack' : 'recovered.finished';
  return { ok: true, message: say(key, locale, { action: say('action.finishRun', locale) }) };
}
