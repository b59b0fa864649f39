import type { Listener, Place, Side } from './rule.ts';

/** Something to be done about a record, on or around a day. */
export interface Reminder {
  /** the same as long as it is the same rule, record and time; settled and put off by it */
  id: string;
  /** the rule's key */
  rule: string;
  tab: string;
  /** number of the record, and where it stood among its tab's records when it was read, from 0 */
  number: string;
  row: number;
  /** number of the customer whose it is, or '' */
  customer: string;
  /** the day it is about, `yyyy-MM-dd` */
  due: string;
  /** the day in the record that it counts from */
  since: string;
  side: Side;
  /** it is never late: worth a call and no more */
  isCalm: boolean;
  /** it counts from what settled it the last time */
  isAgain: boolean;
  tell: Listener;
  at: readonly Place[];
  /** what the record is about, said and amounts to, where its tab tells */
  what: string;
  words: string;
  amount?: number;
  /** of what came in part, what is still to be paid */
  rest?: number;
  /** who dealt with the record, as it stands there */
  by: string;
}
