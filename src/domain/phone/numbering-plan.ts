import type { MetadataJson } from 'libphonenumber-js/core';
import { type PhoneRegion, phoneMetadata } from './metadata.generated.ts';
import type { PhoneKind } from './phone-types.ts';

/** One region's rules, patterns compiled once. */
export interface NumberingPlan {
  region: PhoneRegion;
  callingCode: string;
  /** what is dialled before a national number within the country: 0, in America 1; absent in closed plans (Hong Kong) */
  trunk: string | undefined;
  general: RegExp;
  /** a number is its digits behind at most a trunk 0: no shared calling code, no carrier prefixes to take off */
  plain: boolean;
  kinds: readonly { kind: PhoneKind; pattern: RegExp; lengths: readonly number[] | undefined }[];
  /** lengths of landlines and mobiles without the trunk prefix */
  shortest: number;
  longest: number;
}

const metadata = phoneMetadata as MetadataJson;
const plans = new Map<PhoneRegion, NumberingPlan>();

// Positions in a row of metadata, see METADATA.md of libphonenumber-js.
const CODE = 0;
const GENERAL = 2;
const LENGTHS = 3;
const TRUNK = 5;
const PREFIXES = 7;
const TYPES = 11;
const FIXED = 0;
const MOBILE = 1;
/**
 * Google's library asks for the special kinds first and only then whether it is a landline or a mobile;
 * libphonenumber-js asks the other way round and calls some special numbers landlines.
 */
const SPECIAL_FIRST: readonly [PhoneKind, number][] = [
  ['premium', 3],
  ['tollFree', 2],
  ['sharedCost', 9],
  ['voip', 8],
  ['personal', 4],
  ['pager', 7],
  ['uan', 6],
  ['other', 5],
];

/** The metadata that judges a shop of this region: its own plan and the shipped set. One set serves all so far. */
export function phoneMetadataFor(_region: PhoneRegion): MetadataJson {
  return metadata;
}

export function isPhoneRegion(region: string): region is PhoneRegion {
  return metadata.countries[region as PhoneRegion] !== undefined;
}

/** Regions with shipped rules for a calling code, the main one first; empty for other codes. @example regionsOf('44') // ['GB', 'GG', …] */
export function regionsOf(callingCode: string): readonly PhoneRegion[] {
  const codes = metadata.country_calling_codes as Readonly<Record<string, readonly PhoneRegion[]>>;
  return codes[callingCode] ?? [];
}

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);

function isPlain(region: PhoneRegion, row: readonly unknown[]): boolean {
  if (regionsOf(row[CODE] as string).length > 1 || !(row[TRUNK] === '0' || !row[TRUNK])) return false;
  // the mainland's carrier prefixes begin no number in use, so there is nothing to mistake for one
  return !row[PREFIXES] || region === 'CN';
}

function buildPlan(region: PhoneRegion): NumberingPlan {
  const row = metadata.countries[region]!;
  const types = row[TYPES] as ([string, number[]?] | undefined)[];
  const kinds: { kind: PhoneKind; pattern: RegExp; lengths: number[] | undefined }[] = [];
  const add = (kind: PhoneKind, at: number) => {
    const type = types[at];
    if (type?.[0]) kinds.push({ kind, pattern: whole(type[0]), lengths: type[1] });
  };
  for (const [kind, at] of SPECIAL_FIRST) add(kind, at);
  const mobile = types[MOBILE];
  // an empty mobile pattern is one that was dropped for being the landlines' own
  add(mobile && !mobile[0] ? 'landlineOrMobile' : 'landline', FIXED);
  add('mobile', MOBILE);
  const usual = [types[FIXED], mobile].flatMap((type) => (type ? (type[1] ?? (row[LENGTHS] as number[])) : []));
  return {
    region,
    callingCode: row[CODE],
    trunk: row[TRUNK] || undefined,
    general: whole(row[GENERAL]),
    plain: isPlain(region, row),
    kinds,
    shortest: Math.min(...usual),
    longest: Math.max(...usual),
  };
}

export function planOf(region: PhoneRegion): NumberingPlan {
  let plan = plans.get(region);
  if (!plan) {
    plan = buildPlan(region);
    plans.set(region, plan);
  }
  return plan;
}

/**
 * The kind of a national number, or nothing where it is not in use.
 *
 * @param national digits without country code and trunk prefix
 * @example kindOf(planOf('CN'), '4008208820') // 'sharedCost'
 */
export function kindOf(plan: NumberingPlan, national: string): PhoneKind | undefined {
  if (!plan.general.test(national)) return undefined;
  let found: PhoneKind | undefined;
  for (const { kind, pattern, lengths } of plan.kinds) {
    if (lengths && lengths.indexOf(national.length) < 0) continue;
    if (!pattern.test(national)) continue;
    if (kind === 'mobile' && found === 'landline') return 'landlineOrMobile';
    if (kind !== 'landline') return kind;
    found = kind;
  }
  return found;
}
