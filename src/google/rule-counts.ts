import { putProperties, seenProperties } from './properties.ts';

/** What is open, by the rule's key. */
type RuleCounts = Readonly<Record<string, number>>;

const key = 'reminders';

/** Remembers how much each rule had found when 今日事项 was made. */
export function keepRuleCounts(counts: RuleCounts): void {
  const text = JSON.stringify(counts);
  if (seenProperties()[key] !== text) putProperties({ [key]: text });
}

/** Undefined before it was made for the first time. At most one look-up. */
export function ruleCounts(): RuleCounts | undefined {
  const text = seenProperties()[key];
  return text === undefined ? undefined : (JSON.parse(text) as RuleCounts);
}
