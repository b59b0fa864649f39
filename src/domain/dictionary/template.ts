import type { Localized } from '../locale.ts';
import type { Field, Tab } from './types.ts';

/** An industry template adds to the core dictionary. It is data only. */
export interface Template {
  key: string;
  label: Localized;
  /** tabs of its own */
  tabs?: readonly Tab[];
  /** fields added to the right of a core tab, by tab; a key means the same in every template that has it */
  fields?: Readonly<Record<string, readonly Field[]>>;
  /** properties of core fields that differ in this trade, by tab and field; kind and key stay */
  changes?: Readonly<Record<string, Readonly<Record<string, Partial<Omit<Field, 'key' | 'kind' | 'origin'>>>>>>;
}
