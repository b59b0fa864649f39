import type { LedgerFacts, RecordFacts } from '../facts/record-facts.ts';
import type { MessageKey } from '../messages/keys.ts';
import type { ReportWords } from './report-words.ts';
import type { NotCounted, Selection } from './selection.ts';

const keys: readonly (keyof NotCounted)[] = ['void', 'noDay', 'future', 'empty', 'unclear', 'foreign', 'noPieces', 'noCustomer'];

/** That there is nothing to count: in the period, or at all. */
export const nothingIn = ({ count, tab }: RecordFacts, words: ReportWords): string =>
  count > 0 ? words.say('report.nothing') : words.say('report.empty', { tab: words.tab(tab.key) });

/** What was left out of a report's figures and why, one sentence each. */
/** Says how many rows were left out because a row above bears their number. */
export const noteDoubled = ({ customers }: Pick<LedgerFacts, 'customers'>, words: ReportWords): string[] =>
  customers.doubled > 0 ? [words.say('report.left.doubled', { tab: words.tab('customers'), count: customers.doubled })] : [];

export function notesOf({ notCounted, of, facts }: Selection, words: ReportWords): string[] {
  const tab = words.tab(of.tab.key);
  const { sign, code } = words.currency;
  const notes = keys.flatMap((key) =>
    notCounted[key] > 0
      ? [
          words.say(`report.left.${key}` as MessageKey, {
            tab,
            count: notCounted[key],
            // dollars are several countries'
            sign: sign === '$' ? code : sign,
          }),
        ]
      : [],
  );
  notes.push(...noteDoubled(facts, words));
  return of.has('amount') ? notes : [...notes, words.say('report.noAmounts', { tab })];
}
