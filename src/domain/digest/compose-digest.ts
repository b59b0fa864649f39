import type { Locale } from '../locale.ts';
import type { MessageKey } from '../messages/keys.ts';
import { say } from '../messages/say.ts';
import type { Unsure } from './outbox.ts';

/** A line about one record, without anybody's name: mail is read on the way. */
export interface DigestLine {
  /** what it is about: a reminder's name, or why somebody is to be reviewed */
  what: string;
  /** numbers of the record and of the customer */
  numbers: string;
  /** `yyyy-MM-dd` */
  due: string;
}

/** What one person has to do today. */
export interface DigestPart {
  who: string;
  reviews: { today: readonly DigestLine[]; waiting: number; done: number };
  reminders: { overdue: readonly DigestLine[]; today: readonly DigestLine[]; coming: number; done: number };
}

export interface Digest {
  locale: Locale;
  /** `yyyy-MM-dd` */
  day: string;
  /** the workbook's name */
  ledger: string;
  /** where the lists are; the workbook itself where there is none */
  links: { reviews: string; reminders: string };
  own: DigestPart;
  /** for the owner: how everybody stands */
  team?: readonly DigestPart[];
  /** earlier mails of which nobody knows whether they arrived */
  unsure: readonly Unsure[];
  /** for the owner: what the start page says that needs doing */
  notices?: readonly string[];
}

/** Longer lists are read in the workbook. */
const mostLines = 30;

const overdueReviews = ({ reviews }: DigestPart, day: string): number => reviews.today.filter(({ due }) => due < day).length;

const isIdle = ({ reviews, reminders }: DigestPart): boolean =>
  reviews.today.length + reviews.waiting + reviews.done + reminders.overdue.length + reminders.today.length + reminders.done ===
  0;

/** Whether there is anything to tell: nobody gets a mail that says nothing. */
export const hasNews = ({ own, team = [], unsure, notices = [] }: Digest): boolean =>
  unsure.length > 0 || notices.length > 0 || ![own, ...team].every(isIdle);

function lines(list: readonly DigestLine[], locale: Locale): string[] {
  const shown = list.slice(0, mostLines).map((line) => say('digest.line', locale, { ...line }));
  return list.length > mostLines ? [...shown, say('digest.more', locale, { count: list.length - mostLines })] : shown;
}

/** What there is any of; what there is none of goes without saying. */
const countsOf = (locale: Locale, counts: Partial<Record<MessageKey, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => say(key as MessageKey, locale, { count }))
    .join(say('digest.comma', locale));

function reviewLines({ own, day, locale, links }: Digest): string[] {
  const { today, waiting, done } = own.reviews;
  if (today.length + waiting + done === 0) return [];
  const parts = countsOf(locale, {
    'digest.reviews.today': today.length,
    'digest.subject.overdue': overdueReviews(own, day),
    'digest.reviews.waiting': waiting,
    'digest.reviews.done': done,
  });
  return [
    '',
    say('digest.reviews', locale, { parts }),
    ...lines(today, locale),
    say('digest.open', locale, { link: links.reviews }),
  ];
}

function reminderLines({ own, locale, links }: Digest): string[] {
  const { overdue, today, coming, done } = own.reminders;
  if (overdue.length + today.length + done === 0) return [];
  const parts = countsOf(locale, {
    'digest.subject.overdue': overdue.length,
    'digest.reminders.today': today.length,
    'digest.reminders.coming': coming,
    'digest.reminders.done': done,
  });
  return [
    '',
    say('digest.reminders', locale, { parts }),
    ...lines([...overdue, ...today], locale),
    say('digest.open', locale, { link: links.reminders }),
  ];
}

function teamLines({ team = [], day, locale }: Digest): string[] {
  const busy = team.filter((part) => !isIdle(part));
  if (busy.length === 0) return [];
  return [
    '',
    say('digest.team', locale),
    ...busy.map((part) =>
      say('digest.member', locale, {
        who: part.who || say('review.nobody', locale),
        due: part.reviews.today.length + part.reminders.overdue.length + part.reminders.today.length,
        overdue: overdueReviews(part, day) + part.reminders.overdue.length,
        done: part.reviews.done + part.reminders.done,
      }),
    ),
  ];
}

/**
 * The mail: what is due, overdue and done, by number only, with a link to the lists.
 *
 * @example composeDigest(digest).subject // '客户台账 2026-11-22：待复核 5 位，提醒 3 件，逾期 1'
 */
export function composeDigest(digest: Digest): { subject: string; body: string } {
  const { locale, day, ledger, own, unsure, notices = [] } = digest;
  const { overdue, today } = own.reminders;
  const parts = countsOf(locale, {
    'digest.subject.reviews': own.reviews.today.length,
    'digest.subject.reminders': overdue.length + today.length,
    'digest.subject.overdue': overdueReviews(own, day) + overdue.length,
  });
  const subject = say('digest.subject', locale, { ledger, day, parts: parts || say('digest.subject.none', locale) });
  const body = [
    say('digest.greeting', locale, { who: own.who, day }),
    ...reviewLines(digest),
    ...reminderLines(digest),
    ...teamLines(digest),
    ...(notices.length > 0 ? ['', say('digest.notices', locale), ...notices.map((text) => `- ${text}`)] : []),
    ...(unsure.length > 0
      ? ['', say('digest.unsure', locale), ...unsure.map(({ to, day: on }) => say('digest.unsureLine', locale, { to, day: on }))]
      : []),
    '',
    say('digest.foot', locale),
  ];
  return { subject, body: body.join('\n') };
}
