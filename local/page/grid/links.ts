/** Where the chosen cell's links lead, under the cell: to another cell of the workbook, or out of it. */
import type { Rect } from '../../contract.ts';
import { columnIndex } from '../../model/a1.ts';
import type { TabMeta } from '../../server/protocol.ts';
import { el } from '../dom.ts';
import { customOf } from './cell-data.ts';
import { cellPlace } from './cell-place.ts';
import type { Engine } from './engine.ts';
import type { Grid } from './grid.ts';
import { createPopup } from './popup.ts';
import { activeCell, selectedRects } from './selection.ts';

/** Milliseconds after a choice until the card appears: who moves on with the keys is not bothered. */
const REST = 180;

const OUTWARD = /^(https?|mailto):/i;

export interface Place {
  sheet: number;
  rect: Rect;
}

/** @example placeOf('#gid=7&range=B3:C4') // { sheet: 7, rect: { row: 2, column: 1, rows: 2, columns: 2 } } */
export function placeOf(link: string): Place | undefined {
  const parts = /^#gid=(\d+)(?:&range=([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?)?$/i.exec(link);
  if (!parts) return undefined;
  const [, gid, letters = 'A', line = '1', lastLetters = letters, lastLine = line] = parts;
  const [row, column] = [Number(line) - 1, columnIndex(letters)];
  return {
    sheet: Number(gid),
    rect: { row, column, rows: Number(lastLine) - row, columns: columnIndex(lastLetters) - column + 1 },
  };
}

/** @param go brings a place of the workbook into view */
export function showLinks(
  engine: Engine,
  grid: Grid,
  tabs: () => ReadonlyMap<number, TabMeta>,
  go: (place: Place) => void,
): { chosen(): void } {
  const popup = createPopup();
  let timer = 0;

  function linkButton(link: string): HTMLElement | undefined {
    const place = placeOf(link);
    const tab = place && tabs().get(place.sheet);
    if (!tab && !OUTWARD.test(link)) return undefined;
    const text = tab ? `${tab.name} ${/range=(.*)$/.exec(link)?.[1] ?? ''}` : link;
    const follow = () => {
      popup.close();
      if (place) go(place);
      else window.open(link, '_blank', 'noopener');
    };
    return el('button', { class: 'option link', testId: 'link', onclick: follow }, `↗ ${text}`);
  }

  function show(): void {
    const cell = activeCell(engine);
    const [rect] = selectedRects(engine, grid.canvas);
    if (!cell || !rect || rect.rows * rect.columns > 1) return;
    const links = customOf(grid.canvas.activeSheet.getCellRaw(cell.row, cell.column)).r?.flatMap(({ link }) => link ?? []);
    const buttons = [...new Set(links)].flatMap((link) => linkButton(link) ?? []);
    const place = buttons.length > 0 ? cellPlace(engine, grid.canvas, cell.row, cell.column) : undefined;
    if (place) popup.open(place, el('div', { class: 'links', testId: 'links' }, ...buttons), 'below');
  }

  return {
    chosen() {
      clearTimeout(timer);
      popup.close();
      timer = window.setTimeout(show, REST);
    },
  };
}
