import type { Card } from '../../src/domain/api.ts';
import { element } from '../element.ts';

/** How well the customer pays, and why; nothing where nothing was due yet. */
export const credit = ({ credit: line }: Card): HTMLElement | false =>
  line !== undefined &&
  element(
    'section',
    { class: 'reminders', 'aria-label': line.title },
    element('h2', {}, line.title),
    element(
      'ul',
      {},
      element(
        'li',
        {},
        element('span', { class: `state hue-${line.hue}` }, element('span', { class: 'dot' }), line.label),
        element('span', {}, line.why),
      ),
    ),
  );
