import { element } from '../element.ts';
import type { Texts } from '../texts/zh-CN.ts';
import { backLink } from './back-link.ts';
import type { View } from './shell.ts';

/** The outline of a form while it is on its way. */
export function loadingView(texts: Texts): View {
  const field = () =>
    element('div', { class: 'field' }, element('div', { class: 'bone short' }), element('div', { class: 'bone' }));
  return {
    element: element(
      'div',
      { class: 'view' },
      element(
        'div',
        { class: 'scroll', 'aria-busy': 'true' },
        element('p', { class: 'unseen', role: 'status' }, texts.loading),
        element('div', { class: 'skeleton', 'aria-hidden': 'true' }, field(), field(), field(), field()),
      ),
    ),
  };
}

/** Nothing can be shown: why, and the ways on. */
export function troubleView(
  message: string,
  retry?: { label: string; act(): void },
  back?: { label: string; act(): void },
): View {
  const button = retry && element('button', { type: 'button', class: 'filled', on: { click: retry.act } }, retry.label);
  const leave = back && backLink(back);
  return {
    element: element(
      'div',
      { class: 'view' },
      element('div', { class: 'scroll trouble' }, leave, element('p', { role: 'alert' }, message), button),
    ),
    shown: () => (button ?? leave)?.focus(),
  };
}
