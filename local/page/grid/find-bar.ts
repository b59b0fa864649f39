/** Finds texts in the tab in view and replaces them: a small bar over the sheet, opened by Ctrl+F or Ctrl+H. */
import type { Intent, IntentResult } from '../../contract.ts';
import { el, keepKeys } from '../dom.ts';
import type { Texts } from '../texts.ts';
import type { Engine } from './engine.ts';
import type { Grid } from './grid.ts';
import { activeCell, select } from './selection.ts';

export interface FindBar {
  element: HTMLElement;
  /** @param replacing the focus goes to what is put in the place of what is found */
  open(replacing: boolean): void;
}

interface Place {
  row: number;
  column: number;
}

export function createFindBar(
  engine: Engine,
  grid: Grid,
  texts: () => Texts,
  send: (intent: Intent) => Promise<IntentResult>,
  closed: () => void,
): FindBar {
  const find = el('input', { type: 'search', testId: 'find', autocomplete: 'off', spellcheck: false });
  const by = el('input', { type: 'text', testId: 'replace-by', autocomplete: 'off', spellcheck: false });
  const count = el('span', { class: 'quiet', testId: 'find-count', role: 'status' });
  const next = el('button', { class: 'plain', testId: 'find-next', onclick: () => step(1) });
  const previous = el('button', { class: 'plain', testId: 'find-previous', onclick: () => step(-1) });
  const all = el('button', { class: 'plain', testId: 'replace-all', onclick: () => void replaceAll() });
  const close = el('button', { class: 'icon', testId: 'find-close', onclick: shut }, '×');
  const element = el(
    'div',
    { class: 'find-bar', testId: 'find-bar', role: 'search', hidden: true },
    el('div', {}, find, count, previous, next, close),
    el('div', {}, by, all),
  );
  keepKeys(element);

  function shut(): void {
    element.hidden = true;
    closed();
  }

  function places(): Place[] {
    const wanted = find.value.trim().toLowerCase();
    if (wanted === '') return [];
    const found: Place[] = [];
    const worksheet = grid.canvas.activeSheet;
    worksheet.getCellMatrix().forValue((row, column, cell) => {
      const shown = worksheet.getRowVisible(row) && worksheet.getColVisible(column);
      if (
        shown &&
        String(cell?.v ?? '')
          .toLowerCase()
          .includes(wanted)
      )
        found.push({ row, column });
    });
    return found.sort((a, b) => a.row - b.row || a.column - b.column);
  }

  function tell(found: readonly Place[]): void {
    const at = activeCell(engine);
    const index = found.findIndex(({ row, column }) => row === at?.row && column === at.column);
    count.textContent = find.value.trim() === '' ? '' : texts().found(index + 1, found.length);
    const focused = document.activeElement;
    for (const button of [next, previous, all]) button.disabled = found.length === 0;
    // a button that cannot be pressed any more lets the keys go astray
    if (focused instanceof HTMLButtonElement && focused.disabled && element.contains(focused)) find.focus();
  }

  /** From the cell that is selected on, round and round. */
  function step(by: 1 | -1): void {
    const found = places();
    const at = activeCell(engine) ?? { row: 0, column: 0 };
    const after = ({ row, column }: Place) => (row - at.row || column - at.column) * by > 0;
    const ordered = by > 0 ? found : [...found].reverse();
    const place = ordered.find(after) ?? ordered[0];
    if (place) select(engine, grid.canvas, { ...place, rows: 1, columns: 1 });
    tell(found);
  }

  async function replaceAll(): Promise<void> {
    const wanted = find.value.trim();
    if (wanted === '') return;
    const before = places().length;
    const result = await send({ kind: 'replace', sheet: grid.canvas.activeId, find: wanted, by: by.value });
    tell(places());
    if (result.ok) count.textContent = texts().replaced(Math.max(0, before - places().length));
  }

  find.addEventListener('input', () => tell(places()));
  element.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') shut();
    else if (event.key === 'Enter' && event.target === find) step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Enter' && event.target === by) void replaceAll();
    else return;
    event.preventDefault();
  });

  return {
    element,
    open(replacing) {
      const words = texts();
      [find.placeholder, by.placeholder] = [words.find, words.replaceBy];
      [find.ariaLabel, by.ariaLabel] = [words.find, words.replaceBy];
      [previous.textContent, next.textContent, all.textContent] = ['↑', '↓', words.replaceAll];
      [previous.title, next.title, close.title] = [words.previous, words.next, words.close];
      element.hidden = false;
      tell(places());
      const focus = replacing && find.value !== '' ? by : find;
      focus.focus();
      focus.select();
    },
  };
}
