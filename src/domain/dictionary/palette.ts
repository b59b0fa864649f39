import type { Localized } from '../locale.ts';
import type { Hue } from './types.ts';

/**
 * The seven hues of every chip and tab. `fill` is light enough for dark text (contrast 7:1 or better with `#1f2328`),
 * `tab` strong enough for a tab's colour.
 */
export const palette: Readonly<Record<Hue, { fill: string; tab: string; label: Localized }>> = {
  grey: { fill: '#e8eaed', tab: '#80868b', label: { 'zh-CN': '灰', en: 'grey' } },
  blue: { fill: '#d2e3fc', tab: '#4285c8', label: { 'zh-CN': '蓝', en: 'blue' } },
  green: { fill: '#ceead6', tab: '#3c8d5a', label: { 'zh-CN': '绿', en: 'green' } },
  amber: { fill: '#feefc3', tab: '#d99a1c', label: { 'zh-CN': '黄', en: 'amber' } },
  red: { fill: '#fad2cf', tab: '#c5453b', label: { 'zh-CN': '红', en: 'red' } },
  purple: { fill: '#e9d2fd', tab: '#8a5fb8', label: { 'zh-CN': '紫', en: 'purple' } },
  teal: { fill: '#cbf0ee', tab: '#2f8f8b', label: { 'zh-CN': '青', en: 'teal' } },
};

/**
 * Series of a chart, at most six: told apart in grey, too, as any two are ten steps of lightness (L*) apart, and by who does
 * not tell red from green.
 */
export const chartColors = ['#12655f', '#e0a02a', '#5591cf', '#472a70', '#bfc9c6', '#cb4638'] as const;

/** Header of every table: dark text on a light tint. */
export const headerStyle = { fill: '#e3eeea', text: '#1f2d28', height: 32 };

/** One banding for every table. */
export const bandingStyle = { first: '#ffffff', second: '#f6f9f8' };

/** Every other group of rows that belong together: enough to see where one ends. */
export const groupTint = '#edf4f1';

/** Fill of a mark: soft red for what is wrong, soft amber for what may stand. */
export const markFill = { wrong: '#fbdedb', warning: '#fdf0cd' } as const;
