import type { Told } from '../../domain/messages/told.ts';
import type { Book } from '../../google/book.ts';

/** What a job's function is given for one run: six minutes are shared by all that is due. */
export interface Slice {
  book: Book;
  /** what its last run left to be done; undefined at the beginning */
  rest: unknown;
  /** Whether there is time for one more step of up to a minute and a half. */
  hasTime(): boolean;
}

/**
 * How far it got: with `told` it is done (`partly`: some of it, not all), with `rest` (JSON, at most 4 KB) it goes on with that in another run. It may be
 * killed at any time and begins anew then with the `rest` it had: what is done already must do no harm a second time.
 *
 * An error of the platform that is thrown is told to the shop, and the job is tried again an hour later.
 */
export type SliceResult = { told: Told; ok?: boolean; partly?: true } | { rest: unknown };

export type JobWork = (slice: Slice) => SliceResult;
