import type { Card } from '../domain/api.ts';
import { cellText } from '../domain/check/cell.ts';
import { seriesField } from '../domain/dictionary/compose.ts';
import { referenceTo } from '../domain/dictionary/roles.ts';
import type { Locale } from '../domain/locale.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';
import { screen, showSidebar } from '../google/screen.ts';
import { getCard } from './get-card.ts';
import type { Outcome } from './outcome.ts';

/**
 * The customer of the row one has selected, in any tab whose records belong to customers. One cell is read.
 *
 * @returns undefined where the row has none: another tab, the header, an empty row
 */
function selectedCustomer(book: Book): string | undefined {
  const range = book.workbook.getActiveRange();
  const tab = range && book.tabOfSheet(range.getSheet());
  const row = range?.getRow() ?? 0;
  if (!tab || row < 2) return undefined;
  const field = tab.tab.key === 'customers' ? seriesField(tab.tab) : referenceTo(tab.tab, 'customers');
  if (!field || !tab.columns.has(field.key)) return undefined;
  const block = tab.read(row, 1, [field.key]);
  return cellText(tab.cell(block, 0, field.key)).trim() || undefined;
}

/** 打开客户卡: opens the card of the selected row's customer; asked with a number, as programs do, it answers the card. */
export function openCard(book: Book, request: { customer?: string }, locale: Locale): Outcome {
  const isAsked = request.customer !== undefined;
  const customer = request.customer ?? selectedCustomer(book);
  if (customer === undefined) return { ok: false, message: say('stop.noCustomerHere', locale) };
  const card = getCard(book, { customer }, locale);
  if ('failed' in card) return { ok: false, message: card.message };
  if (isAsked) return { ok: true, message: summary(card, locale), details: { card } };
  if (!screen()) return { ok: false, message: say('stop.noSidebar', locale) };
  showSidebar('search', say('action.customerCard', locale), { locale, card });
  return { ok: true, message: '' };
}

function summary({ number, name, totals, events, more }: Card, locale: Locale): string {
  const open = totals.counts.reduce((sum, count) => sum + count.open, 0);
  const count = events.length + more;
  return say('card.summary', locale, { number, name, count, open });
}
