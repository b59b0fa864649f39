/** The grid with everything that a person does in it: typing, pasting, ticking, choosing, notes, selecting. */
import { ILayoutService, SheetsSelectionsService } from '@univerjs/preset-sheets-core';
import type { Intent, IntentResult, Rect } from '../../contract.ts';
import type { Option, ServerMessage } from '../../server/protocol.ts';
import { el } from '../dom.ts';
import { languageOf, type Texts } from '../texts.ts';
import { customOf } from './cell-data.ts';
import { cellPlace } from './cell-place.ts';
import { cellRenders } from './cell-renders.ts';
import { takeOverPaste } from './clipboard.ts';
import { createDropdown } from './dropdown.ts';
import { takeOverEditing, typeText } from './editing.ts';
import { type Engine, startEngine } from './engine.ts';
import { createFindBar } from './find-bar.ts';
import { Grid } from './grid.ts';
import { intercept } from './intercept.ts';
import { showLinks } from './links.ts';
import { showLooks } from './looks.ts';
import { showNotes } from './notes.ts';
import { addNumberFormats } from './number-formats.ts';
import { addFindMenu, addNoteMenu } from './own-menus.ts';
import { activeCell, rectIn, select } from './selection.ts';
import { hearKeysFirst, sheetKeys } from './sheet-keys.ts';
import { hideFilteredRows } from './show-filter.ts';

/** Milliseconds for which a moving selection rests before the workbook is told. */
const SELECTION_REST = 60;

/** Milliseconds after which the browser has put the focus where a click went. */
const AFTER_CLICK = 120;

export interface WorkbenchActions {
  send(intent: Intent): Promise<IntentResult>;
  options(sheet: number, row: number, column: number): Promise<Option[]>;
  /** a tab came into view */
  viewed(sheet: number): void;
  unsupported(): void;
}

export interface Workbench {
  engine: Engine;
  grid: Grid;
  type(sheet: number, row: number, column: number, text: string): void;
  choose(row: number, column: number): void;
  toggle(row: number, column: number): void;
  activate(sheet: number, rect?: Rect): void;
  focus(): void;
  /** says so while rows of the tab in view are still to come */
  showLoading(): void;
}

/** @param hello the workbook to begin with: Univer's parts only come to life with one */
export function createWorkbench(
  container: HTMLElement,
  hello: Extract<ServerMessage, { type: 'hello' }>,
  texts: () => Texts,
  actions: WorkbenchActions,
): Workbench {
  const hearKeys = hearKeysFirst();
  const engine = startEngine(container, languageOf(hello.user.locale));
  const grid = new Grid(engine, container);
  grid.open(hello);
  const send = async (intent: Intent) => {
    const result = await actions.send(intent);
    // who adds a tab wants to go there
    if (intent.kind === 'addSheet' && result.ok && grid.lastAdded !== undefined) grid.activate(grid.lastAdded);
    return result;
  };

  const type: Workbench['type'] = (sheet, row, column, text) => typeText(grid, send, sheet, row, column, text);

  const toggle: Workbench['toggle'] = (row, column) => {
    const { b, t = b === 1 ? 'FALSE' : 'TRUE' } = customOf(grid.canvas.activeSheet.getCellRaw(row, column));
    if (b !== undefined) void send({ kind: 'type', sheet: grid.canvas.activeId, row, column, text: t });
  };

  const dropdown = createDropdown(texts, () => focus());
  const choose: Workbench['choose'] = (row, column) => {
    const sheet = grid.canvas.activeId;
    void actions.options(sheet, row, column).then((options) => {
      const place = cellPlace(engine, grid.canvas, row, column);
      const current = String(grid.canvas.activeSheet.getCellRaw(row, column)?.v ?? '');
      if (place) dropdown.open(place, options, current, (text) => type(sheet, row, column, text));
    });
  };

  function focus(): void {
    engine.injector.get(ILayoutService).focus();
  }

  /** A click on a tab leaves the focus there, where typing would be lost. */
  function leaveTabStrip(): void {
    if (document.activeElement?.getAttribute('role') === 'tab') focus();
  }

  intercept(engine, grid, { intent: (intent) => void send(intent), unsupported: () => actions.unsupported() });
  takeOverEditing(engine, grid, send);
  takeOverPaste(engine, grid, (intent) => void send(intent));
  hideFilteredRows(engine, (sheet) => grid.tabs.get(sheet));
  showLooks(engine, grid, cellRenders({ toggle, choose }));
  const notes = showNotes(
    engine,
    grid,
    texts,
    (sheet, row, column, note) => void send({ kind: 'note', sheet, row, column, note }),
  );
  const editNote = () => {
    const cell = activeCell(engine);
    if (cell) notes.edit(cell.row, cell.column);
  };
  addNoteMenu(engine, texts, editNote);
  addNumberFormats(engine, grid, texts, (intent) => void send(intent));
  const findBar = createFindBar(engine, grid, texts, send, () => focus());
  container.after(findBar.element);
  addFindMenu(engine, texts, () => findBar.open(false));
  hearKeys(sheetKeys(engine, grid, container, { toggle, choose, editNote, find: (replacing) => findBar.open(replacing) }));

  const links = showLinks(
    engine,
    grid,
    () => grid.tabs,
    ({ sheet, rect }) => {
      grid.activate(sheet);
      select(engine, grid.canvas, rect);
      focus();
    },
  );
  let timer = 0;
  let told = '';
  const tellSelection = () => {
    const selection = engine.injector.get(SheetsSelectionsService).getCurrentLastSelection();
    if (!selection) return;
    const intent: Intent = {
      kind: 'select',
      sheet: grid.canvas.activeId,
      rect: rectIn(grid.canvas.activeSheet, selection.range),
    };
    if (JSON.stringify(intent) === told) return;
    told = JSON.stringify(intent);
    void send(intent);
  };
  engine.commands.onCommandExecuted(({ id, params }) => {
    if (id === 'sheet.operation.set-worksheet-active') {
      actions.viewed(Number((params as { subUnitId: string }).subUnitId));
      grid.charts.view(Number((params as { subUnitId: string }).subUnitId));
      setTimeout(leaveTabStrip, AFTER_CLICK);
      setTimeout(showLoading);
    }
    if (id !== 'sheet.operation.set-selections' && id !== 'sheet.operation.set-worksheet-active') return;
    links.chosen();
    clearTimeout(timer);
    timer = window.setTimeout(tellSelection, SELECTION_REST);
  });

  const loading = el('div', { class: 'grid-loading', testId: 'loading', role: 'status' });
  container.after(loading);
  const showLoading = () => {
    loading.textContent = texts().loading;
    loading.hidden = grid.isComplete(grid.canvas.activeId);
  };
  showLoading();

  return {
    engine,
    grid,
    showLoading,
    type,
    choose,
    toggle,
    focus,
    activate(sheet, rect) {
      grid.activate(sheet);
      if (rect) select(engine, grid.canvas, rect);
    },
  };
}
