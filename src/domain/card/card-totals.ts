import type { CardTotals } from '../api.ts';
import { eventField } from '../dictionary/roles.ts';
import type { Tab } from '../dictionary/types.ts';
import type { Locale } from '../locale.ts';
import type { ReadEvent } from './customer-events.ts';

const cents = (amount: number): number => Math.round(amount * 100) / 100;

/**
 * The figures of a card: what was paid in all tabs together, how many records there are and how many are open, the last
 * day, and how content the customer was. What never came about (a cancelled order) counts nowhere.
 *
 * @param tabs the tabs that hold records of customers
 * @param today `yyyy-MM-dd`: an appointment to come is no visit yet
 */
export function cardTotals(tabs: readonly Tab[], read: readonly ReadEvent[], today: string, locale: Locale): CardTotals {
  const counted = read.filter(({ event }) => !event.isVoid);
  const events = counted.map(({ event }) => event);
  const scores = events.flatMap(({ score }) => (score === undefined ? [] : [score]));
  const days = events
    .map(({ on }) => on)
    .filter((on) => on !== '' && on <= today)
    .sort();
  const hasAmounts = tabs.some((tab) => eventField(tab, 'amount') !== undefined);
  return {
    spent: hasAmounts
      ? cents(counted.reduce((sum, { event, isOwed }) => sum + ((isOwed ? undefined : event.amount) ?? 0), 0))
      : undefined,
    unclear: counted.filter(({ isUnclear }) => isUnclear).length,
    counts: tabs.map(({ key, label }) => {
      const mine = events.filter(({ tab }) => tab === key);
      return { tab: key, label: label[locale], count: mine.length, open: mine.filter((event) => event.isOpen).length };
    }),
    lastOn: days[days.length - 1],
    score:
      scores.length > 0
        ? { average: cents(scores.reduce((sum, score) => sum + score, 0) / scores.length), count: scores.length }
        : undefined,
  };
}
