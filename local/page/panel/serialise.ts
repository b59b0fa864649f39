/** What may travel from a panel to a server function, by Apps Script's rules (platform.md §6). */

/**
 * Arguments as JSON text. In arrays `undefined` becomes null, elsewhere its key is dropped, as are keys ending `__`.
 *
 * @throws Error `Failed due to illegal value in property: k`, or `Failed due to circular reference.`
 */
export function serialise(args: readonly unknown[]): string {
  return JSON.stringify(args.map((arg, index) => (isForm(arg) ? formValues(arg) : legal(arg, String(index), []))));
}

function legal(value: unknown, key: string, above: readonly object[]): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value !== 'object') throw illegal(key);
  if (above.includes(value)) throw new Error('Failed due to circular reference.');
  const inside = [...above, value];
  if (Array.isArray(value)) return Array.from(value, (item, index) => legal(item, String(index), inside));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw illegal(key);
  const result: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value))
    if (item !== undefined && !name.endsWith('__')) result[name] = legal(item, name, inside);
  return result;
}

function illegal(key: string): Error {
  return new Error(`Failed due to illegal value in property: ${key}`);
}

function isForm(value: unknown): value is HTMLFormElement {
  return typeof HTMLFormElement !== 'undefined' && value instanceof HTMLFormElement;
}

/** A lone form becomes an object by its fields' names; several of a name become a list. */
function formValues(form: HTMLFormElement): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') throw illegal(name);
    const before = values[name];
    values[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return values;
}
