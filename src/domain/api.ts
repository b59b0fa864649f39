/**
 * The one interface between the sidebar and the server. Every function is a global of the bundle that takes one JSON
 * text and returns one JSON text: a single `Date` in a result would make Google answer `null` without an error.
 */

import type { AutomationApi } from './automation/api.ts';
import type { BackupApi } from './backup/backup-api.ts';
import type { FileApi } from './backup/file-api.ts';
import type { CreditApi, CreditLine } from './credit/api.ts';
import type { FieldKind, Hue, SearchRole } from './dictionary/types.ts';
import type { Locale } from './locale.ts';
import type { RecordLogLine } from './log/record-log-line.ts';
import type { ReportsApi } from './reports/api.ts';
import type { ReviewApi } from './review/api.ts';
import type { SegmentApi } from './segments/api.ts';

export interface FormOption {
  /** what is written into the cell */
  value: string;
  label: string;
  hue: Hue;
}

export interface FormField {
  key: string;
  label: string;
  help?: string;
  kind: FieldKind;
  required: boolean;
  /** key of one of `Form.groups` */
  group: string;
  options?: FormOption[];
  /** values that other tabs hold for it; others may be typed */
  suggestions?: string[];
  /** filled in beforehand: a proposal the person may change */
  value?: string;
  /** the tab a reference points to; a reference to customers is typed as number, name or phone */
  reference?: string;
  unit?: string;
  min?: number;
  max?: number;
  placeholder?: string;
  /** how a search finds a record by it: tells where what was typed into the search belongs */
  search?: SearchRole;
}

export interface CustomerBrief {
  number: string;
  name: string;
  phone: string;
}

export interface Form {
  tab: string;
  /** 登记客户, 登记维修 … */
  title: string;
  /** what one record is called: 客户, 维修记录 … */
  noun: string;
  groups: { key: string; label: string }[];
  /** without the number, which is given on saving */
  fields: FormField[];
  locale: Locale;
  /** the shop's phone region, ISO 3166 alpha-2 */
  region: string;
  /** `yyyy-MM-dd` in the workbook's zone */
  today: string;
  /** order in which ambiguous dates are read */
  dateOrder: 'ymd' | 'mdy' | 'dmy';
  /** in a form for a record: the customer it is for, where that is known */
  customer?: CustomerBrief;
  /** an amount proposed as price of the item times quantity while it is still empty */
  amount?: { field: string; item: string; quantity: string; prices: [item: string, price: number][] };
  /** whether it should say how well the customer pays (`getCredit`) */
  asksCredit?: boolean;
  /** the other forms that can follow: purchase, repair, service */
  next: { tab: string; label: string }[];
}

/** What the form shows of somebody who may be the same customer. Phones and mails are shown in full: staff sees them in the tab, too. */
export interface Candidate {
  number: string;
  name: string;
  /** sentences in the user's language, strongest first */
  reasons: string[];
  strength: 'sure' | 'likely' | 'possible';
  /** field by field, in the form's order; `entered` is what the form would put in */
  fields: { key: string; label: string; existing: string }[];
}

export interface FieldProblem {
  /** absent: it concerns the record as a whole */
  field?: string;
  /** a whole sentence in the user's language: the reason, then the mend */
  message: string;
  suggestion?: string;
  severity: 'wrong' | 'warning';
}

export type SaveResult =
  | {
      ok: true;
      number: string;
      /** a clear confirmation, for example 「已登记 C000124 张伟」 */
      message: string;
      customer: CustomerBrief;
      /** values as they stand in the tab now */
      values: Record<string, string>;
      /** true when this answer repeats an earlier save of the same request */
      repeated?: boolean;
    }
  | { ok: false; problems: FieldProblem[] }
  /** the record was changed by somebody else since it was shown */
  | { ok: false; problems: FieldProblem[]; conflicts: { key: string; label: string; shown: string; now: string }[] };

/** An answer that failed for a reason of the platform's: nothing was saved unless it is `unsure`; `message` says so in the user's words. */
export interface Failure {
  failed: true;
  message: string;
  /** whether trying again at once makes sense */
  retry: boolean;
  /** it failed half-way, so that some of it may have been done: the same request finds out and finishes it */
  unsure?: true;
}

/** Some customers for the search that runs in the page: rows `from` to `from + rows` of the tab, counted from 0. */
export interface CustomerRows {
  fields: { key: string; label: string; role: SearchRole }[];
  /** of each field one text with a line for each customer */
  columns: string[];
  from: number;
  /** rows of the tab that were looked at; fewer than asked where they did not fit into one answer */
  rows: number;
  /** rows of the tab */
  total: number;
}

export interface CardField {
  key: string;
  label: string;
  text: string;
  hue?: Hue;
  /** the numbers of a phone cell, to call */
  phones?: { text: string; number: string }[];
  /** an address to write to */
  mail?: string;
  problem?: { message: string; severity: 'wrong' | 'warning' };
}

/** One record of a customer, on the time line. */
export interface CardEvent {
  tab: string;
  /** what one record of its tab is called */
  noun: string;
  number: string;
  /** `yyyy-MM-dd`; empty where the record has no date that can be read */
  on: string;
  doneOn?: string;
  what?: string;
  count?: number;
  /** in the workbook's money */
  amount?: number;
  state?: { label: string; hue: Hue };
  isOpen: boolean;
  /** of an amount that is owed and came in part: what is still to be paid */
  rest?: number;
  /** it never came about: counted nowhere */
  isVoid: boolean;
  score?: number;
  by?: string;
  words?: string;
}

export interface CardTotals {
  /** what the customer paid, all tabs together; absent where no field says so */
  spent?: number;
  /** amounts that cannot be read and are not in `spent` */
  unclear: number;
  /** by tab, only tabs that are there */
  counts: { tab: string; label: string; count: number; open: number }[];
  /** the last day something happened, not after today */
  lastOn?: string;
  score?: { average: number; count: number };
}

/** Another customer whom the card names. */
export interface CardLink extends CustomerBrief {
  reasons: string[];
  /** how likely they are the same */
  strength: 'sure' | 'likely' | 'possible';
}

/** Something to be done about a customer. */
export interface CardReminder {
  /** how pressing it is, in a word, and its colour */
  label: string;
  hue: Hue;
  text: string;
}

/** Everything the ledger knows of one customer. */
export interface Card {
  tab: string;
  number: string;
  name: string;
  /** filled fields besides number and name, in the tab's order */
  fields: CardField[];
  /** labels of fields that are empty, the required ones first */
  missing: string[];
  /** sentences on the record as a whole */
  problems: string[];
  totals: CardTotals;
  /** how well they pay; absent while nothing was due */
  credit?: CreditLine;
  /** what is to be done, the most pressing first */
  reminders: CardReminder[];
  /** the newest first, undated ones at the end */
  events: CardEvent[];
  /** older events that were left out */
  more: number;
  household: CardLink[];
  duplicates: CardLink[];
  /** the forms that add a record */
  adds: { tab: string; label: string }[];
  /** `yyyy-MM-dd` in the workbook's zone */
  today: string;
  locale: Locale;
}

/** Customers who may be one, as a review walks through them. */
export interface DuplicateGroup {
  /** stays the same as long as its customers do: their numbers in order, joined */
  id: string;
  tier: 'sure' | 'likely' | 'possible';
  /** per cent, 1 to 99; absent where two customers were only looked at from a card */
  confidence?: number;
  customers: CustomerBrief[];
  /** sentences in the user's language, strongest first */
  reasons: string[];
  /** put off by somebody: shown after the others */
  isLater: boolean;
}

/** A field of customers who may be one, side by side. */
export interface MergeField {
  key: string;
  label: string;
  kind: FieldKind;
  /** in the order of `MergeProposal.customers`; empty where there is nothing */
  texts: string[];
  /** which of them is proposed where one is to be chosen; -1 where all are empty */
  proposed: number;
  /** why it is proposed, in the user's language; absent where all that is there is the same */
  why?: string;
  /** several are better kept together in one cell (phones): what that reads; proposed before any single one */
  joined?: string;
  /** the shop may not choose: the strictest consent is kept */
  isFixed?: boolean;
}

/** What a merge of these customers would look like; nothing is changed by asking. */
export interface MergeProposal {
  customers: (CustomerBrief & {
    /** records of each tab that belong to them, tabs without any left out */
    records: { tab: string; label: string; count: number }[];
    /** `yyyy-MM-dd` of the last thing that happened */
    lastOn?: string;
  })[];
  /** the number of whom is proposed to stay */
  keep: string;
  fields: MergeField[];
}

export type MergeResult =
  | {
      ok: true;
      /** the run's number, for undo */
      run: number;
      /** a clear confirmation that says what was moved and how to undo it */
      message: string;
      kept: CustomerBrief;
      /** records moved, all tabs together */
      moved: number;
      /** what could not be kept besides, and where it is, as a sentence of its own */
      aside?: string;
      repeated?: boolean;
    }
  /** nothing was changed: the sentence says why and what to do; `changed`: somebody has changed one of them since */
  | { ok: false; message: string; changed?: boolean };

export interface LedgerApi extends AutomationApi, BackupApi, CreditApi, FileApi, ReportsApi, ReviewApi, SegmentApi {
  /** The form of a tab, built from the dictionary as it stands now. */
  getForm(input: { tab: string; customer?: string }): Form | Failure;
  /** At most three existing customers that look like the entry. */
  findDuplicates(input: { values: Record<string, string>; exclude?: string }): { candidates: Candidate[] } | Failure;
  /** Adds one record, all or nothing. The same `requestId` never adds a second row. */
  saveRecord(input: {
    tab: string;
    requestId: string;
    values: Record<string, string>;
    keepWarnings?: boolean;
  }): SaveResult | Failure;
  /** Puts values into an existing customer: only the given fields, and only where they still hold what was shown. */
  updateCustomer(input: {
    number: string;
    requestId: string;
    values: Record<string, string>;
    shown: Record<string, string>;
  }): SaveResult | Failure;
  /** Makes the record's row the selected one in its tab. */
  showRecord(input: { tab: string; number: string }): { ok: boolean; message?: string } | Failure;
  /** Customers by whatever is known of them, for reference fields. */
  findCustomers(input: { text: string }): { customers: CustomerBrief[] } | Failure;
  /**
   * Customers for the search in the page, one block of rows a call: an answer must stay under 1 MB, so 50,000 take some
   * nine calls, which run side by side. Each reads its rows once.
   */
  loadCustomers(input: { from: number; rows?: number }): CustomerRows | Failure;
  /** The card of a customer. */
  getCard(input: { customer: string }): Card | Failure;
  /** Groups that wait for a decision, as the tab of possible duplicates lists them: at most `most` from the given one on. */
  getDuplicateGroups(input: {
    from?: number;
    most?: number;
  }): { groups: DuplicateGroup[]; total: number; listedAt?: string } | Failure;
  /** What stands where in customers who may be one, with the best guess for each field. */
  proposeMerge(input: { customers: string[] }): MergeProposal | Failure;
  /**
   * Makes one customer of several, all or nothing: records of all tabs follow, what is dropped stays in the log. `shown` is
   * what the person saw (`texts` of the proposal), customer by customer and field by field; somebody else's change since is told and nothing is done.
   */
  mergeCustomers(input: {
    requestId: string;
    keep: string;
    drop: string[];
    values: Record<string, string>;
    shown: Record<string, Record<string, string>>;
  }): MergeResult | Failure;
  /** Remembers that they are different people, for ever, or that somebody wants to decide later; `undecided` takes either back. */
  judgeDuplicates(input: {
    customers: string[];
    verdict: 'notSame' | 'later' | 'undecided';
  }): { ok: boolean; message: string } | Failure;
  /** Takes a run back, for example a merge; what was taken back already stays so. */
  undoRun(input: { run: number }): { ok: boolean; message: string } | Failure;
  /** What the change log says of one record: the newest first, masked as in the log. */
  getRecordLog(input: { number: string }): { lines: RecordLogLine[]; more: number } | Failure;
  /** The name under which the change log knows whoever asks. */
  chooseName(input: { name: string }): { ok: boolean; message: string } | Failure;
}
