/** Where a cell is on the screen, for what is shown beside it. */
import { IRenderManagerService, SheetSkeletonManagerService } from '@univerjs/preset-sheets-core';
import type { Engine } from './engine.ts';
import { type SheetCanvas, UNIT } from './sheet-canvas.ts';

export interface CellPlace {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Viewports {
  getViewports(): { viewportKey: string; left: number; top: number; viewportScrollX: number; viewportScrollY: number }[];
  getAncestorScale(): { scaleX: number; scaleY: number };
}

/** In pixels of the window; nothing where the grid is not drawn yet. */
export function cellPlace(engine: Engine, canvas: SheetCanvas, row: number, column: number): CellPlace | undefined {
  const render = engine.injector.get(IRenderManagerService).getRenderById(UNIT);
  const skeleton = render?.with(SheetSkeletonManagerService).getCurrentParam()?.skeleton;
  const element = render?.engine.getCanvasElement();
  if (!render || !skeleton || !element) return undefined;
  const cell = skeleton.getCellWithCoordByIndex(row, column);
  const scene = render.scene as unknown as Viewports;
  const { scaleX, scaleY } = scene.getAncestorScale();
  const main = scene.getViewports().find((viewport) => viewport.viewportKey === 'viewMain');
  const { frozenRows = 0, frozenColumns = 0 } = frozen(canvas);
  const x = column < frozenColumns ? 0 : (main?.viewportScrollX ?? 0);
  const y = row < frozenRows ? 0 : (main?.viewportScrollY ?? 0);
  const box = element.getBoundingClientRect();
  return {
    left: box.left + (cell.startX - x) * scaleX,
    right: box.left + (cell.endX - x) * scaleX,
    top: box.top + (cell.startY - y) * scaleY,
    bottom: box.top + (cell.endY - y) * scaleY,
  };
}

function frozen(canvas: SheetCanvas): { frozenRows: number; frozenColumns: number } {
  const { ySplit, xSplit } = canvas.activeSheet.getConfig().freeze;
  return { frozenRows: ySplit, frozenColumns: xSplit };
}
