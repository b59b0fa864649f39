import type { Due } from '../credit/due.ts';
import type { EventRole, Tab } from '../dictionary/types.ts';
import type { LoggedChange } from './logged-change.ts';

/** In `days`: no day is known, or what stands there is none. */
export const noDay = -0x80000000;
/** In columns of places: nothing stands there. */
export const none = -1;

/** Why a record has no amount. */
export const unpriced = { empty: 1, unclear: 2, foreign: 3 } as const;
/** How a record ended. What never came about counts nowhere but in reports of states. */
export const ended = { open: 0, done: 1, void: 2 } as const;

/** A column of words: for every record the place of its word in `words`, or `none`. */
export interface WordColumn {
  words: readonly string[];
  places: Int32Array;
}

/** What was left out of sums because it cannot be counted, for saying so. */
export interface LeftOut {
  /** without a day, or with a text that is none */
  day: number;
  /** after today */
  future: number;
  /** an empty amount where amounts are kept */
  noAmount: number;
  /** an amount that cannot be read */
  unclearAmount: number;
  /** an amount in another currency than the workbook's */
  foreignAmount: number;
  /** without a customer's number */
  noCustomer: number;
  /** with a number that no customer bears */
  unknownCustomer: number;
}

/**
 * The records of one tab in columns, read once and shared by reports, classes and patterns. Every array has `count`
 * places, in the order of the tab's rows; rows without anything in them are left out.
 */
export interface RecordFacts {
  readonly tab: Tab;
  readonly count: number;
  /** place in `CustomerFacts`, or `none` */
  readonly customers: Int32Array;
  /** days since 1970-01-01 on which it happened, or `noDay` */
  readonly days: Int32Array;
  /** the day on which it was settled, where the tab knows that; else `noDay` */
  readonly doneDays: Int32Array;
  /** what it was about: model, type of service, topic */
  readonly items: WordColumn;
  /** pieces; 1 where the tab counts none or the cell is empty, NaN where it cannot be read */
  readonly quantities: Float64Array;
  /** hundredths of the workbook's currency; NaN where no amount is known */
  readonly cents: Float64Array;
  /** why no amount is known: 0 it is known, else one of `unpriced` */
  readonly unpriced: Uint8Array;
  /** 0 open, 1 done, 2 never came about: what is 2 counts nowhere but in the report of states */
  readonly closings: Uint8Array;
  readonly states: WordColumn;
  /** how content the customer was; NaN where nobody said */
  readonly scores: Float64Array;
  /** who did it */
  readonly people: WordColumn;
  /** to which sort of things the items belong */
  readonly sorts: WordColumn;
  /** over all records but those that never came about */
  readonly leftOut: LeftOut;
  /** what is to be paid for something that is counted elsewhere, and what has come of it */
  due(record: number): Due;
  /** whether the tab has a field that tells this: without one its column holds nothing */
  has(role: EventRole): boolean;
  /** any other field of the tab, in words; read from cells that are there already */
  words(field: string): WordColumn;
  /** what stands in a field that was read; for long texts, which are no words */
  text(field: string, record: number): string;
  /** the record's own number, for naming it */
  numberOf(record: number): string;
}

/** The customers, in columns; every array has `count` places. */
export interface CustomerFacts {
  readonly count: number;
  readonly numbers: readonly string[];
  /** rows that are left out, as a row above bears their number */
  readonly doubled: number;
  names(customer: number): string;
  /** the customer does not want to be contacted */
  leftAlone(customer: number): boolean;
  readonly types: WordColumn;
  readonly regions: WordColumn;
  readonly genders: WordColumn;
  /** days since 1970-01-01, or `noDay` */
  readonly births: Int32Array;
  /** whole years, from the birth date or else from a field that holds the age; NaN where nobody knows */
  readonly ages: Float64Array;
  words(field: string): WordColumn;
}

/** Everything that the reports count from. */
export interface LedgerFacts {
  /** days since 1970-01-01, in the workbook's zone */
  readonly today: number;
  readonly customers: CustomerFacts;
  /** undefined where the shop has no such tab */
  records(tab: string): RecordFacts | undefined;
  /** what the change log tells, in its order; read when it is asked for */
  changes?(): readonly LoggedChange[];
}
