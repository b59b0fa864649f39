import type { DuplicateReasonCode } from './messages.ts';

/** What tells two customers apart or shows that they are one, read from a row or from the form. */
export interface CustomerTraits {
  /** The customer number; empty for one that is not saved yet. */
  readonly number: string;
  readonly name: string;
  /** Every number of the cell as E.164; what is no valid number stays out. */
  readonly phones: readonly string[];
  readonly email: string;
  readonly address: string;
  /** `yyyy-MM-dd`, empty where unknown. */
  readonly birthDate: string;
  /** Of the sheet, counted from 1. */
  readonly row?: number;
}

export interface DuplicateReason {
  readonly code: DuplicateReasonCode;
  /** `phone` is E.164 and `date` is `yyyy-MM-dd`: format them for people. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** `sure`: hardly anybody else; `likely`: ask; `possible`: worth a glance, often another person of the household. */
export type DuplicateStrength = 'sure' | 'likely' | 'possible';

export interface DuplicateHit {
  readonly customer: CustomerTraits;
  readonly strength: DuplicateStrength;
  /** Higher is likelier; only for the order. */
  readonly score: number;
  /** The strongest first. */
  readonly reasons: readonly DuplicateReason[];
}
