/** The server's cells and styles in Univer's terms. */
import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  HorizontalAlign,
  type IBorderData,
  type ICellData,
  type IStyleData,
  type Nullable,
  TextDirection,
  VerticalAlign,
  WrapStrategy,
} from '@univerjs/presets';
import type { CellExtra, ColumnDefault, ViewCell, ViewStyle } from '../../server/protocol.ts';
import { richText } from './rich-text.ts';

/** What a cell carries beside its text: kept in Univer's cell, so that it moves along with it. */
export interface CellCustom extends CellExtra {
  chip?: ViewStyle['chip'];
}

const HORIZONTAL = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT };
const VERTICAL = { top: VerticalAlign.TOP, middle: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM };
const DIRECTION = { ltr: TextDirection.LEFT_TO_RIGHT, rtl: TextDirection.RIGHT_TO_LEFT };
const WRAP = { overflow: WrapStrategy.OVERFLOW, wrap: WrapStrategy.WRAP, clip: WrapStrategy.CLIP };

export function styleId(index: number): string {
  return `v${index}`;
}

export function styleData(style: ViewStyle): IStyleData {
  const data: IStyleData = {};
  if (style.background) data.bg = { rgb: style.background };
  if (style.fontColor) data.cl = { rgb: style.fontColor };
  if (style.fontFamily) data.ff = style.fontFamily;
  if (style.fontSize) data.fs = style.fontSize;
  if (style.bold) data.bl = BooleanNumber.TRUE;
  if (style.italic) data.it = BooleanNumber.TRUE;
  if (style.underline) data.ul = { s: BooleanNumber.TRUE };
  if (style.strikethrough) data.st = { s: BooleanNumber.TRUE };
  if (style.horizontalAlignment) data.ht = HORIZONTAL[style.horizontalAlignment];
  if (style.verticalAlignment) data.vt = VERTICAL[style.verticalAlignment];
  if (style.wrap) data.tb = WRAP[style.wrap];
  if (style.rotation || style.stacked)
    data.tr = { a: -(style.rotation ?? 0), v: style.stacked ? BooleanNumber.TRUE : BooleanNumber.FALSE };
  if (style.textDirection) data.td = DIRECTION[style.textDirection];
  if (style.border) data.bd = borderData(style.border);
  return data;
}

function borderData(border: NonNullable<ViewStyle['border']>): IBorderData {
  const side = (color: string | undefined) => (color ? { s: BorderStyleTypes.THIN, cl: { rgb: color } } : undefined);
  return { t: side(border.top), r: side(border.right), b: side(border.bottom), l: side(border.left) };
}

/** @returns nothing for an empty cell, so that the grid stays sparse */
export function cellData(
  cell: ViewCell | undefined,
  fallback: ColumnDefault,
  styles: readonly ViewStyle[],
): ICellData | undefined {
  if (cell === null || cell === undefined) return undefined;
  if (!Array.isArray(cell)) {
    const [style, validation] = fallback;
    return build(cell === 0 ? '' : cell, style, validation < 0 ? undefined : { d: validation }, styles);
  }
  return build(cell[0], cell[1], cell[2], styles);
}

function build(text: string, style: number, extra: CellExtra | undefined, styles: readonly ViewStyle[]): ICellData {
  const data: ICellData = {};
  if (text !== '') {
    data.v = text;
    data.t = CellValueType.STRING;
  }
  if (style > 0) data.s = styleId(style);
  if (extra?.r) data.p = richText(text, extra.r, styleData(styles[style] ?? {}));
  const chip = extra?.d === undefined ? undefined : styles[style]?.chip;
  if (chip) data.custom = { ...extra, chip };
  else if (extra) data.custom = extra as Record<string, unknown>;
  return data;
}

export function customOf(cell: Nullable<ICellData>): CellCustom {
  return ((cell || undefined)?.custom ?? {}) as CellCustom;
}

/** What the editor starts with. */
export function editText(cell: Nullable<ICellData>): string {
  return customOf(cell).e ?? String((cell || undefined)?.v ?? '');
}
