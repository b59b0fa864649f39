import type { Counts } from '../domain/reminders/agenda.ts';
import { putProperties, seenProperties } from './properties.ts';

/** How much there was to do when 今日事项 was made the last time. */
export interface TodayCounts {
  /** `yyyy-MM-dd` */
  day: string;
  /** of what the shop wants to see on the start page */
  home: Counts;
  /** what is open, by the rule's key */
  rules: Readonly<Record<string, number>>;
}

const key = 'today';

export const keepTodayCounts = (counts: TodayCounts): void => putProperties({ [key]: JSON.stringify(counts) });

/** Undefined before it was made for the first time. At most one look-up. */
export function todayCounts(): TodayCounts | undefined {
  const text = seenProperties()[key];
  return text === undefined ? undefined : (JSON.parse(text) as TodayCounts);
}
