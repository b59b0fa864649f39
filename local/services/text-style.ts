import type { Style } from '../contract.ts';
import type { TextLook } from '../presentation.ts';
import { ColorObject, cssColor } from './color-objects.ts';
import type { Method, Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';
import { themeColor } from './themes.ts';

/** What it leaves out is undetermined, or not the same all over the text: scripts read it as `null`. */
export class TextStyleObject extends ServiceObject {
  readonly type = 'TextStyle';
  readonly look: TextLook;

  constructor(look: TextLook) {
    super();
    this.look = look;
  }
}

export class TextStyleBuilderObject extends ServiceObject {
  readonly type = 'TextStyleBuilder';
  look: TextLook;

  constructor(look: TextLook = {}) {
    super();
    this.look = look;
  }
}

/** How a text looks in a cell of this style, with nothing left open. */
export function lookOf(style: Style): TextLook {
  return {
    fontFamily: style.fontFamily ?? 'arial,sans,sans-serif',
    fontSize: style.fontSize ?? 10,
    fontColor: style.fontColor ?? '#000000',
    ...(style.fontColorTheme ? { fontColorTheme: style.fontColorTheme } : {}),
    bold: style.bold === true,
    italic: style.italic === true,
    underline: style.underline === true,
    strikethrough: style.strikethrough === true,
  };
}

/** One look over another; a colour of its own takes a role of the theme away. */
export function overlay(base: TextLook, own: TextLook | undefined): TextLook {
  const { fontColorTheme, ...rest } = base;
  return own?.fontColor === undefined ? { ...base, ...own } : { ...rest, ...own };
}

/** What all have in common. */
export function commonLook(looks: readonly TextLook[]): TextLook {
  const [first = {}, ...others] = looks;
  const shared = Object.entries(first).filter(([key, value]) => others.every((other) => other[key as keyof TextLook] === value));
  return Object.fromEntries(shared);
}

/** The same as a change of a cell's style: what the look leaves open stays. */
export function stylePatchOf(look: TextLook): Partial<{ [K in keyof Style]: Style[K] | null }> {
  const { bold, italic, underline, strikethrough, fontColor, fontColorTheme = null, fontFamily, fontSize } = look;
  const flags = Object.entries({ bold, italic, underline, strikethrough }).filter(([, on]) => on !== undefined);
  return {
    ...Object.fromEntries(flags.map(([key, on]) => [key, on ? true : null])),
    ...(fontColor === undefined ? {} : { fontColor, fontColorTheme }),
    ...(fontFamily === undefined ? {} : { fontFamily }),
    ...(fontSize === undefined ? {} : { fontSize }),
  };
}

/** @param themeColor `#rrggbb` of a role of the theme */
export function colorLook({ value }: ColorObject, themeColor: (role: string) => string): TextLook {
  if (value.theme) return { fontColor: themeColor(value.theme), fontColorTheme: value.theme };
  return { fontColor: value.rgb ?? '#000000' };
}

export function colorOfLook({ fontColor, fontColorTheme }: TextLook): ColorObject | null {
  if (fontColorTheme) return new ColorObject({ theme: fontColorTheme });
  return fontColor === undefined ? null : new ColorObject({ rgb: fontColor });
}

export const textStyleMethods: Methods<TextStyleObject> = {
  copy: ['', (_, { look }) => new TextStyleBuilderObject(look)],
  getFontFamily: ['', (_, { look }) => look.fontFamily ?? null],
  getFontSize: ['', (_, { look }) => look.fontSize ?? null],
  // a role of the theme reads as its name
  getForegroundColor: ['', (_, { look }) => look.fontColorTheme ?? look.fontColor ?? null],
  getForegroundColorObject: ['', (_, { look }) => colorOfLook(look)],
  isBold: ['', (_, { look }) => look.bold ?? null],
  isItalic: ['', (_, { look }) => look.italic ?? null],
  isStrikethrough: ['', (_, { look }) => look.strikethrough ?? null],
  isUnderline: ['', (_, { look }) => look.underline ?? null],
};

function set(builder: TextStyleBuilderObject, change: TextLook): TextStyleBuilderObject {
  builder.look = overlay(builder.look, change);
  return builder;
}

const flag = (key: 'bold' | 'italic' | 'strikethrough' | 'underline'): Method<TextStyleBuilderObject> => [
  'boolean',
  (_, builder, on: boolean) => set(builder, { [key]: on }),
];

function setFontSize(builder: TextStyleBuilderObject, fontSize: number): TextStyleBuilderObject {
  if (fontSize < 1) throw new ServiceError('Invalid argument: fontSize');
  return set(builder, { fontSize });
}

export const textStyleBuilderMethods: Methods<TextStyleBuilderObject> = {
  setBold: flag('bold'),
  setItalic: flag('italic'),
  setStrikethrough: flag('strikethrough'),
  setUnderline: flag('underline'),
  setFontFamily: ['string', (_, builder, fontFamily: string) => set(builder, { fontFamily })],
  setFontSize: ['int', (_, builder, points: number) => setFontSize(builder, points)],
  setForegroundColor: ['string', (_, builder, css: string) => set(builder, { fontColor: cssColor(css) ?? '#000000' })],
  setForegroundColorObject: [
    'Color | ColorBuilder',
    (context, builder, color: ColorObject) =>
      set(
        builder,
        colorLook(color, (role) => themeColor(context.book.state, role)),
      ),
  ],
  build: ['', (_, { look }) => new TextStyleObject(look)],
};
