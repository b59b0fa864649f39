/** Reads a chart's options, which scripts set to whatever they like. */

export type Options = Record<string, unknown>;

const isRecord = (value: unknown): value is Options => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `hAxis.title` is what lies under `title` in what lies under `hAxis`. */
function optionAt(options: Options, name: string): unknown {
  let found: unknown = options;
  for (const key of name.split('.')) {
    if (Array.isArray(found)) found = found[Number(key)];
    else found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found;
}

export class OptionReader {
  constructor(private readonly options: Options) {}

  text(name: string): string | undefined {
    const value = optionAt(this.options, name);
    return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
  }

  number(name: string): number | undefined {
    const value = optionAt(this.options, name);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }

  flag(name: string): boolean {
    return optionAt(this.options, name) === true;
  }

  /** `false` was said, which is more than nothing. */
  denies(name: string): boolean {
    return optionAt(this.options, name) === false;
  }

  /** What a colour is said by, or `undefined` where it is none that may stand in a picture. */
  color(name: string): string | undefined {
    const value = optionAt(this.options, name);
    const css = isRecord(value) ? (value.color ?? value.fill) : value;
    return typeof css === 'string' && /^(#[0-9a-f]{3,8}|[a-z]{3,20})$/i.test(css) ? css : undefined;
  }

  colors(name: string): string[] | undefined {
    const value = optionAt(this.options, name);
    if (!Array.isArray(value) || value.length === 0) return undefined;
    return value.map((_, index) => this.color(`${name}.${index}`) ?? '#888888');
  }
}
