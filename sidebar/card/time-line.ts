import type { Card, CardEvent } from '../../src/domain/api.ts';
import { element } from '../element.ts';
import type { SearchTexts } from '../search/texts/zh-CN.ts';
import { dayText, money } from './figures.ts';

/** Everything that happened, in all tabs, year by year; a click shows the row in the sheet. */
export function timeLine(card: Card, texts: SearchTexts, show: (event: CardEvent) => void): HTMLElement {
  const { events, more, locale } = card;
  const stars = (score: number) => `\u2605 ${score.toLocaleString(locale)}`;

  const entry = (event: CardEvent) => {
    const { noun, on, what, count, amount, state, score, by, words, doneOn, number, rest } = event;
    const title = what === undefined ? noun : count === undefined ? what : `${what} ${texts.times(count.toLocaleString(locale))}`;
    const details = [
      rest === undefined ? undefined : texts.rest(money(rest, locale)),
      what === undefined ? undefined : noun,
      number,
      by,
      doneOn !== undefined && doneOn !== on
        ? texts.done(dayText(doneOn, locale, doneOn.slice(0, 4) !== on.slice(0, 4)))
        : undefined,
      score === undefined ? undefined : stars(score),
    ];
    return element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          class: event.isVoid ? 'event is-void' : 'event',
          title: texts.showInSheet,
          'data-number': number,
          on: { click: () => show(event) },
        },
        element('span', { class: 'event-day' }, on === '' ? '\u2013' : dayText(on, locale, false)),
        element('span', { class: 'event-what' }, title),
        amount !== undefined && element('span', { class: 'event-amount' }, money(amount, locale)),
        element(
          'span',
          { class: 'event-details' },
          state && element('span', { class: `state hue-${state.hue}` }, element('span', { class: 'dot' }), state.label),
          element('span', {}, details.filter(Boolean).join(' \u00b7 ')),
        ),
        words !== undefined && element('span', { class: 'event-words' }, words),
      ),
    );
  };

  const years: { name: string; events: CardEvent[] }[] = [];
  for (const event of events) {
    const name = event.on === '' ? texts.undated : event.on.slice(0, 4);
    const last = years[years.length - 1];
    if (last?.name === name) last.events.push(event);
    else years.push({ name, events: [event] });
  }
  return element(
    'section',
    { 'aria-label': texts.timeLine },
    element('h2', {}, texts.timeLine),
    events.length === 0 && element('p', { class: 'help' }, texts.noEvents),
    ...years.flatMap(({ name, events }) => [
      element('h3', { class: 'year' }, name),
      element('ul', { class: 'events' }, ...events.map(entry)),
    ]),
    more > 0 && element('p', { class: 'help' }, texts.more(more)),
  );
}
