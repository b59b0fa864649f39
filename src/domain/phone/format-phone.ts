import { PhoneNumber as LibraryNumber } from 'libphonenumber-js/core';
import { formatMainland } from './format-mainland.ts';
import type { PhoneRegion } from './metadata.generated.ts';
import { phoneMetadataFor } from './numbering-plan.ts';
import type { PhoneNumber, PhoneStyle } from './phone-types.ts';
import { nationalOf } from './read-digits.ts';

/** How an extension is written; every form is read back by the parser. */
const EXTENSION: Readonly<Record<string, string>> = { CN: '转', HK: '轉', MO: '轉', TW: '分機' };

function formatMain(number: PhoneNumber, region: PhoneRegion, style: PhoneStyle): string {
  if (style === 'e164' || !number.region) return number.e164;
  const abroad = style === 'international' || number.region !== region;
  if (number.region === 'CN') return formatMainland(nationalOf(number), abroad ? 'international' : style);
  const library = new LibraryNumber(number.e164, phoneMetadataFor(region));
  if (abroad) return library.formatInternational();
  if (number.region !== 'TW') return library.formatNational();
  // the library groups 0800 as 080 012 3456
  if (number.kind === 'tollFree') return nationalOf(number).replace(/^(...)(...)/, '0$1-$2-');
  return library.formatNational().replace(/ /g, '-');
}

/**
 * A number as the shop writes it: a mainland mobile `13800138000`, a landline `010-62345678`, a hotline `400-820-8820`,
 * the shop's own region as usual there, any other region as `+852 9123 4567`, an extension as `转801`. A 分机 typed in
 * any way becomes the same text, and the text reads back as the same number.
 *
 * @param region the shop's region
 * @example formatPhone({ e164: '+861062345678', region: 'CN', kind: 'landline', extension: '8' }, 'CN') // '010-62345678转8'
 */
export function formatPhone(number: PhoneNumber, region: PhoneRegion, style: PhoneStyle = 'shop'): string {
  const main = formatMain(number, region, style);
  return number.extension && style !== 'e164' ? `${main}${EXTENSION[region] ?? ' ext. '}${number.extension}` : main;
}
