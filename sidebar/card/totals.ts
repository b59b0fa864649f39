import type { Card } from '../../src/domain/api.ts';
import { element } from '../element.ts';
import type { SearchTexts } from '../search/texts/zh-CN.ts';
import { daysBetween, dayText, money } from './figures.ts';

/** The figures that say at a glance who this is. */
export function totals({ totals, today, locale }: Card, texts: SearchTexts): HTMLElement {
  const { spent, unclear, counts, lastOn, score } = totals;
  const tile = (label: string, value: string, detail?: string, isOpen = false) =>
    element(
      'div',
      { class: 'tile' },
      element('dt', {}, label),
      element('dd', {}, value),
      detail !== undefined && element('dd', { class: isOpen ? 'tile-detail is-open' : 'tile-detail' }, detail),
    );
  const days = lastOn === undefined ? 0 : daysBetween(lastOn, today);
  return element(
    'section',
    { 'aria-label': texts.totals },
    element(
      'dl',
      { class: 'tiles' },
      spent !== undefined && tile(texts.spent, money(spent, locale)),
      tile(
        texts.last,
        lastOn === undefined ? texts.never : dayText(lastOn, locale, lastOn.slice(0, 4) !== today.slice(0, 4)),
        lastOn === undefined ? undefined : days === 0 ? texts.today : texts.ago(days),
      ),
      ...counts.map(({ label, count, open }) =>
        tile(label, count.toLocaleString(locale), open > 0 ? texts.open(open) : undefined, true),
      ),
      score && tile(texts.satisfaction, texts.score(score.average.toLocaleString(locale)), texts.scores(score.count)),
    ),
    unclear > 0 && element('p', { class: 'help tone-warning' }, texts.unclear(unclear)),
  );
}
