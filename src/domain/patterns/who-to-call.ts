import { optionMeant } from '../dictionary/option-meant.ts';
import type { LedgerFacts } from '../facts/record-facts.ts';
import type { ReportTable } from '../reports/report.ts';
import type { ReportWords } from '../reports/report-words.ts';
import { column, room } from './about-tab.ts';
import type { Following } from './next-purchases.ts';

/** Customers that are listed: a shop calls no more on a day. */
const most = 40;

/** Customers who said that they do not want to be called: by their own record, or by a preference. */
function refusers(facts: LedgerFacts): (customer: number) => boolean {
  const of = facts.records('preferences');
  const found = new Set<number>();
  for (const field of of?.tab.fields ?? []) {
    if (field.kind !== 'choice' || field.off) continue;
    const { words, places } = of!.words(field.key);
    const refuses = words.map((word) => optionMeant(field, word)?.means === 'refuses');
    places.forEach((place, at) => {
      if (refuses[place]) found.add(of!.customers[at]!);
    });
  }
  return (customer) => found.has(customer) || facts.customers.leftAlone(customer);
}

/**
 * Who is between the quartiles of what usually passes and has not come yet, each once, for the surest of what they may come
 * for; those for whom most of the time has passed first.
 */
export function whoToCall(
  facts: LedgerFacts,
  found: readonly Following[],
  name: (one: Following) => string,
  words: ReportWords,
): ReportTable[] {
  const { today, customers } = facts;
  const all = new Map<number, { one: Following; day: number }>();
  for (const one of found) for (const { customer, day } of one.due) if (!all.has(customer)) all.set(customer, { one, day });
  const refuses = refusers(facts);
  const listed = [...all].filter(([customer]) => !refuses(customer));
  if (listed.length === 0) return [];
  const passed = ({ one, day }: { one: Following; day: number }): number => (today - day) / one.quartiles[2];
  listed.sort(([a, x], [b, y]) => passed(y) - passed(x) || a - b);
  const shown = listed.slice(0, most);
  const refused = all.size - listed.length;
  const lead = [
    words.say('next.callLead', { all: listed.length }),
    ...(listed.length > most ? [words.say('report.onlyFirst', { count: most })] : []),
    ...(refused > 0 ? [words.say('next.refused', { count: refused })] : []),
  ];
  return [
    {
      heading: words.say('next.call'),
      lead: lead.join(words.say('sentence.separator')),
      columns: [
        column(words.say('report.column.customer'), 'text'),
        column(words.say('report.column.number'), 'text'),
        column(words.say('next.pair'), 'text'),
        room,
        column(words.say('next.gap'), 'text'),
        column(words.say('next.since'), 'text'),
        column(words.say('next.passed'), 'count'),
      ],
      rows: shown.map(([customer, { one, day }]) => [
        customers.names(customer),
        customers.numbers[customer]!,
        name(one),
        '',
        gapText(one, words),
        words.day(day),
        today - day,
      ]),
    },
  ];
}

/** The middle of the days that passed, and between which half of them are. @example gapText(one, words) // '305 (295–320)' */
export function gapText({ quartiles }: Following, words: ReportWords): string {
  const [from, middle, to] = quartiles.map((days) => words.number(Math.round(days)));
  return `${middle} (${from}–${to})`;
}
