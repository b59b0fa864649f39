import type { ExecutionContext } from './execution-context.ts';

/**
 * A method of a service: its parameter list (see `signatures.ts`) and what it does. The arguments have been checked
 * against the list before `run` is called.
 */
export type Method<T> = readonly [parameters: string, run: (context: ExecutionContext, self: T, ...args: never[]) => unknown];

export type Methods<T> = Readonly<Record<string, Method<T>>>;

export interface ServiceClass {
  /** as error texts name it: `SpreadsheetApp.Range` */
  readonly path: string;
  /** what `toString()` says where that is not the end of the path */
  readonly shown?: string;
  // biome-ignore lint/suspicious/noExplicitAny: a table of unlike classes; each is checked where it is written
  readonly methods: Methods<any>;
  /** properties that hold an enumeration: name of the property → type of the enumeration */
  readonly enums?: Readonly<Record<string, string>>;
}

/** Puts the parts of a class together; the type parameter is what its methods get as `self`. */
export function serviceClass<T>(path: string, parts: Methods<T>[], enums?: Record<string, string>): ServiceClass {
  return { path, methods: Object.assign({}, ...parts), enums };
}
