import type { Locale } from '../../src/domain/locale.ts';
import { element, fill } from '../element.ts';
import type { View } from '../views/shell.ts';
import type { CustomerStore } from './customer-store.ts';
import { resultList } from './result-list.ts';
import { searchTextsOf } from './texts/texts.ts';

/** Rows of the list; more would only be scrolled past. */
const most = 40;

export interface SearchView extends View {
  /** the store holds more, or something else */
  changed(): void;
}

/** Finds customers while somebody types. What was typed stays when a card is opened and closed again. */
export function searchView(setting: {
  locale: Locale;
  store: CustomerStore;
  open(number: string): void;
  register(typed: string): void;
}): SearchView {
  const { locale, store } = setting;
  const texts = searchTextsOf(locale);
  const figure = (count: number) => count.toLocaleString(locale);
  const input = element('input', {
    type: 'search',
    role: 'combobox',
    class: 'search-input',
    autocomplete: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    placeholder: texts.placeholder,
    'aria-label': texts.title,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    on: { input: () => look(), keydown: (event) => key(event) },
  });
  const results = resultList(input, ({ number }) => setting.open(number), texts.title);
  const status = element('p', { class: 'quiet-line', role: 'status' });
  const said = element('div', { class: 'search-said' });
  const count = element('span', { class: 'quiet-line' });
  const bar = element('div', { class: 'progress', 'aria-hidden': 'true' });
  const refresh = element('button', { type: 'button', class: 'link', on: { click: () => void store.load() } }, texts.refresh);
  const register = element(
    'button',
    { type: 'button', class: 'quiet wide', on: { click: () => setting.register('') } },
    texts.register,
  );

  const filled = (label: string, act: () => void) =>
    element('button', { type: 'button', class: 'filled', on: { click: act } }, label);

  function look() {
    const typed = input.value.trim();
    const { hits, count } = store.search(typed, most);
    results.show(hits, typed);
    const isLoading = store.state().phase === 'loading';
    status.textContent =
      count === 0 ? '' : count > hits.length ? texts.foundMore(figure(count), figure(hits.length)) : texts.found(figure(count));
    if (typed === '') return fill(said, ...untyped());
    if (count > 0) return fill(said);
    if (isLoading) return fill(said, element('p', { class: 'quiet-line' }, texts.stillLoading));
    fill(
      said,
      element('p', { role: 'status' }, texts.nobody(typed)),
      filled(texts.registerText(typed), () => setting.register(typed)),
    );
  }

  /** Nothing is typed: what can be, or why nothing would be found. */
  function untyped() {
    const { phase, loaded, total, message } = store.state();
    if (phase === 'failed')
      return [
        element('p', { role: 'alert' }, loaded > 0 ? texts.partly : (message ?? texts.loadFailed)),
        filled(texts.retry, () => void store.load()),
      ];
    if (phase === 'ready' && loaded === 0)
      return [element('p', {}, texts.none), filled(texts.register, () => setting.register(''))];
    const hint = [element('p', { class: 'help' }, texts.hint), element('p', { class: 'help' }, texts.keys)];
    if (total !== undefined || phase === 'ready') return hint;
    const bone = () => element('div', { class: 'bone' });
    return [...hint, element('div', { class: 'skeleton stack', 'aria-hidden': 'true' }, bone(), bone(), bone())];
  }

  function key(event: KeyboardEvent) {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      results.move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const hit = results.chosen();
      if (hit) setting.open(hit.number);
    } else if (event.key === 'Escape' && input.value !== '') {
      event.preventDefault();
      input.value = '';
      look();
    }
  }

  function changed() {
    const { phase, loaded, total } = store.state();
    const isLoading = phase === 'loading';
    bar.hidden = !isLoading;
    refresh.hidden = isLoading;
    count.textContent = isLoading
      ? total === undefined
        ? texts.loadingFirst
        : texts.loading(figure(loaded), figure(total))
      : texts.customers(figure(loaded));
    look();
  }

  const page = element(
    'div',
    { class: 'view' },
    element('div', { class: 'search-head' }, input, status),
    element('div', { class: 'scroll search-scroll' }, results.element, said),
    element('div', { class: 'foot' }, bar, element('div', { class: 'search-foot' }, count, refresh), register),
  );
  changed();
  return { element: page, shown: () => input.focus(), changed };
}
