import { type Call, UsageError } from './command.ts';

/** The zone of most shops of a country; phones without a country code are read as that country's. */
const zones: Readonly<Record<string, string>> = {
  CN: 'Asia/Shanghai',
  HK: 'Asia/Hong_Kong',
  MO: 'Asia/Macau',
  TW: 'Asia/Taipei',
  SG: 'Asia/Singapore',
  US: 'America/New_York',
  CA: 'America/Toronto',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  AU: 'Australia/Sydney',
  NZ: 'Pacific/Auckland',
  IN: 'Asia/Kolkata',
  ZA: 'Africa/Johannesburg',
};

/** Where a shop is, as far as the command line tells. */
export interface ShopPlace {
  /** the workbook's, for example `en_US` */
  locale: string;
  timeZone: string;
}

function zoneOf({ zone }: Call['values']): string | undefined {
  if (typeof zone !== 'string') return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone && zone;
  } catch {
    throw new UsageError([
      `没有时区“${zone}”。例如：Asia/Shanghai`,
      `There is no time zone “${zone}”. For example: America/New_York`,
    ]);
  }
}

/**
 * A country that is named counts, then the machine's zone, unless it has none of its own, as servers do; then the country
 * where most people speak the language.
 *
 * @throws {UsageError} when `--zone` is no time zone
 * @example shopPlace(call) // --locale en_GB: { locale: 'en_GB', timeZone: 'Europe/London' }
 */
export function shopPlace(call: Call): ShopPlace {
  const named = /^[a-z]+[-_](?:[a-z]{4}[-_])?([a-z]{2})$/i.exec(String(call.values.locale ?? ''))?.[1]?.toUpperCase();
  const usual = call.locale === 'en' ? 'US' : 'CN';
  const machine = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isServer = /^(?:UTC|GMT|Etc\/)/.test(machine);
  const timeZone = zoneOf(call.values) ?? zones[named ?? ''] ?? (isServer ? zones[usual]! : machine);
  const isEnglish = call.locale === 'en';
  return { locale: isEnglish ? `en_${named ?? 'US'}` : `zh_${named ?? 'CN'}`, timeZone };
}
