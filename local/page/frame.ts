/** The frame around the sheet: bar, grid, sidebar, drawer, and the banner that says when the connection is lost. */
import { el, keepKeys } from './dom.ts';
import type { Texts } from './texts.ts';

export type SavedState = 'saved' | 'saving' | 'journalled' | 'failed';

export interface Frame {
  menus: HTMLElement;
  bar: HTMLElement;
  /** around the sheet, for what floats over it */
  grid: HTMLElement;
  sheet: HTMLElement;
  sidebar: HTMLElement;
  bottom: HTMLElement;
  title(text: string): void;
  saved(state: SavedState, message?: string): void;
  /** no text: all is well */
  banner(...lines: string[]): void;
  /** puts the words in again, in the language of now */
  relabel(): void;
  others(users: readonly { email: string; color: string }[]): void;
}

export function createFrame(root: HTMLElement, texts: () => Texts, toggleDrawer: () => void): Frame {
  let state: { saved: SavedState; message?: string } = { saved: 'saved' };
  const title = el('h1', { testId: 'title' });
  const kind = el('span', { class: 'kind' });
  const saved = el('span', { class: 'saved', testId: 'saved', role: 'status' });
  const menus = el('nav', { class: 'menus', testId: 'menus' });
  const others = el('span', { class: 'others', testId: 'users' });
  const drawer = el('button', { class: 'plain', testId: 'drawer-toggle', onclick: toggleDrawer });
  const end = el('div', { class: 'bar-end' }, others, drawer);
  const bar = el(
    'header',
    { class: 'bar' },
    el('span', { class: 'mark', aria: { hidden: 'true' } }),
    title,
    kind,
    menus,
    saved,
    el('span', { class: 'spacer' }),
    end,
  );
  const banner = el('div', { class: 'banner', testId: 'banner', role: 'alert', hidden: true });
  const sheet = el('div', { class: 'sheet', testId: 'grid' });
  const grid = el('div', { class: 'grid' }, sheet);
  const sidebar = el('aside', { class: 'sidebar', hidden: true });
  const bottom = el('div', { class: 'bottom' });
  keepKeys(bar);
  root.replaceChildren(bar, banner, el('div', { class: 'middle' }, grid, sidebar), bottom);

  function showSaved(): void {
    const words = texts();
    const labels = { saved: words.saved, saving: words.saving, journalled: words.journalled, failed: words.saveFailed };
    saved.dataset.state = state.saved;
    saved.textContent = labels[state.saved];
    saved.title = state.message ?? '';
  }

  return {
    menus,
    bar: end,
    grid,
    sheet,
    sidebar,
    bottom,
    title(text) {
      title.textContent = text;
      document.title = `${text} · ${texts().product}`;
    },
    saved(next, message) {
      state = { saved: next, message };
      showSaved();
    },
    relabel() {
      drawer.textContent = texts().drawer;
      kind.textContent = texts().localWorkbook;
      showSaved();
    },
    banner(...lines) {
      banner.hidden = lines.length === 0;
      banner.replaceChildren(...lines.map((line) => el('span', {}, line)));
    },
    others(users) {
      others.replaceChildren(
        ...users.map(({ email, color }) => {
          const dot = el('span', { class: 'dot', title: email }, email.slice(0, 1).toUpperCase());
          dot.style.background = color;
          return dot;
        }),
      );
    },
  };
}
