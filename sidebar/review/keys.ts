import { element, fill } from '../element.ts';
import type { ReviewTexts } from './texts/zh-CN.ts';

/** Milliseconds in which a new group takes no decision: a key held down or a double click is about the one before. */
export const deaf = 450;

export interface KeyHelp {
  button: HTMLElement;
  panel: HTMLElement;
  toggle(): void;
  /** @returns whether it was open */
  close(): boolean;
}

/** Which keys there are, shown when somebody asks. */
export function keyHelp(texts: ReviewTexts): KeyHelp {
  const panel = element('section', { class: 'keys', 'aria-label': texts.keys, hidden: true });
  const button = element(
    'button',
    { type: 'button', class: 'link', 'aria-expanded': 'false', 'aria-label': texts.keys, on: { click: () => toggle() } },
    '?',
  );
  fill(
    panel,
    element(
      'dl',
      {},
      ...texts.keyList.flatMap(([key, meaning]) => [element('dt', {}, element('kbd', {}, key)), element('dd', {}, meaning)]),
    ),
  );
  function toggle() {
    panel.hidden = !panel.hidden;
    button.setAttribute('aria-expanded', String(!panel.hidden));
  }
  return {
    button,
    panel,
    toggle,
    close() {
      if (panel.hidden) return false;
      toggle();
      return true;
    },
  };
}
