import type { CustomerBrief, Failure, Form, FormField } from '../domain/api.ts';
import { cellText } from '../domain/check/cell.ts';
import { activeFields } from '../domain/dictionary/compose.ts';
import { referenceTo, searchRole } from '../domain/dictionary/roles.ts';
import type { Field, Tab } from '../domain/dictionary/types.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import type { LedgerTab } from '../google/ledger-tab.ts';
import { checkContext, priceList } from './check-context.ts';
import { completion } from './complete-rows.ts';
import { keepsPayments } from './get-credit.ts';
import { ensureTab } from './open-tab.ts';

/** A list longer than this is no help as suggestions and only slows the form down. */
const mostSuggestions = 500;

/** What other tabs hold for a field. One read, none where it takes its values from nowhere. */
export function suggestions(book: Book, field: Field): string[] {
  const list = field.suggestFrom && book.tab(field.suggestFrom.list);
  const key = field.suggestFrom?.field ?? '';
  if (!list?.columns.has(key)) return [];
  const block = list.read(2, list.dataRows(), [key]);
  const texts = block.raw.map((_, row) => cellText(list.cell(block, row, key)).trim()).filter((text) => text !== '');
  return [...new Set(texts)].slice(0, mostSuggestions);
}

function formField(book: Book, field: Field, locale: Locale, customer: CustomerBrief | undefined): FormField {
  const language = book.language;
  return {
    key: field.key,
    label: field.label[locale],
    help: field.help?.[locale],
    kind: field.kind,
    required: Boolean(field.required),
    group: field.group,
    options: field.options?.map((option) => ({ value: option.label[language], label: option.label[locale], hue: option.hue })),
    suggestions: field.suggestFrom ? suggestions(book, field) : undefined,
    value: field.proposes === 'today' ? book.zone.today() : field.reference === 'customers' ? customer?.number : undefined,
    reference: field.reference,
    unit: field.unit?.[locale],
    min: field.min,
    max: field.max,
    search: searchRole(field),
  };
}

/** A customer as forms name them; undefined when the number is not there. */
export function briefOf(book: Book, number: string): CustomerBrief | undefined {
  const tab = book.tab('customers');
  if (!tab?.columns.has('customerId')) return undefined;
  const block = tab.read(2, tab.dataRows(), ['customerId', 'name', 'phone']);
  const row = block.raw.findIndex((_, i) => cellText(tab.cell(block, i, 'customerId')) === number);
  if (row < 0) return undefined;
  const text = (key: string): string => cellText(tab.cell(block, row, key));
  return { number, name: text('name'), phone: text('phone') };
}

/** What is known of a new record as soon as its customer is: the model that was bought last, and the like. */
function completedFor(book: Book, tab: LedgerTab, customer: string): Record<string, string> {
  const reference = referenceTo(tab.tab, 'customers');
  if (!reference) return {};
  const filled = completion(book, tab, [reference.key], checkContext(book, tab, []))?.complete(
    { [reference.key]: customer },
    { fields: {}, needsNumber: false },
  );
  return Object.fromEntries(Object.entries(filled ?? {}).map(([key, cell]) => [key, cellText(cell)]));
}

const formTabs = (book: Book): Tab[] => book.dictionary.tabs.filter((tab) => tab.from === 'start');

/** The form of a tab as the dictionary stands now, in the language of whoever opens it. */
export function getForm(book: Book, request: { tab: string; customer?: string }, locale: Locale): Form | Failure {
  const tab = book.dictionary.tabs.find((t) => t.key === request.tab);
  if (!tab) return { failed: true, message: say('stop.unknownTab', locale, { tab: request.tab }), retry: false };
  // A form must have a tab to save into; saving itself makes none.
  if (tab.from === 'firstUse' && referenceTo(tab, 'customers') && !ensureTab(book, tab.key, `open-${tab.key}`))
    return { failed: true, message: say('stop.busy', locale), retry: true };
  const customer = request.customer ? briefOf(book, request.customer) : undefined;
  const bound = book.tab(tab.key);
  const completed = customer && bound ? completedFor(book, bound, customer.number) : {};
  const amount = activeFields(tab).find((field) => field.amountFrom);
  const prices = amount?.amountFrom && bound ? priceList(book, bound, [amount.amountFrom.item]) : undefined;
  return {
    tab: tab.key,
    title: tab.adds[locale],
    noun: tab.noun[locale],
    groups: tab.groups.map((group) => ({ key: group.key, label: group.label[locale] })),
    fields: activeFields(tab)
      .filter((field) => field.kind !== 'series' && !field.standing)
      .map((field) => {
        const shown = formField(book, field, locale, customer);
        return { ...shown, value: shown.value ?? completed[field.key] };
      }),
    locale,
    region: book.region,
    today: book.zone.today(),
    dateOrder: book.dateOrder,
    customer,
    amount:
      amount?.amountFrom && prices
        ? { field: amount.key, item: amount.amountFrom.item, quantity: amount.amountFrom.quantity, prices: [...prices] }
        : undefined,
    asksCredit: activeFields(tab).some(({ occasion }) => occasion === 'bought') && keepsPayments(book),
    next: formTabs(book)
      .filter((t) => t.fields.some((field) => field.reference === 'customers'))
      .map((t) => ({ tab: t.key, label: t.adds[locale] })),
  };
}
