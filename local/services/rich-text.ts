import type { TextLook, TextRun } from '../presentation.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';
import { commonLook, overlay, TextStyleObject } from './text-style.ts';

/** Where a link goes its text looks like this, unless the script says otherwise. */
const LINK_LOOK = { fontColor: '#1155cc', underline: true } as const satisfies TextLook;

/** One character's look and link; neighbours that agree are a run. */
interface Part {
  look?: TextLook;
  link?: string;
}

const sameLook = (a: TextLook = {}, b: TextLook = {}): boolean => {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof TextLook>;
  return [...keys].every((key) => a[key] === b[key]);
};

const samePart = (a: Part, b: Part): boolean => a.link === b.link && sameLook(a.look, b.look);

/** A text, or a run of one: `runs` and offsets count in the cell's text. */
export class RichTextValueObject extends ServiceObject {
  readonly type = 'RichTextValue';
  readonly text: string;
  readonly runs: readonly TextRun[];
  /** how the text looks where its runs do not say; absent before it is in a cell */
  readonly base: TextLook | undefined;
  readonly start: number;
  readonly end: number;

  constructor(text: string, runs: readonly TextRun[], base?: TextLook, start = 0, end = text.length) {
    super();
    this.text = text;
    this.runs = runs.length > 0 ? runs : [{ at: 0 }];
    this.base = base;
    this.start = start;
    this.end = end;
  }
}

export class RichTextValueBuilderObject extends ServiceObject {
  readonly type = 'RichTextValueBuilder';
  text = '';
  parts: Part[] = [];

  constructor(text = '', runs: readonly TextRun[] = []) {
    super();
    this.setText(text);
    runs.forEach(({ at, look, link }, i) => {
      for (let offset = at; offset < (runs[i + 1]?.at ?? text.length); offset++) this.parts[offset] = { look, link };
    });
  }

  /** Offsets count UTF-16 units, as JavaScript does. */
  setText(text: string): void {
    this.text = text;
    this.parts = Array.from({ length: text.length }, () => ({}));
  }

  runs(): TextRun[] {
    return this.parts.flatMap((part, at) => {
      const before = this.parts[at - 1];
      if (before && samePart(before, part)) return [];
      const run: TextRun = { at };
      if (part.look && Object.keys(part.look).length > 0) run.look = part.look;
      if (part.link) run.link = part.link;
      return [run];
    });
  }
}

type Rich = RichTextValueObject;
type Builder = RichTextValueBuilderObject;

function checkSpan(text: string, start: number, end: number): void {
  if (start < 0 || end > text.length || start >= end) throw new ServiceError('Illegal argument.');
}

/** The runs that lie in a stretch, with their ends. */
function within({ runs, text }: Rich, start: number, end: number): (TextRun & { until: number })[] {
  return runs
    .map((run, i) => ({ ...run, until: runs[i + 1]?.at ?? text.length }))
    .filter(({ at, until }) => at < end && (until > start || start === end));
}

function styleIn(self: Rich, start: number, end: number): TextStyleObject {
  return new TextStyleObject(commonLook(within(self, start, end).map(({ look }) => overlay(self.base ?? {}, look))));
}

function linkIn(self: Rich, start: number, end: number): string | null {
  const links = new Set(within(self, start, end).flatMap(({ link }) => link ?? []));
  return links.size === 1 ? [...links][0]! : null;
}

function runsOf(self: Rich): Rich[] {
  const found = within(self, self.start, self.end);
  return found.map(
    ({ at, until }) =>
      new RichTextValueObject(self.text, self.runs, self.base, Math.max(at, self.start), Math.min(until, self.end)),
  );
}

function inSpan<T>(read: (self: Rich, start: number, end: number) => T) {
  return (_: ExecutionContext, self: Rich, start?: number, end?: number): T => {
    if (start === undefined || end === undefined) return read(self, self.start, self.end);
    checkSpan(self.text, start, end);
    return read(self, start, end);
  };
}

export const richTextValueMethods: Methods<Rich> = {
  getText: ['', (_, { text, start, end }) => text.slice(start, end)],
  getStartIndex: ['', (_, { start }) => start],
  getEndIndex: ['', (_, { end }) => end],
  getRuns: ['', (_, self) => runsOf(self)],
  getTextStyle: ['| int, int', inSpan(styleIn)],
  getLinkUrl: ['| int, int', inSpan(linkIn)],
  copy: ['', (_, { text, runs }) => new RichTextValueBuilderObject(text, runs)],
};

/** Changes the parts of a stretch; of the whole text where no offsets are given. */
function change(builder: Builder, args: readonly unknown[], apply: (part: Part) => Part): Builder {
  const [start, end] = args.length === 3 ? (args as [number, number]) : [0, builder.text.length];
  if (args.length === 3) checkSpan(builder.text, start, end);
  builder.parts = builder.parts.map((part, at) => (at >= start && at < end ? apply(part) : part));
  return builder;
}

function setTextStyle(_: ExecutionContext, builder: Builder, ...args: unknown[]): Builder {
  const style = args.at(-1) as TextStyleObject | null;
  if (!style) return builder;
  return change(builder, args, (part) => ({ ...part, look: overlay(part.look ?? {}, style.look) }));
}

function withoutLink({ look = {} }: Part): Part {
  if (look.fontColor !== LINK_LOOK.fontColor || !look.underline) return { look };
  const { fontColor, underline, ...rest } = look;
  return { look: rest };
}

function setLinkUrl(_: ExecutionContext, builder: Builder, ...args: unknown[]): Builder {
  const link = args.at(-1) as string | null;
  return change(builder, args, (part) => (link ? { link, look: { ...LINK_LOOK, ...part.look } } : withoutLink(part)));
}

export const richTextValueBuilderMethods: Methods<Builder> = {
  setText: [
    'string',
    (_, builder, text: string) => {
      builder.setText(text);
      return builder;
    },
  ],
  setTextStyle: ['TextStyle? | int, int, TextStyle?', setTextStyle],
  setLinkUrl: ['string? | int, int, string?', setLinkUrl],
  build: ['', (_, builder) => new RichTextValueObject(builder.text, builder.runs())],
};
