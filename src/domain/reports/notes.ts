import type { MessageKey } from '../messages/keys.ts';
import type { ReportWords } from './report-words.ts';
import type { NotCounted, Selection } from './selection.ts';

const keys: readonly (keyof NotCounted)[] = ['void', 'noDay', 'future', 'empty', 'unclear', 'foreign', 'noPieces', 'noCustomer'];

/** What was left out of a report's figures and why, one sentence each. */
export function notesOf({ notCounted, of }: Selection, words: ReportWords): string[] {
  const tab = words.tab(of.tab.key);
  const notes = keys.flatMap((key) =>
    notCounted[key] > 0
      ? [
          words.say(`report.left.${key}` as MessageKey, {
            tab,
            count: notCounted[key],
            sign: words.currency.code || words.currency.sign,
          }),
        ]
      : [],
  );
  return of.has('amount') ? notes : [...notes, words.say('report.noAmounts', { tab })];
}
