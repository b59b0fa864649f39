import type { Candidate } from '../../src/domain/api.ts';
import { element, fill, freshId } from '../element.ts';
import type { Texts } from '../texts/zh-CN.ts';

export interface DuplicatePanel {
  element: HTMLElement;
  show(candidates: Candidate[]): void;
  /** a quiet line instead of cards */
  say(line: string): void;
  /** candidates the person has not said "add anyway" to */
  open(): Candidate[];
  /** "add anyway" to everybody shown */
  dismiss(): void;
  focus(): void;
}

export interface PanelActions {
  openRecord(candidate: Candidate): void;
  update(candidate: Candidate): void;
  dismissed(): void;
}

/** Cards of customers who may be the one being entered, over the foot, where they are seen without hiding the form. */
export function duplicatePanel(texts: Texts, actions: PanelActions): DuplicatePanel {
  let shown: Candidate[] = [];
  const answered = new Set<string>();
  // The same customer with other reasons is a new question.
  const mark = ({ number, reasons }: Candidate) => [number, ...reasons].join('|');
  const headingId = freshId('duplicates');
  const quiet = element('p', { class: 'quiet-line', role: 'status' });
  const cards = element('section', { class: 'duplicates', 'aria-labelledby': headingId, tabindex: -1, hidden: true });
  const status = element('p', { class: 'unseen', role: 'status' });

  function draw() {
    cards.hidden = shown.length === 0;
    status.textContent = shown.length === 0 ? '' : `${texts.duplicates(shown.length)} ${shown.map(({ name }) => name).join(' ')}`;
    if (shown.length === 0) return fill(cards);
    fill(
      cards,
      element(
        'div',
        { class: 'duplicates-head' },
        element('h2', { id: headingId }, texts.duplicates(shown.length)),
        element('button', { type: 'button', class: 'link', on: { click: dismiss } }, texts.addAnyway),
      ),
      ...shown.map(card),
    );
  }

  function card(candidate: Candidate) {
    const { number, name, reasons, strength } = candidate;
    return element(
      'article',
      { class: `card card-${strength}`, 'data-number': number },
      element('p', { class: 'who' }, element('strong', {}, name), element('span', { class: 'number' }, number)),
      element(
        'ul',
        { class: 'reasons' },
        element('li', { class: 'strength' }, texts.strength[strength]),
        ...reasons.map((reason) => element('li', {}, reason)),
      ),
      element(
        'div',
        { class: 'card-buttons' },
        element('button', { type: 'button', class: 'quiet', on: { click: () => actions.openRecord(candidate) } }, texts.open),
        element('button', { type: 'button', class: 'quiet', on: { click: () => actions.update(candidate) } }, texts.update),
      ),
    );
  }

  function dismiss() {
    for (const candidate of shown) answered.add(mark(candidate));
    shown = [];
    draw();
    actions.dismissed();
  }

  return {
    element: element('div', { class: 'duplicates-place' }, quiet, status, cards),
    show(candidates) {
      quiet.textContent = '';
      shown = candidates.filter((candidate) => !answered.has(mark(candidate)));
      draw();
    },
    say(line) {
      quiet.textContent = line;
    },
    open: () => shown,
    dismiss,
    focus: () => (cards.querySelector<HTMLElement>('.card button') ?? cards).focus(),
  };
}
