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

/** Sentences that are not part of the script, by key; where the script is not built, all are. */
type LateWords = (locale: Locale) => Readonly<Record<string, string>>;

let late: LateWords | undefined;

/** Says where sentences are that the script itself does not hold. */
export function takeLateWords(source: LateWords): void {
  late = source;
}

/** @throws when nobody wrote the sentence: a bug, because a key must never be shown */
function sentenceOf(key: string, locale: Locale): string {
  const sentence = ledger[locale][key as MessageKey] ?? late?.(locale)[key];
  if (sentence === undefined) throw new Error(`No sentence for ${key}.`);
  return sentence;
}

/** @example say('done.noSamples', 'en') // 'There are no samples.' */
export function say(key: MessageKey, locale: Locale, params?: Params): string {
  return fillIn(sentenceOf(key, locale), params);
}

/**
 * A problem as a sentence: the reason first, then the mend.
 */
export function explain(problem: Problem, locale: Locale): string {
  const params: Params = { ...problem.params, ...(problem.suggestion === undefined ? {} : { suggestion: problem.suggestion }) };
  const dot = problem.code.indexOf('.');
  const area = areas[problem.code.slice(0, dot)];
  return fillIn(area?.[locale][problem.code.slice(dot + 1)] ?? sentenceOf(problem.code, locale), params);
}
