import type { ExecutionContext } from './execution-context.ts';
import type { GlobalService } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';

/** platform.md §1 */
const MAX_KEY = 250;
const MAX_VALUE = 100 * 1024;
const DEFAULT_SECONDS = 600;
const MAX_SECONDS = 21_600;

class CacheObject extends ServiceObject {
  readonly type = 'Cache';
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }
}

function checkKey(key: string): void {
  if (key.length > MAX_KEY) throw new ServiceError('Argument too large: key');
}

function put(context: ExecutionContext, { name }: CacheObject, key: string, value: string, seconds = DEFAULT_SECONDS): void {
  checkKey(key);
  if (Buffer.byteLength(value, 'utf8') > MAX_VALUE) throw new ServiceError('Argument too large: value');
  if (seconds < 1 || seconds > MAX_SECONDS) throw new ServiceError('Invalid argument: expirationInSeconds');
  context.surroundings.cache.put(name, key, value, seconds, context.now());
}

function getAll(context: ExecutionContext, { name }: CacheObject, keys: string[]): Record<string, string> {
  keys.forEach(checkKey);
  context.lookup('cacheGet');
  const found: Record<string, string> = {};
  for (const key of keys) {
    const value = context.surroundings.cache.get(name, key, context.now());
    if (value !== null) found[key] = value;
  }
  return found;
}

function putAll(context: ExecutionContext, self: CacheObject, values: Record<string, unknown>, seconds?: number): null {
  context.lookup('cachePut');
  for (const [key, value] of Object.entries(values)) put(context, self, key, String(value), seconds);
  return null;
}

/** What gives nothing back gives null, as observed on Google. */
export const cacheMethods: Methods<CacheObject> = {
  get: ['string', (context, self, key: string) => getAll(context, self, [key])[key] ?? null],
  getAll: ['string[]', getAll],
  put: [
    'string, string | string, string, int',
    (context, self, key: string, value: string, seconds?: number) => {
      context.lookup('cachePut');
      put(context, self, key, value, seconds);
      return null;
    },
  ],
  putAll: ['object | object, int', putAll],
  remove: [
    'string',
    (context, { name }, key: string) => {
      context.lookup('cachePut');
      context.surroundings.cache.remove(name, key);
      return null;
    },
  ],
  removeAll: [
    'string[]',
    (context, { name }, keys: string[]) => {
      context.lookup('cachePut');
      for (const key of keys) context.surroundings.cache.remove(name, key);
      return null;
    },
  ],
};

export const cacheServiceMethods: Methods<GlobalService> = {
  getScriptCache: ['', () => new CacheObject('script')],
  getDocumentCache: ['', () => new CacheObject('document')],
  getUserCache: ['', (context) => new CacheObject(`user ${context.user.email}`)],
};
