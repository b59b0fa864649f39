/**
 * A number for a text, equal for equal texts and nearly always different for different ones (FNV-1a, 32 bits).
 *
 * @param seed sets apart texts of different meaning
 */
export function hashText(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b9);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A number for a pair of numbers, in which the order counts. */
export function hashPair(a: number, b: number): number {
  const mixed = Math.imul(a ^ (a >>> 15) ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x165667b1, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
