import { activeFields } from '../dictionary/compose.ts';
import { optionMeant } from '../dictionary/option-meant.ts';
import { eventField, referenceTo } from '../dictionary/roles.ts';
import type { Dictionary, Meaning, Tab } from '../dictionary/types.ts';
import { ended, noDay, type RecordFacts, type WordColumn } from '../facts/record-facts.ts';
import type { Payment } from './rate-credit.ts';

/** Tabs that say what customers have to pay by when. */
export const paymentTabs = ({ tabs }: Dictionary): Tab[] =>
  tabs.filter((tab) => referenceTo(tab, 'customers') && activeFields(tab).some(({ occasion }) => occasion === 'payBy'));

const dayIn = (days: Int32Array, at: number): number | undefined => (days[at] === noDay ? undefined : days[at]);

/**
 * The payments of a tab, by the places of their records. What will never be asked for, and a grade that somebody wrote
 * down, are none.
 */
export function readPayments(of: RecordFacts): Map<number, Payment> {
  const meanings = (role: 'what' | 'state', { words }: WordColumn): (Meaning | undefined)[] => {
    const field = eventField(of.tab, role);
    return words.map((word) => optionMeant(field, word)?.means);
  };
  const matters = meanings('what', of.items);
  const states = meanings('state', of.states);
  const found = new Map<number, Payment>();
  for (let at = 0; at < of.count; at++) {
    const matter = matters[of.items.places[at]!];
    if (of.closings[at] === ended.void || matter === 'rating') continue;
    const [dueOn, paidOn] = [dayIn(of.days, at), dayIn(of.doneDays, at)];
    const isSettled = of.closings[at] === ended.done;
    const { rest } = of.due(at);
    found.set(at, {
      ...(dueOn !== undefined && { dueOn }),
      // what is paid in part is still owed, whatever day stands there: the state goes before, as on the card
      ...(isSettled && paidOn !== undefined && { paidOn }),
      isSettled,
      ...(!Number.isNaN(rest) && { rest }),
      isLate: matter === 'overdue',
      isBreach: matter === 'default' || states[of.states.places[at]!] === 'default',
    });
  }
  return found;
}
