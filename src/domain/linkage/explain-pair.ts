import type { DuplicateReasonCode } from '../duplicates/messages.ts';
import type { Comparison } from './comparison.ts';
import type { LinkTable } from './link-table.ts';
import type { LinkageReasonCode } from './messages.ts';
import type { Profiles } from './profile.ts';

/** Why two rows may be one customer; data, to be said in the user's language. */
export interface LinkReason {
  readonly code: DuplicateReasonCode | LinkageReasonCode;
  /** `phone` is E.164, `date` is `yyyy-MM-dd`; `column` counts the table's columns from 0. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Names that are another person's, as far as names can tell. */
export const OTHER_NAMES: ReadonlySet<Comparison['name']> = new Set(['different', 'unfit', 'surname', 'half', 'sibling']);

/** What two rows have in common, the strongest first. */
export function explainPair(table: LinkTable, profiles: Profiles, comparison: Comparison, a: number, b: number): LinkReason[] {
  const [x, y] = [profiles.rows[a]!, profiles.rows[b]!];
  const reasons: LinkReason[] = [];
  const add = (code: LinkReason['code'] | undefined, params: LinkReason['params']) => code && reasons.push({ code, params });
  const { name, phone, email, birth, address, identifier } = comparison;
  const other = OTHER_NAMES.has(name);
  const shared = x.phones.find(({ id }) => y.phones.some((one) => one.id === id));
  if (identifier === 'same')
    add('sameIdentifier', { value: x.identifiers.find(({ id }) => y.identifiers.some((one) => one.id === id))!.text });
  if (shared) add(other ? 'sharedPhone' : 'samePhone', { phone: shared.text });
  if (email === 'same') add(other ? 'sharedEmail' : 'sameEmail', { email: y.email!.key });
  add(NAME_CODES[name], { name: textOf(table, 'name', b) || (y.name?.whole ?? '') });
  if (birth === 'same' || birth === 'close')
    add(birth === 'same' ? 'sameBirthDate' : 'closeBirthDate', { date: dateOf(y.birth) });
  if (address === 'door') add('sameAddress', { address: textOf(table, 'address', b) });
  if (identifier === 'near') add('nearIdentifier', { value: y.identifiers[0]!.text });
  if (phone === 'near') add('nearPhone', { phone: y.phones[0]!.text });
  if (email === 'similar') add('similarEmail', { email: y.email!.key });
  if (address === 'partial' || address === 'road') add('partialAddress', { address: textOf(table, 'address', b) });
  const ownColumns = table.columns.flatMap(({ kind }, column) =>
    ['text', 'option', 'date', 'number'].includes(kind) ? [column] : [],
  );
  comparison.own.forEach((level, index) => {
    const column = ownColumns[index]!;
    if (level === 'same' || level === 'similar')
      add(level === 'same' ? 'sameValue' : 'similarValue', { column, value: String(table.columns[column]!.cells[b]) });
  });
  return reasons;
}

const NAME_CODES: Readonly<Partial<Record<Comparison['name'], DuplicateReasonCode>>> = {
  same: 'sameName',
  sound: 'samePinyin',
  near: 'nearName',
  sibling: 'nearName',
  fits: 'partialName',
};

function textOf({ columns }: LinkTable, kind: 'name' | 'address', row: number): string {
  return columns
    .filter((column) => column.kind === kind)
    .map(({ cells }) => String(cells[row] ?? ''))
    .filter((text) => text !== '')
    .join(' ');
}

function dateOf(birth: number): string {
  const digits = String(birth);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}
