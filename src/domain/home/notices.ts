import type { Locale } from '../locale.ts';
import { say } from '../messages/say.ts';
import type { Told } from '../messages/told.ts';

/** What somebody should know who opens the workbook: `wrong` needs doing, `look` wants a glance, `calm` is good to know. */
export interface Notice {
  tone: 'wrong' | 'look' | 'calm';
  told: Told;
  /** key of the tab where it can be seen; the line is a link to it */
  tab?: string;
}

/**
 * Who may leave a notice on the start page, in the order of lines of the same tone. Each has one at a time and takes it
 * away itself once it has been looked at. To add one: its name here, and its sentence in `messages.ts`.
 */
export const noticeSources = ['timer', 'failedJobs', 'reminders', 'duplicates', 'gone', 'backup', 'switchedOff'] as const;

export type NoticeSource = (typeof noticeSources)[number];

export type Notices = Partial<Readonly<Record<NoticeSource, readonly Notice[]>>>;

const tones = ['wrong', 'look', 'calm'] as const;
/** More would not be read. */
const mostLines = 8;

/** A line of the start page. */
export interface NoticeLine {
  text: string;
  tab?: string;
}

/** The lines, the most urgent first; where nothing wants doing, the first says so. */
export function noticeLines(notices: Notices, locale: Locale): NoticeLine[] {
  const all = noticeSources.flatMap((source) => notices[source] ?? []);
  const sorted = tones.flatMap((tone) => all.filter((notice) => notice.tone === tone));
  const lines = sorted.map(
    ({ told, tab }): NoticeLine => ({ text: say(told.key, locale, told.params), ...(tab ? { tab } : {}) }),
  );
  if (all.every(({ tone }) => tone === 'calm')) lines.unshift({ text: say('notice.nothing', locale) });
  const more = lines.length - mostLines;
  return more > 0 ? [...lines.slice(0, mostLines), { text: say('notice.more', locale, { count: more }) }] : lines;
}

/** What needs doing, for those who do not see the start page: the wrong and the new, without what is merely good to know. */
export const noticeTexts = (notices: Notices, locale: Locale): string[] =>
  noticeSources
    .flatMap((source) => notices[source] ?? [])
    .filter(({ tone }) => tone !== 'calm')
    .map(({ told }) => say(told.key, locale, told.params));
