/** Short messages at the lower edge. */
import { el, keepKeys } from './dom.ts';
import type { Texts } from './texts.ts';

const MOST = 3;
const DEFAULT_SECONDS = 5;

export interface Toasts {
  /**
   * @param seconds negative: until dismissed
   * @returns takes it away
   */
  show(message: string, options?: { title?: string; seconds?: number; kind?: 'script' | 'refusal' | 'error' }): () => void;
}

export function createToasts(parent: HTMLElement, texts: () => Texts): Toasts {
  const list = el('div', { class: 'toasts', testId: 'toasts', role: 'status', aria: { live: 'polite' } });
  keepKeys(list);
  parent.append(list);
  return {
    show(message, { title, seconds = DEFAULT_SECONDS, kind = 'script' } = {}) {
      const toast = el(
        'div',
        { class: `toast ${kind}`, testId: 'toast' },
        el('div', { class: 'toast-text' }, title ? el('strong', {}, title) : undefined, el('span', {}, message)),
        el('button', { class: 'icon', title: texts().close, testId: 'toast-close', onclick: () => toast.remove() }, '×'),
      );
      list.append(toast);
      while (list.children.length > MOST) list.firstElementChild?.remove();
      if (seconds >= 0) setTimeout(() => toast.remove(), seconds * 1000);
      return () => toast.remove();
    },
  };
}
