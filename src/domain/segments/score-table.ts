import type { MessageKey } from '../messages/keys.ts';
import type { ReportColumn, ReportTable, ReportValue } from '../reports/report.ts';
import type { ReportWords } from '../reports/report-words.ts';
import { sayRange } from './read-segment-rules.ts';
import { bestScore } from './score.ts';
import { scoreRanges } from './score-ranges.ts';
import type { Segmentation } from './segmentation.ts';

/** What each score stands for, from the best down: days, times and amounts. */
export function scoreTable(of: Segmentation, words: ReportWords): ReportTable {
  const say = (key: string): string => words.say(`seg.${key}` as MessageKey);
  const column = (key: string): ReportColumn => ({ label: say(`column.${key}`), look: 'text' });
  const kinds = of.measures.hasAmounts ? (['r', 'f', 'm'] as const) : (['r', 'f'] as const);
  const ranges = kinds.map((kind) => scoreRanges(of, kind));
  const cell = (range: { from: number; to: number } | undefined): ReportValue =>
    range ? sayRange(range, words.locale, (value) => words.number(value)) : null;
  return {
    heading: say('scores'),
    lead: say('scoresLead'),
    columns: [column('score'), ...kinds.map(column)],
    rows: Array.from({ length: bestScore }, (_, i) => bestScore - i).map((score) => [
      String(score),
      ...ranges.map((range) => cell(range.get(score))),
    ]),
  };
}
