/** What the sidebar of periodic reviews asks the ledger. */
import type { CustomerBrief, Failure, Form, FormOption, SaveResult } from '../api.ts';
import type { ReviewPlan } from './review-plan.ts';

/** A customer on today's list of reviews. */
export interface ReviewItem extends CustomerBrief {
  /** `yyyy-MM-dd` */
  dueOn: string;
  /** why, in the user's language */
  reasons: string[];
}

/** Today's reviews of one person, and how far everybody is. */
export interface Reviews {
  /** whether the shop has begun with reviews; `plan` is a proposal until then */
  isOn: boolean;
  plan: ReviewPlan;
  /** what may stand in the plan: the shop's types of customers, regions and people */
  types: string[];
  regions: string[];
  staff: string[];
  /** whose list it is */
  who: string;
  people: { who: string; label: string; today: number; waiting: number; done: number }[];
  list: ReviewItem[];
  /** `yyyy-MM-dd` in the workbook's zone */
  today: string;
}

/** A customer as a review asks about them. */
export interface Review {
  customer: CustomerBrief;
  /** the customers' form with what stands there now */
  form: Form;
  /** what the person sees, field by field, to be sent back: somebody else's change is found out by it */
  shown: Record<string, string>;
  reasons: string[];
  /** what to choose where the customer could not be asked */
  outcomes: FormOption[];
}

export interface ReviewApi {
  /** Today's reviews: of `who`, or of whoever asks. Two reads, and one of each tab of records. */
  getReviews(input: { who?: string }): Reviews | Failure;
  /** Begins with reviews, or changes their plan: the fields they need are switched on. */
  planReviews(input: { plan: Omit<ReviewPlan, 'since'> }): Reviews | Failure;
  /** What to ask a customer. */
  getReview(input: { customer: string }): Review | Failure;
  /** Ticks a review off: corrected values and the day are saved in one go; `outcome` where the customer could not be asked. */
  saveReview(input: {
    requestId: string;
    customer: string;
    outcome?: string;
    values: Record<string, string>;
    shown: Record<string, string>;
  }): SaveResult | Failure;
}
