import { formatDate } from '../dates/format-date.ts';
import type { Dictionary } from '../dictionary/types.ts';
import { dayOf } from '../facts/day-number.ts';
import type { Locale } from '../locale.ts';
import type { Params } from '../messages/fill-in.ts';
import type { MessageKey } from '../messages/keys.ts';
import { say } from '../messages/say.ts';
import type { Currency } from '../money/own-currency.ts';
import { bucketStart, type Unit } from './buckets.ts';
import type { Period } from './period.ts';
import type { ReportValue, ValueLook } from './report.ts';

/** Marks where names that were put in begin and end; days and amounts hold no letters. */
const edged = (params: Params): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && /[a-z]/i.test(value) ? `\u0001${value}\u0001` : value,
    ]),
  );

const spaced = (text: string): string =>
  text
    .replace(/([a-z0-9])\u0001+(?=[\u4e00-\u9fff])/gi, '$1 ')
    .replace(/([\u4e00-\u9fff])\u0001+(?=[a-z0-9])/gi, '$1 ')
    .replace(/\u0001/g, '');

/** Puts figures and days into words, in the workbook's language and as its locale writes numbers. */
export class ReportWords {
  constructor(
    readonly locale: Locale,
    readonly currency: Currency,
    private readonly dictionary: Dictionary,
    /** the month comes before the day, as in the United States */
    private readonly isMonthFirst = false,
  ) {}

  /** In Chinese a space stands between Chinese and Latin letters, also where a name is put into a sentence. */
  readonly say = (key: MessageKey, params?: Params): string =>
    this.locale === 'zh-CN' && params ? spaced(say(key, this.locale, edged(params))) : say(key, this.locale, params);

  /** A label as it stands within a sentence: English writes it small. */
  within(key: MessageKey): string {
    return this.small(this.say(key));
  }

  /** The same of a label that the dictionary gives; abbreviations stay. */
  small(label: string): string {
    return this.locale === 'en' && !/^[A-Z]{2}/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
  }

  tab(key: string): string {
    return this.dictionary.tabs.find((tab) => tab.key === key)?.label[this.locale] ?? key;
  }

  /** @param digits behind the point */
  number(value: number, digits = 0): string {
    const [whole = '', rest] = Math.abs(value).toFixed(digits).split('.');
    const text = whole.replace(/\B(?=(\d{3})+(?!\d))/g, this.currency.group) + (rest ? this.currency.point + rest : '');
    return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
  }

  /** To the cent. @param cents hundredths @example money(129900) // '¥1,299.00' */
  money(cents: number, digits: number = this.currency.digits): string {
    const { sign, isBehind } = this.currency;
    const text = this.number(Math.abs(cents) / 100, digits);
    const minus = cents < 0 && /[1-9]/.test(text) ? '-' : '';
    return minus + (isBehind ? `${text} ${sign}` : sign + text).trim();
  }

  /** For sentences: large sums without their cents. */
  about(cents: number): string {
    return this.money(cents, Math.abs(cents) >= 100_000 ? 0 : this.currency.digits);
  }

  /** @example percent(0.1234) // '12.3%'; a part is never 0% or 100% */
  percent(share: number): string {
    const rounded = Math.round(share * 1_000) / 10;
    const kept = rounded === 100 && share < 1 ? 99.9 : rounded === 0 && share > 0 ? 0.1 : rounded;
    return `${this.number(kept, Number.isInteger(kept) ? 0 : 1)}%`;
  }

  /** @example day(20_779) // '2026年11月22日', '22 Nov 2026' or 'Nov 22, 2026' */
  day(day: number): string {
    const text = formatDate(dayOf(day), this.locale);
    return this.isMonthFirst ? text.replace(/^(\d+) (\w+)/, '$2 $1,') : text;
  }

  /** Both days, and their year once where it is the same. */
  period({ from, to }: Period): string {
    const isOne = dayOf(from).slice(0, 4) === dayOf(to).slice(0, 4);
    const [first, last] = [this.day(from), this.day(to)];
    return this.say('report.period', {
      from: isOne ? first.replace(/,? \d{4}$/, '') : first,
      to: isOne ? last.replace(/^\d+年/, '') : last,
    });
  }

  list(parts: readonly string[]): string {
    return parts.join(this.locale === 'zh-CN' ? '、' : ', ');
  }

  /** A stretch of time as it stands in tables. @example bucket(month, 'month') // '2026年5月' or 'May 2026' */
  bucket(bucket: number, unit: Unit): string {
    const day = bucketStart(bucket, unit);
    const [year = '', month = ''] = dayOf(day).split('-');
    const whole = formatDate(dayOf(day), this.locale);
    const zh = this.locale === 'zh-CN';
    switch (unit) {
      case 'year':
        return zh ? `${year}年` : year;
      case 'quarter':
        return this.say('report.quarter', { year, quarter: Math.ceil(Number(month) / 3) });
      case 'month':
        return zh ? whole.replace(/\d+日$/, '') : whole.replace(/^\d+ /, '');
      default:
        return zh ? whole.replace(/^\d+年/, '') : this.day(day).replace(/,? \d+$/, '');
    }
  }

  /** @param month 0 is January */
  monthName(month: number): string {
    const day = formatDate(`2000-${String(month + 1).padStart(2, '0')}-01`, this.locale);
    return this.locale === 'zh-CN' ? day.replace(/^2000年|1日$/g, '') : day.replace(/^1 | 2000$/g, '');
  }

  /** A stretch of time as it stands in sentences. */
  stretch(bucket: number, unit: Unit): string {
    const name = this.bucket(bucket, unit);
    return unit === 'week' ? this.say('report.week', { day: name }) : name;
  }

  /** A value as text, for where figures stand large. */
  value(value: ReportValue, look: ValueLook): string {
    if (value === null) return '—';
    if (typeof value === 'string') return value;
    switch (look) {
      case 'money':
        return this.money(value);
      case 'share':
        return this.percent(value);
      case 'change':
        return this.change(value);
      case 'decimal':
      case 'days':
        return this.number(value, 1);
      default:
        return this.number(value);
    }
  }

  /** @example change(0.123) // '+12.3%' */
  change(share: number): string {
    return `${share > 0 ? '+' : ''}${this.number(share * 100, 1)}%`;
  }
}
