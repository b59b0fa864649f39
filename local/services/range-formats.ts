import type { CellPatch } from '../contract.ts';
import { type CellFormat, formatMethods } from './cell-formats.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { RangeObject } from './objects.ts';
import { fill } from './range-write.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceError } from './service-object.ts';
import { TextRotationObject } from './text-rotation.ts';
import { themeOf } from './themes.ts';

function oneOf<T extends string>(what: string, value: string | null, allowed: readonly T[]): T | null {
  if (value === null) return null;
  const found = allowed.find((each) => each === value.toLowerCase());
  if (!found) throw new ServiceError(`Invalid argument: ${what}`);
  return found;
}

const WRAPS = { WRAP: 'wrap', OVERFLOW: 'overflow', CLIP: 'clip' } as const;
const DIRECTIONS = { LEFT_TO_RIGHT: 'ltr', RIGHT_TO_LEFT: 'rtl' } as const;

/** What the format of a cell without one reads as. */
const AUTOMATIC = '0.###############';

const FORMATS: readonly CellFormat[] = [
  {
    one: 'FontFamily',
    many: 'FontFamilies',
    parameter: 'string?',
    read: (style, context) => style.fontFamily ?? themeOf(context.book.state).fontFamily,
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
    read: (style) => style.numberFormat ?? AUTOMATIC,
    patch: (value: string) => ({ numberFormat: /^(general)?$/i.test(value) ? null : value }),
  },
  {
    one: 'HorizontalAlignment',
    many: 'HorizontalAlignments',
    parameter: 'string?',
    read: (style) => style.horizontalAlignment ?? (style.normalAlignment ? 'general-left' : 'general'),
    patch: (value: string | null) => {
      const side = oneOf('alignment', value, ['left', 'center', 'right', 'normal', 'general']);
      if (side === 'normal') return { horizontalAlignment: null, normalAlignment: true };
      return { horizontalAlignment: side === 'general' ? null : side, normalAlignment: null };
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
    // a cell nobody has touched says that it wraps, though its strategy is to overflow
    read: (style) => (style.wrap ?? 'wrap') === 'wrap',
    patch: (value: boolean) => ({ wrap: value ? 'wrap' : 'overflow' }),
  },
  {
    one: 'WrapStrategy',
    many: 'WrapStrategies',
    parameter: 'WrapStrategy',
    read: (style) => enumValue('WrapStrategy', (style.wrap ?? 'overflow').toUpperCase()),
    patch: (value: EnumValue) => ({ wrap: WRAPS[value.name as keyof typeof WRAPS] }),
  },
  {
    one: 'TextDirection',
    many: 'TextDirections',
    parameter: 'TextDirection?',
    read: ({ textDirection }) =>
      textDirection ? enumValue('TextDirection', textDirection === 'ltr' ? 'LEFT_TO_RIGHT' : 'RIGHT_TO_LEFT') : null,
    patch: (value: EnumValue | null) => ({ textDirection: value && DIRECTIONS[value.name as keyof typeof DIRECTIONS] }),
  },
  {
    one: 'TextRotation',
    many: 'TextRotations',
    parameter: 'int | TextRotation',
    item: 'TextRotation',
    read: ({ rotation, stacked }) => new TextRotationObject(rotation ?? 0, stacked === true),
    patch: rotationPatch,
  },
];

function rotationPatch(value: number | TextRotationObject): NonNullable<CellPatch['s']> {
  const { degrees, stacked } = value instanceof TextRotationObject ? value : { degrees: Math.trunc(value), stacked: false };
  if (Math.abs(degrees) > 90) throw new ServiceError('Invalid argument: degrees');
  return { rotation: degrees || null, stacked: stacked || null };
}

function setVerticalText(context: ExecutionContext, range: RangeObject, stacked: boolean): RangeObject {
  return fill(context, range, { s: { stacked: stacked || null, rotation: null } });
}

export const rangeFormats: Methods<RangeObject> = {
  ...formatMethods(FORMATS),
  setVerticalText: ['boolean', setVerticalText],
  setShowHyperlink: [
    'boolean',
    (context, range, shown: boolean) => fill(context, range, { s: { plainLinks: shown ? null : true } }),
  ],
};
