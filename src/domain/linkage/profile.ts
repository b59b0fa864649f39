import type { AddressParts } from '../duplicates/address-parts.ts';
import type { NormalisedName } from '../names/normalise-name.ts';
import type { Interner } from './interner.ts';
import type { OwnKind } from './link-table.ts';

/** A name with what all rows of the same name share. */
export interface NameProfile {
  readonly name: NormalisedName;
  /** Characters or Latin words; of other scripts the text. */
  readonly whole: string;
  /** Of each likely reading, and of each reading as southern speakers may hear it. */
  readonly sounds: readonly number[];
  readonly alike: readonly number[];
  /** Of the surname's sound; 0 for a company and where the order of words leaves it open. */
  readonly surname: number;
  /** Of the surname and of each character or word of the given name, in writing and in sound. */
  readonly parts: readonly number[];
  readonly soundParts: readonly number[];
  readonly words: readonly string[];
  /** 上海 of 某某公司上海分公司: branches are customers of their own. */
  readonly branch: string;
}

export interface PhoneProfile {
  readonly id: number;
  readonly text: string;
  /** National digits. */
  readonly digits: string;
  /** A line that a household or an office shares. */
  readonly landline: boolean;
}

export interface EmailProfile {
  readonly id: number;
  readonly key: string;
  readonly local: string;
}

export interface AddressProfile {
  readonly parts: AddressParts;
  readonly chinese: boolean;
  /** House, building and room with the end of the road; 0 where the address does not reach a door. */
  readonly door: number;
  /** Lower case, letters and digits, of an address in Latin letters. */
  readonly place: string;
  /** Pairs of neighbouring letters, sorted. */
  readonly pairs: readonly number[];
  /** What tells one door from the next: tokens with a digit, and single letters. */
  readonly numbers: readonly string[];
}

/** A cell of one of the shop's own columns. */
export interface OwnValue {
  readonly id: number;
  readonly text: string;
}

/** A row as it is compared: texts stand as numbers, equal for equal texts, 0 for none. */
export interface Profile {
  readonly name: NameProfile | undefined;
  readonly phones: readonly PhoneProfile[];
  readonly email: EmailProfile | undefined;
  readonly address: AddressProfile | undefined;
  /** `yyyyMMdd`, 0 unknown. */
  readonly birth: number;
  readonly birthId: number;
  readonly identifiers: readonly OwnValue[];
  /** 1 male, 2 female, 0 unknown. */
  readonly sex: number;
  /** By own column, in the table's order; undefined for an empty cell. */
  readonly own: readonly (OwnValue | undefined)[];
}

/** An own column with how often each value comes. */
export interface OwnColumn {
  readonly kind: OwnKind;
  readonly values: Interner;
}

export interface Profiles {
  readonly size: number;
  readonly rows: readonly Profile[];
  readonly sounds: Interner;
  readonly surnames: Interner;
  readonly parts: Interner;
  /** By id of a part, its share without the register. */
  readonly partRates: readonly number[];
  readonly phones: Interner;
  readonly emails: Interner;
  readonly doors: Interner;
  readonly births: Interner;
  readonly identifiers: Interner;
  readonly own: readonly OwnColumn[];
  /** Whether Latin names may spell Cantonese sounds. */
  readonly cantonese: boolean;
  /** Whether the rows are firms, shops or restaurants rather than people. */
  readonly organisations: boolean;
}
