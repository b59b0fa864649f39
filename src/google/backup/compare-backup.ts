import { Checksum } from '../../domain/backup/checksum.ts';
import { type Comparison, compareRecords, type Records } from '../../domain/backup/compare-records.ts';
import type { TabImage } from '../../domain/backup/manifest.ts';
import { type Cell, cellText, isDay } from '../../domain/check/cell.ts';
import { activeFields, seriesField } from '../../domain/dictionary/compose.ts';
import { referenceTo, searchRole } from '../../domain/dictionary/roles.ts';
import type { Tab } from '../../domain/dictionary/types.ts';
import type { Book } from '../book.ts';
import type { OpenBackup } from './backup-file.ts';
import { tabNow } from './restore-tabs.ts';
import { imageOf } from './tab-image.ts';
import { recordsOf, tabThen } from './tab-then.ts';

/** The tab whose records say whose all others are. */
const customersKey = 'customers';

/** How a tab of a backup differs from today's. */
export interface TabDifference {
  image: TabImage;
  state: 'same' | 'changed' | 'missing';
  /** filled rows below the header then and now */
  was: number;
  now: number;
  /** absent where the tab has no records with numbers */
  records?: Comparison;
  /** what people call a record, by its number */
  titles: ReadonlyMap<string, string>;
  /** of the customers that were asked for, those who have something here, then or now */
  found?: ReadonlySet<string>;
  /** the records as they stand now */
  current?: Records;
}

export interface BookDifference {
  tabs: TabDifference[];
  /** stands for what the tabs hold now: whoever confirms, confirms this */
  fingerprint: string;
}

/** What a record is called besides its number: a customer's name, what a purchase is of. */
function titleOf(tab: Tab, record: Readonly<Record<string, Cell>>): string {
  const named = activeFields(tab).find((field) => searchRole(field) === 'name' || field.event === 'what');
  const cell = named && record[named.key];
  return cell === undefined || isDay(cell) ? '' : cellText(cell);
}

export const isSameRecords = ({ added, removed, changed }: Comparison): boolean =>
  added.length + removed.length + changed.length === 0;

/** Compares the records of one tab, all of them or those of some customers. */
function compareTab(book: Book, open: OpenBackup, image: TabImage, whose?: ReadonlySet<string>): TabDifference | undefined {
  const tab = book.dictionary.tabs.find(({ key }) => key === image.key);
  if (!tab || !seriesField(tab)) return undefined;
  const owner = tab.key === customersKey ? seriesField(tab) : referenceTo(tab, customersKey);
  if (whose && !owner) return undefined;
  const found = new Set<string>();
  const isWanted = (record: Readonly<Record<string, Cell>>): boolean => {
    if (!whose) return true;
    const number = cellText(record[owner!.key]).trim();
    if (whose.has(number)) found.add(number);
    return whose.has(number);
  };
  const before = tabThen(book, open, image);
  const today = book.tab(tab.key);
  const then: Records = before ? recordsOf(before) : new Map();
  const now: Records = today ? recordsOf(today) : new Map();
  // A record that was moved to another customer since is one of theirs, too.
  const wanted = new Set([...then].filter(([, record]) => isWanted(record)).map(([number]) => number));
  for (const [number, record] of now) if (isWanted(record)) wanted.add(number);
  const own = (records: Records): Records => (whose ? new Map([...records].filter(([number]) => wanted.has(number))) : records);
  const there = new Set(book.tab(tab.key)?.columns.keys());
  const fields = image.fields.map(([, field]) => field).filter((field) => there.has(field));
  const records = compareRecords(own(then), own(now), fields);
  const titles = new Map([...own(then), ...own(now)].map(([number, record]) => [number, titleOf(tab, record)]));
  const sheet = tabNow(book, image);
  const state = !sheet ? 'missing' : isSameRecords(records) ? 'same' : 'changed';
  return { image, state, was: own(then).size, now: own(now).size, records, titles, found, current: now };
}

/** How what some customers have differs from a backup, in all tabs. Two reads for each tab. */
export function compareCustomers(book: Book, open: OpenBackup, customers: readonly string[]): TabDifference[] {
  const whose = new Set(customers);
  return open.manifest.tabs.flatMap((image) => {
    const difference = compareTab(book, open, image, whose);
    return difference && difference.was + difference.now > 0 ? [difference] : [];
  });
}

/** Numbers that neither the backup nor today's ledger knows: mistyped ones, most likely. */
export const unknownCustomers = (differences: readonly TabDifference[], customers: readonly string[]): string[] =>
  customers.filter((number) => !differences.some(({ found }) => found?.has(number)));

/** How today's tabs differ from a backup's. Tabs of which nothing has changed are read once, the others thrice. */
export function compareTabs(book: Book, open: OpenBackup, images: readonly TabImage[]): BookDifference {
  const sum = new Checksum();
  const tabs = images.map((image): TabDifference => {
    const sheet = tabNow(book, image);
    const now = sheet && imageOf(book, sheet);
    sum.add(now ? JSON.stringify([now.sums, now.rows, now.columns]) : 'none');
    const counts = { was: Math.max(0, image.rows - 1), now: Math.max(0, (now?.rows ?? 0) - 1) };
    if (now && String(now.sums) === String(image.sums) && String(now.formulas) === String(image.formulas))
      return { image, state: 'same', ...counts, titles: new Map() };
    const difference = compareTab(book, open, image);
    if (difference) return { ...difference, state: sheet ? 'changed' : 'missing' };
    return { image, state: sheet ? 'changed' : 'missing', ...counts, titles: new Map() };
  });
  return { tabs, fingerprint: sum.text };
}
