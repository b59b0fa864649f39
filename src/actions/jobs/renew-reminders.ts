import { renewToday } from '../reminders.ts';
import type { JobWork } from './slice.ts';

/** Makes 今日事项 before the shop opens, with what was chosen in it the day before. One step. */
export const renewReminders: JobWork = ({ book }) => {
  const renewed = renewToday(book);
  if (!renewed) throw new Error('Lock timeout: the list of the day could not be written.');
  const { overdue, today, coming } = renewed.counts;
  const count = overdue + today + coming;
  return { told: { key: count === 0 ? 'job.reminders.none' : 'job.reminders.done', params: { overdue, today, coming } } };
};
