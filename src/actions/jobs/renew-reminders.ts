import { reviewSheet } from '../../google/review-tab.ts';
import { listReviews } from '../list-reviews.ts';
import { renewToday } from '../reminders.ts';
import type { JobWork } from './slice.ts';

/**
 * Makes 今日事项 before the shop opens, with what was chosen in it the day before, and the list of reviews where there is one:
 * a phone has no menu to update it with. One step.
 */
export const renewReminders: JobWork = ({ book }) => {
  const renewed = renewToday(book);
  if (!renewed) throw new Error('Lock timeout: the list of the day could not be written.');
  if (reviewSheet(book)) {
    book.refresh();
    const { ok, message } = listReviews(book, book.language);
    if (!ok) console.warn(message);
  }
  const { overdue, today, coming } = renewed.counts;
  const count = overdue + today + coming;
  return { told: { key: count === 0 ? 'job.reminders.none' : 'job.reminders.done', params: { overdue, today, coming } } };
};
