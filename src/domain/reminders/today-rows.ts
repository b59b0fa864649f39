import { cellText } from '../check/cell.ts';
import type { Locale } from '../locale.ts';
import { say } from '../messages/say.ts';
import { type Urgency, urgencies } from './agenda.ts';
import { type HandledRow, type Handling, readHandling } from './marks.ts';

/** The columns of 今日事项, from A on; the last one is hidden. */
export const todayColumns = [
  'urgency',
  'rule',
  'text',
  'customer',
  'name',
  'phone',
  'due',
  'person',
  'handling',
  'link',
  'key',
] as const;
export type TodayColumn = (typeof todayColumns)[number];

/** So many are listed; nobody does more in a day, and the rest is counted. */
export const mostListed = 300;
/** So many that are put off or done stand below them. */
export const mostHidden = 100;

/** A row of 今日事项. */
export interface TodayRow {
  urgency: Urgency;
  rule: string;
  text: string;
  customer: string;
  name: string;
  phone: string;
  due: string;
  person: string;
  /** what the column 处理 says: what somebody typed there and cannot be understood stays */
  handling: string;
  isUnclear: boolean;
  /** the record to go to */
  tab: string;
  number: string;
  /** where it stood among its tab's records, from 0 */
  row: number;
  id: string;
}

/** @param link what is written into the column that leads to the record */
export const todayCells = (row: TodayRow, link: string, locale: Locale): string[] => [
  say(`today.urgency.${row.urgency}`, locale),
  row.rule,
  row.text,
  row.customer,
  row.name,
  row.phone,
  row.due,
  row.person,
  row.handling,
  link,
  row.id,
];

const at = (column: TodayColumn): number => todayColumns.indexOf(column);

const hiddenLabels = new Set<string>(
  urgencies
    .filter((urgency) => urgency === 'later' || urgency === 'done')
    .flatMap((urgency) => (['zh-CN', 'en'] as const).map((locale) => say(`today.urgency.${urgency}`, locale))),
);

/** A row as somebody left it. */
export interface ReadTodayRow extends HandledRow {
  /** what stands in 处理 */
  typed: string;
}

/**
 * What somebody chose in a row; undefined for a row that is no reminder.
 *
 * @param cells texts from column A on; a day that was typed is `yyyy-MM-dd`
 */
export function readTodayRow(cells: readonly string[], when: Parameters<typeof readHandling>[1]): ReadTodayRow | undefined {
  const id = cellText(cells[at('key')]).trim();
  if (!id.includes('|')) return undefined;
  const typed = cellText(cells[at('handling')]).trim();
  const handling: Handling = readHandling(typed, when);
  return { id, typed, handling, wasHidden: hiddenLabels.has(cellText(cells[at('urgency')]).trim()) };
}
