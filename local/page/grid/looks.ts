/** How cells look beyond text and style: tick boxes, chips of dropdowns, banding, corner marks. */
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import {
  HorizontalAlign,
  type ICellCustomRender,
  type ICellData,
  type ICellDataForSheetInterceptor,
  InterceptorEffectEnum,
  type IStyleData,
} from '@univerjs/presets';
import type { Banding, Stripes } from '../../presentation.ts';
import { customOf } from './cell-data.ts';
import type { Engine } from './engine.ts';
import type { Grid } from './grid.ts';

const NOTE_MARK = { color: '#f59e0b', size: 6 };
const WRONG_MARK = { color: '#dc2626', size: 6 };

export interface Renders {
  checkbox: ICellCustomRender;
  list: ICellCustomRender;
}

export function showLooks(engine: Engine, grid: Grid, renders: Renders): void {
  const bands = new Map<string, IStyleData>();
  const bandStyle = (background: string) => {
    let style = bands.get(background);
    if (!style) bands.set(background, (style = { bg: { rgb: background } }));
    return style;
  };
  engine.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style | InterceptorEffectEnum.Value,
    priority: 100,
    handler: (cell, location, next) => {
      const tab = grid.tabs.get(Number(location.subUnitId));
      const raw = location.rawData;
      const custom = raw?.custom;
      const background = tab && tab.bandings.length > 0 ? bandAt(tab.bandings, location.row, location.col) : undefined;
      if (!custom && !background) return next(cell);
      const shown: ICellDataForSheetInterceptor = { ...(cell || null) };
      if (background) shown.themeStyle = bandStyle(background);
      if (custom) decorate(shown, raw || null, grid, renders);
      return next(shown);
    },
  });
}

function decorate(shown: ICellDataForSheetInterceptor, raw: ICellData | null, grid: Grid, renders: Renders): void {
  const custom = customOf(raw);
  const markers: ICellDataForSheetInterceptor['markers'] = {};
  if (custom.n) markers.tr = NOTE_MARK;
  if (custom.x) markers.tl = WRONG_MARK;
  if (custom.n || custom.x) shown.markers = markers;
  const kind = custom.d === undefined ? undefined : grid.validations[custom.d];
  if (kind === 'checkbox' && (shown.v === undefined || shown.v === 'TRUE' || shown.v === 'FALSE')) {
    shown.customRender = [renders.checkbox];
    shown.fontRenderExtension = { isSkip: true };
    shown.interceptorStyle = { ht: HorizontalAlign.CENTER };
    shown.coverable = false;
  } else if (kind === 'list') {
    shown.customRender = [renders.list];
    shown.fontRenderExtension = { isSkip: true };
    shown.coverable = false;
  }
}

/** Stripes of rows go before those of columns. */
export function bandAt(bandings: readonly Banding[], row: number, column: number): string | undefined {
  for (const banding of bandings) {
    const { rect, columns } = banding;
    const [down, right] = [row - rect.row, column - rect.column];
    if (down < 0 || down >= rect.rows || right < 0 || right >= rect.columns) continue;
    return stripeAt(banding, down, rect.rows) ?? (columns && stripeAt(columns, right, rect.columns));
  }
  return undefined;
}

/** Header and footer are one line each; between them two colours take turns. */
function stripeAt({ header, first, second, footer }: Stripes, line: number, lines: number): string | undefined {
  if (header && line === 0) return header;
  if (footer && line === lines - 1) return footer;
  return (line - (header ? 1 : 0)) % 2 === 0 ? first : second;
}
