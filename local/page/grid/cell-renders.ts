/** Draws tick boxes and the chips of dropdowns into the grid's canvas, and takes clicks on them. */
import { getFontStyleString } from '@univerjs/preset-sheets-core';
import type { ICellCustomRender, ICellRenderContext, ISelectionCellWithMergeInfo } from '@univerjs/presets';
import { customOf } from './cell-data.ts';
import type { Renders } from './looks.ts';

const BOX = 14;
const CHIP_HEIGHT = 17;
const MARGIN = 3;
const ARROW = 16;

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the cell lies: drawing leaves the headers out, pointing counts them in, and Univer gives both accordingly. */
function areaOf({ primaryWithCoord }: ICellRenderContext): Area {
  const cell = primaryWithCoord as ISelectionCellWithMergeInfo;
  const { startX, startY, endX, endY } = cell.isMergedMainCell ? cell.mergeInfo : cell;
  return { x: startX, y: startY, width: endX - startX, height: endY - startY };
}

const isInside = ({ x, y }: { x: number; y: number }, area: Area) =>
  x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height;

export interface CellClicks {
  toggle(row: number, column: number): void;
  choose(row: number, column: number): void;
}

export function cellRenders(clicks: CellClicks): Renders {
  const checkbox: ICellCustomRender = {
    drawWith(ctx, info) {
      const area = areaOf(info);
      drawBox(ctx, area.x + (area.width - BOX) / 2, area.y + (area.height - BOX) / 2, customOf(info.data || null).b === 1);
    },
    isHit: (position, info) => {
      const area = areaOf(info);
      const box = { x: area.x + (area.width - BOX) / 2 - 3, y: area.y, width: BOX + 6, height: area.height };
      return isInside(position, box);
    },
    onPointerDown: ({ row, col }, event: { button: number }) => event.button === 0 && clicks.toggle(row, col),
  };
  const list: ICellCustomRender = {
    drawWith: drawChip,
    isHit: (position, info) => {
      const area = areaOf(info);
      const arrow = { x: area.x + area.width - ARROW - MARGIN, y: area.y, width: ARROW + MARGIN, height: area.height };
      return isInside(position, arrow);
    },
    onPointerDown: ({ row, col }, event: { button: number }) => event.button === 0 && clicks.choose(row, col),
  };
  return { checkbox, list };
}

function drawBox(ctx: CanvasRenderingContext2D, x: number, y: number, ticked: boolean): void {
  ctx.save();
  ctx.beginPath();
  roundRect(ctx, x, y, BOX, BOX, 2.5);
  ctx.fillStyle = ticked ? '#0f766e' : '#ffffff';
  ctx.fill();
  ctx.lineWidth = 1.4;
  ctx.strokeStyle = ticked ? '#0f766e' : '#6b7280';
  ctx.stroke();
  if (ticked) {
    ctx.beginPath();
    ctx.moveTo(x + 3.2, y + 7.3);
    ctx.lineTo(x + 6, y + 10.2);
    ctx.lineTo(x + 11, y + 4.2);
    ctx.lineWidth = 1.9;
    ctx.strokeStyle = '#ffffff';
    ctx.stroke();
  }
  ctx.restore();
}

function drawChip(ctx: CanvasRenderingContext2D, info: ICellRenderContext): void {
  const area = areaOf(info);
  const text = String(info.data?.v ?? '');
  const { chip, x: wrong } = customOf(info.data || null);
  ctx.save();
  ctx.beginPath();
  ctx.rect(area.x, area.y, area.width, area.height);
  ctx.clip();
  const height = Math.min(CHIP_HEIGHT, area.height - 2);
  const top = area.y + (area.height - height) / 2;
  const width = Math.max(0, area.width - MARGIN * 2);
  if (text !== '') {
    ctx.beginPath();
    roundRect(ctx, area.x + MARGIN, top, width, height, height / 2);
    ctx.fillStyle = chip?.background ?? (wrong ? '#fde8e8' : '#e8eaed');
    ctx.fill();
    ctx.beginPath();
    ctx.rect(area.x + MARGIN + 7, area.y, Math.max(0, width - ARROW - 6), area.height);
    ctx.save();
    ctx.clip();
    ctx.font = getFontStyleString({ ff: 'Arial', fs: 10, ...info.style }).fontCache;
    ctx.fillStyle = chip?.fontColor ?? info.style?.cl?.rgb ?? '#1f2937';
    ctx.textBaseline = 'middle';
    ctx.textAlign = 'left';
    ctx.fillText(text, area.x + MARGIN + 7, area.y + area.height / 2 + 1);
    ctx.restore();
  }
  drawArrow(
    ctx,
    area.x + area.width - MARGIN - 10,
    area.y + area.height / 2,
    text === '' ? '#9ca3af' : (chip?.fontColor ?? '#4b5563'),
  );
  ctx.restore();
}

function drawArrow(ctx: CanvasRenderingContext2D, x: number, y: number, color: string): void {
  ctx.beginPath();
  ctx.moveTo(x - 3.5, y - 1.5);
  ctx.lineTo(x + 3.5, y - 1.5);
  ctx.lineTo(x, y + 2.5);
  ctx.closePath();
  ctx.fillStyle = color;
  ctx.fill();
}

/** Univer's drawing context lacks some of the canvas's newer methods. */
function roundRect(ctx: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, radius: number): void {
  const r = Math.min(radius, width / 2, height / 2);
  ctx.moveTo(x + r, y);
  ctx.lineTo(x + width - r, y);
  ctx.arc(x + width - r, y + r, r, -Math.PI / 2, 0);
  ctx.lineTo(x + width, y + height - r);
  ctx.arc(x + width - r, y + height - r, r, 0, Math.PI / 2);
  ctx.lineTo(x + r, y + height);
  ctx.arc(x + r, y + height - r, r, Math.PI / 2, Math.PI);
  ctx.lineTo(x, y + r);
  ctx.arc(x + r, y + r, r, Math.PI, Math.PI * 1.5);
}
