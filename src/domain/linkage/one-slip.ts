/**
 * Whether at most one character was added, dropped or replaced, or two neighbours swapped. Faster than a full distance:
 * it walks to the first difference and looks at the rest.
 *
 * @example oneSlip('13800138000', '13800138001') // true
 */
export function oneSlip(a: string, b: string): boolean {
  const short = a.length <= b.length ? a : b;
  const long = short === a ? b : a;
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at++;
  if (at === short.length) return true;
  if (short.length < long.length) return sameFrom(short, at, long, at + 1);
  if (sameFrom(short, at + 1, long, at + 1)) return true;
  const swapped = short.charCodeAt(at) === long.charCodeAt(at + 1) && short.charCodeAt(at + 1) === long.charCodeAt(at);
  return swapped && sameFrom(short, at + 2, long, at + 2);
}

function sameFrom(a: string, fromA: number, b: string, fromB: number): boolean {
  if (a.length - fromA !== b.length - fromB) return false;
  for (let i = fromA, j = fromB; i < a.length; i++, j++) if (a.charCodeAt(i) !== b.charCodeAt(j)) return false;
  return true;
}
