/**
 * How two rows agree, kind by kind. A chance beside a level is the one that strangers agree like that by the frequency of
 * the value they share; 0 where only the level is known.
 */
export interface Comparison {
  /** Whether firms, shops or branches are compared rather than people. */
  readonly organisation: boolean;
  readonly name: NameLevel;
  readonly nameChance: number;
  readonly phone: PhoneLevel;
  readonly phoneChance: number;
  readonly email: EmailLevel;
  readonly emailChance: number;
  readonly birth: BirthLevel;
  readonly birthChance: number;
  readonly address: AddressLevel;
  readonly addressChance: number;
  readonly identifier: IdentifierLevel;
  readonly identifierChance: number;
  readonly sex: SexLevel;
  /** By own column. */
  readonly own: readonly OwnLevel[];
  readonly ownChances: readonly number[];
}

/** The kinds that every register compares, as they are called in {@link Comparison}. */
export const TRAITS = ['name', 'phone', 'email', 'birth', 'address', 'identifier', 'sex'] as const;
export type Trait = (typeof TRAITS)[number];

/**
 * `sound`: another spelling of one sound; `near`: a slip; `fits`, `unfit`: one is only a part of a name and contradicts the
 * other or not; `sibling`: one of two given characters differs; `given`: a given name with another surname, as after a wedding; `half`: some words are common; `surname`: only the surname,
 * or a firm's other branch.
 */
export type NameLevel =
  | 'same'
  | 'sound'
  | 'near'
  | 'fits'
  | 'given'
  | 'sibling'
  | 'half'
  | 'surname'
  | 'different'
  | 'unfit'
  | 'missing';
export type PhoneLevel = 'mobile' | 'landline' | 'near' | 'different' | 'missing';
export type EmailLevel = 'same' | 'similar' | 'different' | 'missing';
export type BirthLevel = 'same' | 'close' | 'different' | 'missing';
/** `door`: the same door; `partial`: the same house as far as told; `road`: the road or the neighbourhood. */
export type AddressLevel = 'door' | 'partial' | 'road' | 'different' | 'missing';
export type IdentifierLevel = 'same' | 'near' | 'different' | 'missing';
export type SexLevel = 'same' | 'different' | 'missing';
export type OwnLevel = 'same' | 'similar' | 'different' | 'missing';

/** The closest agreement first: what the rows of a group have in common counts by its best pair. */
export const RANKS: { readonly [T in Trait]: readonly Comparison[T][] } & { readonly own: readonly OwnLevel[] } = {
  name: ['same', 'sound', 'near', 'fits', 'given', 'sibling', 'half', 'surname', 'different', 'unfit', 'missing'],
  phone: ['mobile', 'landline', 'near', 'different', 'missing'],
  email: ['same', 'similar', 'different', 'missing'],
  birth: ['same', 'close', 'different', 'missing'],
  address: ['door', 'partial', 'road', 'different', 'missing'],
  identifier: ['same', 'near', 'different', 'missing'],
  sex: ['same', 'different', 'missing'],
  own: ['same', 'similar', 'different', 'missing'],
};
