import type { Locale } from '../../src/domain/locale.ts';
import { en } from './en.ts';
import { type Texts, zh } from './zh-CN.ts';

const byLocale: Readonly<Record<Locale, Texts>> = { 'zh-CN': zh, en };

export function textsOf(locale: Locale): Texts {
  return byLocale[locale] ?? zh;
}
