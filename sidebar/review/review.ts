import type { DuplicateGroup } from '../../src/domain/api.ts';
import type { Locale } from '../../src/domain/locale.ts';
import { cardView } from '../card/card-view.ts';
import { call } from '../client.ts';
import { element, fill } from '../element.ts';
import { newRequest } from '../save/request.ts';
import { searchTextsOf } from '../search/texts/texts.ts';
import { textsOf } from '../texts/texts.ts';
import type { View } from '../views/shell.ts';
import { loadingView, troubleView } from '../views/waiting-views.ts';
import { createDecisions, type Decision, type Merged } from './decisions.ts';
import { finishedView } from './end-views.ts';
import { type GroupView, groupView, type Merging, nameOf } from './group-view.ts';
import { newsStrip } from './news.ts';
import { createProposals } from './proposals.ts';
import { reviewTextsOf } from './texts/texts.ts';
import { createWalk } from './walk.ts';

/** When so few groups are ahead, more are fetched. */
const fewAhead = 5;

/** Some of the groups that wait, from one on. */
export type MoreGroups = (from: number) => Promise<{ groups: readonly DuplicateGroup[]; total: number } | undefined>;

/**
 * Walks through groups of customers who may be one. A decision is carried out behind the next group, which is there
 * already.
 */
export function reviewView(setting: {
  locale: Locale;
  groups: readonly DuplicateGroup[];
  total: number;
  more?: MoreGroups;
  /** where the review was opened from; `stays` says who a customer is after the merges */
  back?: { label: string; act(stays: (number: string) => string): void };
  /** looks for duplicates once more */
  check?(): void;
}): View {
  const { locale } = setting;
  const texts = reviewTextsOf(locale);
  const walk = createWalk();
  walk.add(setting.groups, setting.total);
  /** why a group is looked at once more */
  const returned = new Map<string, Decision>();
  const stays = (number: string) =>
    decisions.done('merge').reduce((now, { customers, keep }) => (customers.includes(now) ? (keep ?? now) : now), number);
  const back = setting.back && { label: setting.back.label, act: () => setting.back?.act(stays) };
  let asked = 0;
  let inSight: { group?: GroupView; draw?(): void } = {};
  let isLoadingMore = false;

  const decisions = createDecisions({
    changed() {
      news.draw();
      inSight.draw?.();
    },
    returned: comeBack,
    undone(decision) {
      proposals.forget(decision.customers);
      if (decision.rest) walk.remove(decision.rest.id);
      walk.bring(decision.group, 'now');
      showGroup();
    },
    lostUndo: texts.undoLost,
  });
  const proposals = createProposals(decisions.settled);
  const news = newsStrip(texts, decisions, {
    look(decision) {
      walk.bring(decision.group, 'now');
      showGroup();
    },
  });
  const stage = element('div', { class: 'stage' });

  function show(view: View, sight: typeof inSight = {}) {
    asked += 1;
    inSight = sight;
    fill(stage, view.element);
    view.shown?.();
  }

  /** Nothing was changed: the group waits behind the one in sight, with the reason. */
  function comeBack(decision: Decision) {
    if (decision.kind === 'later') return;
    proposals.forget(decision.customers);
    returned.set(decision.group.id, decision);
    const isShown = walk.current()?.id === decision.rest?.id;
    if (decision.rest) walk.remove(decision.rest.id);
    walk.bring(decision.group, isShown ? 'now' : 'next');
    // At the end, or where its remainder was in sight, it is what comes now.
    if (isShown || inSight.draw) showGroup();
  }

  const numbersOf = (group: DuplicateGroup) => group.customers.map(({ number }) => number);

  function showGroup() {
    const group = walk.current();
    if (!group) return showEnd();
    const again = returned.get(group.id);
    // The group itself says now why it is here.
    if (again?.state === 'failed') decisions.forget(again);
    const view = groupView({
      group,
      locale,
      at: walk.at(),
      total: walk.total(),
      propose: (customers, anew) => (anew ? proposals.renew(customers) : proposals.of(customers)),
      returned: again,
      back,
      openCard: (number) => openCard(number, view),
      merge: (merging) => merge(group, merging),
      judge: (kind, customers) => {
        returned.delete(group.id);
        decisions.judge(kind, { group, customers, names: namesOf(group, customers) });
        goOn();
      },
      skip: goOn,
    });
    show(view, { group: view });
    const next = walk.next();
    if (next) void proposals.of(numbersOf(next));
    if (walk.ahead() <= fewAhead) void loadMore();
  }

  async function loadMore() {
    if (!setting.more || isLoadingMore || walk.total() < walk.at() + walk.ahead()) return;
    isLoadingMore = true;
    const more = await setting.more(Math.max(0, walk.ahead() - 1));
    isLoadingMore = false;
    if (more) walk.add(more.groups, more.total);
  }

  const namesOf = (group: DuplicateGroup, customers: readonly string[]) =>
    group.customers
      .filter(({ number }) => customers.includes(number))
      .map(nameOf)
      .join(texts.comma);

  function merge(group: DuplicateGroup, { keep, customers, values, shown, seen }: Merging) {
    const out = group.customers.filter(({ number }) => number === keep || !customers.includes(number));
    const rest: DuplicateGroup | undefined =
      out.length > 1 ? { ...group, id: out.map(({ number }) => number).join(' '), customers: out } : undefined;
    if (rest) walk.insertNext(rest);
    returned.delete(group.id);
    proposals.forget(customers);
    const drop = customers.filter((number) => number !== keep);
    const called = (number: string) => {
      const name = group.customers.find((one) => one.number === number)?.name;
      return name ? `${name} ${number}` : number;
    };
    const tell = ({ moved, aside, repeated, message }: Merged) => {
      if (repeated) return message;
      const merged = texts.merged(drop.map(called).join(texts.comma), called(keep), moved.toLocaleString(locale));
      return aside === undefined ? merged : `${merged}${texts.space}${aside}`;
    };
    decisions.merge(
      { group, customers, names: namesOf(group, customers), seen, ...(rest && { rest }) },
      { requestId: newRequest().id, keep, drop, values, shown },
      tell,
    );
    goOn();
  }

  function goOn() {
    walk.forward();
    showGroup();
  }

  function showEnd() {
    const view = finishedView({
      locale,
      decisions,
      back,
      again() {
        const putOff = decisions.done('later');
        for (const decision of putOff) decisions.forget(decision);
        walk.again(putOff.map(({ group }) => group));
        showGroup();
      },
      check: () => setting.check?.(),
    });
    show(view, view);
  }

  /** @param before cards that led to this one, the nearest last */
  async function openCard(number: string, from: GroupView, before: readonly string[] = []) {
    const last = before[before.length - 1];
    const words = searchTextsOf(locale);
    const leave =
      last === undefined
        ? { label: texts.backToReview, act: () => show(from, { group: from }) }
        : { label: words.back, act: () => void openCard(last, from, before.slice(0, -1)) };
    show(loadingView({ ...textsOf(locale), loading: words.openingCard }));
    const mine = asked;
    const answer = await call('getCard', { customer: number });
    if (mine !== asked) return;
    if (answer.kind === 'answer') {
      const open = (other: string) => void openCard(other, from, [...before, number]);
      return show(cardView({ card: answer.value, back: leave, openCard: open }));
    }
    const canRetry = answer.kind === 'lost' || answer.retry;
    const again = { label: words.retry, act: () => void openCard(number, from, before) };
    show(troubleView(answer.kind === 'lost' ? words.cardFailed : answer.message, canRetry ? again : undefined, leave));
  }

  function key(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isTyping = event.target instanceof HTMLInputElement && !['radio', 'checkbox'].includes(event.target.type);
    if (isTyping) return;
    if (event.key.toLowerCase() === 'z') {
      if (event.repeat) return;
      const last = decisions.last();
      if (last?.state !== 'done') news.say(decisions.isBusy() ? texts.notYet : texts.nothingToUndo);
      decisions.undo();
    } else if (!inSight.group?.key(event)) return;
    event.preventDefault();
  }

  const page = element('div', { class: 'review', on: { keydown: key } }, news.element, stage);
  let isNew = true;
  return {
    element: page,
    shown() {
      if (isNew) showGroup();
      isNew = false;
    },
  };
}
