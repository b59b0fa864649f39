import { illegal } from './serialise.ts';

/**
 * A lone form becomes an object by its fields' names; several of a name become a list.
 *
 * @returns nothing where the value is no form
 * @throws Error for a form with a file
 */
export function formValues(form: unknown): Record<string, string | string[]> | undefined {
  if (!(form instanceof HTMLFormElement)) return undefined;
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') throw illegal(name);
    const before = values[name];
    values[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return values;
}
