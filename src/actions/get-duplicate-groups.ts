import type { CustomerBrief, DuplicateGroup, Failure } from '../domain/api.ts';
import { cellText } from '../domain/check/cell.ts';
import type { ListedRow } from '../domain/duplicate-groups/group-rows.ts';
import type { Judgements } from '../domain/duplicate-groups/judgements.ts';
import { sayKept } from '../domain/duplicate-groups/list-rows.ts';
import { standingGroups } from '../domain/duplicate-groups/standing-groups.ts';
import { takeDecisions } from '../domain/duplicate-groups/take-decisions.ts';
import type { Locale } from '../domain/locale.ts';
import type { Book } from '../google/book.ts';
import { duplicatesSheet, readDuplicates } from '../google/duplicates-tab.ts';
import { noticeSeen } from '../google/home-notices.ts';
import { keepJudgements, readJudgements } from '../google/judgement-store.ts';
import { underLock } from '../google/numbers.ts';

/** Groups of one answer where nobody says how many. */
const usual = 50;

/**
 * Groups of 疑似重复 that wait for a decision, by the customers as they stand now. What people chose in the tab counts.
 * One read of the tab and one of the customers' numbers, names and phones.
 */
export function getDuplicateGroups(
  book: Book,
  request: { from?: number | undefined; most?: number | undefined },
  locale: Locale,
): { groups: DuplicateGroup[]; total: number; listedAt?: string } | Failure {
  const sheet = duplicatesSheet(book);
  const customers = sheet && readBriefs(book);
  if (!sheet || !customers) return { groups: [], total: 0 };
  noticeSeen(book, 'duplicates');
  const { rows, listedAt } = readDuplicates(sheet);
  const standing = standingGroups(rows, judgementsWith(book, rows), (number) => customers.has(number));
  const tab = book.tab('customers');
  const labelOf = (key: string): string => tab?.field(key)?.label[locale] ?? key;
  const from = request.from ?? 0;
  const groups = standing.slice(from, from + (request.most ?? usual)).map(
    ({ id, tier, confidence, numbers, reasons, isLater }): DuplicateGroup => ({
      ...{ id, tier, confidence, isLater },
      customers: numbers.map((number) => customers.get(number)!),
      reasons: reasons.map((reason) => sayKept(reason, { locale, region: book.region, labelOf })),
    }),
  );
  return { groups, total: standing.length, ...(listedAt === undefined ? {} : { listedAt }) };
}

/** Number, name and phone of every customer by number, in one read; undefined without a column of numbers. */
function readBriefs(book: Book): Map<string, CustomerBrief> | undefined {
  const tab = book.tab('customers');
  const series = tab?.fields().find(({ kind }) => kind === 'series')?.key;
  if (!tab || series === undefined) return undefined;
  const keyOf = (role: 'name' | 'phone'): string =>
    tab.fields().find(({ identity, kind }) => (role === 'phone' ? kind === 'phone' : identity === 'name'))?.key ?? '';
  const [name, phone] = [keyOf('name'), keyOf('phone')];
  const block = tab.read(2, tab.dataRows(), [series, name, phone]);
  const text = (row: number, key: string): string => cellText(tab.cell(block, row, key)).trim();
  const briefs = new Map<string, CustomerBrief>();
  for (let row = 0; row < block.rows; row++) {
    const number = text(row, series);
    if (number !== '' && !briefs.has(number)) briefs.set(number, { number, name: text(row, name), phone: text(row, phone) });
  }
  return briefs;
}

/** What is remembered, with what people chose in the tab since: kept at once where the lock is free, else by the next one. */
function judgementsWith(book: Book, rows: readonly ListedRow[]): Judgements {
  const take = (): Judgements => {
    const judgements = readJudgements();
    takeDecisions(rows, judgements);
    return judgements;
  };
  const judgements = take();
  if (judgements.changed().length > 0) underLock(book, () => keepJudgements(take()), 'glance');
  return judgements;
}
