import { optionKey } from '../text/match-option.ts';
import type { Period } from './period.ts';
import { filterKeys, type ReportFilters } from './report-kind.ts';
import type { ReportWords } from './report-words.ts';

/** The period and the filters in words, as they stand below the title. */
export function scopeOf(period: Period | undefined, filters: ReportFilters, words: ReportWords): string {
  const days = period && words.period(period);
  const narrowed = filterKeys.flatMap((key) =>
    optionKey(filters[key] ?? '') === ''
      ? []
      : [words.say('report.only', { what: words.say(`report.filter.${key}`), word: filters[key]! })],
  );
  return [...(days ? [days] : []), ...narrowed].join(words.locale === 'zh-CN' ? '；' : '; ');
}
