import type { Card, CardField, CardLink, Failure } from '../domain/api.ts';
import { cardTotals } from '../domain/card/card-totals.ts';
import { newestFirst, readEvent } from '../domain/card/customer-events.ts';
import { type Cell, cellText, isBlank } from '../domain/check/cell.ts';
import { checkRow, type RecordCells } from '../domain/check/check-rows.ts';
import { activeFields, seriesField } from '../domain/dictionary/compose.ts';
import { referenceTo } from '../domain/dictionary/roles.ts';
import type { Field, Tab } from '../domain/dictionary/types.ts';
import { matchRows } from '../domain/linkage/match-rows.ts';
import type { Locale } from '../domain/locale.ts';
import { explain, say } from '../domain/messages/say.ts';
import { currencyOf } from '../domain/money/own-currency.ts';
import { formatPhone } from '../domain/phone/format-phone.ts';
import { parsePhone } from '../domain/phone/parse-phone.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { recordsOf } from '../google/records-of.ts';
import { cardReminders } from './card-reminders.ts';
import { checkContext } from './check-context.ts';
import { type AllCustomers, readAllCustomers, readersOf, reasonTexts } from './find-duplicates.ts';
import { creditOf } from './get-credit.ts';
import { sayMissing } from './look-at-customers.ts';

/** Enough to scroll through; the figures count all of them. */
const mostEvents = 400;
const mostLinks = 6;

/** Tabs whose records belong to customers. */
const recordTabs = (book: Book): { tab: Tab; reference: Field }[] =>
  book.dictionary.tabs.flatMap((tab) => {
    const reference = referenceTo(tab, 'customers');
    return reference ? [{ tab, reference }] : [];
  });

/**
 * Everything the ledger knows of a customer: one read of the customers' tab, and of each tab of records one read, or a
 * few where it is large; never more because there are more rows.
 */
export function getCard(book: Book, request: { customer: string }, locale: Locale): Card | Failure {
  const number = request.customer.trim();
  const all = readAllCustomers(book);
  const rows = all ? rowsWith(all, number) : [];
  if (!all || rows[0] === undefined || number === '') {
    const isThere = (other: string): boolean => all !== undefined && rowsWith(all, other).length > 0;
    const message = number === '' ? say('stop.recordNotFound', locale, { number }) : sayMissing(book, number, isThere, locale);
    return { failed: true, message, retry: false };
  }
  const { tab } = all;
  const record = tab.record(all.block, rows[0]);
  const present = recordTabs(book).flatMap(({ tab: definition, reference }) => {
    const bound = book.tab(definition.key);
    return bound?.columns.has(reference.key) ? [{ bound, reference }] : [];
  });
  const records = new Map<string, readonly RecordCells[]>(
    present.map(({ bound, reference }) => [bound.tab.key, recordsOf(bound, reference.key, number)]),
  );
  const currency = currencyOf(book.workbook.getSpreadsheetLocale()).code;
  const read = present.flatMap(({ bound }) =>
    records.get(bound.tab.key)!.map((one) => readEvent(bound.tab, one, locale, currency)),
  );
  const events = read.map(({ event }) => event).sort(newestFirst);
  const today = book.zone.today();
  const tabs = present.map(({ bound }) => bound.tab);
  return {
    tab: tab.tab.key,
    number,
    name: cellText(record.name).trim(),
    ...basics(book, tab, record, locale),
    problems: rows.length > 1 ? [say('card.doubledNumber', locale, { number, rows: rows.map((row) => row + 2).join(', ') })] : [],
    totals: cardTotals(tabs, read, today, locale),
    credit: creditOf(book, records, locale),
    reminders: cardReminders(book, new Map([...records, [tab.tab.key, [record]]]), locale),
    events: events.slice(0, mostEvents),
    more: Math.max(0, events.length - mostEvents),
    ...others(book, all, rows[0], locale),
    adds: recordTabs(book).map(({ tab: one }) => ({ tab: one.key, label: one.adds[locale] })),
    today,
    locale,
  };
}

function rowsWith({ tab, block }: AllCustomers, number: string): number[] {
  const key = seriesField(tab.tab)!.key;
  return block.raw.flatMap((_, row) => (cellText(tab.cell(block, row, key)).trim() === number ? [row] : []));
}

/** The filled fields with what is doubtful about them, and the names of the empty ones. */
function basics(book: Book, tab: LedgerTab, record: RecordCells, locale: Locale): Pick<Card, 'fields' | 'missing'> {
  const fields = activeFields(tab.tab).filter(({ key, kind }) => kind !== 'series' && key !== 'name');
  const keys = tab.fields().map((field) => field.key);
  const verdict = checkRow(tab.tab, record, keys, checkContext(book, tab, []));
  const labelOf = (key: string): string => tab.field(key)?.label[locale] ?? key;
  const blank = activeFields(tab.tab).filter((field) => isBlank(record[field.key]));
  return {
    fields: fields
      .filter((field) => !isBlank(record[field.key]))
      .map((field) => {
        const problem = verdict.fields[field.key]?.problem;
        const params = { ...problem?.params };
        if (params.other !== undefined) params.other = labelOf(String(params.other));
        return {
          ...shown(book, field, record[field.key]!, locale),
          problem: problem && { message: explain({ ...problem, params }, locale), severity: problem.severity ?? 'wrong' },
        };
      }),
    missing: [...blank.filter((field) => field.required), ...blank.filter((field) => !field.required)].map(
      (field) => field.label[locale],
    ),
  };
}

function shown(book: Book, field: Field, cell: Cell, locale: Locale): CardField {
  const text = cellText(cell).trim();
  const plain = { key: field.key, label: field.label[locale], text };
  switch (field.kind) {
    case 'phone': {
      const { numbers } = parsePhone(text, { region: book.region });
      return { ...plain, phones: numbers.map((one) => ({ text: formatPhone(one, book.region), number: one.e164 })) };
    }
    case 'email':
      return { ...plain, mail: /^[^\s@<>"]+@[^\s@<>"]+$/.test(text) ? text : undefined };
    case 'choice': {
      const option = field.options?.find((one) => Object.values(one.label).indexOf(text) >= 0);
      return option ? { ...plain, text: option.label[locale], hue: option.hue } : plain;
    }
    case 'yesNo':
      return { ...plain, text: text === 'TRUE' ? say('yes', locale) : text === 'FALSE' ? say('no', locale) : text };
    default:
      return plain;
  }
}

/** Whoever shares phone, e-mail or door under another name lives or works together; the rest may be the same customer. */
function others(book: Book, all: AllCustomers, row: number, locale: Locale): Pick<Card, 'household' | 'duplicates'> {
  const { tab, block, customers } = all;
  const found = matchRows(customers.table, readersOf(book), [customers.rows.indexOf(row)]);
  const links = (isHousehold: boolean): CardLink[] =>
    found
      .filter((match) => match.isHousehold === isHousehold)
      .slice(0, mostLinks)
      .map((match) => {
        const text = (key: string): string => cellText(tab.cell(block, customers.rows[match.other]!, key));
        const number = customers.numbers[match.other]!;
        return {
          number,
          name: text('name'),
          phone: text('phone'),
          reasons: reasonTexts(match, customers, book, locale),
          strength: match.tier,
        };
      });
  return { household: links(true), duplicates: links(false) };
}
