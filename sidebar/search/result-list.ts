import type { SearchHit } from '../../src/domain/search/search-index.ts';
import { element, fill, freshId } from '../element.ts';
import { markText } from './mark-text.ts';

export interface ResultList {
  element: HTMLElement;
  show(hits: readonly SearchHit[], typed: string): void;
  /** moves the choice by so many, around the ends */
  move(step: number): void;
  /** the chosen one, the first where none was chosen */
  chosen(): SearchHit | undefined;
}

/** Who was found, the likeliest first. The focus stays in the input, which names the chosen one to screen readers. */
export function resultList(input: HTMLInputElement, open: (hit: SearchHit) => void, label: string): ResultList {
  const id = freshId('results');
  let shown: readonly SearchHit[] = [];
  let active = -1;
  const list = element('ul', { id, class: 'results', role: 'listbox', 'aria-label': label });
  input.setAttribute('aria-controls', id);

  const row = (hit: SearchHit, typed: string, index: number) =>
    element(
      'li',
      {
        id: `${id}-${index}`,
        role: 'option',
        'aria-selected': 'false',
        'data-number': hit.number,
        on: { mousedown: (event) => event.preventDefault(), click: () => open(hit) },
      },
      element('span', { class: 'result-name' }, ...markText(hit.name || hit.number, typed)),
      element('span', { class: 'number' }, ...markText(hit.number, typed)),
      hit.phone !== '' && element('span', { class: 'result-line' }, ...markText(hit.phone, typed, true)),
      ...hit.by.map(({ label, text }) =>
        element('span', { class: 'result-line' }, element('span', { class: 'help' }, `${label} `), ...markText(text, typed)),
      ),
    );

  function mark(to: number) {
    active = to;
    Array.from(list.children).forEach((item, index) => {
      item.setAttribute('aria-selected', String(index === to));
    });
    if (to < 0) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', `${id}-${to}`);
    list.children[to]?.scrollIntoView({ block: 'nearest' });
  }

  return {
    element: list,
    show(hits, typed) {
      const kept = shown[active]?.number;
      shown = hits;
      fill(list, ...hits.map((hit, index) => row(hit, typed, index)));
      input.setAttribute('aria-expanded', String(hits.length > 0));
      // Enter opens the likeliest unless somebody chose another, who may still be there.
      const again = kept === undefined || active <= 0 ? -1 : hits.findIndex(({ number }) => number === kept);
      mark(hits.length === 0 ? -1 : Math.max(again, 0));
    },
    move(step) {
      if (shown.length > 0) mark((active + step + shown.length) % shown.length);
    },
    chosen: () => shown[Math.max(active, 0)],
  };
}
