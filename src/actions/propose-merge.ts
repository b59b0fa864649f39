import type { Failure, MergeField, MergeProposal } from '../domain/api.ts';
import { coverRows } from '../domain/card/cover-rows.ts';
import { readEvent } from '../domain/card/customer-events.ts';
import { cellText } from '../domain/check/cell.ts';
import type { Locale } from '../domain/locale.ts';
import { keepWhom } from '../domain/merge/keep-whom.ts';
import { type ProposedValue, proposeValues } from '../domain/merge/propose-values.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import type { Reference } from '../google/references.ts';
import { checkContext } from './check-context.ts';
import { lookAtCustomers, type Together } from './look-at-customers.ts';

const mostStretches = 4;
/** Cells in between that cost as much as another read (platform §4). */
const worthARead = 24_000;

/** The last day that something happened to each customer, not after today. A few reads for each tab. */
function lastDays(book: Book, references: readonly Reference[], locale: Locale): Map<string, string> {
  const days = new Map<string, string>();
  const today = book.zone.today();
  const look = (tab: LedgerTab, own: readonly Reference[]): void => {
    const { first, last } = tab.span();
    const rows = [...new Set(own.map(({ row }) => row))].sort((a, b) => a - b);
    for (const [from, to] of coverRows(rows, mostStretches, Math.ceil(worthARead / (last - first + 1)))) {
      const block = tab.read(from, to - from + 1);
      for (const { row, to: number, field, text } of own) {
        const at = row - from;
        if (at < 0 || at >= block.rows || cellText(tab.cell(block, at, field.key)) !== text) continue;
        const { event } = readEvent(tab.tab, tab.record(block, at), locale);
        if (!event.isVoid && event.on !== '' && event.on <= today && event.on > (days.get(number) ?? ''))
          days.set(number, event.on);
      }
    }
  };
  const active = references.filter(({ field }) => !field.off);
  for (const tab of new Set(active.map((reference) => reference.tab)))
    look(
      tab,
      active.filter((reference) => reference.tab === tab),
    );
  return days;
}

function recordCounts(
  references: readonly Reference[],
  number: string,
  locale: Locale,
): { tab: string; label: string; count: number }[] {
  const own = references.filter(({ to }) => to === number);
  return [...new Set(own.map(({ tab }) => tab))].map((tab) => ({
    tab: tab.tab.key,
    label: tab.tab.label[locale],
    count: new Set(own.filter((reference) => reference.tab === tab).map(({ row }) => row)).size,
  }));
}

function fieldOf({ customers }: Together, proposal: ProposedValue, locale: Locale): MergeField {
  const { field, proposed, why, joined, isFixed, taken } = proposal;
  return {
    key: field.key,
    label: field.label[locale],
    kind: field.kind,
    texts: customers.map(({ cells }) => cellText(cells[field.key])),
    proposed,
    ...(why ? { why: say(`merge.why.${why}`, locale, { field: taken?.label[locale] ?? '' }) } : {}),
    ...(joined === undefined ? {} : { joined }),
    ...(isFixed ? { isFixed } : {}),
  };
}

/** The best guess for every field that has a column. */
export function proposalsOf(book: Book, { tab, customers }: Together, keep: string): ProposedValue[] {
  return proposeValues(tab.tab, customers, keep, checkContext(book, tab, [])).filter(({ field }) => tab.columns.has(field.key));
}

/** What a merge of these customers would look like; nothing is changed by asking. */
export function proposeMerge(book: Book, request: { customers: readonly string[] }, locale: Locale): MergeProposal | Failure {
  const numbers = [...new Set(request.customers.map((number) => number.trim()))].filter((number) => number !== '');
  const fail = (message: string): Failure => ({ failed: true, message, retry: false });
  if (numbers.length < 2) return fail(say('stop.mergeFew', locale));
  const together = lookAtCustomers(book, numbers, false, locale);
  if (typeof together === 'string') return fail(together);
  const { tab, customers, references } = together;
  const keep = keepWhom(tab.tab, customers).number;
  const days = lastDays(book, references, locale);
  return {
    customers: customers.map(({ number, cells }) => ({
      ...{ number, name: cellText(cells.name), phone: cellText(cells.phone) },
      records: recordCounts(references, number, locale),
      ...(days.has(number) ? { lastOn: days.get(number)! } : {}),
    })),
    keep,
    fields: proposalsOf(book, together, keep).map((proposal) => fieldOf(together, proposal, locale)),
  };
}
