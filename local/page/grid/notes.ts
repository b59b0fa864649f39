/** Notes: read by pointing at a cell, written in a small box beside it. */
import { HoverManagerService } from '@univerjs/preset-sheets-core';
import { cellName } from '../../model/a1.ts';
import { el } from '../dom.ts';
import type { Texts } from '../texts.ts';
import { customOf } from './cell-data.ts';
import { cellPlace } from './cell-place.ts';
import type { Engine } from './engine.ts';
import type { Grid } from './grid.ts';
import { createPopup } from './popup.ts';

export interface Notes {
  /** opens the box to write in */
  edit(row: number, column: number): void;
}

/** Milliseconds of resting on a cell before its note appears. */
const REST = 250;

export function showNotes(
  engine: Engine,
  grid: Grid,
  texts: () => Texts,
  write: (sheet: number, row: number, column: number, note: string | null) => void,
): Notes {
  const writer = createPopup();
  let tip: HTMLElement | undefined;
  let timer = 0;

  function noteAt(row: number, column: number): string | undefined {
    return customOf(grid.canvas.activeSheet.getCellRaw(row, column)).n;
  }

  /** What the red corner of a cell without a note means. */
  function ruleAt(row: number, column: number): string | undefined {
    const { x, d } = customOf(grid.canvas.activeSheet.getCellRaw(row, column));
    if (!x) return undefined;
    return d !== undefined && grid.validations[d] === 'list' ? texts().notListed : texts().againstRule;
  }

  function hideTip(): void {
    clearTimeout(timer);
    tip?.remove();
    tip = undefined;
  }

  function showTip(row: number, column: number, note: string): void {
    const place = cellPlace(engine, grid.canvas, row, column);
    if (!place || writer.isOpen) return;
    tip = el('div', { class: 'note-tip', testId: 'note', role: 'tooltip' }, note);
    document.body.append(tip);
    const { width, height } = tip.getBoundingClientRect();
    tip.style.left = `${place.right + width + 8 > innerWidth ? place.left - width - 4 : place.right + 4}px`;
    tip.style.top = `${Math.min(place.top, innerHeight - height - 8)}px`;
  }

  engine.injector.get(HoverManagerService).currentCell$.subscribe((cell) => {
    hideTip();
    if (!cell) return;
    const { row, col } = cell.location;
    const told = noteAt(row, col) ?? ruleAt(row, col);
    if (told) timer = window.setTimeout(() => showTip(row, col, told), REST);
  });
  grid.canvas.onLeave(hideTip);

  return {
    edit(row, column) {
      hideTip();
      const place = cellPlace(engine, grid.canvas, row, column);
      if (!place) return;
      const sheet = grid.canvas.activeId;
      const before = noteAt(row, column) ?? '';
      const area = el('textarea', {
        value: before,
        rows: 4,
        testId: 'note-text',
        ariaLabel: texts().noteFor(cellName(row, column)),
      });
      const finish = (note: string | null) => {
        writer.close();
        if ((note ?? '') !== before) write(sheet, row, column, note);
      };
      const save = el(
        'button',
        { class: 'primary', testId: 'note-save', onclick: () => finish(area.value || null) },
        texts().save,
      );
      const remove = el('button', { class: 'plain', testId: 'note-remove', onclick: () => finish(null) }, texts().remove);
      const box = el('div', { class: 'note-writer' }, area, el('div', { class: 'buttons' }, save, before ? remove : undefined));
      writer.open(place, box, 'right');
      area.focus();
    },
  };
}
