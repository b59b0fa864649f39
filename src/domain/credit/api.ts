import type { Failure } from '../api.ts';
import type { Hue } from '../dictionary/types.ts';

/** How well a customer pays, in words. */
export interface CreditLine {
  /** what it is about */
  title: string;
  /** the grade, and its colour */
  label: string;
  hue: Hue;
  why: string;
}

export interface CreditApi {
  /** How well a customer pays, for the forms that say `asksCredit`; none while nothing was due. */
  getCredit(input: { customer: string }): { credit?: CreditLine } | Failure;
}
