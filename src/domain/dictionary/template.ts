import type { Locale, Localized } from '../locale.ts';
import type { Field, Tab } from './types.ts';

/** A sample value: the same in both languages or not; dates are days from today, for example `-40`. */
export type SampleValue = Localized | string;

/** An industry template adds to the core dictionary. It is data only. */
export interface Template {
  key: string;
  label: Localized;
  description: Localized;
  /** tabs of its own */
  tabs?: readonly Tab[];
  /** fields added to the right of a core tab, by tab */
  fields?: Readonly<Record<string, readonly Field[]>>;
  /** properties of core fields that differ in this trade, by tab and field; kind and key stay */
  changes?: Readonly<Record<string, Readonly<Record<string, Partial<Omit<Field, 'key' | 'kind' | 'origin'>>>>>>;
  /** a few records to try things with, by tab */
  samples?: Readonly<Record<string, readonly Readonly<Record<string, SampleValue>>[]>>;
}

/** @example sampleText({ 'zh-CN': '李芳', en: 'Li Fang' }, 'en') // 'Li Fang' */
export function sampleText(value: SampleValue, locale: Locale): string {
  return typeof value === 'string' ? value : value[locale];
}
