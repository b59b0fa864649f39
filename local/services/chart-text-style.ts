import { cssColor } from './color-objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceObject } from './service-object.ts';

/** As a chart's options hold it. */
interface ChartText {
  color?: string;
  fontName?: string;
  /** pixels */
  fontSize?: number;
}

/** `Charts.TextStyle`, which is another class than the `TextStyle` of cells. */
export class ChartTextStyleObject extends ServiceObject {
  readonly type = 'ChartTextStyle';
  readonly text: ChartText;

  constructor(text: ChartText) {
    super();
    this.text = text;
  }
}

export class ChartTextStyleBuilderObject extends ServiceObject {
  readonly type = 'ChartTextStyleBuilder';
  text: ChartText = {};
}

export const chartTextStyleMethods: Methods<ChartTextStyleObject> = {
  getColor: ['', (_, { text }) => text.color ?? null],
  getFontName: ['', (_, { text }) => text.fontName ?? null],
  getFontSize: ['', (_, { text }) => text.fontSize ?? null],
};

function set(builder: ChartTextStyleBuilderObject, change: ChartText): ChartTextStyleBuilderObject {
  builder.text = { ...builder.text, ...change };
  return builder;
}

export const chartTextStyleBuilderMethods: Methods<ChartTextStyleBuilderObject> = {
  setColor: ['string', (_, builder, css: string) => set(builder, { color: cssColor(css) ?? '#000000' })],
  setFontName: ['string', (_, builder, fontName: string) => set(builder, { fontName })],
  setFontSize: ['number', (_, builder, fontSize: number) => set(builder, { fontSize })],
  build: ['', (_, { text }) => new ChartTextStyleObject(text)],
};
