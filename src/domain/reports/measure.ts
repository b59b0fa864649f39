import type { ReportColumn, ValueLook } from './report.ts';
import type { ReportWords } from './report-words.ts';
import type { Selection, Tally } from './selection.ts';

/** What a report sums up: money where the tab keeps amounts, otherwise records. */
export interface Measure {
  look: ValueLook;
  label: string;
  /** the label within a sentence */
  word: string;
  /** what stands along the axis of values */
  axis: string;
  of(tally: Tally): number;
  say(value: number): string;
}

export function measureOf({ of }: Selection, words: ReportWords): Measure {
  return of.has('amount')
    ? {
        look: 'money',
        label: words.say('report.sales'),
        word: words.within('report.sales'),
        axis: words.say('report.inMoney', { sign: words.currency.sign }),
        of: ({ cents }) => cents,
        say: (value) => words.about(value),
      }
    : {
        look: 'count',
        label: words.say('report.orders'),
        word: words.within('report.orders'),
        axis: words.say('report.inOrders'),
        of: ({ records }) => records,
        say: (value) => words.say('report.ordersOf', { count: words.number(value) }),
      };
}

export const measureColumn = ({ label, look }: Measure): ReportColumn => ({ label, look });

/** The amount of a record on average; null where none is known. */
export const averageOf = ({ cents, priced }: Tally): number | null => (priced > 0 ? Math.round(cents / priced) : null);
