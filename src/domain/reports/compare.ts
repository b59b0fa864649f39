import type { ReportWords } from './report-words.ts';

/** Below so many records a percentage tells more of chance than of the shop. */
const enough = 10;

/** How far a figure has come against another; null where there is nothing to compare with. */
export const changeOf = (now: number, before: number): number | null => (before > 0 ? now / before - 1 : null);

/** “比上期 +12.3%”; empty where the figures are too small to say so. */
export function beside(
  now: number,
  before: number,
  counts: { now: number; before: number },
  words: ReportWords,
  isYear = false,
): string {
  const change = changeOf(now, before);
  if (change === null || Math.min(counts.now, counts.before) < enough) return '';
  return words.say(isYear ? 'report.besideYear' : 'report.beside', { change: words.change(change) });
}

/** Whether a comparison is worth a sentence. */
export const isTelling = (counts: { now: number; before: number }): boolean => Math.min(counts.now, counts.before) >= enough;
