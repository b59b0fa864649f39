import { emailKey } from '../email/email-key.ts';
import { foldWidth } from '../text/fold-width.ts';
import { AddressProfiles } from './address-profiles.ts';
import { Interner } from './interner.ts';
import { isOwnKind, type LinkColumn, type LinkKind, type LinkReaders, type LinkTable } from './link-table.ts';
import { NameProfiles } from './name-profiles.ts';
import type { EmailProfile, OwnColumn, OwnValue, PhoneProfile, Profile, Profiles } from './profile.ts';
import { kindOfCell } from './sort-cells.ts';

/** From this share on, a trait of some rows is taken for one of the register. */
const TELLING_SHARE = 0.3;
/** Of an identifier, none of whose values comes twice among so many: it numbers the rows and says nothing about people. */
const ROW_NUMBERS_FROM = 20;
const MALE = new Set(['男', '男性', '男士', '先生', 'm', 'male', 'mr', '1']);
const FEMALE = new Set(['女', '女性', '女士', '小姐', '太太', 'f', 'female', 'ms', 'mrs', 'miss', '2']);
const NONE: readonly never[] = [];

/** Reads rows one by one, in order, and then answers for all of them. */
export class RowReader {
  private readonly table: LinkTable;
  private readonly readers: LinkReaders;
  private readonly identity: readonly LinkColumn[];
  private readonly ownColumns: readonly LinkColumn[];
  private readonly own: readonly OwnColumn[];
  private readonly names = new NameProfiles();
  private readonly addresses = new AddressProfiles();
  private readonly phones = new Interner();
  private readonly phoneProfiles: PhoneProfile[] = [];
  private readonly emails = new Interner();
  private readonly emailProfiles: EmailProfile[] = [];
  private readonly births = new Interner();
  private readonly identifiers = new Interner();
  private readonly rows: Profile[] = [];
  private hongKong = 0;
  private firms = 0;

  constructor(table: LinkTable, readers: LinkReaders) {
    this.table = table;
    this.readers = readers;
    this.identity = table.columns.filter(({ kind }) => !isOwnKind(kind));
    this.ownColumns = table.columns.filter(({ kind }) => isOwnKind(kind));
    this.own = this.ownColumns.map(({ kind }) => ({ kind: kind as OwnColumn['kind'], values: new Interner() }));
  }

  /** How many rows are read. */
  get count(): number {
    return this.rows.length;
  }

  readNext(): void {
    const row = this.rows.length;
    const texts: Partial<Record<LinkKind, string>> = {};
    for (const { kind, cells } of this.identity) {
      const cell = cells[row];
      if (cell === '' || cell === null || cell === undefined) continue;
      if (kind === 'birthDate') {
        texts.birthDate ||= this.readers.date(cell);
        continue;
      }
      const text = foldWidth(String(cell)).trim();
      if (text === '') continue;
      const found = kindOfCell(text, kind);
      const before = texts[found];
      texts[found] = before === undefined ? text : `${before}${SEPARATOR[found] ?? ' '}${text}`;
    }
    const name = this.names.of(texts.name ?? '');
    if (name && (name.name.kind === 'company' || looksLikeFirm(texts.name!))) this.firms++;
    this.rows.push({
      name,
      phones: texts.phone === undefined ? NONE : this.phonesOf(texts.phone.split('\n')),
      email: texts.email === undefined ? undefined : this.emailOf(texts.email.split('\n')[0]!),
      address: this.addresses.of(texts.address ?? ''),
      birth: texts.birthDate ? Number(texts.birthDate.replace(/-/g, '')) : 0,
      birthId: this.births.id(texts.birthDate ?? ''),
      identifiers: texts.identifier === undefined ? NONE : texts.identifier.split('\n').flatMap((cell) => this.identifier(cell)),
      sex: texts.sex === undefined ? 0 : sexOf(texts.sex),
      own: this.ownOf(row),
    });
  }

  profiles(): Profiles {
    const { sounds, surnames, parts, partRates } = this.names;
    const persons = this.identity.some(({ kind }) => kind === 'birthDate' || kind === 'sex');
    return {
      size: this.table.size,
      rows: this.rows,
      sounds,
      surnames,
      parts,
      partRates,
      phones: this.phones,
      emails: this.emails,
      doors: this.addresses.doors,
      births: this.births,
      identifiers: this.identifiers,
      own: this.own,
      cantonese: this.readers.cantonese ?? this.hongKong > TELLING_SHARE * this.table.size,
      organisations: !persons && this.firms > TELLING_SHARE * this.table.size,
    };
  }

  private phonesOf(cells: readonly string[]): readonly PhoneProfile[] {
    const found: PhoneProfile[] = [];
    for (const cell of cells) {
      for (const text of this.readers.phones(cell)) {
        const id = this.phones.id(text);
        if (id === 0 || found.some((other) => other.id === id)) continue;
        found.push((this.phoneProfiles[id] ??= phoneProfile(id, text)));
        if (text.startsWith('+852') || text.startsWith('+853')) this.hongKong++;
      }
    }
    return found.length === 0 ? NONE : found;
  }

  private emailOf(cell: string): EmailProfile | undefined {
    const key = emailKey(cell);
    const id = this.emails.id(key);
    if (id === 0) return undefined;
    return (this.emailProfiles[id] ??= { id, key, local: key.slice(0, key.indexOf('@')) });
  }

  private identifier(cell: string): readonly OwnValue[] {
    const text = plain(cell);
    const id = this.identifiers.id(text);
    return id === 0 ? NONE : [{ id, text }];
  }

  private ownOf(row: number): readonly (OwnValue | undefined)[] {
    if (this.ownColumns.length === 0) return NONE;
    return this.ownColumns.map(({ kind, cells }, index) => {
      const cell = cells[row];
      if (cell === '' || cell === null || cell === undefined) return undefined;
      const text = ownText(kind, cell, this.readers);
      const id = this.own[index]!.values.id(text);
      return id === 0 ? undefined : { id, text };
    });
  }
}

/** Between several cells of one kind in a row; two e-mail addresses are not one. */
const SEPARATOR: Partial<Record<LinkKind, string>> = { phone: '\n', email: '\n', identifier: '\n' };

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A cell of one of the shop's own columns as it is compared. */
export function ownText(kind: LinkKind, cell: unknown, readers: LinkReaders): string {
  return kind === 'date' ? readers.date(cell) : plain(foldWidth(String(cell)));
}

/** Without what only numbers the rows. */
export function withoutRowNumbers(table: LinkTable): LinkTable {
  return { ...table, columns: table.columns.filter(({ kind, cells }) => kind !== 'identifier' || !numbersRows(cells)) };
}

function numbersRows(cells: readonly unknown[]): boolean {
  const filled = cells.filter((cell) => cell !== '' && cell !== null && cell !== undefined);
  return filled.length >= ROW_NUMBERS_FROM && new Set(filled.map(String)).size === filled.length;
}

/** "the", "&", "of", "'s" or a number are seldom in a person's name. */
const looksLikeFirm = (text: string): boolean =>
  /^the\b|&|\bof\b|\band\b|[a-z]['’]s\b|\d|\b(?:bar|grill|house|kitchen|deli|diner|bistro|room|club|shop|store|salon)\b/i.test(
    text,
  );

function phoneProfile(id: number, text: string): PhoneProfile {
  return { id, text, digits: text.replace(/^\+86|\D/g, ''), landline: isLandline(text) };
}

/** Where the numbering plan tells mobiles apart: the mainland, Hong Kong, Macau, Taiwan, Britain, Australia, Singapore. */
function isLandline(text: string): boolean {
  if (text.startsWith('+86')) return !/^\+861[3-9]\d{9}$/.test(text);
  return /^\+(?:852[23]|8532|886[2-8]|441|442|61[2378]|656)/.test(text);
}

function sexOf(text: string): number {
  const word = text.toLowerCase().replace(/[\s.]+$/, '');
  return MALE.has(word) ? 1 : FEMALE.has(word) ? 2 : 0;
}
