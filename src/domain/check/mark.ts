import type { Locale } from '../locale.ts';

/**
 * A mark is a soft fill and a note. Everything needed to take it away again is in the note itself, so that it survives
 * sorting, copying and moving of rows: the shop's own note stands above, the shop's own fill is named below.
 */
const heading = { 'zh-CN': '⚠ 台账检查：', en: '⚠ Ledger check: ' } as const;
const fillLine = {
  'zh-CN': (fill: string) => `（改好后恢复原底色 ${fill}）`,
  en: (fill: string) => `(The former fill ${fill} comes back when this is mended.)`,
} as const;
const headings = Object.values(heading);

export interface Mark {
  /** the shop's own note, or '' */
  note: string;
  /** the shop's own fill, where it had one */
  fill?: string;
}

function start(note: string): number {
  const at = headings.map((text) => note.indexOf(text)).filter((i) => i >= 0);
  return at.length === 0 ? -1 : Math.min(...at);
}

/** @example isMark('⚠ 台账检查：手机号少 1 位。') // true */
export const isMark = (note: string): boolean => start(note) >= 0;

/**
 * What was in the cell before it was marked; undefined when the note is no mark of ours.
 *
 * @example readMark('常客\n\n⚠ 台账检查：手机号少 1 位。') // { note: '常客' }
 */
export function readMark(note: string): Mark | undefined {
  const at = start(note);
  if (at < 0) return undefined;
  const fill = /(?:原底色|former fill) (#[0-9a-f]{6})/i.exec(note.slice(at))?.[1];
  const own = note.slice(0, at).replace(/\s+$/, '');
  return fill ? { note: own, fill: fill.toLowerCase() } : { note: own };
}

/**
 * The note of a marked cell.
 *
 * @param sentences what is wrong and how to mend it, in the reader's language
 * @param before what the cell had of its own
 */
export function markNote(sentences: string, before: Mark, locale: Locale): string {
  const lines = [`${heading[locale]}${sentences}`];
  if (before.fill) lines.push(fillLine[locale](before.fill));
  return (before.note ? `${before.note}\n\n` : '') + lines.join('\n');
}
