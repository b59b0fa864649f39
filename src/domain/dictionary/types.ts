import type { Localized } from '../locale.ts';

export const fieldKinds = [
  'text',
  'longText',
  'phone',
  'email',
  'date',
  'money',
  'integer',
  'choice',
  'reference',
  'series',
  'rating',
  'yesNo',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** At most seven hues, the same one for the same meaning everywhere (see `palette.ts`). */
export const hues = ['grey', 'blue', 'green', 'amber', 'red', 'purple', 'teal'] as const;
export type Hue = (typeof hues)[number];

/** How far a value may travel; later features mask, restrict and encrypt by it. */
export const sensitivities = ['open', 'internal', 'personal', 'secret'] as const;
export type Sensitivity = (typeof sensitivities)[number];

export interface Option {
  label: Localized;
  hue: Hue;
  /**
   * a record in this state needs nothing more: it came about (`done`), or it never did and counts for nothing (`void`);
   * of what a record is about: nothing follows from it
   */
  closes?: 'done' | 'void';
  /** what it means to reminders, whatever its label says */
  means?: Meaning;
  /** other words that mean this option, in any language: a clean-up reads them as the option */
  also?: readonly string[];
  /** whoever is reached like this is reviewed `sooner`, because what is known is wrong, or `never`, because they asked for it */
  review?: 'sooner' | 'never';
}

/** What tells customers apart for lists and figures: the shop's own classes, where they live, who they are. */
export const traits = ['type', 'region', 'gender', 'birth'] as const;
export type Trait = (typeof traits)[number];

/**
 * What a field of a record says about its periodic review: the day its data were last verified and by whom, who is
 * responsible for it, and how it can be reached.
 */
export const reviewRoles = ['on', 'by', 'responsible', 'reach'] as const;
export type ReviewRole = (typeof reviewRoles)[number];

/**
 * What an option means, whatever its label says: goods are still to be sent, somebody complains, the service comes due
 * again; of the staff, who owns the shop and who has left it; of a payment, that it is one, came in part, was late, never came, or that
 * somebody judged how well a customer pays; that a customer wants no advertising.
 */
export const meanings = [
  'toShip',
  'complaint',
  'upkeep',
  'owner',
  'left',
  'english',
  'payment',
  'part',
  'overdue',
  'default',
  'rating',
  'refuses',
] as const;
export type Meaning = (typeof meanings)[number];

/** How a search finds a record by a field: `name` also by pinyin and initials, `phone` by digits, `text` by any piece. */
export const searchRoles = ['number', 'name', 'phone', 'email', 'text'] as const;
export type SearchRole = (typeof searchRoles)[number];

/** What a field tells of who somebody is; `none`: nothing, though fields of its kind would. */
export const identityRoles = ['name', 'address', 'identifier', 'none'] as const;
export type IdentityRole = (typeof identityRoles)[number];

/**
 * What a field of a customer's record tells on the time line of the customer's card: `on` the day it happened and
 * `doneOn` the day it was settled, `what` it was about and `count` how many, `amount` what the customer paid, `owed` what
 * is to be paid for something that is counted elsewhere (never a sale) and `received` what has come of that, `state`
 * whether it is still open, `score` how content the customer was, `by` who did it, `paid` by which means it was paid, `words`
 * what was said, `sort` to which sort of things it belongs.
 */
export const eventRoles = [
  'on',
  'doneOn',
  'what',
  'count',
  'amount',
  'owed',
  'received',
  'state',
  'score',
  'by',
  'paid',
  'words',
  'sort',
] as const;
export type EventRole = (typeof eventRoles)[number];

/** What day a date field holds, for reminders that count from it. */
export const occasions = ['birthday', 'bought', 'reported', 'served', 'contacted', 'followUp', 'payBy'] as const;
export type Occasion = (typeof occasions)[number];

/**
 * What a customer's field says of the purchases made, filled in by the ledger: the segment, the stage of life as a customer,
 * what was bought for to date.
 */
export const standings = ['segment', 'stage', 'bought'] as const;
export type Standing = (typeof standings)[number];

/** What a number of months in a list of products is good for. */
export const spans = ['warranty', 'upkeep'] as const;
export type Span = (typeof spans)[number];

/**
 * From where an empty cell of a field can be known. `follows`: it also corrects what stands there.
 * - `reference`: a field of the record that another field of the row points to
 * - `identity`: for references, the record that all these fields of the row fit
 * - `place`: the province, from an address or a landline
 * - `age`: whole years since a date
 * - `latest`: the newest value in another tab of whoever this row belongs to, no later than a date of this row
 */
export type Fill = { follows?: boolean } & (
  | { from: 'reference'; through: string; field: string }
  | { from: 'identity'; fields: readonly string[] }
  | { from: 'place'; fields: readonly string[] }
  | { from: 'age'; field: string }
  | { from: 'latest'; tab: string; by: string; field: string; on: string; through: string; until: string }
);

/** How a clean-up spells a text, besides spaces and width: a person's or company's name, an address, a code. */
export const tidyings = ['name', 'address', 'code'] as const;
export type Tidying = (typeof tidyings)[number];

/**
 * How the values of customers who turn out to be one become one, where the kind does not tell: `join` keeps all texts
 * together; `strictest` keeps what allows least (a no before a yes, of options the later one) and is not left to choice.
 */
export const mergings = ['join', 'strictest'] as const;
export type Merging = (typeof mergings)[number];

export interface Field {
  /** stable for ever: columns are known by it whatever their header says */
  key: string;
  kind: FieldKind;
  label: Localized;
  help?: Localized;
  required?: boolean;
  /** a record does without it, but is worth less: judged as missing by the data quality, and nowhere else */
  wanted?: boolean;
  /** no two records hold the same value */
  unique?: boolean;
  options?: readonly Option[];
  /** the key of the tab whose series this field holds */
  reference?: string;
  /** numbers given automatically: `prefix` and then at least `digits` digits */
  series?: { prefix: string; digits: number };
  sensitivity: Sensitivity;
  /** heading of the form under which the field stands; one of the tab's groups */
  group: string;
  /** pixels */
  width: number;
  min?: number;
  max?: number;
  /** shown behind the value in forms */
  unit?: Localized;
  /** `today`: new records propose the current date */
  proposes?: 'today';
  /** an amount proposed from a list's price of the item times a quantity field of the same record */
  amountFrom?: { item: string; quantity: string; list: string; listItem: string; listPrice: string };
  /** values of another tab's field are suggested; others may be typed */
  suggestFrom?: { list: string; field: string };
  /** from where it can be known when it is empty; the first that knows it counts */
  fills?: readonly Fill[];
  tidy?: Tidying;
  /** what a date may not be: `past` a day after today, `future` a day before it */
  period?: 'past' | 'future';
  /** a date that may not lie before another field's */
  notBefore?: string;
  /** an amount that is doubted where it is more than another field's */
  notAbove?: string;
  /** how a search finds the record by it, where its kind does not tell (`searchRole`) */
  search?: SearchRole;
  /** what it tells of who a customer is, where neither its kind nor its trait says so (`linkKind`) */
  identity?: IdentityRole;
  /** how values of customers who are one become one */
  merge?: Merging;
  /** key of the field whose customer this field's value comes from as well when customers become one */
  mergesWith?: string;
  /** what it tells of a customer's record */
  event?: EventRole;
  /** by which trait it tells customers apart */
  trait?: Trait;
  /** what it says about the record's periodic review */
  review?: ReviewRole;
  /** the day it holds, where reminders may count from it */
  occasion?: Occasion;
  /** what its number of months is good for, in a list of products */
  span?: Span;
  /** what it says of a customer's purchases: the ledger fills it in when somebody asks for it */
  standing?: Standing;
  /** its column is for the ledger alone: hidden when it is made */
  hidden?: boolean;
  /** switched off: neither in the form nor checked; its column and data stay */
  off?: boolean;
  /** where the field comes from */
  origin: 'core' | 'template' | 'shop';
}

export interface Tab {
  key: string;
  label: Localized;
  /** what one record is called */
  noun: Localized;
  /** title of the form that adds one */
  adds: Localized;
  groups: readonly { key: string; label: Localized }[];
  fields: readonly Field[];
  /** hue of the tab's colour: data, reports, upkeep, settings */
  hue: Hue;
  /** present in a new workbook, or made when first used */
  from: 'start' | 'firstUse';
}

export interface Dictionary {
  tabs: readonly Tab[];
}
