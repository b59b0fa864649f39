import type { ReviewItem, Reviews } from '../../src/domain/review/api.ts';
import { element, freshId } from '../element.ts';
import type { View } from '../views/shell.ts';
import type { ReviewsTexts } from './texts/zh-CN.ts';

interface Ways {
  open(item: ReviewItem): void;
  choose(who: string): void;
  plan(): void;
  reload(): void;
}

function personChoice({ people, who }: Reviews, texts: ReviewsTexts, choose: (who: string) => void): HTMLElement | undefined {
  if (people.length < 2) return undefined;
  const id = freshId('who');
  const select = element('select', { id }, ...people.map((person) => element('option', { value: person.who }, person.label)));
  select.value = who;
  select.addEventListener('change', () => choose(select.value));
  return element(
    'div',
    { class: 'field' },
    element('div', { class: 'head' }, element('label', { for: id }, texts.whose)),
    select,
  );
}

function team({ people }: Reviews, texts: ReviewsTexts): HTMLElement | undefined {
  if (people.length < 2) return undefined;
  const row = ({ label, done, today }: Reviews['people'][number]) =>
    element('li', {}, element('span', {}, label), element('span', { class: 'number' }, texts.teamLine(done, today)));
  return element('section', { class: 'team' }, element('h2', {}, texts.team), element('ul', {}, ...people.map(row)));
}

const line = (item: ReviewItem, open: (item: ReviewItem) => void): HTMLElement =>
  element(
    'li',
    {},
    element(
      'button',
      { type: 'button', class: 'due', on: { click: () => open(item) } },
      element('span', { class: 'result-name' }, item.name || item.number),
      element('span', { class: 'number' }, item.number),
      element('span', { class: 'result-line' }, item.reasons.join(' · ')),
    ),
  );

/** Today's list of one person: who is due and why, and how far everybody is. */
export function listView(reviews: Reviews, texts: ReviewsTexts, ways: Ways, said?: string): View {
  const { list, people, who } = reviews;
  const mine = people.find((person) => person.who === who);
  const heading = element(
    'h1',
    { tabindex: -1 },
    list.length > 0 ? texts.title : mine && mine.done > 0 ? texts.doneTitle : texts.nothingTitle,
  );
  const waiting = mine?.waiting ?? 0;
  const first = list[0];
  const main = first
    ? element('button', { type: 'button', class: 'filled', on: { click: () => ways.open(first) } }, texts.first)
    : element('button', { type: 'button', class: 'filled', on: { click: ways.reload } }, texts.more);
  return {
    element: element(
      'div',
      { class: 'view' },
      element(
        'div',
        { class: 'scroll reviews' },
        heading,
        said && element('p', { class: 'said', role: 'status' }, said),
        element('p', { class: 'help' }, mine ? texts.progress(mine.done, list.length, waiting) : texts.nothing),
        personChoice(reviews, texts, ways.choose),
        list.length > 0 &&
          element('ul', { class: 'due-list', 'aria-label': texts.list }, ...list.map((item) => line(item, ways.open))),
        team(reviews, texts),
      ),
      element(
        'div',
        { class: 'foot' },
        element(
          'div',
          { class: 'buttons' },
          main,
          element('button', { type: 'button', class: 'quiet', on: { click: ways.plan } }, texts.settings),
        ),
      ),
    ),
    shown: () => (first ? main : heading).focus(),
  };
}

/** Before the shop has begun: what reviews are, and one button. */
export function offView(texts: ReviewsTexts, begin: () => void, plan: () => void, trouble?: string): View {
  const button = element('button', { type: 'button', class: 'filled', on: { click: begin } }, texts.begin);
  return {
    element: element(
      'div',
      { class: 'view' },
      element(
        'div',
        { class: 'scroll reviews' },
        element('h1', {}, texts.offTitle),
        element('p', {}, texts.offLead),
        element('p', { class: 'help' }, texts.offColumns),
        trouble && element('p', { class: 'foot-line tone-wrong', role: 'alert' }, trouble),
      ),
      element(
        'div',
        { class: 'foot' },
        element(
          'div',
          { class: 'buttons' },
          button,
          element('button', { type: 'button', class: 'quiet', on: { click: plan } }, texts.settings),
        ),
      ),
    ),
    shown: () => button.focus(),
  };
}
