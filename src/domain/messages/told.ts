import type { Locale } from '../locale.ts';
import type { Params } from './fill-in.ts';
import type { MessageKey } from './keys.ts';
import { say } from './say.ts';

/** A sentence that is kept, to be read later by people of either language. */
export interface Told {
  key: MessageKey;
  params?: Params;
  /** what is to be said behind it */
  more?: readonly Told[];
}

/** @example tell({ key: 'job.digest.sent', params: { sent: 3 } }, 'en') // '3 mails sent.' */
export const tell = ({ key, params, more = [] }: Told, locale: Locale): string =>
  [say(key, locale, params), ...more.map((each) => tell(each, locale))].join(
    more.length > 0 ? say('sentence.separator', locale) : '',
  );
