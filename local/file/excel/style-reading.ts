/** The styles of an .xlsx: cell formats by index, and the formats of conditional rules. */
import type { Style } from '../../contract.ts';
import { readColor } from './color-reading.ts';
import { borderNames, orderedStyle, plainFormat } from './style-writing.ts';
import { scanXml } from './xml-scan.ts';

export interface ReadStyles {
  cells: Style[];
  rules: Style[];
  /** the cell formats that may be edited on a protected tab */
  unlocked: Set<number>;
}

// ECMA-376 part 1, 18.8.30; 27 to 58 differ by language and are dates in Chinese
const builtin: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  27: 'yyyy"年"m"月"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00 ;(#,##0.00)',
  40: '#,##0.00 ;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

const isOn = (attributes: Record<string, string>) =>
  attributes.val !== '0' && attributes.val !== 'false' && attributes.val !== 'none';

type Side = 'top' | 'right' | 'bottom' | 'left';

/** Reads `xl/styles.xml`. */
export function readStyles(xml: string | undefined, theme: string[]): ReadStyles {
  const formats = new Map<number, string>(Object.entries(builtin).map(([id, format]) => [Number(id), format]));
  const fonts: Style[] = [];
  const fills: Style[] = [];
  const borders: Style[] = [];
  const cells: Style[] = [];
  const rules: Style[] = [];
  const unlocked = new Set<number>();
  let standIns: Set<string> | undefined;
  const path: string[] = [];
  let current: Style = {};
  let pattern = 'none';
  let line: { side: Side; style: string } | undefined;

  scanXml(xml ?? '', {
    open(name, attributes) {
      const parent = path.at(-1);
      path.push(name);
      const isRule = path.includes('dxfs');
      if (name === 'numFmt' && !isRule) formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'dxf' || (!isRule && (name === 'font' || name === 'fill' || name === 'border'))) current = {};
      else if (name === 'xf' && parent === 'cellXfs') current = cellFormat(attributes);
      else if (name === 'alignment' && parent === 'xf') align(attributes);
      else if (name === 'protection' && path.at(-3) === 'cellXfs' && /^(?:0|false)$/.test(attributes.locked ?? ''))
        unlocked.add(cells.length);
      else if (name === 'patternFill') pattern = attributes.patternType ?? 'solid';
      else if (name === 'fgColor' && !isRule && pattern === 'solid') current.background = readColor(attributes, theme);
      // in conditional formats the colour of a solid fill is the background's
      else if (isRule && name === 'bgColor') current.background = readColor(attributes, theme);
      else if (isRule && name === 'fgColor' && pattern === 'solid') current.background ??= readColor(attributes, theme);
      else if (parent === 'font') fontPart(name, attributes);
      else if (parent === 'border' && !isRule && (name === 'left' || name === 'right' || name === 'top' || name === 'bottom')) {
        line = attributes.style && attributes.style !== 'none' ? { side: name, style: attributes.style } : undefined;
        if (line) current.border = { ...current.border, [name]: `${borderNames[line.style] ?? 'solid'} #000000` };
      } else if (name === 'color' && line && parent === line.side) {
        const color = readColor(attributes, theme) ?? '#000000';
        current.border = { ...current.border, [line.side]: `${borderNames[line.style] ?? 'solid'} ${color}` };
      }
    },
    close(name) {
      path.pop();
      const parent = path.at(-1);
      if (name === 'font' && parent === 'fonts') fonts.push(current);
      else if (name === 'fill' && parent === 'fills') fills.push(current);
      else if (name === 'border' && parent === 'borders') borders.push(current);
      else if (name === 'xf' && parent === 'cellXfs') cells.push(orderedStyle(current));
      else if (name === 'dxf') rules.push(orderedStyle(current));
    },
  });

  function fontPart(name: string, attributes: Record<string, string>): void {
    if (name === 'name' || name === 'rFont') current.fontFamily = attributes.val;
    else if (name === 'sz') current.fontSize = Number(attributes.val);
    else if (name === 'b' && isOn(attributes)) current.bold = true;
    else if (name === 'i' && isOn(attributes)) current.italic = true;
    else if (name === 'u' && isOn(attributes)) current.underline = true;
    else if (name === 'strike' && isOn(attributes)) current.strikethrough = true;
    // theme colour 1 is the ordinary colour of text
    else if (name === 'color' && attributes.theme !== '1') current.fontColor = readColor(attributes, theme);
  }

  function cellFormat(attributes: Record<string, string>): Style {
    const base = fonts[0] ?? {};
    standIns ??= standInFamilies(fonts);
    const font = fonts[Number(attributes.fontId ?? 0)] ?? {};
    const fill = fills[Number(attributes.fillId ?? 0)];
    const border = borders[Number(attributes.borderId ?? 0)]?.border;
    return {
      ...font,
      // what the whole workbook has is the default, which a style leaves out
      fontFamily: font.fontFamily === base.fontFamily || standIns.has(font.fontFamily ?? '') ? undefined : font.fontFamily,
      fontColor: font.fontColor === base.fontColor ? undefined : font.fontColor,
      fontSize: font.fontSize === base.fontSize ? undefined : font.fontSize,
      background: fill?.background,
      border,
      numberFormat: plainFormat(formats.get(Number(attributes.numFmtId ?? 0))),
    };
  }

  function align(attributes: Record<string, string>): void {
    const { horizontal, vertical, wrapText, readingOrder } = attributes;
    const turned = Number(attributes.textRotation ?? 0);
    if (horizontal === 'left' || horizontal === 'center' || horizontal === 'right') current.horizontalAlignment = horizontal;
    // at the bottom is where texts stand anyway, and some programs write it everywhere
    if (vertical === 'top') current.verticalAlignment = vertical;
    if (vertical === 'center') current.verticalAlignment = 'middle';
    if (wrapText === '1' || wrapText === 'true') current.wrap = 'wrap';
    if (readingOrder === '1' || readingOrder === '2') current.textDirection = readingOrder === '1' ? 'ltr' : 'rtl';
    // above 90 it counts clockwise from 90
    if (turned === 255) current.stacked = true;
    else if (turned > 0 && turned <= 180) current.rotation = turned > 90 ? 90 - turned : turned;
  }

  return { cells, rules, unlocked };
}

const cjkFamily = /CJK|Han|Song|Hei|Ming|Kai|Gothic|YaHei|PingFang|Fallback|AR PL|[\u3400-\u9fff]/i;

/**
 * LibreOffice gives cells with Chinese text a font of its own choosing where the workbook's has no such characters: a
 * family that some font has as its only difference from the default one. Nobody chose it.
 */
function standInFamilies(fonts: readonly Style[]): Set<string> {
  const [base, ...others] = fonts.map(({ fontFamily, ...rest }) => ({ fontFamily, rest: JSON.stringify(orderedStyle(rest)) }));
  const names = others.flatMap(({ fontFamily = '', rest }) =>
    rest === base?.rest && cjkFamily.test(fontFamily) ? [fontFamily] : [],
  );
  return new Set(names);
}
