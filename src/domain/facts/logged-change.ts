import { optionMeant } from '../dictionary/option-meant.ts';
import { closing, eventField } from '../dictionary/roles.ts';
import { ended, noDay, type RecordFacts } from './record-facts.ts';

/** What somebody typed, or sent by a form, as the change log shows it. */
export interface LoggedChange {
  /** days since 1970-01-01, or `noDay` */
  day: number;
  /** empty where nobody knows */
  who: string;
  /** key of the tab */
  tab: string;
  /** the record's number */
  record: string;
  /** key of the field; empty where a whole record came or went */
  field: string;
  to: string;
}

/**
 * The day on which each record was settled: as its tab says, otherwise the last one on which its state was changed to one
 * that closes it.
 */
export function settledDays(of: RecordFacts, changes: readonly LoggedChange[]): Int32Array {
  const state = eventField(of.tab, 'state');
  const closed = new Map<string, number>();
  const closes = new Map<string, boolean>();
  const isClosing = (to: string): boolean => {
    if (!closes.has(to)) {
      const option = optionMeant(state, to);
      closes.set(to, option !== undefined && closing(option) !== undefined);
    }
    return closes.get(to)!;
  };
  for (const { day, tab, record, field, to } of changes) {
    if (tab === of.tab.key && field === state?.key && isClosing(to)) closed.set(record, day);
  }
  const isOpenEnded = (at: number): boolean => of.doneDays[at] === noDay && of.closings[at] === ended.done;
  return of.doneDays.map((day, at) => (closed.size > 0 && isOpenEnded(at) ? (closed.get(of.numberOf(at)) ?? noDay) : day));
}
