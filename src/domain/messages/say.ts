import { cleanMessages } from '../cleanup/messages.ts';
import { dateMessages } from '../dates/messages.ts';
import { emailMessages } from '../email/messages.ts';
import type { Locale } from '../locale.ts';
import { numberMessages } from '../numbers/messages.ts';
import { phoneMessages } from '../phone/messages.ts';
import type { Problem } from '../problem.ts';
import { textMessages } from '../text/messages.ts';
import { en } from './en.ts';
import { fillIn, type Params } from './fill-in.ts';
import type { MessageKey } from './keys.ts';
import { zhCN } from './zh-CN.ts';

const ledger = { 'zh-CN': zhCN, en } as const;

/** Sentences by area: a problem's code is `area.code`. */
const areas: Readonly<Record<string, Readonly<Record<Locale, Readonly<Record<string, string>>>>>> = {
  clean: cleanMessages,
  date: dateMessages,
  email: emailMessages,
  number: numberMessages,
  phone: phoneMessages,
  text: textMessages,
};

/** @example say('done.noSamples', 'en') // 'There are no samples.' */
export function say(key: MessageKey, locale: Locale, params?: Params): string {
  return fillIn(ledger[locale][key], params);
}

/**
 * A problem as a sentence: the reason first, then the mend.
 *
 * @throws when nobody wrote a sentence for the code: a bug, because a code must never be shown
 */
export function explain(problem: Problem, locale: Locale): string {
  const params: Params = { ...problem.params, ...(problem.suggestion === undefined ? {} : { suggestion: problem.suggestion }) };
  const dot = problem.code.indexOf('.');
  const area = areas[problem.code.slice(0, dot)];
  const sentence = area ? area[locale][problem.code.slice(dot + 1)] : ledger[locale][problem.code as MessageKey];
  if (sentence === undefined) throw new Error(`No sentence for ${problem.code}.`);
  return fillIn(sentence, params);
}
