import type { CellPatch, Style } from '../contract.ts';
import { colorOf } from './colors.ts';
import { enumValue } from './enums.ts';
import type { RangeObject } from './objects.ts';
import { corner, readCells } from './range-read.ts';
import { fill, fillEach } from './range-write.ts';
import type { Method, Methods } from './service-class.ts';
import { type EnumValue, ServiceError } from './service-object.ts';

/** One property of the cells' look: how it is read from a style and what setting it changes. */
interface Format {
  /** `Background` makes `getBackground`, `getBackgrounds`, `setBackground`, `setBackgrounds` */
  one: string;
  many: string;
  parameter: string;
  read(style: Style): unknown;
  patch(value: never): NonNullable<CellPatch['s']>;
}

function color(value: string | null): string | null {
  if (value === null || value === '') return null;
  const hex = colorOf(value);
  if (!hex) throw new ServiceError(`Invalid argument: color`);
  return hex;
}

function oneOf<T extends string>(what: string, value: string | null, allowed: readonly T[]): T | null {
  if (value === null) return null;
  const found = allowed.find((each) => each === value.toLowerCase());
  if (!found) throw new ServiceError(`Invalid argument: ${what}`);
  return found;
}

const WRAPS = { WRAP: 'wrap', OVERFLOW: 'overflow', CLIP: 'clip' } as const;

const FORMATS: readonly Format[] = [
  {
    one: 'Background',
    many: 'Backgrounds',
    parameter: 'string?',
    read: (style) => style.background ?? '#ffffff',
    patch: (value: string | null) => ({ background: color(value) }),
  },
  {
    one: 'FontColor',
    many: 'FontColors',
    parameter: 'string?',
    read: (style) => style.fontColor ?? '#000000',
    patch: (value: string | null) => ({ fontColor: color(value) }),
  },
  {
    one: 'FontFamily',
    many: 'FontFamilies',
    parameter: 'string?',
    read: (style) => style.fontFamily ?? 'Arial',
    patch: (value: string | null) => ({ fontFamily: value }),
  },
  {
    one: 'FontSize',
    many: 'FontSizes',
    parameter: 'int',
    read: (style) => style.fontSize ?? 10,
    patch: (value: number) => ({ fontSize: value }),
  },
  {
    one: 'FontWeight',
    many: 'FontWeights',
    parameter: 'string?',
    read: (style) => (style.bold ? 'bold' : 'normal'),
    patch: (value: string | null) => ({ bold: oneOf('fontWeight', value, ['bold', 'normal']) === 'bold' ? true : null }),
  },
  {
    one: 'FontStyle',
    many: 'FontStyles',
    parameter: 'string?',
    read: (style) => (style.italic ? 'italic' : 'normal'),
    patch: (value: string | null) => ({ italic: oneOf('fontStyle', value, ['italic', 'normal']) === 'italic' ? true : null }),
  },
  {
    one: 'FontLine',
    many: 'FontLines',
    parameter: 'string?',
    read: (style) => (style.underline ? 'underline' : style.strikethrough ? 'line-through' : 'none'),
    patch: (value: string | null) => {
      const line = oneOf('fontLine', value, ['underline', 'line-through', 'none']);
      return { underline: line === 'underline' ? true : null, strikethrough: line === 'line-through' ? true : null };
    },
  },
  {
    one: 'NumberFormat',
    many: 'NumberFormats',
    parameter: 'string',
    read: (style) => style.numberFormat ?? 'General',
    patch: (value: string) => ({ numberFormat: value === '' || value === 'General' ? null : value }),
  },
  {
    one: 'HorizontalAlignment',
    many: 'HorizontalAlignments',
    parameter: 'string?',
    read: (style) => style.horizontalAlignment ?? 'general',
    patch: (value: string | null) => {
      const side = oneOf('alignment', value, ['left', 'center', 'right', 'normal', 'general']);
      return { horizontalAlignment: side === 'normal' || side === 'general' ? null : side };
    },
  },
  {
    one: 'VerticalAlignment',
    many: 'VerticalAlignments',
    parameter: 'string?',
    read: (style) => style.verticalAlignment ?? 'bottom',
    patch: (value: string | null) => {
      const side = oneOf('alignment', value, ['top', 'middle', 'bottom']);
      return { verticalAlignment: side };
    },
  },
  {
    one: 'Wrap',
    many: 'Wraps',
    parameter: 'boolean',
    read: (style) => style.wrap === 'wrap',
    patch: (value: boolean) => ({ wrap: value ? 'wrap' : 'overflow' }),
  },
  {
    one: 'WrapStrategy',
    many: 'WrapStrategies',
    parameter: 'WrapStrategy',
    read: (style) => enumValue('WrapStrategy', (style.wrap ?? 'overflow').toUpperCase()),
    patch: (value: EnumValue) => ({ wrap: WRAPS[value.name as keyof typeof WRAPS] }),
  },
];

function methodsOf(format: Format): Methods<RangeObject> {
  const patchOf = (value: unknown): CellPatch => ({ s: format.patch(value as never) });
  const getters: Record<string, Method<RangeObject>> = {
    [`get${format.one}`]: [
      '',
      (context, range) => readCells(context, corner(range), format.one, (cell) => format.read(context.book.styleOf(cell)))[0]![0],
    ],
    [`get${format.many}`]: [
      '',
      (context, range) => readCells(context, range, format.one, (cell) => format.read(context.book.styleOf(cell))),
    ],
  };
  return {
    ...getters,
    [`set${format.one}`]: [format.parameter, (context, range, value: unknown) => fill(context, range, patchOf(value))],
    [`set${format.many}`]: [
      `${format.parameter}[][]`,
      (context, range, values: unknown[][]) => fillEach(context, range, values, patchOf),
    ],
  };
}

export const rangeFormats: Methods<RangeObject> = Object.assign({}, ...FORMATS.map(methodsOf));
