/**
 * A short text that differs where two values do, for telling whether something has changed since it was noted.
 *
 * @example fingerprint({ a: 1 }) === fingerprint({ a: 1 }) // true
 */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(value);
  let sum = 5381;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum, 33) ^ text.charCodeAt(i);
  return `${text.length}-${(sum >>> 0).toString(36)}`;
}
