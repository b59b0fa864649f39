/** The command line speaks Chinese or English: by `--locale`, else as the workbook does; Chinese where there is none yet. */
import { type Locale, languageOf } from '../../src/domain/locale.ts';
import type { WorkbookState } from '../contract.ts';
import type { Call } from './command.ts';

export type Speech = (zh: string, en: string) => string;

/**
 * Who runs a command sees the language of the workbook, unless `--locale` asked for another: the terminal's own settings
 * say little about the shop.
 */
export function speakAs(call: Call, state: WorkbookState): void {
  if (call.values.locale !== undefined) return;
  call.locale = languageOf(state.locale);
  call.say = speechOf(call.locale);
  call.user = { ...call.user, locale: call.locale };
}

/** @example speechOf('en')('好', 'fine') // 'fine' */
export const speechOf =
  (locale: Locale): Speech =>
  (zh, en) =>
    locale === 'en' ? en : zh;
