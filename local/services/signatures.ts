import { SERVICE_CLASSES } from './registry.ts';
import { EnumValue, FunctionName, ServiceError, ServiceObject } from './service-object.ts';

/**
 * Parameter lists are written as `string | int, int | int, int, int[][]`: overloads apart by `|`, `?` allows null.
 * Types: `string`, `int`, `number`, `boolean`, `date`, `object`, `any`, `BlobSource` (whatever has a blob), or the name of a
 * class or an enumeration.
 */
type Check = (value: unknown) => boolean;

const basic: Record<string, Check> = {
  any: () => true,
  string: (value) => typeof value === 'string',
  int: (value) => typeof value === 'number' && Number.isFinite(value),
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  Item: (value) => value instanceof ServiceObject && /^([A-Z]\w*)?Item$/.test(value.type),
  User: (value) => value instanceof ServiceObject && /^(Drive)?User$/.test(value.type),
  BlobSource: (value) => value instanceof ServiceObject && 'asBlob' in value,
  object: (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof ServiceObject) &&
    !(value instanceof Date),
};

function checkOf(type: string): Check {
  if (type.endsWith('?')) {
    const inner = checkOf(type.slice(0, -1));
    return (value) => value === null || inner(value);
  }
  if (type.endsWith('[]')) {
    const inner = checkOf(type.slice(0, -2));
    if (type === 'any[]') return Array.isArray;
    return (value) => Array.isArray(value) && value.every(inner);
  }
  return basic[type] ?? ((value) => (value instanceof ServiceObject || value instanceof EnumValue ? value.type === type : false));
}

/** A compiled parameter list: tells whether the arguments fit one of its overloads. */
export type Signature = (args: readonly unknown[]) => boolean;

export function parseSignature(text: string): Signature {
  const overloads = text.split('|').map((list) => {
    const types = list.trim();
    return types === '' ? [] : types.split(',').map((type) => checkOf(type.trim()));
  });
  return (args) => overloads.some((checks) => checks.length === args.length && checks.every((check, i) => check(args[i])));
}

/** `SpreadsheetApp.Range`; what belongs to no service has its bare name. */
function pathOf({ type }: ServiceObject): string {
  return (SERVICE_CLASSES[type]?.path ?? type).replace(/^(Utilities|Session)\./, '');
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `${value.length ? typeName(value[0]) : 'Object'}[]`;
  if (value instanceof EnumValue) return value.type;
  if (value instanceof ServiceObject) return pathOf(value);
  if (value instanceof Date) return 'Date';
  if (value instanceof FunctionName) return '(class)';
  const type = typeof value;
  return type === 'string' ? 'String' : type === 'boolean' ? 'Boolean' : type === 'number' ? 'number' : '(class)';
}

/** Google's text for arguments of the wrong types (platform.md §5). */
export function signatureError(args: readonly unknown[], path: string): ServiceError {
  const types = args
    .map(typeName)
    .join(',')
    .replace(/\[\]\[\]/g, '[]');
  return new ServiceError(`The parameters (${types}) don't match the method signature for ${path}.`);
}
