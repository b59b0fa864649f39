import { keptNotice, putNotice } from '../../google/home-notices.ts';
import { listDuplicates } from '../list-duplicates.ts';
import type { JobWork, SliceResult } from './slice.ts';

/** A register that is not compared after so many runs in a row is too large for a night. */
const mostRuns = 8;

/** New groups are told until somebody looks at the list; those of several nights count together. */
function tellFresh(fresh: number): void {
  const count = Number(keptNotice('duplicates')?.told.params?.count ?? 0) + fresh;
  putNotice('duplicates', { tone: 'look', told: { key: 'notice.duplicates', params: { count } }, tab: 'duplicates' });
}

/** Compares all customers and lists those who may be one; what people have decided in the list stays. */
export const findNewDuplicates: JobWork = ({ book, rest }): SliceResult => {
  const runs = Number(rest ?? 0) + 1;
  const listing = listDuplicates(book);
  if (listing.ok) {
    const { customers, groups, fresh } = listing;
    if (fresh > 0) tellFresh(fresh);
    return { told: { key: groups > 0 ? 'job.duplicates.found' : 'job.duplicates.none', params: { customers, groups, fresh } } };
  }
  if (listing.why === 'stopped' && runs < mostRuns) return { rest: runs };
  if (listing.why === 'stopped')
    return { told: { key: 'job.duplicates.tooMany', params: { percent: listing.percent } }, ok: false };
  if (listing.why === 'noCustomers') return { told: { key: 'stop.noCustomers' }, ok: false };
  // Somebody is at it, or saving: an hour later it is tried again.
  throw new Error('Lock timeout: customers are being compared.');
};
