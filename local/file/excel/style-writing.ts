/** Cell styles in the shape ExcelJS writes, and what of a style survives there. */
import type { Alignment, BorderStyle, Borders, Style as ExcelStyle, Fill, Font } from 'exceljs';
import type { Border, Style } from '../../contract.ts';

/** The font that ExcelJS puts first in a file: the default of every cell. */
export const defaultFont = { family: 'Calibri', size: 11 };

const borderStyles: Record<string, BorderStyle> = {
  solid: 'thin',
  solid_medium: 'medium',
  solid_thick: 'thick',
  dashed: 'dashed',
  dotted: 'dotted',
  double: 'double',
};

/** Excel's name of a line → the first word of a side in `Border` */
export const borderNames: Record<string, string> = {
  thin: 'solid',
  hair: 'dotted',
  medium: 'solid_medium',
  thick: 'solid_thick',
  dashed: 'dashed',
  mediumDashed: 'dashed',
  dotted: 'dotted',
  double: 'double',
};

const argb = (color: string) => ({ argb: `FF${color.slice(1).toUpperCase()}` });

/** `solid #000000`, either word may be missing */
function borderParts(text: string): { style: string; color: string } {
  const color = /#[0-9a-f]{6}\b/i.exec(text)?.[0].toLowerCase() ?? '#000000';
  const style = /[a-z_]{4,}/.exec(text.toLowerCase().replace(color, ''))?.[0] ?? 'solid';
  return { style: style in borderStyles ? style : 'solid', color };
}

const sides = ['top', 'right', 'bottom', 'left'] as const;

function excelBorder(border: Border): Partial<Borders> {
  const lines = sides.flatMap((side) => {
    const text = border[side];
    if (!text) return [];
    const { style, color } = borderParts(text);
    return [[side, { style: borderStyles[style], color: argb(color) }] as const];
  });
  return Object.fromEntries(lines);
}

function excelFont(style: Style, whole: boolean): Partial<Font> {
  return {
    // a font without name and size is shown in one of the program's choosing
    ...(whole && { name: style.fontFamily ?? defaultFont.family, size: style.fontSize ?? defaultFont.size }),
    ...(style.fontColor ? { color: argb(style.fontColor) } : whole && { color: { theme: 1 } as never }),
    ...(style.bold && { bold: true }),
    ...(style.italic && { italic: true }),
    ...(style.underline && { underline: true }),
    ...(style.strikethrough && { strike: true }),
  };
}

/** A cell's style for ExcelJS. */
export function excelStyle(style: Style): Partial<ExcelStyle> {
  const alignment: Partial<Alignment> = {
    ...(style.horizontalAlignment && { horizontal: style.horizontalAlignment }),
    ...(style.verticalAlignment && { vertical: style.verticalAlignment }),
    ...(style.wrap === 'wrap' && { wrapText: true }),
    ...(style.textDirection && { readingOrder: style.textDirection }),
    ...(style.rotation && { textRotation: style.rotation }),
    ...(style.stacked && { textRotation: 'vertical' }),
  };
  const { fontFamily, fontSize, fontColor, bold, italic, underline, strikethrough } = style;
  const fill: Fill | undefined = style.background
    ? { type: 'pattern', pattern: 'solid', fgColor: argb(style.background) }
    : undefined;
  return {
    ...(style.numberFormat && style.numberFormat !== 'General' && { numFmt: style.numberFormat }),
    ...([fontFamily, fontSize, fontColor, bold, italic, underline, strikethrough].some(Boolean) && {
      font: excelFont(style, true),
    }),
    ...(fill && { fill }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...(style.border && { border: excelBorder(style.border) }),
  };
}

/** The style of a conditional format: Excel wants its colour in `bgColor` there. */
export function excelRuleStyle(style: Style): Partial<ExcelStyle> {
  const font = excelFont(style, false);
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(style.background && { fill: { type: 'pattern', pattern: 'solid', bgColor: argb(style.background) } as Fill }),
  };
}

/** What comes back of a style that was written with `excelStyle`: the key by which its original is found again. */
export function asExcelKeeps(style: Style): Style {
  const border = style.border ? excelBorder(style.border) : {};
  const lines = sides.flatMap((side) => (border[side] ? [[side, borderText(style.border![side]!)] as const] : []));
  return orderedStyle({
    ...style,
    backgroundTheme: undefined,
    fontColorTheme: undefined,
    normalAlignment: undefined,
    plainLinks: undefined,
    rotation: style.stacked ? undefined : style.rotation || undefined,
    numberFormat: plainFormat(style.numberFormat),
    fontFamily: style.fontFamily === defaultFont.family ? undefined : style.fontFamily,
    fontSize: style.fontSize === defaultFont.size ? undefined : style.fontSize,
    wrap: style.wrap === 'wrap' ? 'wrap' : undefined,
    verticalAlignment: style.verticalAlignment === 'bottom' ? undefined : style.verticalAlignment,
    border: lines.length > 0 ? Object.fromEntries(lines) : undefined,
  });
}

/** What comes back of a conditional format's style. */
export function asRuleKeeps(style: Style): Style {
  const { background, fontColor, bold, italic, underline, strikethrough } = style;
  return orderedStyle({ background, fontColor, bold, italic, underline, strikethrough });
}

function borderText(text: string): string {
  const { style, color } = borderParts(text);
  return `${style} ${color}`;
}

/** The same style with its properties in one order and none undefined, so that equal styles are equal as text. */
export function orderedStyle(style: Style): Style {
  const { border } = style;
  const lines = sides.flatMap((side) => (border?.[side] ? [[side, border[side]]] : []));
  return Object.fromEntries(
    Object.entries({ ...style, border: lines.length > 0 ? Object.fromEntries(lines) : undefined })
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** `yyyy\-mm\-dd` → `yyyy-mm-dd`: Excel and LibreOffice escape what needs no escape. */
export function plainFormat(format: string | undefined): string | undefined {
  if (format === undefined || /^general$/i.test(format)) return undefined;
  return format.replace(/\\([-/ ,.:()])/g, '$1');
}
