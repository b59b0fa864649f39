export type Params = Readonly<Record<string, string | number>>;

/**
 * Puts values into a sentence. `{name}` is the value; `{count|row|rows}` is the value with the word that fits it,
 * which only English needs.
 *
 * @example fillIn('{rows|row|rows} checked', { rows: 1 }) // '1 row checked'
 */
export function fillIn(sentence: string, params: Params = {}): string {
  return sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return one === undefined ? String(value) : `${value} ${Number(value) === 1 ? one : many}`;
  });
}
