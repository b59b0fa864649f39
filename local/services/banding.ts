import type { Banding } from '../contract.ts';
import { intersects } from '../model/rects.ts';
import { colorOf } from './colors.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import { RangeObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { type EnumValue, ServiceError, ServiceObject } from './service-object.ts';

export class BandingObject extends ServiceObject {
  readonly type = 'Banding';
  readonly sheet: number;
  readonly id: number;

  constructor(sheet: number, id: number) {
    super();
    this.sheet = sheet;
    this.id = id;
  }
}

/** Header, first and second colour of Google's themes. */
const THEMES: Record<string, readonly [header: string, first: string, second: string]> = {
  LIGHT_GREY: ['#bdbdbd', '#ffffff', '#f3f3f3'],
  CYAN: ['#4dd0e1', '#ffffff', '#e0f7fa'],
  GREEN: ['#63d297', '#ffffff', '#e7f9ef'],
  YELLOW: ['#f7cb4d', '#ffffff', '#fef8e3'],
  ORANGE: ['#f46524', '#ffffff', '#ffe6dd'],
  BLUE: ['#5b95f9', '#ffffff', '#e8f0fe'],
  TEAL: ['#26a69a', '#ffffff', '#ddf2f0'],
  GREY: ['#78909c', '#ffffff', '#ebeff1'],
  BROWN: ['#cca677', '#ffffff', '#f8f2eb'],
  LIGHT_GREEN: ['#8bc34a', '#ffffff', '#eef7e3'],
  INDIGO: ['#8989eb', '#ffffff', '#e8e7fc'],
  PINK: ['#e91d63', '#ffffff', '#fddce8'],
};

function update(context: ExecutionContext, sheet: number, change: (list: Banding[]) => Banding[]): void {
  context.write({ resolve: () => [{ op: 'sheet', sheet, patch: { bandings: change(sheetState(context, sheet).bandings) } }] });
}

function apply(context: ExecutionContext, range: RangeObject, theme?: EnumValue, header = true, footer = false): BandingObject {
  context.look();
  const { bandings } = sheetState(context, range.sheet);
  if (bandings.some((each) => intersects(each.rect, range.rect))) {
    throw new ServiceError(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
  const [headerColor, first, second] = THEMES[theme?.name ?? 'LIGHT_GREY']!;
  const all = context.book.state.sheets.flatMap((sheet) => sheet.bandings.map(({ id }) => id));
  const id = Math.max(context.book.state.nextIds.banding, ...all.map((each) => each + 1));
  const banding: Banding = { id, rect: range.rect, first, second };
  if (header) banding.header = headerColor;
  if (footer) banding.footer = headerColor;
  update(context, range.sheet, (list) => [...list, banding]);
  return new BandingObject(range.sheet, id);
}

export const rangeBanding: Methods<RangeObject> = {
  applyRowBanding: ['| BandingTheme | BandingTheme, boolean, boolean', apply],
  getBandings: [
    '',
    (context, range) => bandingsOf(context, range.sheet).filter((each) => intersects(get(context, each).rect, range.rect)),
  ],
};

export function bandingsOf(context: ExecutionContext, sheet: number): BandingObject[] {
  context.look();
  return sheetState(context, sheet).bandings.map(({ id }) => new BandingObject(sheet, id));
}

function get(context: ExecutionContext, { sheet, id }: BandingObject): Banding {
  context.look();
  const found = sheetState(context, sheet).bandings.find((each) => each.id === id);
  if (!found) throw new ServiceError('The banding no longer exists.');
  return found;
}

function patch(context: ExecutionContext, self: BandingObject, change: Partial<Banding>): BandingObject {
  update(context, self.sheet, (list) => list.map((each) => (each.id === self.id ? { ...each, ...change } : each)));
  return self;
}

type Part = 'header' | 'first' | 'second' | 'footer';

function colorMethods(part: Part, name: string): Record<string, Method<BandingObject>> {
  return {
    [`get${name}`]: ['', (context, self) => get(context, self)[part] ?? null],
    [`set${name}`]: [
      'string?',
      (context, self, color: string | null) => patch(context, self, { [part]: color === null ? undefined : colorOf(color) }),
    ],
  };
}

export const bandingMethods: Methods<BandingObject> = {
  ...colorMethods('header', 'HeaderRowColor'),
  ...colorMethods('first', 'FirstRowColor'),
  ...colorMethods('second', 'SecondRowColor'),
  ...colorMethods('footer', 'FooterRowColor'),
  getRange: ['', (context, self) => new RangeObject(self.sheet, get(context, self).rect)],
  setRange: ['Range', (context, self, { rect }: RangeObject) => patch(context, self, { rect })],
  remove: ['', (context, { sheet, id }) => update(context, sheet, (list) => list.filter((each) => each.id !== id))],
};
