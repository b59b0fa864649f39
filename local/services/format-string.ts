import { ServiceError } from './service-object.ts';

interface Conversion {
  flags: string;
  width: number;
  precision: number | undefined;
}

const SPEC = /%(?:(\d+)\$)?([-+0 ,(#]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const commas = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? commas : `${commas}.${fraction}`;
}

/** A number without its sign, the sign apart. */
function signedText(value: number, digits: string, { flags }: Conversion): { sign: string; digits: string } {
  const text = flags.includes(',') ? grouped(digits) : digits;
  if (value < 0) return { sign: '-', digits: text };
  return { sign: flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '', digits: text };
}

/** Java writes at least two digits of an exponent. */
const exponential = (value: number, places: number): string =>
  value.toExponential(places).replace(/e([+-])(\d)$/, (_, sign: string, digit: string) => `e${sign}0${digit}`);

function numeric(value: unknown, kind: string): number {
  const number = typeof value === 'number' ? value : Number(value);
  if (value === null || typeof value === 'boolean' || Number.isNaN(number)) {
    throw new ServiceError(`Invalid argument: ${String(value)} for %${kind}`);
  }
  return number;
}

function convert(value: unknown, kind: string, conversion: Conversion): { sign: string; digits: string; numeric: boolean } {
  const { precision } = conversion;
  const lower = kind.toLowerCase();
  if (lower === 'd' || lower === 'i' || lower === 'f' || lower === 'e') {
    const number = numeric(value, kind);
    const size = Math.abs(number);
    const places = precision ?? 6;
    const digits = lower === 'f' ? size.toFixed(places) : lower === 'e' ? exponential(size, places) : String(Math.trunc(size));
    return { ...signedText(number, digits, conversion), numeric: true };
  }
  if (lower === 'x' || lower === 'o') {
    return { sign: '', digits: Math.trunc(numeric(value, kind)).toString(lower === 'x' ? 16 : 8), numeric: true };
  }
  if (lower === 'c')
    return { sign: '', digits: typeof value === 'number' ? String.fromCodePoint(value) : String(value), numeric: false };
  if (lower === 'b')
    return { sign: '', digits: String(value !== null && value !== undefined && value !== false), numeric: false };
  if (lower !== 's') throw new ServiceError(`Unknown format conversion: %${kind}`);
  const text = String(value);
  return { sign: '', digits: precision === undefined ? text : text.slice(0, precision), numeric: false };
}

/**
 * `Utilities.formatString`: the conversions `%s %d %i %f %e %x %o %c %b %%` with flags, width and precision.
 * @example formatString('%s %05d %.2f', 'a', 42, 3.14159) // a 00042 3.14
 */
export function formatString(template: string, ...args: unknown[]): string {
  let next = 0;
  return template.replace(SPEC, (_, position, flags: string, width, precision, kind: string) => {
    if (kind === '%') return '%';
    const index = position === undefined ? next++ : Number(position) - 1;
    if (index >= args.length) throw new ServiceError(`Format specifier '%${kind}'`);
    const conversion = { flags, width: Number(width ?? 0), precision: precision === undefined ? undefined : Number(precision) };
    const { sign, digits, numeric: isNumeric } = convert(args[index], kind, conversion);
    const zeros = flags.includes('0') && isNumeric && !flags.includes('-') ? conversion.width - sign.length : 0;
    const text = sign + digits.padStart(zeros, '0');
    const cased = kind === kind.toUpperCase() ? text.toUpperCase() : text;
    return flags.includes('-') ? cased.padEnd(conversion.width) : cased.padStart(conversion.width);
  });
}
