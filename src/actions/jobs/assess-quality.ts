import { assessData } from '../data-quality.ts';
import type { JobWork } from './slice.ts';

/** Writes the data quality report once a month, so that every month has its score. One step. */
export const assessQuality: JobWork = ({ book }) => {
  const report = assessData(book);
  if (!report) throw new Error('Lock timeout: the data quality report could not be written.');
  const { score, records } = report;
  if (score === undefined) return { told: { key: 'done.dataQualityNothing' } };
  return { told: { key: 'job.quality.done', params: { score: Math.round(score), records } } };
};
