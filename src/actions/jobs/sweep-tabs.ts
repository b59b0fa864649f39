import { say } from '../../domain/messages/say.ts';
import type { Told } from '../../domain/messages/told.ts';
import type { Book } from '../../google/book.ts';
import { keptNotice, putNotice } from '../../google/home-notices.ts';
import { knownIntents } from '../../google/intents.ts';
import { archiveLog } from '../../google/log-archive.ts';
import { actions } from '../actions.ts';
import { checkTab } from '../check-tab.ts';
import { recover } from '../recover.ts';
import type { JobWork } from './slice.ts';

const counted = ['rows', 'written', 'numbered', 'problems', 'missing'] as const;
type Counts = Record<(typeof counted)[number] | 'gone', number>;

/** Numbers that a notice names. */
const mostNamed = 5;

/** What is left of a night's check, and what was found so far. */
interface Rest {
  tabs: string[];
  counts: Counts;
  /** tabs whose headers somebody has to look at */
  headers: string[];
  /** a column of numbers was emptied: nothing was numbered anew */
  numbersLost?: true;
}

const nothing = (): Counts => ({ rows: 0, written: 0, numbered: 0, problems: 0, missing: 0, gone: 0 });

function begin(book: Book): Rest {
  recover(book, actions, book.language);
  book.refresh();
  const tabs = book.dictionary.tabs.map(({ key }) => key).filter((key) => (book.tab(key)?.fields().length ?? 0) > 0);
  return { tabs, counts: nothing(), headers: [] };
}

/** Checks one tab; what it answers is added up. */
function checkOne(book: Book, key: string, rest: Rest): void {
  const tab = book.tab(key);
  if (!tab) return;
  const { details } = checkTab(book, key, book.language);
  // Without figures nothing was checked: somebody was saving all the while.
  if (!details) throw new Error('Lock timeout: the tab could not be checked.');
  const gone = details.gone as readonly string[];
  for (const count of counted) rest.counts[count] += Number(details[count] ?? 0);
  rest.counts.gone += gone.length;
  if (gone.length > 0) tellGone(book, gone);
  if ((details.headers as readonly string[]).length > 0) rest.headers.push(tab.name);
  if (details.numbersLost) rest.numbersLost = true;
}

/** Told at once, because the next look finds them no more; what was told before and not looked at yet counts on. */
function tellGone(book: Book, gone: readonly string[]): void {
  const before = keptNotice('gone')?.told.params;
  const separator = say('list.separator', book.language);
  const known = before ? String(before.list).replace(/…$/, '').split(separator) : [];
  const all = [...known, ...gone];
  const list = all.slice(0, mostNamed).join(separator) + (all.length > mostNamed ? '…' : '');
  const count = Number(before?.count ?? 0) + gone.length;
  putNotice('gone', { tone: 'look', told: { key: 'notice.gone', params: { count, list } } });
}

function tellOf(book: Book, { counts, headers, numbersLost }: Rest): Told {
  if (numbersLost) return { key: 'stop.numbersLost' };
  if (headers.length > 0)
    return { key: 'job.sweep.headers', params: { ...counts, tabs: headers.join(say('list.separator', book.language)) } };
  if (counts.gone > 0) return { key: 'job.sweep.gone', params: counts };
  const isClean = counts.written + counts.numbered + counts.problems + counts.missing === 0;
  return { key: isClean ? 'job.sweep.clean' : 'job.sweep.done', params: counts };
}

/**
 * What people do by hand now and then, every night: finishes what was cut off, checks every tab, which also notes deleted
 * rows, and moves old entries of the log to its archive. A tab a step.
 */
export const sweepTabs: JobWork = ({ book, rest, hasTime }) => {
  const work = (rest as Rest | undefined) ?? begin(book);
  while (work.tabs.length > 0) {
    if (!hasTime()) return { rest: work };
    book.refresh();
    checkOne(book, work.tabs[0]!, work);
    work.tabs.shift();
  }
  if (knownIntents().length === 0) archiveLog(book);
  return { told: tellOf(book, work), ok: work.headers.length === 0 && !work.numbersLost };
};
