import { optionMeant } from '../dictionary/option-meant.ts';
import { closing, eventField } from '../dictionary/roles.ts';
import { noDay, type RecordFacts } from './record-facts.ts';

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
  for (const { day, tab, record, field, to } of changes) {
    const option = tab === of.tab.key && field === state?.key ? optionMeant(state, to) : undefined;
    if (option && closing(option)) closed.set(record, day);
  }
  return of.doneDays.map((day, at) => (day === noDay && closed.size > 0 ? (closed.get(of.numberOf(at)) ?? noDay) : day));
}
