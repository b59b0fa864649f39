import { colorOf } from './colors.ts';
import { enumValue } from './enums.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceError, ServiceObject } from './service-object.ts';

/** A colour as such, or as a role of the spreadsheet's theme; neither in a builder that has been told nothing. */
export interface ColorValue {
  /** `#rrggbb`, lower case */
  rgb?: string;
  /** a name of `SpreadsheetApp.ThemeColorType` */
  theme?: string;
}

export class ColorObject extends ServiceObject {
  readonly type: string = 'Color';
  value: ColorValue;

  constructor(value: ColorValue) {
    super();
    this.value = value;
  }
}

/** Services take a builder wherever they take a colour: see {@link colorParameter}. */
export class ColorBuilderObject extends ColorObject {
  override readonly type = 'ColorBuilder';
}

class RgbColorObject extends ColorObject {
  override readonly type = 'RgbColor';
}

class ThemeColorObject extends ColorObject {
  override readonly type = 'ThemeColor';
}

/** A parameter list with `Color` in it, and the same with a builder there. `colorParameter('Color?')` */
export const colorParameter = (list: string): string => `${list} | ${list.replace('Color', 'ColorBuilder')}`;

/**
 * A CSS colour a script names; `null` or an empty text takes a colour away.
 * @throws ServiceError when it is no colour. Google passes over some of these in silence.
 */
export function cssColor(text: string | null): string | null {
  if (text === null || text === '') return null;
  const hex = colorOf(text);
  if (!hex) throw new ServiceError('Invalid argument: color');
  return hex;
}

const kindOf = ({ value }: ColorObject) => enumValue('ColorType', value.theme ? 'THEME' : value.rgb ? 'RGB' : 'UNSUPPORTED');

function asRgb({ value }: ColorObject): RgbColorObject {
  if (!value.rgb || value.theme) throw new ServiceError('Object is not of type RgbColor.');
  return new RgbColorObject({ rgb: value.rgb });
}

function asTheme({ value }: ColorObject): ThemeColorObject {
  if (!value.theme) throw new ServiceError('Object is not of type ThemeColor.');
  return new ThemeColorObject({ theme: value.theme });
}

export const colorMethods: Methods<ColorObject> = {
  asRgbColor: ['', (_, self) => asRgb(self)],
  asThemeColor: ['', (_, self) => asTheme(self)],
  getColorType: ['', (_, self) => kindOf(self)],
};

function set(builder: ColorBuilderObject, value: ColorValue): ColorBuilderObject {
  builder.value = value;
  return builder;
}

export const colorBuilderMethods: Methods<ColorBuilderObject> = {
  ...colorMethods,
  setRgbColor: ['string', (_, self, css: string) => set(self, { rgb: cssColor(css) ?? '#000000' })],
  setThemeColor: ['ThemeColorType', (_, self, { name }: EnumValue) => set(self, { theme: name })],
  build: ['', (_, { value }) => new ColorObject(value)],
};

const channel = ({ value }: RgbColorObject, at: number): number => Number.parseInt(value.rgb!.slice(at, at + 2), 16);

export const rgbColorMethods: Methods<RgbColorObject> = {
  getColorType: ['', (_, self) => kindOf(self)],
  asHexString: ['', (_, { value }) => value.rgb],
  getRed: ['', (_, self) => channel(self, 1)],
  getGreen: ['', (_, self) => channel(self, 3)],
  getBlue: ['', (_, self) => channel(self, 5)],
};

export const themeColorMethods: Methods<ThemeColorObject> = {
  getColorType: ['', (_, self) => kindOf(self)],
  getThemeColorType: ['', (_, { value }) => enumValue('ThemeColorType', value.theme!)],
};
