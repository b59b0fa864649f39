/** A small box beside a cell, closed by a click elsewhere, by Escape, or when the sheet is scrolled. */
import { keepKeys } from '../dom.ts';
import type { CellPlace } from './cell-place.ts';

export interface Popup {
  open(place: CellPlace, content: HTMLElement, beside: 'below' | 'right'): void;
  close(): void;
  readonly isOpen: boolean;
}

const GAP = 4;

export function createPopup(onClose: () => void = () => {}): Popup {
  let shown: HTMLElement | undefined;

  function close(): void {
    if (!shown) return;
    shown.remove();
    shown = undefined;
    onClose();
  }

  document.addEventListener('pointerdown', (event) => shown && !shown.contains(event.target as Node) && close(), true);
  document.addEventListener('wheel', (event) => shown && !shown.contains(event.target as Node) && close(), true);

  return {
    open(place, content, beside) {
      close();
      shown = content;
      content.classList.add('popup');
      keepKeys(content);
      content.addEventListener('keydown', (event) => event.key === 'Escape' && close());
      document.body.append(content);
      const { width, height } = content.getBoundingClientRect();
      const left = beside === 'below' ? place.left : place.right + GAP;
      const top = beside === 'below' ? place.bottom : place.top;
      content.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
      content.style.top = `${Math.max(GAP, top + height > innerHeight ? place.top - height : top)}px`;
    },
    close,
    get isOpen() {
      return shown !== undefined;
    },
  };
}
