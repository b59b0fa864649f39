/** Keys that mean something of our own in the sheet: tick with the space bar, open a dropdown, write a note. */
import { IEditorBridgeService } from '@univerjs/preset-sheets-core';
import { customOf } from './cell-data.ts';
import type { Engine } from './engine.ts';
import type { Grid } from './grid.ts';
import { activeCell } from './selection.ts';

export interface SheetKeys {
  toggle(row: number, column: number): void;
  choose(row: number, column: number): void;
  editNote(): void;
  find(replacing: boolean): void;
}

/**
 * Hears keys before Univer, whose Enter would already have moved on to the next cell.
 *
 * @returns takes what is to be done with them; to be called before Univer starts
 */
export function hearKeysFirst(): (hear: (event: KeyboardEvent) => void) => void {
  let heard: (event: KeyboardEvent) => void = () => {};
  window.addEventListener('keydown', (event) => heard(event), true);
  return (hear) => {
    heard = hear;
  };
}

export function sheetKeys(
  engine: Engine,
  grid: Grid,
  container: HTMLElement,
  actions: SheetKeys,
): (event: KeyboardEvent) => void {
  const editing = () => engine.injector.get(IEditorBridgeService).isVisible().visible;
  return (event) => {
    if (editing() || !inSheet(event.target, container) || event.isComposing) return;
    const sought = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? event.key.toLowerCase() : '';
    if (sought === 'f' || sought === 'h') {
      actions.find(sought === 'h');
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const cell = activeCell(engine);
    if (!cell) return;
    const { d } = customOf(grid.canvas.activeSheet.getCellRaw(cell.row, cell.column));
    const kind = d === undefined ? undefined : grid.validations[d];
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === ' ' && bare && kind === 'checkbox') actions.toggle(cell.row, cell.column);
    else if (
      kind === 'list' &&
      ((event.key === 'ArrowDown' && event.altKey) || (event.key === 'Enter' && bare && !event.shiftKey))
    )
      actions.choose(cell.row, cell.column);
    else if (event.key === 'F2' && event.shiftKey) actions.editNote();
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
}

/** Univer keeps the focus in hidden editors of its own, some of them outside of the grid's element. */
function inSheet(target: EventTarget | null, container: HTMLElement): boolean {
  const element = target instanceof HTMLElement ? target : null;
  if (!element || element === document.body) return true;
  if (element.closest('input, textarea, select, dialog, .popup, .bar, .sidebar, .drawer, .find-bar')) return false;
  return container.contains(element) || element.closest('[data-u-comp]') !== null || element.isContentEditable;
}
