/**
 * Who has got which day's digest. A mail is noted before it is sent and confirmed after, so that nobody gets two: what was
 * noted and never confirmed may have gone out, is not sent again, and is named in the next digest instead.
 */
export interface Outbox {
  /** the day that `sending` and `sent` are about, `yyyy-MM-dd` */
  day: string;
  /** noted, and not confirmed yet */
  sending: readonly string[];
  sent: readonly string[];
  /** left for the next day, because the day's mails were used up: they come first then */
  waiting: readonly string[];
  /** never confirmed, with the day; named until a digest that names them is confirmed */
  unsure: readonly Unsure[];
}

export interface Unsure {
  to: string;
  day: string;
}

export const emptyOutbox: Outbox = { day: '', sending: [], sent: [], waiting: [], unsure: [] };

/** More than these are not remembered: a property holds 9 KB (platform §1). */
const mostUnsure = 60;

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** What was kept of it; nothing where it cannot be read. */
export function readOutbox(text: string | undefined): Outbox {
  try {
    const kept = JSON.parse(text ?? '{}') as Partial<Record<keyof Outbox, unknown>>;
    const isUnsure = (each: Partial<Unsure>): each is Unsure => typeof each?.to === 'string' && typeof each.day === 'string';
    return {
      day: typeof kept.day === 'string' ? kept.day : '',
      sending: texts(kept.sending),
      sent: texts(kept.sent),
      waiting: texts(kept.waiting),
      unsure: (Array.isArray(kept.unsure) ? (kept.unsure as Partial<Unsure>[]) : []).filter(isUnsure),
    };
  } catch {
    return emptyOutbox;
  }
}

/**
 * Opens it for a day. Call it only while no other run is at work: what stands there as being sent was cut off then.
 *
 * @example openOutbox({ ...box, day: '2026-11-21', sending: ['li@example.com'] }, '2026-11-22').unsure // li, of the 21st
 */
export function openOutbox(box: Outbox, day: string): Outbox {
  const cutOff = box.sending.map((to) => ({ to, day: box.day }));
  const unsure = [...box.unsure, ...cutOff].slice(-mostUnsure);
  return { ...box, day, sending: [], sent: box.day === day ? box.sent : [], unsure };
}

/** Whether somebody has got the day's digest, or may have. */
export const isSettled = ({ day, sent, sending, unsure }: Outbox, to: string): boolean =>
  sent.includes(to) || sending.includes(to) || unsure.some((each) => each.to === to && each.day === day);

/** Who is to get a mail now: whoever waits since yesterday first. */
export function nextRecipients(box: Outbox, all: readonly string[]): string[] {
  const open = all.filter((to) => !isSettled(box, to));
  return [...open.filter((to) => box.waiting.includes(to)), ...open.filter((to) => !box.waiting.includes(to))];
}

export const noteSending = (box: Outbox, to: string): Outbox => ({ ...box, sending: [...box.sending, to] });

/** It went out. @param named what its text said of earlier mails, which is settled by it */
export const confirmSent = (box: Outbox, to: string, named: readonly Unsure[] = []): Outbox => ({
  ...box,
  sending: box.sending.filter((each) => each !== to),
  sent: [...box.sent, to],
  waiting: box.waiting.filter((each) => each !== to),
  unsure: box.unsure.filter((each) => !named.some((one) => one.to === each.to && one.day === each.day)),
});

/** It surely did not go out: it may be tried again. */
export const takeBack = (box: Outbox, to: string): Outbox => ({ ...box, sending: box.sending.filter((each) => each !== to) });

/** Nobody knows whether it went out. */
export const leaveUnsure = (box: Outbox, to: string): Outbox => ({
  ...takeBack(box, to),
  unsure: [...box.unsure, { to, day: box.day }].slice(-mostUnsure),
});

/** The day's mails are used up: these come first tomorrow. */
export const carryOver = (box: Outbox, rest: readonly string[]): Outbox => ({ ...box, waiting: [...rest] });
