import { yearsBetween } from '../cleanup/fill-cell.ts';
import { addDays } from '../dates/calendar.ts';
import type { Locale, Localized } from '../locale.ts';
import { parsePhone } from '../phone/parse-phone.ts';
import type { PhoneRegion } from '../phone/phone-types.ts';
import { isTextField } from './formats.ts';
import type { Field } from './types.ts';

/** A text for both languages, or Chinese and English. */
type SampleCell = string | readonly [zh: string, en: string];

export interface SampleTable {
  fields: readonly string[];
  rows: readonly (readonly SampleCell[])[];
}

/** What `dist/trades.html` holds of each trade, by template. */
export type TradePages = Readonly<
  Record<string, { about: Localized; steps: readonly Localized[]; samples: Readonly<Record<string, SampleTable>> }>
>;

export type Sample = Readonly<Record<string, string | number>>;

export interface SampleContext {
  locale: Locale;
  region: PhoneRegion;
  /** `yyyy-MM-dd` in the workbook's zone */
  today: string;
}

/** A day as samples write it: days from today, or years and days. @example sampleDay('-35y+3', '2026-11-22') // '1991-11-25' */
export function sampleDay(text: string, today: string): string {
  const [, years = '0', days = '0'] = /^(?:([+-]?\d+)y)?([+-]?\d+)?$/.exec(text) ?? [];
  // The last day of February is not in every year.
  const day = `${Number(today.slice(0, 4)) + Number(years)}${today.slice(4)}`.replace(/-02-29$/, '-02-28');
  return addDays(day, Number(days));
}

function sampleValue(field: Field, text: string, { region, today }: SampleContext): string | number {
  if (text === '') return '';
  if (field.kind === 'date') return sampleDay(text, today);
  if (field.kind === 'phone') return parsePhone(text, { region }).display;
  return isTextField(field) ? text : Number(text);
}

/**
 * The samples of a tab as they are written into a workbook: options and texts in its language, phones as its region
 * writes them, ages counted.
 *
 * @param fields of the tab; what it does not use is left out
 */
export function readSamples(table: SampleTable, fields: readonly Field[], context: SampleContext): Sample[] {
  return table.rows.map((cells) => {
    const sample: Record<string, string | number> = {};
    for (const field of fields) {
      const cell = cells[table.fields.indexOf(field.key)];
      if (cell === undefined) continue;
      sample[field.key] = sampleValue(field, typeof cell === 'string' ? cell : cell[context.locale === 'en' ? 1 : 0], context);
    }
    for (const { key, fills } of fields) {
      const since = fills?.flatMap((fill) => (fill.from === 'age' ? sample[fill.field] : [])).find((day) => day);
      if (since) sample[key] = yearsBetween(String(since), context.today);
    }
    return sample;
  });
}
