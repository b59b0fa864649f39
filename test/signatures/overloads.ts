/** The parameter lists of a function with up to eight overloads, as a union of tuples. */
// biome-ignore lint/suspicious/noExplicitAny: stands for whatever a function returns
type Any = any;
type Overloads<F> = F extends {
  (...a: infer A): Any;
  (...a: infer B): Any;
  (...a: infer C): Any;
  (...a: infer D): Any;
  (...a: infer E): Any;
  (...a: infer G): Any;
  (...a: infer H): Any;
  (...a: infer I): Any;
}
  ? A | B | C | D | E | G | H | I
  : never;

/** Every list that Google's types allow is one of ours, and every one of ours is one of Google's. */
export type Same<Google, Ours> = [Bare<Overloads<Google>>] extends [Ours]
  ? Part<Google, Ours>
  : { google: Overloads<Google>; ours: Ours };

/** Every list of ours is one of Google's. */
export type Part<Google, Ours> = [Ours] extends [Bare<Overloads<Google>>] ? true : { google: Overloads<Google>; ours: Ours };

export type Proven<T extends true> = T;

/** Without the nulls, and text for a choice of texts: where Google's types are strict about them, its services refuse by value. */
type Bare<T> = T extends readonly unknown[] ? { [K in keyof T]: Loose<T[K]> } : never;
type Loose<T> = T extends null ? never : T extends (infer U)[][] ? Loose<U>[][] : T extends string ? string : T;
