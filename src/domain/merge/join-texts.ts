/** A cell holds 50,000 characters (platform §1). */
const mostCharacters = 49_000;

/**
 * Several notes as one, one below the other; what another one says already is not said twice.
 *
 * @returns undefined where there is only one to keep, or they are too long for a cell
 * @example joinTexts(['下午打', '常客\n下午打']) // undefined: the second says both
 */
export function joinTexts(texts: readonly string[]): string | undefined {
  const trimmed = texts.map((text) => text.trim()).filter((text) => text !== '');
  const kept = trimmed.filter(
    (text, i) => !trimmed.some((other, k) => k !== i && other.includes(text) && (other !== text || k < i)),
  );
  const joined = kept.join('\n');
  return kept.length > 1 && joined.length <= mostCharacters ? joined : undefined;
}
