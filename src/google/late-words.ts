import type { Locale } from '../domain/locale.ts';
import { readDataPage } from './data-page.ts';

type Words = Readonly<Record<string, string>>;

const read: Partial<Record<Locale, Words>> = {};

/** The sentences that lie beside the script, in one language: read once in an execution, when the first of them is said. */
export function lateWords(locale: Locale): Words {
  let words = read[locale];
  if (!words) {
    const name = `words-${locale}`;
    try {
      words = readDataPage<Words>(name);
    } catch {
      // reading may simply be done again
      words = readDataPage<Words>(name);
    }
    read[locale] = words;
  }
  return words;
}
