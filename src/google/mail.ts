import { type Outbox, readOutbox } from '../domain/digest/outbox.ts';
import { lookAtProperties, putProperties } from './properties.ts';
import { isRefusal } from './refusals.ts';

const outboxKey = 'digest.outbox';

/** Who has got which digest, as the workbook remembers it. One look-up. */
export const lookAtOutbox = (): Outbox => readOutbox(lookAtProperties()[outboxKey]);

/** Remembers it before anything else is done. One property write. */
export const keepOutbox = (box: Outbox): void => putProperties({ [outboxKey]: JSON.stringify(box) });

/** How a mail ended; `unsure`: an answer never came, so that it may have gone out all the same. */
export type Sending = 'sent' | 'wrongAddress' | 'usedUp' | 'unsure';

/** The platform's words for what surely was not sent (platform §5). */
const surely: readonly [RegExp, Sending][] = [
  [/Invalid email|no recipient|邮件无效|郵件無效/i, 'wrongAddress'],
  [/for one day|一天[内內]/i, 'usedUp'],
];

/** Mails that may still be sent today. */
export const mailsLeft = (): number => MailApp.getRemainingDailyQuota();

/**
 * Sends one plain mail. What the platform does not surely say was refused counts as perhaps sent: it is never repeated.
 *
 * @throws what is about the permission, not about the mail
 */
export function sendMail(to: string, subject: string, body: string): Sending {
  try {
    MailApp.sendEmail(to, subject, body);
    return 'sent';
  } catch (error) {
    const text = String(error);
    if (isRefusal(error)) throw error;
    console.warn(text);
    return surely.find(([pattern]) => pattern.test(text))?.[1] ?? 'unsure';
  }
}
