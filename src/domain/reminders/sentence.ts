import { daysBetween, partsOf } from '../dates/calendar.ts';
import { formatDate } from '../dates/format-date.ts';
import type { Dictionary } from '../dictionary/types.ts';
import type { Locale } from '../locale.ts';
import type { MessageKey } from '../messages/keys.ts';
import { say } from '../messages/say.ts';
import type { Reminder } from './reminder.ts';
import type { Rule } from './rule.ts';

/** Longer words are cut: the record has all of them. */
const longestWords = 40;

/** A day as people say it, with its year only where it is another one. */
function sayDay(day: string, today: string, locale: Locale): string {
  const text = formatDate(day, locale);
  if (partsOf(day).year !== partsOf(today).year) return text;
  return locale === 'en' ? text.replace(/ \d{4}$/, '') : text.replace(/^\d{4}年/, '');
}

function sayWhen(due: string, today: string, locale: Locale): string {
  const days = daysBetween(today, due);
  if (days === 0) return say('reminder.on', locale);
  return days > 0 ? say('reminder.ahead', locale, { days }) : say('reminder.past', locale, { days: -days });
}

/** A rule's name as it stands in the list. */
export const ruleName = (rule: Rule, locale: Locale): string =>
  rule.kind === 'own' ? rule.words : say(`rule.${rule.key}` as MessageKey, locale);

/**
 * A reminder as one sentence, without the customer's name: what it is about and how long it has been or will be.
 *
 * @example sentenceOf(reminder, rule, dictionary, '2026-11-22', 'zh-CN') // 'KFR-35GW 报修 9 天了还没修好'
 */
export function sentenceOf(reminder: Reminder, rule: Rule, dictionary: Dictionary, today: string, locale: Locale): string {
  const { due, since, what, amount = '', rest } = reminder;
  const flat = reminder.words.replace(/\s+/g, ' ');
  const words = flat.length > longestWords ? `${flat.slice(0, longestWords - 1)}…` : flat;
  const tab = dictionary.tabs.find(({ key }) => key === reminder.tab);
  const fallback = tab?.noun[locale] ?? '';
  const params = {
    what: what === '' ? fallback : what,
    words,
    amount: rest === undefined ? String(amount) : say('reminder.rest', locale, { rest, amount }),
    date: sayDay(due, today, locale),
    since: sayDay(since, today, locale),
    when: sayWhen(due, today, locale),
    days: daysBetween(since, today),
    own: rule.kind === 'own' ? rule.words : '',
    field: rule.kind === 'own' ? (tab?.fields.find(({ key }) => key === rule.date)?.label[locale] ?? '') : '',
  };
  const key = rule.kind === 'own' ? 'own' : reminder.isAgain ? `${rule.key}Again` : rule.key;
  return say(`reminder.text.${key}` as MessageKey, locale, params)
    .replace(/\s*[：:]\s*$/, '')
    .replace(/ {2,}/g, ' ')
    .replace(/([\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '$1')
    .replace(/ ([:：])/g, '$1')
    .trim();
}
