import type { Card } from '../../src/domain/api.ts';
import { element } from '../element.ts';
import type { SearchTexts } from '../search/texts/zh-CN.ts';

/** What is to be done about the customer; nothing where there is nothing. */
export const reminders = ({ reminders: list }: Card, texts: SearchTexts): HTMLElement | false =>
  list.length > 0 &&
  element(
    'section',
    { class: 'reminders', 'aria-label': texts.reminders },
    element('h2', {}, texts.reminders),
    element(
      'ul',
      {},
      ...list.map(({ label, hue, text }) =>
        element(
          'li',
          {},
          element('span', { class: `state hue-${hue}` }, element('span', { class: 'dot' }), label),
          element('span', {}, text),
        ),
      ),
    ),
  );
