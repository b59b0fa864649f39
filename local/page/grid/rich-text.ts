/** Rich text of a cell as one of Univer's documents. */
import { BooleanNumber, type IDocumentData, type IStyleData, type ITextStyle } from '@univerjs/presets';
import type { TextRun } from '../../presentation.ts';

const LINK = '#1155cc';

/** @param base the cell's own style, which holds where a stretch does not say otherwise */
export function richText(text: string, runs: readonly TextRun[], base: IStyleData): IDocumentData {
  const lines = text.split('\n');
  const dataStream = `${lines.join('\r')}\r\n`;
  let end = -1;
  const paragraphs = lines.map((line) => ({ startIndex: (end += line.length + 1) }));
  const own: ITextStyle = { ff: 'Arial', fs: 10, ...textPart(base) };
  const textRuns = runs.map((run, i) => ({
    st: run.at,
    ed: Math.min(runs[i + 1]?.at ?? text.length, text.length),
    ts: { ...own, ...lookOf(run) },
  }));
  return {
    id: 'cell',
    documentStyle: {},
    body: {
      dataStream,
      textRuns: textRuns.filter(({ st, ed }) => ed > st),
      paragraphs,
      sectionBreaks: [{ startIndex: dataStream.length - 1 }],
    },
  };
}

function textPart({ ff, fs, bl, it, ul, st, cl }: IStyleData): ITextStyle {
  const part = { ff, fs, bl, it, ul, st, cl };
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as ITextStyle;
}

function lookOf({ look = {}, link }: TextRun): ITextStyle {
  const flag = (on: boolean) => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);
  const style: ITextStyle = link ? { cl: { rgb: LINK }, ul: { s: BooleanNumber.TRUE } } : {};
  if (look.fontColor) style.cl = { rgb: look.fontColor };
  if (look.fontFamily) style.ff = look.fontFamily;
  if (look.fontSize) style.fs = look.fontSize;
  if (look.bold !== undefined) style.bl = flag(look.bold);
  if (look.italic !== undefined) style.it = flag(look.italic);
  if (look.underline !== undefined) style.ul = { s: flag(look.underline) };
  if (look.strikethrough !== undefined) style.st = { s: flag(look.strikethrough) };
  return style;
}
