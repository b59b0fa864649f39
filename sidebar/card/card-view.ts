import type { Card, CardLink } from '../../src/domain/api.ts';
import { call } from '../client.ts';
import { element } from '../element.ts';
import { searchTextsOf } from '../search/texts/texts.ts';
import { backLink } from '../views/back-link.ts';
import type { View } from '../views/shell.ts';
import { basics } from './basics.ts';
import { credit } from './credit.ts';
import { recordLog } from './record-log.ts';
import { reminders } from './reminders.ts';
import { timeLine } from './time-line.ts';
import { totals } from './totals.ts';

/** Everything about one customer, and what can be added. */
export function cardView(setting: {
  card: Card;
  back: { label: string; act(): void };
  openCard(number: string): void;
  /** where the page has forms */
  openForm?(tab: string): void;
  /** where the page can compare customers who may be one, and merge them */
  review?(other: CardLink): void;
}): View {
  const { card, back } = setting;
  const texts = searchTextsOf(card.locale);
  const heading = element('h1', { tabindex: -1 }, card.name || card.number);
  const line = element('p', { class: 'foot-line', role: 'status' });

  async function show(tab: string, number: string) {
    line.textContent = '';
    const answer = await call('showRecord', { tab, number });
    const said = answer.kind === 'answer' ? answer.value.message : answer.kind === 'refused' ? answer.message : undefined;
    const worked = answer.kind === 'answer' && answer.value.ok;
    line.textContent = said ?? (worked ? texts.shown(number) : texts.showFailed);
  }

  const { openForm, review } = setting;
  const compare = (other: CardLink) =>
    element(
      'button',
      {
        type: 'button',
        class: 'quiet compare-link',
        'aria-label': texts.compareWith(other.name || other.number),
        on: { click: () => review?.(other) },
      },
      texts.compare,
    );

  const people = (title: string, links: readonly CardLink[], look: string, isDoubtful = false) =>
    links.length > 0 &&
    element(
      'section',
      { class: look, 'aria-label': title },
      element('h2', {}, title),
      element(
        'ul',
        {},
        ...links.map((other) => {
          const { number, name, phone, reasons } = other;
          return element(
            'li',
            {},
            element(
              'button',
              { type: 'button', class: 'person', 'data-number': number, on: { click: () => setting.openCard(number) } },
              element('span', {}, name || number),
              element('span', { class: 'number' }, number),
              element('span', { class: 'result-line help' }, reasons.length > 0 ? reasons.join(' \u00b7 ') : phone),
            ),
            isDoubtful && review !== undefined && compare(other),
          );
        }),
      ),
    );

  return {
    element: element(
      'div',
      {
        class: 'view',
        on: {
          keydown: (event) => {
            if (event.key === 'Escape') back.act();
          },
        },
      },
      element(
        'div',
        { class: 'scroll card-page' },
        element(
          'header',
          {},
          backLink(back),
          element(
            'div',
            { class: 'card-title' },
            heading,
            element('span', { class: 'number' }, card.number),
            element(
              'button',
              { type: 'button', class: 'link', on: { click: () => void show(card.tab, card.number) } },
              texts.showInSheet,
            ),
          ),
        ),
        basics(card, texts),
        reminders(card, texts),
        credit(card),
        totals(card, texts),
        people(texts.duplicates, card.duplicates, 'people people-doubtful', true),
        people(texts.household, card.household, 'people'),
        timeLine(card, texts, ({ tab, number }) => void show(tab, number)),
        recordLog(card.number, texts),
      ),
      element(
        'div',
        { class: openForm ? 'foot' : 'foot foot-bare' },
        line,
        openForm &&
          element(
            'div',
            { class: 'buttons card-adds' },
            ...card.adds.map(({ tab, label }, index) =>
              element(
                'button',
                { type: 'button', class: index === 0 ? 'filled' : 'quiet', on: { click: () => openForm(tab) } },
                label,
              ),
            ),
          ),
      ),
    ),
    shown: () => heading.focus(),
  };
}
