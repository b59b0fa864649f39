import type { Locale } from '../locale.ts';
import { say } from '../messages/say.ts';
import type { DueReview, ReviewRecord } from './due-reviews.ts';

/**
 * Why a customer is to be reviewed, a sentence for each cause, the telling ones first.
 *
 * @example explainReview(review, record, 'en') // ['Contact state: Unreachable', 'Last verified on 2026-10-01']
 */
export const explainReview = (review: DueReview, record: ReviewRecord, locale: Locale): string[] =>
  review.causes.map((cause) =>
    say(`review.cause.${cause}`, locale, {
      verifiedOn: record.verifiedOn,
      lastOn: record.lastOn,
      reach: record.reachText,
    }),
  );
