import { intersects } from '../model/rects.ts';
import type { Banding, Stripes } from '../presentation.ts';
import { ColorObject, colorParameter, cssColor } from './color-objects.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import { RangeObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { type EnumValue, ServiceError, ServiceObject } from './service-object.ts';
import { themeColor } from './themes.ts';
import { checkRights } from './write-check.ts';

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

/** Header, second colour and footer of Google's themes; the first colour is white in all of them. */
const THEMES: Record<string, readonly [header: string, second: string, footer: string]> = {
  LIGHT_GREY: ['#bdbdbd', '#f3f3f3', '#dedede'],
  CYAN: ['#4dd0e1', '#e0f7fa', '#a2e8f1'],
  GREEN: ['#63d297', '#e7f9ef', '#afe9ca'],
  YELLOW: ['#f7cb4d', '#fef8e3', '#fce8b2'],
  ORANGE: ['#f46524', '#ffe6dd', '#ffccbc'],
  BLUE: ['#5b95f9', '#e8f0fe', '#acc9fe'],
  TEAL: ['#26a69a', '#ddf2f0', '#8cd3cd'],
  GREY: ['#78909c', '#ebeff1', '#bbc8ce'],
  BROWN: ['#cca677', '#f8f2eb', '#e6d3ba'],
  LIGHT_GREEN: ['#8bc34a', '#eef7e3', '#c4e2a0'],
  INDIGO: ['#8989eb', '#e8e7fc', '#c4c3f7'],
  PINK: ['#e91d63', '#fddce8', '#f68ab0'],
};

type Direction = 'Row' | 'Column';

function update(context: ExecutionContext, sheet: number, change: (list: Banding[]) => Banding[]): void {
  context.write({ resolve: () => [{ op: 'sheet', sheet, patch: { bandings: change(sheetState(context, sheet).bandings) } }] });
}

function add(context: ExecutionContext, { sheet, rect }: RangeObject, colors: Omit<Banding, 'id' | 'rect'>): BandingObject {
  context.look();
  const { bandings } = sheetState(context, sheet);
  checkRights(context, sheetState(context, sheet), rect);
  if (bandings.some((each) => intersects(each.rect, rect))) {
    throw new ServiceError(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  }
  const all = context.book.state.sheets.flatMap((each) => each.bandings.map(({ id }) => id));
  const id = Math.max(context.book.state.nextIds.banding, ...all.map((each) => each + 1));
  update(context, sheet, (list) => [...list, { id, rect, ...colors }]);
  return new BandingObject(sheet, id);
}

const apply =
  (direction: Direction) =>
  (context: ExecutionContext, range: RangeObject, theme?: EnumValue, header = true, footer = false): BandingObject => {
    const [headerColor, second, footerColor] = THEMES[theme?.name ?? 'LIGHT_GREY']!;
    const stripes: Stripes = { first: '#ffffff', second };
    if (header) stripes.header = headerColor;
    if (footer) stripes.footer = footerColor;
    return add(context, range, direction === 'Row' ? stripes : { columns: stripes });
  };

export const rangeBanding: Methods<RangeObject> = {
  applyRowBanding: ['| BandingTheme | BandingTheme, boolean, boolean', apply('Row')],
  applyColumnBanding: ['| BandingTheme | BandingTheme, boolean, boolean', apply('Column')],
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

function patch(context: ExecutionContext, self: BandingObject, change: (banding: Banding) => Banding): BandingObject {
  update(context, self.sheet, (list) => list.map((each) => (each.id === self.id ? change(each) : each)));
  return self;
}

type Part = keyof Stripes;
const PARTS: readonly (readonly [part: Part, name: string])[] = [
  ['header', 'Header'],
  ['first', 'First'],
  ['second', 'Second'],
  ['footer', 'Footer'],
];

const stripesOf = (banding: Banding, direction: Direction): Stripes => (direction === 'Row' ? banding : (banding.columns ?? {}));
const placeOf = (part: Part, direction: Direction): string => (direction === 'Row' ? part : `columns.${part}`);

function colorOf(banding: Banding, part: Part, direction: Direction): ColorObject | null {
  const theme = banding.themes?.[placeOf(part, direction)];
  const rgb = stripesOf(banding, direction)[part];
  return theme ? new ColorObject({ theme }) : rgb ? new ColorObject({ rgb }) : null;
}

/** @throws ServiceError when one of the two colours that take turns is taken away */
function setColor(
  context: ExecutionContext,
  self: BandingObject,
  part: Part,
  direction: Direction,
  color: string | ColorObject | null,
): BandingObject {
  if (color === null && (part === 'first' || part === 'second')) {
    throw new ServiceError(`${part === 'first' ? 'First' : 'Second'} ${direction.toLowerCase()} color should not be null.`);
  }
  const theme = color instanceof ColorObject ? color.value.theme : undefined;
  const own = color instanceof ColorObject ? color.value.rgb : (cssColor(color) ?? undefined);
  const place = placeOf(part, direction);
  return patch(context, self, (banding) => {
    const { [place]: _, ...themes } = banding.themes ?? {};
    if (theme) themes[place] = theme;
    const stripe = { [part]: theme ? themeColor(context.book.state, theme) : own };
    const changed = direction === 'Row' ? { ...banding, ...stripe } : { ...banding, columns: { ...banding.columns, ...stripe } };
    return { ...changed, themes: Object.keys(themes).length > 0 ? themes : undefined };
  });
}

function colorMethods(part: Part, name: string, direction: Direction): Record<string, Method<BandingObject>> {
  const set = (context: ExecutionContext, self: BandingObject, color: string | ColorObject | null) =>
    setColor(context, self, part, direction, color);
  return {
    [`get${name}${direction}Color`]: ['', (context, self) => stripesOf(get(context, self), direction)[part] ?? null],
    [`get${name}${direction}ColorObject`]: ['', (context, self) => colorOf(get(context, self), part, direction)],
    [`set${name}${direction}Color`]: ['string?', set],
    [`set${name}${direction}ColorObject`]: [colorParameter('Color?'), set],
  };
}

export const bandingMethods: Methods<BandingObject> = {
  ...Object.assign({}, ...PARTS.flatMap(([part, name]) => [colorMethods(part, name, 'Row'), colorMethods(part, name, 'Column')])),
  getRange: ['', (context, self) => new RangeObject(self.sheet, get(context, self).rect)],
  setRange: ['Range', (context, self, { rect }: RangeObject) => patch(context, self, (each) => ({ ...each, rect }))],
  copyTo: [
    'Range',
    (context, self, range: RangeObject) => {
      const { id: _, rect: __, ...colors } = get(context, self);
      return add(context, range, colors);
    },
  ],
  remove: ['', (context, { sheet, id }) => update(context, sheet, (list) => list.filter((each) => each.id !== id))],
};
