import type { Locale } from '../locale.ts';
import { optionKey } from '../text/match-option.ts';
import { palette } from './palette.ts';
import { type Hue, hues, type Option } from './types.ts';

const fresh: readonly Hue[] = ['blue', 'green', 'amber', 'purple', 'teal', 'red', 'grey'];

/**
 * Options as the shop reads and edits them, each with the name of its colour. On one line, because a row of the settings
 * is one line high.
 *
 * @example optionLines([{ label: { 'zh-CN': '老客户', en: 'Old' }, hue: 'green' }], 'zh-CN') // '老客户 绿'
 */
export function optionLines(options: readonly Option[], locale: Locale): string {
  return options
    .map((option) => `${option.label[locale]} ${palette[option.hue].label[locale]}`)
    .join(locale === 'en' ? '; ' : '；');
}

function hueNamed(word: string): Hue | undefined {
  const key = optionKey(word);
  return hues.find(
    (hue) =>
      key === hue ||
      Object.values(palette[hue].label).some((label) => optionKey(label) === key || optionKey(`${label}色`) === key),
  );
}

/**
 * Reads the lines back. An option that was there keeps its other language, what it means and, unless a colour is named,
 * its colour.
 * Options may stand on lines of their own or be separated by semicolons, and by 、 or commas where there is neither.
 */
export function readOptionLines(text: string, before: readonly Option[], locale: Locale): Option[] {
  const lines = /[\n;；]/.test(text) ? text.split(/[\n;；]/) : text.split(/[、，,]/);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, i) => {
      const words = line.split(/[ \u3000:：]+/);
      const named = words.length > 1 ? hueNamed(words[words.length - 1]!) : undefined;
      const label = named ? line.slice(0, line.lastIndexOf(words[words.length - 1]!)).replace(/[ \u3000:：]+$/, '') : line;
      const known = before.find((option) => option.label[locale] === label);
      const hue = named ?? known?.hue ?? fresh[i % fresh.length]!;
      return known ? { ...known, hue } : { label: { 'zh-CN': label, en: label }, hue };
    });
}
