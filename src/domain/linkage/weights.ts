import type { Comparison, OwnLevel, Trait } from './comparison.ts';
import type { OwnKind } from './link-table.ts';

/**
 * What agreement says, as chances of each level given what two rows are: one and the same customer, two of one household,
 * or strangers. Fellegi and Sunter's model (JASA 1969) with a third class, so that a shared door or landline is no second
 * proof where a household explains it as well. Where a value's own frequency is known, it takes the place of the chance
 * among strangers.
 */
export interface Chances {
  readonly same: number;
  readonly household: number;
  readonly strangers: number;
}

const of = (same: number, household: number, strangers: number): Chances => ({ same, household, strangers });
const UNKNOWN = of(1, 1, 1);

/** Chances by what is compared and how far it agrees. */
export type Traits = { readonly [T in Trait]: Readonly<Record<Comparison[T], Chances>> };

export interface Model {
  /** how many other rows of the same customer a row has on average, before anything is known */
  readonly sameAgain: number;
  /** how many of the same household; of firms, how many of the same owner, chain or house */
  readonly householdAgain: number;
  readonly relatedAgain: number;
  readonly person: Traits;
  readonly firm: Traits;
  readonly own: readonly Readonly<Record<OwnLevel, Chances>>[];
}

const email = {
  same: of(0.87, 0.05, 0.0001),
  similar: of(0.05, 0.005, 0.0008),
  different: of(0.08, 0.94, 1),
  missing: UNKNOWN,
};
const identifier = {
  same: of(0.88, 0.0001, 0.00001),
  near: of(0.09, 0.0001, 0.00005),
  different: of(0.03, 1, 1),
  missing: UNKNOWN,
};
const birth = {
  same: of(0.77, 0.05, 0.00006),
  close: of(0.15, 0.01, 0.002),
  different: of(0.08, 0.94, 1),
  missing: UNKNOWN,
};
const sex = { same: of(0.88, 0.5, 0.5), different: of(0.12, 0.5, 0.5), missing: UNKNOWN };

const PERSON: Traits = {
  name: {
    same: of(0.66, 0.002, 0.0005),
    sound: of(0.16, 0.002, 0.0008),
    near: of(0.07, 0.008, 0.002),
    fits: of(0.95, 0.55, 0.04),
    given: of(0.02, 0.02, 0.01),
    sibling: of(0.02, 0.06, 0.002),
    half: of(0.06, 0.5, 0.01),
    surname: of(0.02, 0.55, 0.05),
    different: of(0.03, 0.35, 0.94),
    unfit: of(0.05, 0.45, 0.96),
    missing: UNKNOWN,
  },
  phone: {
    mobile: of(0.55, 0.15, 0.0001),
    landline: of(0.1, 0.3, 0.0001),
    near: of(0.07, 0.004, 0.0002),
    different: of(0.28, 0.55, 1),
    missing: UNKNOWN,
  },
  email,
  birth,
  address: {
    door: of(0.55, 0.75, 0.0001),
    partial: of(0.1, 0.08, 0.0006),
    road: of(0.15, 0.05, 0.006),
    different: of(0.2, 0.12, 0.99),
    missing: UNKNOWN,
  },
  identifier,
  sex,
};

/** A chain's shops have one name and different doors; shops of one house have different names and one door. */
const FIRM: Traits = {
  name: {
    same: of(0.68, 0.3, 0.0001),
    sound: of(0.04, 0.02, 0.0001),
    near: of(0.14, 0.08, 0.0005),
    fits: of(0.95, 0.7, 0.04),
    given: of(0.02, 0.1, 0.01),
    sibling: of(0.01, 0.05, 0.002),
    half: of(0.08, 0.3, 0.02),
    surname: of(0.0005, 0.4, 0.01),
    different: of(0.05, 0.2, 0.97),
    unfit: of(0.05, 0.3, 0.96),
    missing: UNKNOWN,
  },
  phone: {
    mobile: of(0.6, 0.15, 0.0001),
    landline: of(0.6, 0.2, 0.0001),
    near: of(0.07, 0.01, 0.0002),
    different: of(0.25, 0.75, 1),
    missing: UNKNOWN,
  },
  email,
  birth,
  address: {
    door: of(0.6, 0.3, 0.0001),
    partial: of(0.12, 0.1, 0.0006),
    road: of(0.1, 0.1, 0.006),
    different: of(0.18, 0.5, 0.99),
    missing: UNKNOWN,
  },
  identifier,
  sex,
};

/**
 * The shipped chances, set by hand after registers of shops and published ones. They hold where the data are too few to fit
 * any, and count as the prior where they are not.
 */
export const SHIPPED: Omit<Model, 'own'> = { sameAgain: 0.4, householdAgain: 0.3, relatedAgain: 0.1, person: PERSON, firm: FIRM };

/** Of the shop's own columns: the chance among strangers comes from the register, whether two values agree or not. */
export const SHIPPED_OWN: Readonly<Record<OwnKind, Readonly<Record<OwnLevel, Chances>>>> = {
  option: { same: of(0.8, 0.5, 0.3), similar: UNKNOWN, different: of(0.2, 0.5, 0.7), missing: UNKNOWN },
  text: { same: of(0.55, 0.3, 0.02), similar: of(0.25, 0.15, 0.05), different: of(0.2, 0.55, 0.93), missing: UNKNOWN },
  date: { same: of(0.5, 0.2, 0.01), similar: UNKNOWN, different: of(0.5, 0.8, 0.99), missing: UNKNOWN },
  number: { same: of(0.5, 0.3, 0.1), similar: UNKNOWN, different: of(0.5, 0.7, 0.9), missing: UNKNOWN },
};
