import type { Locale } from '../domain/locale.ts';
import type { Change } from '../domain/log/entry.ts';
import { say } from '../domain/messages/say.ts';
import type { Book } from '../google/book.ts';

const most = 3;

/**
 * Where changes are, in brackets, so that a person finds what was left alone; of many the first ones.
 *
 * @example sayWhere(book, [change], 'zh-CN') // '（C000004 联系电话）'
 */
export function sayWhere(book: Book, changes: readonly Change[], locale: Locale): string {
  if (changes.length === 0) return '';
  const places = changes.slice(0, most).map(({ tab, record, field }) => {
    const label = book.tab(tab)?.field(field)?.label[locale] ?? field.replace(/^~/, '');
    return `${record} ${label}`.trim();
  });
  const list = places.join(say('list.separator', locale)) + (changes.length > most ? ' …' : '');
  return say('log.why.where', locale, { list });
}
