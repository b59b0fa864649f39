/** What may travel from a panel to a server function, by Apps Script's rules (platform.md §6). */

/**
 * Arguments as JSON text. In arrays `undefined` becomes null, elsewhere its key is dropped, as are keys ending `__`.
 *
 * @param formValues what a form's fields hold, or nothing where the value is no form
 * @throws Error `Failed due to illegal value in property: k`, or `Failed due to circular reference.`
 */
export function serialise(
  args: readonly unknown[],
  formValues: (value: unknown) => object | undefined = () => undefined,
): string {
  return JSON.stringify(args.map((arg, index) => formValues(arg) ?? legal(arg, String(index), [])));
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

/** The error of Apps Script for a value that cannot travel. */
export function illegal(key: string): Error {
  return new Error(`Failed due to illegal value in property: ${key}`);
}
