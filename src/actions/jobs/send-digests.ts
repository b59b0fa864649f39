import { composeDigest, hasNews } from '../../domain/digest/compose-digest.ts';
import {
  carryOver,
  confirmSent,
  leaveUnsure,
  nextRecipients,
  noteSending,
  type Outbox,
  openOutbox,
  takeBack,
  type Unsure,
} from '../../domain/digest/outbox.ts';
import type { Recipient } from '../../domain/digest/recipients.ts';
import { say } from '../../domain/messages/say.ts';
import type { Told } from '../../domain/messages/told.ts';
import { keepOutbox, lookAtOutbox, mailsLeft, type Sending, sendMail } from '../../google/mail.ts';
import { type DayOfDigests, dayOfDigests } from '../digest-of.ts';
import type { JobWork, Slice } from './slice.ts';

/** What the day's mails came to. */
interface Tally {
  sent: number;
  wrong: string[];
  unsure: number;
  waiting: number;
}

/** Earlier mails that this one is to name: their own, and to the owner everybody's. */
const namedTo = ({ to, isOwner }: Recipient, { unsure, day }: Outbox): Unsure[] =>
  unsure.filter((each) => each.day < day && (isOwner || each.to === to));

/**
 * Sends one after the other: noted before, confirmed after. An earlier mail that may have been lost stays to be named
 * until the owner's digest has named it.
 */
class Sender {
  readonly tally: Tally = { sent: 0, wrong: [], unsure: 0, waiting: 0 };

  constructor(
    private readonly day: DayOfDigests,
    private box: Outbox,
  ) {}

  /** @returns whether time ran out before all were sent */
  sendAll({ hasTime }: Slice): boolean {
    const { list } = this.day.recipients;
    const hasOwner = list.some(({ isOwner }) => isOwner);
    const order = nextRecipients(
      this.box,
      list.map(({ to }) => to),
    );
    let left = order.length > 0 ? mailsLeft() : 0;
    for (const [i, to] of order.entries()) {
      if (!hasTime()) return true;
      const recipient = list.find((each) => each.to === to)!;
      const named = namedTo(recipient, this.box);
      const digest = this.day.digestFor(recipient, named);
      if (!hasNews(digest)) continue;
      const { subject, body } = composeDigest(digest);
      const settled = recipient.isOwner || !hasOwner ? named : [];
      if (left <= 0 || this.send(recipient, subject, body, settled) === 'usedUp') {
        this.keep(carryOver(this.box, order.slice(i)));
        this.tally.waiting = order.length - i;
        return false;
      }
      left -= 1;
    }
    return false;
  }

  private send({ to, names }: Recipient, subject: string, body: string, named: readonly Unsure[]): Sending {
    this.keep(noteSending(this.box, to));
    const sending = sendMail(to, subject, body);
    if (sending === 'sent') this.tally.sent++;
    if (sending === 'unsure') this.tally.unsure++;
    if (sending === 'wrongAddress') this.tally.wrong.push(...names);
    const become = { sent: confirmSent, unsure: leaveUnsure, wrongAddress: takeBack, usedUp: takeBack }[sending];
    this.keep(become(this.box, to, named));
    return sending;
  }

  private keep(box: Outbox): void {
    this.box = box;
    keepOutbox(box);
  }
}

/** What was sent, and what of it was not, each with what to do. */
function outcomeOf({ sent, wrong, unsure, waiting }: Tally, separator: string): { told: Told; ok?: boolean; partly?: true } {
  const left: Told[] = [
    ...(wrong.length > 0 ? [{ key: 'job.digest.wrong' as const, params: { wrong: wrong.join(separator) } }] : []),
    ...(unsure > 0 ? [{ key: 'job.digest.unsure' as const, params: { unsure } }] : []),
    ...(waiting > 0 ? [{ key: 'job.digest.carried' as const, params: { waiting } }] : []),
  ];
  const key = sent > 0 ? 'job.digest.sent' : left.length > 0 ? 'job.digest.none' : 'job.digest.nothing';
  const told: Told = { key, params: { sent }, ...(left.length > 0 ? { more: left } : {}) };
  return { told, ...(left.length > 0 ? { ok: false } : {}), ...(left.length > 0 && sent + unsure > 0 ? { partly: true } : {}) };
}

/**
 * Sends the day's digests: at most one a day and person, also where the trigger comes twice or a run dies half-way, within
 * the day's mails, the rest first tomorrow. Only one run of a job is at work at a time.
 */
export const sendDigests: JobWork = (slice) => {
  const { book } = slice;
  const day = dayOfDigests(book);
  const { list, wrong } = day.recipients;
  if (list.length === 0) return { told: { key: 'job.digest.nobody' }, ok: false };
  const sender = new Sender(day, openOutbox(lookAtOutbox(), day.day));
  sender.tally.sent = (slice.rest as { sent?: number } | undefined)?.sent ?? 0;
  if (sender.sendAll(slice)) return { rest: { sent: sender.tally.sent } };
  sender.tally.wrong.unshift(...wrong);
  return outcomeOf(sender.tally, say('list.separator', book.language));
};
