/** The command line speaks Chinese or English: by `--locale`, else by the environment, as the product itself does. */
import { type Locale, languageOf } from '../../src/domain/locale.ts';

export type Speech = (zh: string, en: string) => string;

/** What the system's settings ask for; Chinese where they say nothing. */
export function systemLocale(environment: NodeJS.ProcessEnv): Locale {
  const said = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  // `C` and `POSIX` mean "no language", which programs answer in English
  return /^(?:C|POSIX)\b/.test(said) ? 'en' : languageOf(said);
}

/** @example speechOf('en')('好', 'fine') // 'fine' */
export const speechOf =
  (locale: Locale): Speech =>
  (zh, en) =>
    locale === 'en' ? en : zh;
