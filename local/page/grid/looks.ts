/** How cells look beyond text and style: tick boxes, chips of dropdowns, banding, corner marks. */
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import {
  HorizontalAlign,
  type ICellCustomRender,
  type ICellData,
  type ICellDataForSheetInterceptor,
  InterceptorEffectEnum,
} from '@univerjs/presets';
import type { Banding, Stripes } from '../../presentation.ts';
import { customOf } from './cell-data.ts';
import type { Engine } from './engine.ts';
import type { Grid } from './grid.ts';

const NOTE_MARK = { color: '#f59e0b', size: 6 };
const WRONG_MARK = { color: '#dc2626', size: 6 };
/** Univer's own have at most 999. */
const BEFORE_UNIVER = 1000;

export interface Renders {
  checkbox: ICellCustomRender;
  list: ICellCustomRender;
}

export function showLooks(engine: Engine, grid: Grid, renders: Renders): void {
  const bands = new Map<string, ICellDataForSheetInterceptor>();
  const bandOf = (background: string) => {
    let band = bands.get(background);
    if (!band) bands.set(background, (band = { themeStyle: { bg: { rgb: background } } }));
    return band;
  };
  const decorated = new WeakMap<ICellData, { background: string | undefined; shown: ICellDataForSheetInterceptor }>();

  /** Asked several times for every cell of every picture: what is made for a cell is kept as long as the cell is the same. */
  function lookOf(raw: ICellData | undefined, background: string | undefined): ICellDataForSheetInterceptor | undefined {
    if (!raw) return background ? bandOf(background) : undefined;
    if (!raw.custom && !background) return raw;
    const known = decorated.get(raw);
    if (known && known.background === background) return known.shown;
    const shown: ICellDataForSheetInterceptor = { ...raw, ...(background ? bandOf(background) : undefined) };
    if (raw.custom) decorate(shown, raw, grid, renders);
    decorated.set(raw, { background, shown });
    return shown;
  }

  engine.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style | InterceptorEffectEnum.Value,
    priority: BEFORE_UNIVER,
    handler: (_cell, { subUnitId, row, col, rawData }, next) => {
      const tab = grid.tabs.get(Number(subUnitId));
      const background = tab && tab.bandings.length > 0 ? bandAt(tab.bandings, row, col) : undefined;
      const look = lookOf(rawData || undefined, background);
      // beside the buttons of a filter the text gives way; of Univer's other parts none has a say in what a cell shows:
      // they would try to read every text as a number or a date, a dozen times a picture
      return tab?.filter?.rect.row === row ? next(look && { ...look }) : look;
    },
  });
}

function decorate(shown: ICellDataForSheetInterceptor, raw: ICellData, grid: Grid, renders: Renders): void {
  const custom = customOf(raw);
  const markers: ICellDataForSheetInterceptor['markers'] = {};
  if (custom.n) markers.tr = NOTE_MARK;
  if (custom.x) markers.tl = WRONG_MARK;
  if (custom.n || custom.x) shown.markers = markers;
  const kind = custom.d === undefined ? undefined : grid.validations[custom.d];
  if (kind === 'checkbox' && custom.b !== undefined) {
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
