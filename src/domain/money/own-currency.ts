import { foldWidth } from '../text/fold-width.ts';

/** The currency that a workbook counts in, and how its locale writes numbers. */
export interface Currency {
  /** ISO 4217; empty where the locale names no country that we know */
  code: string;
  sign: string;
  /** the sign stands behind the amount */
  isBehind: boolean;
  /** digits behind the point */
  digits: 0 | 2;
  /** between thousands, and before the fraction */
  group: string;
  point: string;
}

const signs: Readonly<Record<string, string>> = {
  CNY: '¥',
  HKD: 'HK$',
  MOP: 'MOP$',
  TWD: 'NT$',
  USD: '$',
  CAD: '$',
  AUD: '$',
  NZD: '$',
  SGD: '$',
  GBP: '£',
  JPY: '¥',
  EUR: '€',
};
const ofCountry: Readonly<Record<string, string>> = {
  CN: 'CNY',
  HK: 'HKD',
  MO: 'MOP',
  TW: 'TWD',
  US: 'USD',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  SG: 'SGD',
  GB: 'GBP',
  JP: 'JPY',
};
const euros = /^(?:AT|BE|CY|DE|EE|ES|FI|FR|GR|IE|IT|LT|LU|LV|MT|NL|PT|SI|SK|HR)$/;
const countryOfLanguage: Readonly<Record<string, string>> = { zh: 'CN', en: 'US', ja: 'JP' };

/**
 * The currency of a workbook's locale.
 *
 * @param locale as Sheets names it
 * @example currencyOf('zh_CN').sign // '¥'
 */
export function currencyOf(locale: string): Currency {
  const [language = '', country = countryOfLanguage[language] ?? language.toUpperCase()] = locale.split(/[-_]/);
  const code = euros.test(country) ? 'EUR' : (ofCountry[country] ?? '');
  const isPlain = /^(?:zh|en|ja|ko|th)$/.test(language) || code === '';
  const group = isPlain ? ',' : /^(?:fr|fi|sv|nb|pl|cs|sk|uk|ru|bg|lt|lv|et)$/.test(language) ? '\u00a0' : '.';
  const sign = signs[code] ?? '';
  return { code, sign, isBehind: !isPlain, digits: code === 'JPY' ? 0 : 2, group, point: isPlain ? '.' : ',' };
}

/** What names a currency in a text, the surest first; `$`, `¥` and 元 are several's. */
const marks: readonly [RegExp, RegExp][] = [
  [/港[币幣]|hk\$|hkd/i, /HKD/],
  [/台[币幣]|nt\$|twd/i, /TWD/],
  [/澳门[币元]|mop/i, /MOP/],
  [/美[元金]|us\$|usd/i, /USD/],
  [/日[元币]|円|jpy/i, /JPY/],
  [/[欧歐]元|€|eur/i, /EUR/],
  [/英[镑鎊]|£|gbp/i, /GBP/],
  [/人民[币幣]|rmb|cny/i, /CNY/],
  [/¥/, /CNY|JPY/],
  [/\$/, /D$/],
  [/[元圆圓块塊]|yuan/i, /CNY|HKD|TWD|MOP/],
];

/**
 * Whether a text names another currency than the workbook's. One without any sign is in the workbook's.
 *
 * @param code of the workbook's currency
 * @example isForeign('US$ 20', 'CNY') // true
 */
export function isForeign(text: string, code: string): boolean {
  const plain = foldWidth(text).replace(/\uffe5/g, '¥');
  const mark = marks.find(([pattern]) => pattern.test(plain));
  // where nobody knows the workbook's currency, nothing is foreign
  return code !== '' && mark !== undefined && !mark[1].test(code);
}
