import { inflateSync, strFromU8 } from 'fflate';

/**
 * Data that the build has packed, for example the numbering plans of three dozen countries, which would be a quarter of
 * the page as they stand.
 *
 * @param packed JSON text, deflated, as Base64
 */
export function unpack(packed: string): unknown {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  return JSON.parse(strFromU8(inflateSync(bytes)));
}
