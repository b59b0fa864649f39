import { cellText } from '../domain/check/cell.ts';
import { addDays } from '../domain/dates/calendar.ts';
import type { Digest, DigestLine, DigestPart } from '../domain/digest/compose-digest.ts';
import type { Unsure } from '../domain/digest/outbox.ts';
import { type Recipient, type Recipients, readRecipients } from '../domain/digest/recipients.ts';
import { noticeTexts } from '../domain/home/notices.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import { agendaOf, type Item } from '../domain/reminders/agenda.ts';
import { staffTab } from '../domain/reminders/people.ts';
import { type ReviewShare, shareReviews } from '../domain/review/due-reviews.ts';
import { explainReview } from '../domain/review/explain-review.ts';
import { doneOn } from '../domain/review/review-people.ts';
import { optionKey } from '../domain/text/match-option.ts';
import type { Book } from '../google/book.ts';
import { noticesNow } from '../google/home-notices.ts';
import { type ReviewBook, readReviews } from '../google/review-records.ts';
import { marksNow, type RemindersOfDay, remindersOfDay, tellItems } from './due-reminders.ts';

/** Everything that the digests of a day are made of: read once, told to each in their language. */
export interface DayOfDigests {
  day: string;
  recipients: Recipients;
  digestFor(recipient: Recipient, unsure: readonly Unsure[]): Digest;
}

/** Everybody of the staff who may get mail. One read. */
function recipientsOf(book: Book): Recipients {
  const definition = staffTab(book.dictionary);
  const tab = definition && book.tab(definition.key);
  if (!tab) return { list: [], wrong: [] };
  const block = tab.read(2, tab.dataRows());
  const rows = block.raw.map((_, row) =>
    Object.fromEntries(Object.entries(tab.record(block, row)).map(([key, cell]) => [key, cellText(cell)])),
  );
  return readRecipients(tab.tab, rows, book.language);
}

const isSame = (a: string, b: string): boolean => a !== '' && optionKey(a) === optionKey(b);

class Day implements DayOfDigests {
  readonly day: string;
  readonly recipients: Recipients;
  private readonly book: Book;
  private readonly reviews: ReviewBook | undefined;
  private readonly shares: readonly ReviewShare[];
  private readonly done: ReadonlyMap<string, number>;
  private readonly reminders: RemindersOfDay;
  private readonly items: readonly Item[];
  private readonly told = new Map<Locale, ReturnType<typeof tellItems>>();

  constructor(book: Book) {
    this.book = book;
    this.recipients = recipientsOf(book);
    this.reviews = readReviews(book);
    this.shares = this.reviews ? shareReviews(this.reviews.due, this.reviews.plan, this.reviews.done) : [];
    this.done = this.reviews ? doneOn(this.reviews.records.values(), addDays(this.reviews.today, -1)) : new Map();
    this.reminders = remindersOfDay(book);
    this.day = this.reminders.today;
    this.items = agendaOf(this.reminders.reminders, marksNow(book, this.day), this.day, 'digest');
  }

  private itemsIn(locale: Locale): ReturnType<typeof tellItems> {
    const known = this.told.get(locale) ?? tellItems(this.book, this.reminders, this.items, locale);
    this.told.set(locale, known);
    return known;
  }

  /** @param isTheirs by the name of whoever is responsible */
  private part(who: string, isTheirs: (name: string) => boolean, locale: Locale): DigestPart {
    const shares = this.shares.filter((share) => isTheirs(share.who));
    const reviews = shares.flatMap(({ today }) => today);
    const own = this.itemsIn(locale).filter(({ person }) => isTheirs(person));
    const lines = (urgency: Item['urgency']): DigestLine[] =>
      own
        .filter((item) => item.urgency === urgency)
        .map(({ rule, customer, reminder }) => ({
          what: rule,
          numbers: [...new Set([reminder.number, customer])].filter((number) => number !== '').join(' '),
          due: reminder.due,
        }));
    return {
      who,
      reviews: {
        today: reviews.map((review) => ({
          what: explainReview(review, this.reviews!.records.get(review.number)!, locale).join(say('list.separator', locale)),
          numbers: review.number,
          due: review.dueOn,
        })),
        waiting: shares.reduce((sum, { waiting }) => sum + waiting, 0),
        done: [...this.done].reduce((sum, [name, count]) => sum + (isTheirs(name) ? count : 0), 0),
      },
      reminders: {
        overdue: lines('overdue'),
        today: lines('today'),
        coming: lines('coming').length,
        done: lines('done').length,
      },
    };
  }

  /** Everybody who has something to do or has done something, whether they get mail or not. */
  private team(locale: Locale): DigestPart[] {
    const names = [
      ...this.shares.map(({ who }) => who),
      ...this.itemsIn(locale).map(({ person }) => person),
      ...this.done.keys(),
    ];
    const people = names.filter((name, i) => names.findIndex((other) => other === name || isSame(other, name)) === i);
    return people.map((who) => this.part(who, (name) => name === who || isSame(name, who), locale));
  }

  private link(tab: string): string {
    const id = this.book.settings?.tabs[tab];
    const url = this.book.workbook.getUrl();
    return id === undefined ? url : `${url}#gid=${id}`;
  }

  digestFor({ names, locale, isOwner }: Recipient, unsure: readonly Unsure[]): Digest {
    const staffed = this.recipients.list.flatMap((each) => each.names);
    // What nobody who gets mail is responsible for is the owner's to know.
    const isNobodys = (name: string): boolean => !staffed.some((each) => isSame(each, name));
    const isTheirs = (name: string): boolean => names.some((each) => isSame(each, name)) || (isOwner && isNobodys(name));
    const separator = say('list.separator', locale);
    return {
      locale,
      day: this.day,
      ledger: this.book.workbook.getName(),
      links: { reviews: this.link('reviewList'), reminders: this.link('today') },
      own: this.part(names.join(separator), isTheirs, locale),
      unsure,
      ...(isOwner ? { team: this.team(locale), notices: noticeTexts(noticesNow(this.book, locale), locale) } : {}),
    };
  }
}

/** Reads what the digests of today tell: reviews, reminders, the staff. The reads do not grow with the rows. */
export const dayOfDigests = (book: Book): DayOfDigests => new Day(book);
