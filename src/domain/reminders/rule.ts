import type { Meaning, Occasion, Span } from '../dictionary/types.ts';

/** Who is told: whoever is responsible for the customer, whoever dealt with the record, or the owner. */
export const listeners = ['responsible', 'handler', 'owner'] as const;
export type Listener = (typeof listeners)[number];

/** Where a reminder appears. */
export const places = ['today', 'digest', 'home'] as const;
export type Place = (typeof places)[number];

export const sides = ['before', 'after'] as const;
export type Side = (typeof sides)[number];

/** What a shop may change of a reminder. */
export interface RuleTerms {
  on: boolean;
  /** months from the date of the record to the day that the reminder is about; absent: none, or those of the product */
  months?: number;
  /** how long before that day the reminder appears, or after it */
  days: number;
  side: Side;
  /** days after the day it is about until nobody needs it any more; absent: it stays until it is settled */
  keep?: number;
  tell: Listener;
  at: readonly Place[];
}

/** Records that a rule looks at, by what their fields mean and never by their names. */
export interface Cause {
  occasion: Occasion;
  /** only records with an option that means this */
  means?: Meaning;
  /** the months of the product that the record is about are added; records without any are left out */
  span?: Span;
  /** where the product has none, the rule's own months hold */
  orTerms?: boolean;
}

/** A reminder that every shop has. Adding one is adding one of these, and its words. */
export interface CoreRule {
  key: string;
  causes: readonly Cause[];
  /** only while the record is open; `stated`: one without a state is not */
  open?: 'unlessClosed' | 'stated';
  /** it comes again every year */
  yearly?: boolean;
  /** only the newest record of a customer counts */
  newest?: boolean;
  /** a later record of the customer's with an option that means this settles it */
  settledBy?: Meaning;
  /** nothing is late after its day: it is worth a call and no more */
  calm?: boolean;
  terms: RuleTerms;
}

/** A reminder of the shop's own: days before or after a date of a tab, by the keys of its fields. */
export interface OwnRule {
  tab: string;
  date: string;
  /** only records with one of these options */
  when?: { field: string; options: readonly string[] };
  /** what is to be done, in the shop's words */
  words: string;
  terms: RuleTerms;
}

export type Rule = ({ kind: 'core' } & CoreRule) | ({ kind: 'own'; key: string } & OwnRule);
