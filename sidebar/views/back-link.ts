import { element } from '../element.ts';

/** The way back, at the top left of a view that was opened from another; Escape does the same. */
export function backLink({ label, act }: { label: string; act(): void }): HTMLElement {
  return element(
    'button',
    { type: 'button', class: 'link back', on: { click: act } },
    element('span', { 'aria-hidden': 'true' }, '\u2039 '),
    label,
  );
}
