import type { Mail } from '../contract.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { GlobalService } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';

/** platform.md §1, a consumer account */
const MAX_RECIPIENTS = 50;
const MAX_BODY = 200 * 1024;

const addresses = (list: string | undefined): string[] => (list ?? '').split(',').filter((each) => each.trim() !== '');

const OPTIONS = ['to', 'cc', 'bcc', 'subject', 'body', 'htmlBody', 'name', 'replyTo'] as const;

type Options = Partial<Record<(typeof OPTIONS)[number], string>>;

function send(context: ExecutionContext, options: Options): void {
  const { quotas } = context.surroundings;
  const unknown = Object.keys(options).find((name) => !(OPTIONS as readonly string[]).includes(name));
  if (unknown) throw new ServiceError(`The option ${unknown} of MailApp.sendEmail is not part of the local workbook.`);
  const recipients = [options.to, options.cc, options.bcc].flatMap(addresses);
  if (recipients.length === 0) throw new ServiceError('Failed to send email: no recipient');
  for (const each of recipients)
    if (!/^[^@]*<?[^\s@<>]+@[^\s@<>]+>?$/.test(each.trim())) throw new ServiceError(`Invalid email: ${each.trim()}`);
  if (recipients.length > MAX_RECIPIENTS) throw new ServiceError('Limit Exceeded: Email Recipients Per Message.');
  const size = Buffer.byteLength((options.body ?? '') + (options.htmlBody ?? ''), 'utf8');
  if (size > MAX_BODY) throw new ServiceError('Limit Exceeded: Email Body Size.');
  if (recipients.length > quotas.remaining('email', context.user.email, context.now())) {
    throw new ServiceError('Service invoked too many times for one day: email.');
  }
  context.meter.charge('mail');
  quotas.use('email', context.user.email, recipients.length, context.now());
  const { to = '', subject = '', body = '', cc, bcc, htmlBody, name, replyTo } = options;
  const extras = Object.fromEntries(
    Object.entries({ cc, bcc, htmlBody, name, replyTo }).filter(([, value]) => value !== undefined),
  );
  const mail: Mail = { to, subject, body, ...extras, at: context.now(), by: context.user.email };
  context.transact((apply) => apply([{ op: 'mail', add: [mail] }]));
}

function sendEmail(context: ExecutionContext, _: GlobalService, ...args: (string | Options)[]): void {
  if (typeof args[0] === 'object') {
    send(context, args[0]);
    return;
  }
  const texts = args.filter((arg): arg is string => typeof arg === 'string');
  const options = args.find((arg): arg is Options => typeof arg === 'object') ?? {};
  const [to, second, third, fourth] = texts as [string, string, string?, string?];
  const byFour = fourth === undefined ? { subject: second, body: third } : { replyTo: second, subject: third, body: fourth };
  send(context, { ...options, to, ...byFour });
}

export const mailAppMethods: Methods<GlobalService> = {
  sendEmail: ['object | string, string, string | string, string, string, object | string, string, string, string', sendEmail],
  getRemainingDailyQuota: ['', (context) => context.surroundings.quotas.remaining('email', context.user.email, context.now())],
};
