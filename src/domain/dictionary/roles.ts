import type { LinkKind } from '../linkage/link-table.ts';
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

/** The other field of the record that a field's value is held against. */
export const heldAgainst = ({ notBefore, notAbove }: Field): string | undefined => notBefore ?? notAbove;

/** How an option closes a record. A shop's own green option means done: green means that everywhere. */
export const closing = (option: Option): Option['closes'] => option.closes ?? (option.hue === 'green' ? 'done' : undefined);

/** Kinds that take part in finding the same customer twice; remarks, ticks and ratings tell of what happened, not of who it was. */
const linkKinds: Partial<Record<FieldKind, LinkKind>> = {
  phone: 'phone',
  email: 'email',
  text: 'text',
  choice: 'option',
  date: 'date',
  integer: 'number',
  money: 'number',
};

const linkTraits: Partial<Record<Trait, LinkKind>> = { gender: 'sex', birth: 'birthDate' };

/**
 * How a field takes part when customers are compared with each other; undefined where it does not. What is filled in from
 * another field says nothing besides it, a review says nothing of who somebody is, what is secret is not compared, and a
 * text that may not repeat is a number by which somebody is known.
 *
 * @example linkKind({ kind: 'text', unique: true, … }) // 'identifier'
 */
export function linkKind(field: Field): LinkKind | undefined {
  if (field.off || field.sensitivity === 'secret' || field.identity === 'none') return undefined;
  if (field.identity) return field.identity;
  if (field.fills || field.review) return undefined;
  if (field.trait && linkTraits[field.trait]) return linkTraits[field.trait];
  return field.unique && field.kind === 'text' ? 'identifier' : linkKinds[field.kind];
}
