export type Params = Readonly<Record<string, string | number>>;

/**
 * Puts values into a sentence. `{name}` is the value; `{count|row|rows}` is the value with the word that fits it,
 * which only English needs. A value that ends with a full stop (Customer no.) ends the sentence, too.
 *
 * @example fillIn('{rows|row|rows} checked', { rows: 1 }) // '1 row checked'
 */
export function fillIn(sentence: string, params: Params = {}): string {
  return sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string, at = 0) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one !== undefined) return `${value} ${Number(value) === 1 ? one : many}`;
    const text = String(value);
    return /^\.(?:\s|$)/.test(sentence.slice(at + whole.length)) && /[^.]\.$/.test(text) ? text.slice(0, -1) : text;
  });
}
