import type { Op } from '../contract.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { GlobalService } from './objects.ts';
import type { PriceName } from './prices.ts';
import type { Methods } from './service-class.ts';
import { ServiceError, ServiceObject } from './service-object.ts';

/** platform.md §1 */
const MAX_VALUE = 9 * 1024;
const MAX_STORE = 500 * 1024;

type StoreName = 'script' | 'document' | 'user';

class PropertiesObject extends ServiceObject {
  readonly type = 'Properties';
  readonly store: StoreName;

  constructor(store: StoreName) {
    super();
    this.store = store;
  }
}

function valuesOf(context: ExecutionContext, { store }: PropertiesObject): Record<string, string> {
  const { properties } = context.book.state;
  return store === 'user' ? (properties.user[context.user.email] ?? {}) : properties[store];
}

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

const QUOTA = 'You have exceeded the property storage quota. Please remove some properties and try again.';

function checkLimits(context: ExecutionContext, values: Record<string, string>, set: Record<string, string>): void {
  const tooLarge = context.surroundings.doubts.largeProperty === 'quota' ? QUOTA : 'Argument too large: value';
  for (const value of Object.values(set)) if (bytes(value) > MAX_VALUE) throw new ServiceError(tooLarge);
  let total = 0;
  for (const [key, value] of Object.entries({ ...values, ...set })) total += bytes(key) + bytes(value);
  if (total > MAX_STORE) {
    throw new ServiceError(QUOTA);
  }
}

/** Every read and write counts for the day's quota of whoever runs the script (platform.md §1). */
function access(context: ExecutionContext, price: PriceName, count: number): void {
  const { quotas } = context.surroundings;
  const { email } = context.user;
  if (quotas.remaining('properties', email, context.now()) < count) {
    throw new ServiceError('Service invoked too many times for one day: properties.');
  }
  quotas.use('properties', email, count, context.now());
  context.lookup(price);
}

/** Properties are written at once, whatever is queued for the grid. */
function change(
  context: ExecutionContext,
  self: PropertiesObject,
  set: Record<string, string>,
  remove: string[],
): PropertiesObject {
  checkLimits(context, valuesOf(context, self), set);
  access(context, 'propertySet', Object.keys(set).length + remove.length);
  const op: Op = { op: 'properties', store: self.store, set, remove };
  if (self.store === 'user') op.user = context.user.email;
  context.transact((apply) => apply([op]));
  return self;
}

function setProperties(context: ExecutionContext, self: PropertiesObject, values: Record<string, unknown>, deleteOthers = false) {
  const set = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)]));
  const others = deleteOthers ? Object.keys(valuesOf(context, self)).filter((key) => !(key in set)) : [];
  return change(context, self, set, others);
}

export const propertiesMethods: Methods<PropertiesObject> = {
  getProperty: [
    'string',
    (context, self, key: string) => {
      access(context, 'propertyGet', 1);
      const values = valuesOf(context, self);
      return Object.hasOwn(values, key) ? values[key] : null;
    },
  ],
  getProperties: [
    '',
    (context, self) => {
      access(context, 'propertiesGet', 1);
      return { ...valuesOf(context, self) };
    },
  ],
  getKeys: [
    '',
    (context, self) => {
      access(context, 'propertiesGet', 1);
      return Object.keys(valuesOf(context, self));
    },
  ],
  setProperty: ['string, string', (context, self, key: string, value: string) => change(context, self, { [key]: value }, [])],
  setProperties: ['object | object, boolean', setProperties],
  deleteProperty: ['string', (context, self, key: string) => change(context, self, {}, [key])],
  deleteAllProperties: ['', (context, self) => change(context, self, {}, Object.keys(valuesOf(context, self)))],
};

export const propertiesServiceMethods: Methods<GlobalService> = {
  getScriptProperties: ['', () => new PropertiesObject('script')],
  getDocumentProperties: ['', () => new PropertiesObject('document')],
  getUserProperties: ['', () => new PropertiesObject('user')],
};
