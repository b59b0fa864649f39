/** The reviews of today: the list, one customer at a time, and the plan. */
import type { Review, ReviewItem } from '../src/domain/review/api.ts';
import type { ReviewPlan } from '../src/domain/review/review-plan.ts';
import type { ReviewsBoot } from './boot.ts';
import { type Answer, call } from './client.ts';
import { fill } from './element.ts';
import { readBoot } from './read-boot.ts';
import { listView, offView } from './reviews/list-view.ts';
import { planView } from './reviews/plan-view.ts';
import { reviewView } from './reviews/review-view.ts';
import { reviewsTextsOf } from './reviews/texts/texts.ts';
import type { Foot } from './save/foot.ts';
import { textsOf } from './texts/texts.ts';
import type { View } from './views/shell.ts';
import { loadingView, troubleView } from './views/waiting-views.ts';
import { whoLine } from './who/who-line.ts';

const boot = readBoot<ReviewsBoot>();
const texts = reviewsTextsOf(boot.locale);
const place = document.getElementById('app')!;
let reviews = boot.reviews;
let asked = 0;
/** Customers asked for ahead, so that the next one is there at once. */
const ahead = new Map<string, Promise<Answer<Review>>>();

function show(view: View) {
  asked += 1;
  fill(place, view.element);
  view.shown?.();
}

const loading = () => show(loadingView({ ...textsOf(boot.locale), loading: texts.loading }));

/** Waits for an answer, and shows why where there is none; whatever was opened meanwhile stays. */
async function waitFor<T>(asking: () => Promise<Answer<T>>, opened: (value: T) => void, back?: () => void) {
  loading();
  const mine = asked;
  const answer = await asking();
  if (mine !== asked) return;
  if (answer.kind === 'answer') return opened(answer.value);
  const canRetry = answer.kind === 'lost' || answer.retry;
  const again = canRetry ? { label: texts.retry, act: () => void waitFor(asking, opened, back) } : undefined;
  show(troubleView(answer.kind === 'lost' ? texts.failed : answer.message, again, back && { label: texts.back, act: back }));
}

function showList(said?: string) {
  if (!reviews.isOn) return show(offView(texts, () => void begin(), openPlan));
  const ways = { open: (item: ReviewItem) => open(item), choose: reload, plan: openPlan, reload: () => reload(reviews.who) };
  show(listView(reviews, texts, ways, said));
  const [first] = reviews.list;
  if (first) fetchAhead(first.number);
}

function reload(who?: string) {
  ahead.clear();
  void waitFor(
    () => call('getReviews', { who }),
    (value) => {
      reviews = value;
      showList();
    },
  );
}

const ask = (number: string) => call('getReview', { customer: number });

function fetchAhead(number: string) {
  if (!ahead.has(number)) ahead.set(number, ask(number));
}

function open(item: ReviewItem, said?: string) {
  const fetched = ahead.get(item.number);
  ahead.delete(item.number);
  void waitFor<Review>(
    () => fetched ?? ask(item.number),
    (review) => showReview(item, review, said),
    () => showList(),
  );
}

function showReview(item: ReviewItem, review: Review, said?: string) {
  const at = reviews.list.findIndex(({ number }) => number === item.number);
  const next = reviews.list[at + 1] ?? reviews.list.find(({ number }) => number !== item.number);
  // The list knows more of why: what happened in the other tabs.
  const told = { ...review, reasons: item.reasons };
  const view = reviewView(
    told,
    texts,
    {
      back: () => showList(),
      skip: () => (next && at < reviews.list.length - 1 ? open(next) : showList(texts.last)),
      done: (what) => finished(item.number, next, what),
      reload: (what) => open(item, what),
    },
    said,
  );
  show(view);
  if (next) fetchAhead(next.number);
}

function finished(number: string, next: ReviewItem | undefined, said: string) {
  reviews = {
    ...reviews,
    list: reviews.list.filter((item) => item.number !== number),
    people: reviews.people.map((person) =>
      person.who === reviews.who ? { ...person, done: person.done + 1, today: Math.max(0, person.today - 1) } : person,
    ),
  };
  if (next) open(next, said);
  else showList(said);
}

const usual = ({ since: _, ...plan }: ReviewPlan): Omit<ReviewPlan, 'since'> => plan;

function begin() {
  return waitFor(
    () => call('planReviews', { plan: usual(reviews.plan) }),
    (value) => {
      reviews = value;
      showList();
    },
    () => showList(),
  );
}

function openPlan() {
  show(planView(reviews, texts, { back: () => showList(), save: (plan, foot) => void savePlan(plan, foot) }));
}

async function savePlan(plan: Omit<ReviewPlan, 'since'>, foot: Foot) {
  foot.busy(texts.saving);
  const answer = await call('planReviews', { plan });
  if (answer.kind === 'answer') {
    reviews = answer.value;
    ahead.clear();
    return showList();
  }
  const again = { label: texts.retry, act: () => void savePlan(plan, foot) };
  foot.retry(answer.kind === 'lost' ? texts.unsure : answer.message, again);
}

document.documentElement.lang = boot.locale;
whoLine(boot.who, boot.locale);
showList();
