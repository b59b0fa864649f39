import type { CellPatch, CellState, Op } from '../contract.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Theme } from '../presentation.ts';
import { ColorObject } from './color-objects.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { SpreadsheetObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { type EnumValue, ServiceError, ServiceObject } from './service-object.ts';
import { STANDARD_THEME, THEME_ROLES, themeOf } from './themes.ts';

/** Changes of it reach the spreadsheet with `setSpreadsheetTheme`. */
class SpreadsheetThemeObject extends ServiceObject {
  readonly type = 'SpreadsheetTheme';
  theme: Theme;

  constructor(theme: Theme) {
    super();
    this.theme = theme;
  }
}

type Self = SpreadsheetThemeObject;

/** What of a cell's colours was chosen by role, in the new theme's colours. */
function recolored(book: Workbook, cell: CellState | null | undefined, { colors }: Theme): CellPatch | null {
  const { backgroundTheme, fontColorTheme } = book.styleOf(cell);
  if (!cell || (!backgroundTheme && !fontColorTheme && !cell.r?.some(({ look }) => look?.fontColorTheme))) return null;
  const patch: CellPatch = { s: {} };
  if (backgroundTheme) patch.s = { ...patch.s, background: colors[backgroundTheme] ?? null };
  if (fontColorTheme) patch.s = { ...patch.s, fontColor: colors[fontColorTheme] ?? null };
  if (cell.r) {
    patch.r = cell.r.map((run) => {
      const role = run.look?.fontColorTheme;
      return role ? { ...run, look: { ...run.look, fontColor: colors[role] ?? '#000000' } } : run;
    });
  }
  return patch;
}

function apply(context: ExecutionContext, theme: Theme): SpreadsheetThemeObject {
  context.write({
    resolve: () => {
      const ops: Op[] = [{ op: 'workbook', patch: { theme } }];
      for (const sheet of context.book.state.sheets) {
        sheet.cells.forEach((line, row) => {
          const patches = Array.from(line ?? [], (cell) => recolored(context.book, cell, theme));
          if (patches.some(Boolean)) ops.push({ op: 'cells', sheet: sheet.id, row, column: 0, cells: [patches] });
        });
      }
      return ops;
    },
  });
  return new SpreadsheetThemeObject(theme);
}

export const spreadsheetThemes: Methods<SpreadsheetObject> = {
  getSpreadsheetTheme: [
    '',
    (context) => {
      context.look();
      return new SpreadsheetThemeObject(themeOf(context.book.state));
    },
  ],
  setSpreadsheetTheme: ['SpreadsheetTheme', (context, _, { theme }: SpreadsheetThemeObject) => apply(context, theme)],
  resetSpreadsheetTheme: ['', (context) => apply(context, STANDARD_THEME)],
  getPredefinedSpreadsheetThemes: ['', () => [new SpreadsheetThemeObject(STANDARD_THEME)]],
};

function colorOfRole({ theme }: Self, { name }: EnumValue): ColorObject {
  const rgb = theme.colors[name];
  if (!rgb) throw new ServiceError('Invalid argument: themeColorType');
  return new ColorObject({ rgb });
}

/** @param color a colour, or its red, green and blue from 0 to 255 */
function setColor(_: ExecutionContext, self: Self, { name }: EnumValue, ...color: (ColorObject | number)[]): Self {
  const [first] = color;
  const hex = (channel: unknown) =>
    Math.min(255, Math.max(0, Math.trunc(Number(channel))))
      .toString(16)
      .padStart(2, '0');
  const rgb = first instanceof ColorObject ? first.value.rgb : `#${color.map(hex).join('')}`;
  if (!rgb || !THEME_ROLES.includes(name)) throw new ServiceError('Invalid argument: color');
  self.theme = { ...self.theme, colors: { ...self.theme.colors, [name]: rgb } };
  return self;
}

export const spreadsheetThemeMethods: Methods<Self> = {
  getConcreteColor: ['ThemeColorType', (_, self, role: EnumValue) => colorOfRole(self, role)],
  setConcreteColor: ['ThemeColorType, Color | ThemeColorType, ColorBuilder | ThemeColorType, int, int, int', setColor],
  getThemeColors: ['', () => THEME_ROLES.map((role) => enumValue('ThemeColorType', role))],
  getFontFamily: ['', (_, { theme }) => theme.fontFamily],
  setFontFamily: [
    'string',
    (_, self, fontFamily: string) => {
      self.theme = { ...self.theme, fontFamily };
      return self;
    },
  ],
};
