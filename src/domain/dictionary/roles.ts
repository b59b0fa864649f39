import { activeFields } from './compose.ts';
import type { EventRole, Field, FieldKind, Option, ReviewRole, SearchRole, Tab, Trait } from './types.ts';

/** Kinds that say by themselves how a search finds a record; `text` holds for the shop's own fields only. */
const roleOfKind: Partial<Record<FieldKind, SearchRole>> = { series: 'number', phone: 'phone', email: 'email' };

/**
 * How a search finds a record by a field; undefined where it does not. What is secret is never searched.
 *
 * @example searchRole(phoneField) // 'phone'
 */
export function searchRole(field: Field): SearchRole | undefined {
  if (field.off || field.sensitivity === 'secret') return undefined;
  return field.search ?? roleOfKind[field.kind] ?? (field.origin === 'shop' && field.kind === 'text' ? 'text' : undefined);
}

/** The first active field of a tab that tells this of a record. */
export const eventField = (tab: Tab, role: EventRole): Field | undefined =>
  activeFields(tab).find((field) => field.event === role);

/** The first active field of a tab that says this about a record's review. */
export const reviewField = (tab: Tab, role: ReviewRole): Field | undefined =>
  activeFields(tab).find((field) => field.review === role);

/** The first active field of a tab by which customers are told apart in this respect. */
export const traitField = (tab: Tab, trait: Trait): Field | undefined => activeFields(tab).find((field) => field.trait === trait);

/** The field by which a tab's records say whose they are; undefined where they belong to nobody. */
export const referenceTo = (tab: Tab, target: string): Field | undefined =>
  activeFields(tab).find((field) => field.reference === target);

/** How an option closes a record. A shop's own green option means done: green means that everywhere. */
export const closing = (option: Option): Option['closes'] => option.closes ?? (option.hue === 'green' ? 'done' : undefined);
