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
  const lines: string[] = [];
  const Logger = {
    log(...args: unknown[]) {
      const text = format(args);
      lines.push(text);
      log('log', text);
      return Logger;
    },
    getLog: () => lines.map((line) => `${line}\n`).join(''),
    clear: () => void lines.splice(0),
  };
  return { console, Logger };
}
