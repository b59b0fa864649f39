/** The list of options under a cell with a dropdown. */
import type { Option } from '../../server/protocol.ts';
import { el } from '../dom.ts';
import type { Texts } from '../texts.ts';
import type { CellPlace } from './cell-place.ts';
import { createPopup } from './popup.ts';

/** More options than this are narrowed down by typing. */
const MANY = 8;

export interface Dropdown {
  open(place: CellPlace, options: readonly Option[], current: string, choose: (text: string) => void): void;
  close(): void;
}

export function createDropdown(texts: () => Texts, closed: () => void): Dropdown {
  const popup = createPopup(closed);

  function optionButton(option: Option, current: string, take: (text: string) => void): HTMLElement {
    const chip = el('span', { class: 'chip' }, option.text);
    if (option.background) chip.style.background = option.background;
    if (option.fontColor) chip.style.color = option.fontColor;
    return el(
      'button',
      {
        class: 'option',
        role: 'option',
        testId: 'option',
        aria: { selected: String(option.text === current) },
        onclick: () => take(option.text),
      },
      chip,
    );
  }

  return {
    open(place, options, current, choose) {
      const take = (text: string) => {
        popup.close();
        choose(text);
      };
      const buttons = options.map((option) => optionButton(option, current, take));
      const list = el('div', { class: 'options', role: 'listbox' }, ...buttons);
      if (options.length === 0) list.append(el('p', { class: 'quiet' }, texts().noOptions));
      const search = options.length > MANY ? el('input', { type: 'search', testId: 'option-search' }) : undefined;
      search?.addEventListener('input', () => {
        for (const [index, button] of buttons.entries())
          button.hidden = !options[index]!.text.toLowerCase().includes(search.value.trim().toLowerCase());
      });
      const clear = current ? el('button', { class: 'option quiet', onclick: () => take('') }, texts().clearOption) : undefined;
      const box = el('div', { class: 'dropdown', testId: 'dropdown' }, search, list, clear);
      box.addEventListener('keydown', (event) => step(event, box, search));
      popup.open(place, box, 'below');
      (search ?? buttons.find((button) => button.ariaSelected === 'true') ?? buttons[0])?.focus();
    },
    close: () => popup.close(),
  };
}

function step(event: KeyboardEvent, box: HTMLElement, search: HTMLInputElement | undefined): void {
  const buttons = [...box.querySelectorAll<HTMLElement>('.option:not([hidden])')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  if (event.key === 'ArrowDown') buttons[Math.min(at + 1, buttons.length - 1)]?.focus();
  else if (event.key === 'ArrowUp') (at <= 0 ? search : buttons[at - 1])?.focus();
  else if (event.key === 'Enter' && document.activeElement === search) buttons[0]?.click();
  else return;
  event.preventDefault();
}
