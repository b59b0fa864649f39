/**
 * Stands between Univer's commands and its data: what a person does goes to the workbook as an intent, and only the
 * server's word changes the sheet.
 */
import { IEditorBridgeService } from '@univerjs/preset-sheets-core';
import type { ICommandService, IExecutionOptions } from '@univerjs/presets';
import type { Intent } from '../../contract.ts';
import type { Engine } from './engine.ts';
import type { Grid } from './grid.ts';
import { type CommandParams, meanings } from './intents.ts';
import { rectIn, select, selectedRects } from './selection.ts';

export interface Interception {
  intent(intent: Intent): void;
  /** a person asked for something that the local workbook does not do */
  unsupported(command: string): void;
}

/** Univer's own tidying up after a change: needless here, and no person's wish. */
const SILENT = new Set([
  'sheet.mutation.set-worksheet-row-auto-height',
  'sheet.mutation.set-worksheet-row-is-auto-height',
  'sheet.mutation.mark-dirty-filter-change',
  'sheet.mutation.set-worksheet-default-style',
  'sheet.mutation.empty',
  'sheet.mutation.set-range-protection',
  'sheet.mutation.set-worksheet-permission-points',
]);

/** The cell's editor is a document, undone as one while it is open. */
const EDITOR_UNDO = new Set(['univer.command.undo', 'univer.command.redo']);

export function intercept(engine: Engine, grid: Grid, to: Interception): void {
  const { commands, injector } = engine;
  const execute = commands.executeCommand.bind(commands) as ICommandService['executeCommand'];
  const syncExecute = commands.syncExecuteCommand.bind(commands) as ICommandService['syncExecuteCommand'];

  function taken(id: string, params: CommandParams = {}): boolean {
    if (grid.isApplying) return false;
    const meaning = meanings[id];
    if (meaning) {
      if (EDITOR_UNDO.has(id) && injector.get(IEditorBridgeService).isVisible().visible) return false;
      const { canvas } = grid;
      const given = params.ranges ?? (params.range ? [params.range] : undefined);
      const rects = given?.map((range) => rectIn(canvas.activeSheet, range)) ?? selectedRects(engine, canvas);
      const sheet = params.subUnitId === undefined ? canvas.activeId : Number(params.subUnitId);
      const intents = meaning(params, { engine, grid, sheet, rects });
      if (!intents) to.unsupported(id);
      for (const intent of intents ?? []) {
        to.intent(intent);
        if (intent.kind === 'fillDown') select(engine, canvas, intent.to);
      }
      return true;
    }
    if (!id.startsWith('sheet.mutation.') && !id.startsWith('data-validation.mutation.')) return false;
    if (!SILENT.has(id)) to.unsupported(id);
    return true;
  }

  commands.executeCommand = (<P extends object, R>(id: string, params?: P, options?: IExecutionOptions) =>
    taken(id, params as CommandParams)
      ? Promise.resolve(true as R)
      : execute<P, R>(id, params, options)) as ICommandService['executeCommand'];
  commands.syncExecuteCommand = (<P extends object, R>(id: string, params?: P, options?: IExecutionOptions) =>
    taken(id, params as CommandParams)
      ? (true as R)
      : syncExecute<P, R>(id, params, options)) as ICommandService['syncExecuteCommand'];
}
