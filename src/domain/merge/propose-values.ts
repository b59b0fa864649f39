import { type Cell, cellText } from '../check/cell.ts';
import type { CheckContext } from '../check/check-cell.ts';
import type { Field, Tab } from '../dictionary/types.ts';
import { type Choice, chooseValue, type WhyProposed } from './choose-value.ts';
import { isNothing, type MergeCustomer, mergedFields, numberOrder } from './customer.ts';
import { joinPhones } from './join-phones.ts';
import { joinTexts } from './join-texts.ts';

/** What is proposed for one field of customers who may be one. */
export interface ProposedValue {
  field: Field;
  /** index among the customers; -1 where all are empty */
  proposed: number;
  why?: WhyProposed | 'joined' | 'with';
  /** all kept together in one cell: goes before the single one where it is there */
  joined?: string;
  /** not left to choice */
  isFixed?: boolean;
  /** the field with which it is taken */
  taken?: Field;
}

/**
 * The field from whose customer a field's value is taken as well: a consent's day, an age with its birth date, who verified
 * with when.
 */
function takenWith(field: Field, fields: readonly Field[]): Field | undefined {
  if (field.review === 'by') return fields.find(({ review }) => review === 'on');
  const follows = field.fills?.find((fill) => fill.follows);
  const key = field.mergesWith ?? (follows?.from === 'age' ? follows.field : undefined);
  return fields.find((other) => other.key === key);
}

/** Whether a field's values are kept together: phones, and notes; addresses and other texts of one kind are not. */
const isJoined = ({ kind, merge, tidy, unique, identity }: Field): boolean =>
  !unique &&
  identity !== 'address' &&
  (merge === 'join' || (merge === undefined && (kind === 'phone' || (kind === 'longText' && tidy === undefined))));

/** Whose value comes first in a joined cell: the chosen one's, then the newest. */
function joinedValue(
  field: Field,
  tab: Tab,
  customers: readonly MergeCustomer[],
  { proposed }: Choice,
  context: CheckContext,
): string | undefined {
  const order = numberOrder(tab);
  const textOf = ({ cells }: MergeCustomer): string => cellText(cells[field.key]);
  const filled = customers.filter(({ cells }) => !isNothing(cells[field.key]));
  if (field.kind !== 'phone') return joinTexts([...filled].sort(order).map(textOf));
  const first = customers[proposed]?.number;
  const byAge = [...filled].sort((a, b) => order(b, a));
  const ranked = [...byAge.filter(({ number }) => number === first), ...byAge.filter(({ number }) => number !== first)];
  const joined = joinPhones(ranked.map(textOf), context.region);
  return joined === textOf(customers[proposed]!) ? undefined : joined;
}

/**
 * The best guess for every field of customers who may be one.
 *
 * @param customers at least two, with different numbers
 * @param keep the number of whom is to stay
 */
export function proposeValues(
  tab: Tab,
  customers: readonly MergeCustomer[],
  keep: string,
  context: CheckContext,
): ProposedValue[] {
  const fields = mergedFields(tab);
  const kept = customers.find(({ number }) => number === keep);
  const choices = new Map(fields.map((field) => [field.key, chooseValue(field, tab, customers, keep, context)]));
  return fields.map((field): ProposedValue => {
    const taken = takenWith(field, fields);
    const other = taken && choices.get(taken.key)!;
    const own = choices.get(field.key)!;
    const isFixed = field.merge === 'strictest' || taken?.merge === 'strictest';
    if (taken && other!.proposed >= 0 && own.proposed >= 0 && own.why !== undefined && own.why !== 'formula')
      return { field, proposed: other!.proposed, why: 'with', taken, ...(isFixed ? { isFixed } : {}) };
    const joined =
      isJoined(field) && own.proposed >= 0 && !kept?.formulas?.has(field.key)
        ? joinedValue(field, tab, customers, own, context)
        : undefined;
    const why = joined === undefined ? own.why : ('joined' as const);
    return {
      field,
      proposed: own.proposed,
      ...(why ? { why } : {}),
      ...(joined === undefined ? {} : { joined }),
      ...(isFixed ? { isFixed } : {}),
    };
  });
}

/**
 * What is to be written for a proposal: a joined text, or the customer's own cell.
 *
 * @returns '' where all are empty
 */
export const guessOf = ({ field, proposed, joined }: ProposedValue, customers: readonly MergeCustomer[]): Cell =>
  joined ?? customers[proposed]?.cells[field.key] ?? '';
