import { type Cell, cellText, isDay } from '../check/cell.ts';
import { type CheckContext, checkCell } from '../check/check-cell.ts';
import type { Field, Option, Tab } from '../dictionary/types.ts';
import { parseYesNo } from '../numbers/parse-yes-no.ts';
import { foldWidth } from '../text/fold-width.ts';
import { isNothing, type MergeCustomer, numberOrder, verifiedOn } from './customer.ts';
import { nameRank } from './name-rank.ts';

/** Why one value is proposed and not another. */
export type WhyProposed = 'only' | 'strictest' | 'formula' | 'valid' | 'verified' | 'named' | 'special' | 'fuller' | 'newer';

export interface Choice {
  /** index among the customers; -1 where all are empty */
  proposed: number;
  /** absent where all that is there is the same */
  why?: WhyProposed;
}

interface Candidate {
  index: number;
  customer: MergeCustomer;
  cell: Cell;
  /** as it would be written */
  text: string;
}

type Filter = (candidates: readonly Candidate[]) => readonly Candidate[];

/** Those with the highest rank. */
const highest =
  (rank: (candidate: Candidate) => number | string): Filter =>
  (candidates) => {
    const ranks = candidates.map(rank);
    const [best] = [...ranks].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
    return candidates.filter((_, i) => ranks[i] === best);
  };

/** How little a consent allows: a no before a yes, of options the later one. */
export function strictness(field: Field, cell: Cell): number {
  if (field.kind !== 'yesNo') {
    const text = cellText(cell);
    return (field.options ?? []).findIndex(({ label }) => Object.values(label).includes(text));
  }
  const read = parseYesNo(isDay(cell) ? cell.day : cell);
  return read.ok && read.value === true ? 0 : 1;
}

const optionOf = (field: Field, text: string): Option | undefined =>
  field.options?.find(({ label }) => Object.values(label).includes(text));

/** Whether all of a text stands in another one, in its order: the other says the same and more. */
function isWithin(less: string, more: string): boolean {
  let at = 0;
  for (const character of more) if (character === less[at]) at++;
  return at === less.length && less.length < more.length;
}

const plain = (text: string): string =>
  foldWidth(text)
    .toLowerCase()
    .replace(/[\s,.，。、;；:：()（）-]+/g, '');

/** Those of which no other says the same and more. */
const fullest: Filter = (candidates) =>
  candidates.filter(({ text }) => !candidates.some((other) => isWithin(plain(text), plain(other.text))));

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Those of which no other has the same number and a remark: 13912345678（下午打）. */
const remarked: Filter = (candidates) =>
  candidates.filter(
    ({ text }) => !candidates.some((other) => other.text.length > text.length && digitsOf(other.text) === digitsOf(text)),
  );

const texts: ReadonlySet<string> = new Set(['text', 'longText', 'email']);

function filtersOf(field: Field, tab: Tab, keep: string, context: CheckContext): [WhyProposed, Filter][] {
  const order = numberOrder(tab);
  const severity = { wrong: 0, warning: 1 } as const;
  const validity = ({ cell }: Candidate): number => {
    const { problem } = checkCell(field, cell, context);
    return problem ? severity[problem.severity ?? 'wrong'] : 2;
  };
  const newest: Filter = (candidates) => [candidates.reduce((a, b) => (order(a.customer, b.customer) > 0 ? a : b))];
  const own: Filter = (candidates) => {
    const filled = candidates.filter(({ customer }) => customer.number === keep && customer.formulas?.has(field.key));
    return filled.length > 0 ? filled : candidates;
  };
  return [
    ...(field.merge === 'strictest'
      ? [['strictest', highest(({ cell }) => strictness(field, cell))] as [WhyProposed, Filter]]
      : []),
    // Whoever asked not to be reached has asked for it, whichever row says so.
    ...(field.review === 'reach'
      ? [['strictest', highest(({ text }) => (optionOf(field, text)?.review === 'never' ? 1 : 0))] as [WhyProposed, Filter]]
      : []),
    ['formula', own],
    ['valid', highest(validity)],
    ['verified', highest(({ customer }) => verifiedOn(tab, customer))],
    ...(field.identity === 'name' ? [['named', highest(({ text }) => nameRank(text))] as [WhyProposed, Filter]] : []),
    // Grey is what most are; another hue was chosen on purpose.
    ['special', highest((candidate) => (optionOf(field, candidate.text)?.hue === 'grey' ? 0 : 1))],
    ...(texts.has(field.kind) ? [['fuller', fullest] as [WhyProposed, Filter]] : []),
    ...(field.kind === 'phone' ? [['fuller', remarked] as [WhyProposed, Filter]] : []),
    ['newer', newest],
  ];
}

/**
 * Which customer's value of a field is the best guess: of consents the strictest; what the kept one's formula says; what is
 * right rather than wrong; what was confirmed last; what says more; what was registered last.
 *
 * @param keep the number of whom is to stay
 */
export function chooseValue(
  field: Field,
  tab: Tab,
  customers: readonly MergeCustomer[],
  keep: string,
  context: CheckContext,
): Choice {
  const numbers = new Set(customers.map(({ number }) => number));
  const candidates = customers.flatMap((customer, index): Candidate[] => {
    const cell = customer.cells[field.key];
    // A consent that was not given is a no; elsewhere an unticked box says nothing.
    const isOut = field.merge === 'strictest' ? cell === undefined || cellText(cell).trim() === '' : isNothing(cell);
    if (isOut || (field.reference === tab.key && numbers.has(cellText(cell)))) return [];
    return [{ index, customer, cell: cell!, text: String(checkCell(field, cell!, context).write ?? cellText(cell)) }];
  });
  // Whoever asks first must not decide anything.
  const order = numberOrder(tab);
  candidates.sort((a, b) => order(a.customer, b.customer));
  const own = candidates.find(({ customer }) => customer.number === keep);
  if (candidates.length === 0) return { proposed: -1 };
  if (new Set(candidates.map(({ text }) => text)).size === 1) {
    const { index } = own ?? candidates[0]!;
    return candidates.length === customers.length || own ? { proposed: index } : { proposed: index, why: 'only' };
  }
  let left: readonly Candidate[] = candidates;
  let why: WhyProposed | undefined;
  for (const [reason, filter] of filtersOf(field, tab, keep, context)) {
    if (new Set(left.map(({ text }) => text)).size === 1) break;
    const chosen = filter(left);
    if (chosen.length < left.length) why = reason;
    left = chosen;
  }
  const same = left.find(({ customer }) => customer.number === keep) ?? left[0]!;
  return { proposed: same.index, ...(why ? { why } : {}) };
}
