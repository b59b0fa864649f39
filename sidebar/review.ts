/** Walking through possible duplicates: what is listed, group by group. */
import type { DuplicateList, ReviewBoot } from './boot.ts';
import { call, runAction } from './client.ts';
import { fill } from './element.ts';
import { readBoot } from './read-boot.ts';
import { emptyView } from './review/end-views.ts';
import { reviewView } from './review/review.ts';
import { reviewTextsOf } from './review/texts/texts.ts';
import { textsOf } from './texts/texts.ts';
import type { View } from './views/shell.ts';
import { loadingView, troubleView } from './views/waiting-views.ts';
import { whoLine } from './who/who-line.ts';

/** Groups of one answer. */
const most = 100;
/** The menu's 查重. */
const findAction = 'find-duplicates';

const boot = readBoot<ReviewBoot>();
const { locale } = boot;
const texts = reviewTextsOf(locale);
const place = document.getElementById('app')!;

function show(view: View) {
  fill(place, view.element);
  view.shown?.();
}

async function open() {
  show(loadingView({ ...textsOf(locale), loading: texts.loading }));
  const answer = await call('getDuplicateGroups', { most });
  if (answer.kind === 'answer') return showList(answer.value);
  const canRetry = answer.kind === 'lost' || answer.retry;
  const again = { label: texts.retry, act: () => void open() };
  show(troubleView(answer.kind === 'lost' ? texts.loadFailed : answer.message, canRetry ? again : undefined));
}

function showList({ groups, total, listedAt }: DuplicateList) {
  if (groups.length === 0) return showEmpty(listedAt);
  const more = async (from: number) => {
    const answer = await call('getDuplicateGroups', { from, most });
    return answer.kind === 'answer' ? answer.value : undefined;
  };
  show(reviewView({ locale, groups, total, more, check: () => showEmpty(listedAt).check() }));
}

function showEmpty(listedAt?: string) {
  const view = emptyView({ locale, listedAt, check: check });
  show(view);
  return view;
}

async function check(say: (line: string, isBusy: boolean) => void) {
  say(texts.checking, true);
  const answer = await runAction(findAction);
  if (answer.kind === 'lost') return say(texts.checkFailed, false);
  if (answer.kind === 'refused') return say(answer.message, false);
  const { ok, message, details } = answer.value;
  // Stopped on the way, it goes on when it is asked again.
  if (!ok || details?.percent !== undefined) return say(message, false);
  await open();
}

document.documentElement.lang = locale;
whoLine(boot.who, locale);
if (boot.review) showList(boot.review);
else void open();
