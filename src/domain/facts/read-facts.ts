import { eventField, referenceTo } from '../dictionary/roles.ts';
import type { Dictionary, Tab } from '../dictionary/types.ts';
import type { Table } from '../reminders/find-reminders.ts';
import { optionKey } from '../text/match-option.ts';
import { CustomerColumns, customerFields } from './customer-columns.ts';
import { dayNumber } from './day-number.ts';
import type { FactsContext } from './filled-rows.ts';
import { RecordColumns, recordFields } from './record-columns.ts';
import type { CustomerFacts, LedgerFacts, RecordFacts } from './record-facts.ts';

/** Gives a tab's cells; undefined where the shop has no such tab. Asked once for each tab, with the fields that count. */
export type TableSource = (tab: string, fields: readonly string[]) => Table | undefined;

const nothing: Table = { rows: 0, cell: () => '' };

/** Tabs whose records belong to customers and happen on a day. */
export const recordTabs = ({ tabs }: Dictionary): Tab[] =>
  tabs.filter((tab) => referenceTo(tab, 'customers') && eventField(tab, 'on'));

/**
 * The ledger in columns. A tab is read when it is first asked for, so that a report reads what it counts from and no more.
 *
 * @param also further fields that are wanted, by tab: long texts, for example
 */
export function readFacts(
  dictionary: Dictionary,
  source: TableSource,
  context: FactsContext,
  also: Readonly<Record<string, readonly string[]>> = {},
): LedgerFacts {
  let customers: CustomerFacts | undefined;
  let places: Map<string, number> | undefined;
  const read = new Map<string, RecordFacts | undefined>();
  const wanted = (tab: Tab, fields: readonly string[]) => source(tab.key, [...new Set([...fields, ...(also[tab.key] ?? [])])]);

  const readCustomers = (): CustomerFacts => {
    const tab = dictionary.tabs.find(({ key }) => key === 'customers')!;
    return new CustomerColumns(tab, wanted(tab, customerFields(tab)) ?? nothing, context);
  };
  const customerOf = (number: string): number | undefined => {
    if (!places) {
      places = new Map();
      // the first row that bears a number is the customer, as everywhere
      for (let at = facts.customers.count - 1; at >= 0; at--) places.set(facts.customers.numbers[at]!, at);
      for (const [text, at] of [...places]) if (!places.has(optionKey(text))) places.set(optionKey(text), at);
      places.delete('');
    }
    return places.get(number) ?? places.get(optionKey(number));
  };
  const readRecords = (key: string): RecordFacts | undefined => {
    const tab = recordTabs(dictionary).find((each) => each.key === key);
    const table = tab && wanted(tab, recordFields(tab));
    return table && new RecordColumns(tab, table, context, customerOf);
  };

  const facts: LedgerFacts = {
    today: dayNumber(context.today),
    get customers() {
      customers ??= readCustomers();
      return customers;
    },
    records(key) {
      if (!read.has(key)) read.set(key, readRecords(key));
      return read.get(key);
    },
  };
  return facts;
}
