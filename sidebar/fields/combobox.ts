import { element, fill, freshId } from '../element.ts';
import type { Texts } from '../texts/zh-CN.ts';

export interface Suggestion {
  value: string;
  label: string;
  detail?: string;
}

export interface ComboboxSetting {
  id: string;
  texts: Texts;
  placeholder: string;
  required: boolean;
  /** milliseconds of silence before `search` is asked */
  delay: number;
  /** whether a click opens the list before anything is typed */
  openEmpty: boolean;
  /** `undefined`: it could not be found out */
  search(text: string): Promise<Suggestion[] | undefined>;
  typed(): void;
  chosen(suggestion: Suggestion): void;
  /** the person is done with the list without choosing; the last answer, if it belongs to the text */
  answered(text: string, found: Suggestion[] | undefined): void;
}

/** An input with a list under it, after the ARIA combobox pattern: arrows move, Enter chooses, Escape closes. */
export function combobox(setting: ComboboxSetting): { element: HTMLElement; input: HTMLInputElement } {
  const listId = freshId('list');
  let found: Suggestion[] = [];
  let active = -1;
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const input = element('input', {
    id: setting.id,
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: setting.placeholder,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-required': setting.required ? 'true' : undefined,
    on: {
      input: () => {
        setting.typed();
        later();
      },
      click: () => {
        if (setting.openEmpty && list.hidden) later();
      },
      keydown: (event) => key(event),
      blur: () => close(),
    },
  });
  const list = element('ul', { id: listId, class: 'list', role: 'listbox', hidden: true });
  const status = element('span', { class: 'unseen', role: 'status' });

  function later() {
    clearTimeout(timer);
    const text = input.value.trim();
    asked += 1;
    if (text === '' && !setting.openEmpty) return close();
    const mine = asked;
    timer = setTimeout(async () => {
      if (setting.delay > 0) wait();
      const answer = await setting.search(text);
      // A later question has been asked meanwhile: this answer would belong to other letters.
      if (mine !== asked) return;
      setting.answered(text, answer);
      if (document.activeElement === input) open(answer ?? []);
      else close();
    }, setting.delay);
  }

  function wait() {
    fill(list, element('li', { class: 'quiet-line', role: 'presentation' }, setting.texts.searching));
    if (document.activeElement === input) list.hidden = false;
  }

  function open(suggestions: Suggestion[]) {
    found = suggestions;
    status.textContent = input.value.trim() === '' ? '' : setting.texts.found(found.length);
    if (found.length === 0) return close();
    fill(
      list,
      ...found.map(({ label, detail }, index) =>
        element(
          'li',
          {
            id: `${listId}-${index}`,
            role: 'option',
            'aria-selected': 'false',
            on: {
              // Keeps the focus in the input, so that leaving the field is not reported.
              mousedown: (event) => event.preventDefault(),
              click: () => choose(index),
            },
          },
          element('span', {}, label),
          detail !== undefined && element('span', { class: 'detail' }, detail),
        ),
      ),
    );
    list.hidden = false;
    list.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-expanded', 'true');
    move(-1);
  }

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    move(-1);
  }

  function move(to: number) {
    active = to;
    Array.from(list.children).forEach((item, index) => {
      if (item.getAttribute('role') === 'option') item.setAttribute('aria-selected', String(index === to));
    });
    if (to < 0) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', `${listId}-${to}`);
    list.children[to]?.scrollIntoView({ block: 'nearest' });
  }

  function choose(index: number) {
    const suggestion = found[index];
    if (!suggestion) return;
    clearTimeout(timer);
    asked += 1;
    close();
    setting.chosen(suggestion);
  }

  function key(event: KeyboardEvent) {
    if (event.isComposing) return;
    const open = !list.hidden && found.length > 0;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return later();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      move((active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length);
    } else if (event.key === 'Enter' && open && active >= 0 && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      choose(active);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      asked += 1;
      close();
    }
  }

  return { element: element('div', { class: 'combobox' }, input, list, status), input };
}
