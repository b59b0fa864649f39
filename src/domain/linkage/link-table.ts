/**
 * What a column says about who somebody is. The first eight have rules of their own; the last four are the shop's own
 * columns, which take part by their kind and with modest weight.
 */
export type LinkKind = IdentityKind | OwnKind;
export type IdentityKind = 'name' | 'phone' | 'email' | 'address' | 'birthDate' | 'identifier' | 'sex';
export type OwnKind = 'text' | 'option' | 'date' | 'number';

export interface LinkColumn {
  readonly kind: LinkKind;
  /** One value a row, as the sheet gives it. */
  readonly cells: readonly unknown[];
}

/** The rows to be compared; name, phone, e-mail and address columns of the same kind add to one another. */
export interface LinkTable {
  readonly size: number;
  readonly columns: readonly LinkColumn[];
}

/** Readers that need to know the shop's region or the present day. */
export interface LinkReaders {
  /** E.164 of every number in a cell; of a number that cannot be right, its digits behind a `?`. */
  readonly phones: (cell: string) => readonly string[];
  /** `yyyy-MM-dd`, empty where the cell holds no date. */
  readonly date: (cell: unknown) => string;
  /** Whether Latin names may spell Cantonese sounds, as in Hong Kong and Macau; left out, the phones tell. */
  readonly cantonese?: boolean;
}

const OWN: ReadonlySet<LinkKind> = new Set(['text', 'option', 'date', 'number']);

/** Whether a column is one of the shop's own, compared by its kind alone. */
export function isOwnKind(kind: LinkKind): kind is OwnKind {
  return OWN.has(kind);
}
