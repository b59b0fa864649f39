import type { Locale } from '../domain/locale.ts';
import { remember } from '../domain/segments/memory.ts';
import { reportSegments, segments } from '../domain/segments/segments-report.ts';
import type { Book } from '../google/book.ts';
import { keepSegments, lastSegments } from '../google/segment-memory.ts';
import type { Outcome } from './outcome.ts';
import { segmentsOfShop } from './segments-of-shop.ts';
import { showReport } from './show-report.ts';

/** Makes the report of segments by the shop's own rules, compares with an earlier day, and remembers this one. */
export function segmentReport(book: Book, locale: Locale): Outcome {
  const { segmentation } = segmentsOfShop(book);
  const { facts, rules, places } = segmentation;
  const now = new Map(
    facts.customers.numbers.flatMap((number, i) => {
      const key = rules[places[i]!]?.key;
      return number !== '' && key ? [[number, key] as const] : [];
    }),
  );
  const memory = remember(lastSegments(book), book.zone.today(), now);
  return showReport(
    book,
    segments.key,
    (words) => reportSegments(segmentation, words, memory.before),
    locale,
    () => keepSegments(book, memory),
  );
}
