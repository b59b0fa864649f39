/** Puts the charts of the tab in view over its cells, where they move with them. */
import { IRenderManagerService, SheetSkeletonManagerService } from '@univerjs/preset-sheets-core';
import type { ChartPicture, Shape } from '../../charts/shapes.ts';
import { el } from '../dom.ts';
import { cellPlace } from './cell-place.ts';
import type { Engine } from './engine.ts';
import { type SheetCanvas, UNIT } from './sheet-canvas.ts';

const SVG = 'http://www.w3.org/2000/svg';

function svgElement(tag: string, at: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(at)) element.setAttribute(name, String(value));
  return element;
}

function drawn({ tag, at, text, hint, inside }: Shape): SVGElement {
  const element = svgElement(tag, at);
  if (text !== undefined) element.textContent = text;
  if (hint !== undefined) {
    const title = svgElement('title', {});
    title.textContent = hint;
    element.append(title);
  }
  for (const shape of inside ?? []) element.append(drawn(shape));
  return element;
}

interface Hung {
  picture: ChartPicture;
  element: HTMLElement;
  /** where it was put last */
  placed: string;
}

export class ChartLayer {
  private readonly charts = new Map<number, ChartPicture[]>();
  private readonly layer = el('div', { class: 'chart-layer', testId: 'charts' });
  private hung: Hung[] = [];
  private shown: number | undefined;
  private following = false;

  constructor(
    private readonly engine: Engine,
    private readonly canvas: SheetCanvas,
  ) {
    // a wheel turned over a chart scrolls the sheet under it
    this.layer.addEventListener('wheel', (event) => {
      this.picture?.dispatchEvent(new WheelEvent('wheel', event));
      event.preventDefault();
    });
  }

  take(sheet: number, charts: ChartPicture[]): void {
    if (charts.length === 0) this.charts.delete(sheet);
    else this.charts.set(sheet, charts);
    if (sheet === this.canvas.activeId) this.hang(sheet);
  }

  /** Forgets all charts, or those of a tab. */
  forget(sheet?: number): void {
    if (sheet === undefined) this.charts.clear();
    else this.charts.delete(sheet);
    this.hang(this.canvas.activeId);
  }

  /** Another tab came into view. */
  view(sheet: number): void {
    if (sheet !== this.shown) this.hang(sheet);
  }

  private get picture(): HTMLCanvasElement | undefined {
    return this.engine.injector.get(IRenderManagerService).getRenderById(UNIT)?.engine.getCanvasElement();
  }

  private hang(sheet: number): void {
    this.shown = sheet;
    this.hung = (this.charts.get(sheet) ?? []).map((picture) => {
      const { width, height, label } = picture;
      const svg = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
      svg.append(...picture.shapes.map(drawn));
      const element = el('div', { class: 'chart', testId: 'chart', role: 'img', aria: { label } });
      element.append(svg);
      element.style.visibility = 'hidden';
      return { picture, element, placed: '' };
    });
    this.layer.replaceChildren(...this.hung.map(({ element }) => element));
    if (this.hung.length > 0 && !this.following) this.follow();
  }

  /** Looks with every frame where the cells are: they move when one scrolls, zooms, or makes a column wider. */
  private follow(): void {
    this.following = this.hung.length > 0;
    if (!this.following) return;
    this.place();
    requestAnimationFrame(() => this.follow());
  }

  private place(): void {
    const { picture } = this;
    const parent = picture?.parentElement;
    const corner = this.mainCorner();
    if (!picture || !parent || !corner) return;
    if (this.layer.parentElement !== parent) parent.append(this.layer);
    const box = picture.getBoundingClientRect();
    const { ySplit, xSplit } = this.canvas.activeSheet.getConfig().freeze;
    for (const hung of this.hung) {
      const { row, column, x, y } = hung.picture;
      const cell = cellPlace(this.engine, this.canvas, row, column);
      if (!cell) continue;
      const left = cell.left - box.left + x * corner.scale;
      const top = cell.top - box.top + y * corner.scale;
      // what is frozen, and the headers, cover what is scrolled under them
      const cutLeft = Math.max(0, (column < xSplit ? corner.head.left : corner.left) - left) / corner.scale;
      const cutTop = Math.max(0, (row < ySplit ? corner.head.top : corner.top) - top) / corner.scale;
      const placed = `${left} ${top} ${corner.scale} ${cutLeft} ${cutTop}`;
      if (placed === hung.placed) continue;
      hung.placed = placed;
      const { style } = hung.element;
      style.transform = `translate(${left}px, ${top}px) scale(${corner.scale})`;
      style.clipPath = cutLeft > 0 || cutTop > 0 ? `inset(${cutTop}px -1px -1px ${cutLeft}px)` : '';
      style.visibility = '';
    }
  }

  /** Where the cells begin that scroll, and where all cells do, beside the headers; in pixels of the canvas. */
  private mainCorner() {
    const render = this.engine.injector.get(IRenderManagerService).getRenderById(UNIT);
    const skeleton = render?.with(SheetSkeletonManagerService).getCurrentParam()?.skeleton;
    if (!render || !skeleton) return undefined;
    const scale = (render.scene as unknown as { getAncestorScale(): { scaleX: number } }).getAncestorScale().scaleX;
    const { ySplit, xSplit } = this.canvas.activeSheet.getConfig().freeze;
    const first = skeleton.getCellWithCoordByIndex(0, 0);
    const main = skeleton.getCellWithCoordByIndex(ySplit, xSplit);
    return {
      left: main.startX * scale,
      top: main.startY * scale,
      head: { left: first.startX * scale, top: first.startY * scale },
      scale,
    };
  }
}
