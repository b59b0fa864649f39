import type { CellPatch, Style } from '../contract.ts';
import { type CellFormat, formatMethods } from './cell-formats.ts';
import { ColorObject, cssColor } from './color-objects.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { RangeObject } from './objects.ts';
import { fill } from './range-write.ts';
import type { Methods } from './service-class.ts';
import { themeColor } from './themes.ts';

interface ColorKeys {
  own: 'background' | 'fontColor';
  theme: 'backgroundTheme' | 'fontColorTheme';
  /** what a cell without it shows */
  plain: string;
}

const BACKGROUND: ColorKeys = { own: 'background', theme: 'backgroundTheme', plain: '#ffffff' };
const FONT: ColorKeys = { own: 'fontColor', theme: 'fontColorTheme', plain: '#000000' };

/** The two properties of a style that a colour object stands for; a role is kept with what it looks like now. */
function patchOf({ own, theme }: ColorKeys, color: ColorObject | null, context: ExecutionContext): NonNullable<CellPatch['s']> {
  const role = color?.value.theme;
  return { [own]: role ? themeColor(context.book.state, role) : (color?.value.rgb ?? null), [theme]: role ?? null };
}

/** As text: `#rrggbb`. */
const asText = (one: string, many: string, keys: ColorKeys): CellFormat => ({
  one,
  many,
  parameter: 'string?',
  read: (style) => style[keys.own] ?? keys.plain,
  patch: (value: string | null) => ({ [keys.own]: cssColor(value), [keys.theme]: null }),
});

const asObject = (one: string, keys: ColorKeys): CellFormat => ({
  one,
  many: `${one}s`,
  parameter: 'Color? | ColorBuilder',
  read: (style) => colorObjectOf(style, keys),
  patch: (value: ColorObject | null, context) => patchOf(keys, value, context),
});

function colorObjectOf(style: Style, keys: ColorKeys): ColorObject {
  const theme = style[keys.theme];
  return new ColorObject(theme ? { theme } : { rgb: style[keys.own] ?? keys.plain });
}

function setBackgroundRgb(context: ExecutionContext, range: RangeObject, ...channels: number[]): RangeObject {
  const hex = channels.map((each) =>
    Math.min(255, Math.max(0, Math.trunc(each)))
      .toString(16)
      .padStart(2, '0'),
  );
  return fill(context, range, { s: { background: `#${hex.join('')}`, backgroundTheme: null } });
}

export const rangeColors: Methods<RangeObject> = {
  ...formatMethods([
    asText('Background', 'Backgrounds', BACKGROUND),
    // not documented any more, but there
    asText('BackgroundColor', 'BackgroundColors', BACKGROUND),
    asText('FontColor', 'FontColors', FONT),
    asObject('BackgroundObject', BACKGROUND),
    asObject('FontColorObject', FONT),
  ]),
  setBackgroundRGB: ['int, int, int', setBackgroundRgb],
};
