/** `console` and `Logger` of the realm. Stands alone, see `realm-codec.ts`. */
export function makeConsole(log: (level: string, text: string) => void): { console: object; Logger: object } {
  const show = (value: unknown): string => {
    if (typeof value === 'string') return value;
    if (value instanceof Error) return value.stack ?? String(value);
    if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
      try {
        return JSON.stringify(value) ?? String(value);
      } catch {
        return String(value);
      }
    }
    return String(value);
  };
  const format = (args: unknown[]): string => {
    const rest = [...args];
    if (typeof rest[0] !== 'string') return rest.map(show).join(' ');
    const template = rest.shift() as string;
    const text = template.replace(/%[sdifoOj%]/g, (mark) => (mark === '%%' || rest.length === 0 ? mark : show(rest.shift())));
    return [text, ...rest.map(show)].join(' ');
  };
  const timers = new Map<string, number>();
  const at =
    (level: string) =>
    (...args: unknown[]): void =>
      log(level, format(args));
  const console = {
    log: at('log'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    debug: at('debug'),
    time: (label = 'default') => void timers.set(label, Date.now()),
    timeEnd: (label = 'default') => log('log', `${label}: ${Date.now() - (timers.get(label) ?? Date.now())}ms`),
  };
  /** Numbers, dates and objects as Java writes them, which is how `Logger` shows them. */
  const javaNumber = (value: number): string => {
    const size = Math.abs(value);
    if (!Number.isFinite(value) || size === 0) return Number.isFinite(value) ? '0.0' : String(value);
    const [digits = '', exponent = '0'] = value.toExponential().split('e');
    if (size < 1e-3 || size >= 1e7) return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
    return Number.isInteger(value) ? `${value}.0` : String(value);
  };
  const javaDate = (date: Date): string => {
    const match = /^(\w+ \w+ \d+) (\d+) ([\d:]+) GMT([+-]\d\d)(\d\d)/.exec(date.toString());
    if (!match) return String(date);
    const [, day, year, time, hours, minutes] = match;
    return `${day} ${time} GMT${hours === '+00' && minutes === '00' ? '' : `${hours}:${minutes}`} ${year}`;
  };
  const java = (value: unknown): string => {
    if (typeof value === 'number') return javaNumber(value);
    if (value instanceof Date) return javaDate(value);
    if (Array.isArray(value)) return `[${value.map(java).join(', ')}]`;
    if (value instanceof Error || typeof value !== 'object' || value === null) return String(value ?? null);
    if (value.toString !== Object.prototype.toString) return String(value);
    const pairs = Object.entries(value).map(([key, item]) => `${key}=${java(item)}`);
    return `{${pairs.join(', ')}}`;
  };
  const logged = ([first, ...rest]: unknown[]): string => {
    if (typeof first !== 'string') {
      const { message } = (first ?? {}) as { message?: unknown };
      return typeof message === 'string' && !(first instanceof Error) ? message : java(first);
    }
    if (rest.length === 0) return first;
    return first.replace(/%(?:[sd]|\.(\d+)f|%)/g, (mark, places: string | undefined) => {
      if (mark === '%%') return '%';
      if (rest.length === 0) return mark;
      const value = rest.shift();
      if (mark === '%d') return String(Math.trunc(Number(value)));
      return places === undefined ? java(value) : Number(value).toFixed(Number(places));
    });
  };
  const lines: string[] = [];
  const Logger = {
    log(...args: unknown[]) {
      const text = logged(args);
      lines.push(`${javaDate(new Date())} INFO: ${text}\n`);
      log('log', text);
      return Logger;
    },
    getLog: () => lines.join(''),
    clear: () => void lines.splice(0),
    toString: () => 'Logger',
  };
  return { console, Logger };
}
