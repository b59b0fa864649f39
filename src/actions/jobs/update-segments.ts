import { tabOf } from '../../domain/dictionary/compose.ts';
import type { Told } from '../../domain/messages/told.ts';
import { standingFields } from '../../domain/segments/standings.ts';
import { writeSegments } from '../write-segments.ts';
import type { JobWork } from './slice.ts';

/** Brings the columns of segments up to date that the shop has. One step; what others have typed meanwhile is left for the next night. */
export const updateSegments: JobWork = ({ book }) => {
  const isOff = standingFields(tabOf(book.dictionary, 'customers')).every(({ off }) => off);
  if (isOff) return { told: { key: 'job.segments.off' }, ok: false };
  const { ok, details } = writeSegments(book, {}, book.language);
  if (!details) throw new Error('Lock timeout: the segments could not be written.');
  const { customers, changed, told } = details as { customers: number; changed: number; told: Told };
  return ok ? { told: { key: 'job.segments.done', params: { customers, changed } } } : { told, ok };
};
