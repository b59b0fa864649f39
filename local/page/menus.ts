/** The add-on's menus in the bar: by mouse, and by keyboard as a menu bar works everywhere. */
import type { MenuItem } from '../host-contract.ts';
import { el, keepKeys } from './dom.ts';

export interface Menus {
  show(menus: { title: string; items: MenuItem[] }[]): void;
}

export function createMenus(bar: HTMLElement, click: (functionName: string) => void): Menus {
  keepKeys(bar);
  bar.setAttribute('role', 'menubar');
  let opened: HTMLElement | undefined;

  function closeAll(): void {
    for (const list of bar.querySelectorAll('.menu-list')) list.remove();
    for (const button of bar.querySelectorAll('[aria-expanded=true]')) button.setAttribute('aria-expanded', 'false');
    opened = undefined;
  }

  function open(button: HTMLElement, items: MenuItem[], focusFirst: boolean): void {
    const parent = button.parentElement!;
    for (const list of parent.parentElement!.querySelectorAll('.menu-list')) if (!list.contains(button)) list.remove();
    const list = el('div', { class: 'menu-list', role: 'menu', testId: 'menu-list' }, ...items.map(itemElement));
    button.setAttribute('aria-expanded', 'true');
    parent.append(list);
    keepInSight(list, parent);
    if (focusFirst) itemsOf(list)[0]?.focus();
  }

  function itemElement(item: MenuItem): HTMLElement {
    if (item.label === undefined) return el('div', { class: 'menu-separator', role: 'separator' });
    const { items } = item;
    const button = el(
      'button',
      { class: 'menu-item', role: 'menuitem', testId: 'menu-item', tabIndex: -1 },
      el('span', {}, item.label),
      items ? el('span', { class: 'menu-more', aria: { hidden: 'true' } }, '▸') : undefined,
    );
    if (item.function) button.dataset.function = item.function;
    const holder = el('div', { class: 'menu-holder' }, button);
    if (items) {
      button.setAttribute('aria-haspopup', 'true');
      button.onclick = () => open(button, items, true);
      holder.onmouseenter = () => !holder.querySelector('.menu-list') && open(button, items, false);
    } else {
      button.onclick = () => {
        closeAll();
        if (item.function) click(item.function);
      };
      holder.onmouseenter = () => {
        for (const list of holder.parentElement!.querySelectorAll('.menu-list')) list.remove();
      };
    }
    return holder;
  }

  bar.addEventListener('keydown', (event) => {
    const focused = document.activeElement as HTMLElement | null;
    if (!focused || !bar.contains(focused)) return;
    const list = focused.closest<HTMLElement>('.menu-list');
    if (!moveFocus(event.key, focused, list, bar)) {
      if (event.key === 'Escape') closeOne(list);
      else return;
    }
    event.preventDefault();
  });

  function closeOne(list: HTMLElement | null): void {
    const owner = list?.parentElement?.querySelector<HTMLElement>(':scope > button');
    if (list?.parentElement?.closest('.menu-list')) list.remove();
    else closeAll();
    owner?.focus();
  }

  document.addEventListener('pointerdown', (event) => {
    if (!bar.contains(event.target as Node)) closeAll();
  });

  return {
    show(menus) {
      closeAll();
      bar.replaceChildren(
        ...menus.map(({ title, items }, index) => {
          const button = el(
            'button',
            {
              class: 'menu-title',
              role: 'menuitem',
              testId: 'menu',
              tabIndex: index === 0 ? 0 : -1,
              aria: { haspopup: 'true', expanded: 'false' },
            },
            title,
          );
          const toggle = () => {
            const wasOpen = opened === button;
            closeAll();
            if (wasOpen) return;
            open(button, items, true);
            opened = button;
          };
          button.onclick = toggle;
          button.onmouseenter = () => opened && opened !== button && toggle();
          return el('div', { class: 'menu-holder top' }, button);
        }),
      );
    },
  };
}

/** A long list moves up, and scrolls where it is taller than the window. Fixed, so that a list that scrolls does not cut off its own. */
function keepInSight(list: HTMLElement, holder: HTMLElement): void {
  const around = holder.getBoundingClientRect();
  const isNested = holder.closest('.menu-list') !== null;
  const wanted = isNested ? around.top - 6 : around.bottom;
  const highest = Math.max(window.innerHeight - list.offsetHeight - 8, isNested ? 8 : wanted);
  const top = Math.min(wanted, highest);
  list.style.top = `${top}px`;
  list.style.left = `${isNested ? Math.min(around.right, window.innerWidth - list.offsetWidth - 8) : around.left}px`;
  list.style.maxHeight = `${window.innerHeight - top - 8}px`;
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>(':scope > .menu-holder > .menu-item')];
}

/** @returns whether the key was one that moves through menus */
function moveFocus(key: string, focused: HTMLElement, list: HTMLElement | null, bar: HTMLElement): boolean {
  const titles = [...bar.querySelectorAll<HTMLElement>(':scope > .menu-holder > .menu-title')];
  if (!list) {
    const at = titles.indexOf(focused);
    if (key === 'ArrowRight') titles[(at + 1) % titles.length]?.focus();
    else if (key === 'ArrowLeft') titles[(at + titles.length - 1) % titles.length]?.focus();
    else if (key === 'ArrowDown') focused.click();
    else return false;
    return true;
  }
  const items = itemsOf(list);
  const at = items.indexOf(focused);
  const outer = list.parentElement!.querySelector<HTMLElement>(':scope > button');
  const nested = list.parentElement!.closest('.menu-list') !== null;
  if (key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
  else if (key === 'ArrowUp') items[(at + items.length - 1) % items.length]?.focus();
  else if (key === 'Home') items[0]?.focus();
  else if (key === 'End') items.at(-1)?.focus();
  else if (key === 'ArrowRight' && focused.getAttribute('aria-haspopup')) focused.click();
  else if (key === 'ArrowLeft' && nested) {
    list.remove();
    outer?.focus();
  } else return false;
  return true;
}
