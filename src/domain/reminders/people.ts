import { cellText } from '../check/cell.ts';
import { activeFields } from '../dictionary/compose.ts';
import { optionMeant } from '../dictionary/option-meant.ts';
import type { Dictionary, Field, Meaning, Tab } from '../dictionary/types.ts';
import { optionKey } from '../text/match-option.ts';
import type { CustomerFacts } from './customer-facts.ts';
import type { Table, Tables } from './find-reminders.ts';
import type { Reminder } from './reminder.ts';

/** Who may be told, by the names in the shop's list of staff. */
export interface People {
  /** the owner's name, or what owners are called */
  owner: string;
  /** a name as the list has it; undefined for whoever has left. Who is not in the list goes by the name given. */
  known(name: string): string | undefined;
}

const fieldWith = (tab: Tab, means: Meaning): Field | undefined =>
  activeFields(tab).find(({ options }) => options?.some((option) => option.means === means));

/** The tab that lists the staff, if this ledger has one: the one that says who the owner is. */
export const staffTab = (dictionary: Dictionary): Tab | undefined => dictionary.tabs.find((tab) => fieldWith(tab, 'owner'));

const nameField = (tab: Tab): string | undefined => activeFields(tab).find(({ unique }) => unique)?.key;

/** The fields of the staff that are read. */
export const staffFields = (tab: Tab): string[] =>
  [nameField(tab), fieldWith(tab, 'owner')?.key, fieldWith(tab, 'left')?.key].filter((key) => key !== undefined);

/** The rows of a list in which an option means this. */
function rowsThatMean(tab: Tab, table: Table, means: Meaning): ReadonlySet<number> {
  const field = fieldWith(tab, means);
  const rows = Array.from({ length: field ? table.rows : 0 }, (_, row) => row);
  return new Set(rows.filter((row) => optionMeant(field, cellText(table.cell(row, field!.key)).trim())?.means === means));
}

/**
 * The people of a shop as its list of staff has them.
 *
 * @param fallback what the owner is called where the list names none
 */
export function readPeople(dictionary: Dictionary, tables: Tables, fallback: string): People {
  const tab = staffTab(dictionary);
  const table = tab && tables.get(tab.key);
  const key = tab && nameField(tab);
  if (!tab || !table || !key) return { owner: fallback, known: (name) => name };
  const left = rowsThatMean(tab, table, 'left');
  const owners = rowsThatMean(tab, table, 'owner');
  const names = Array.from({ length: table.rows }, (_, row) => cellText(table.cell(row, key)).trim());
  // Of two with the same name whoever still works here is meant.
  const rows = new Map(
    [...left, ...names.keys()]
      .filter((row, i) => i < left.size || !left.has(row))
      .map((row) => [optionKey(names[row] ?? ''), row]),
  );
  const owner = names.find((name, row) => name !== '' && owners.has(row) && !left.has(row));
  return {
    owner: owner ?? fallback,
    known: (name) => {
      const row = rows.get(optionKey(name));
      return row === undefined ? name : left.has(row) ? undefined : names[row];
    },
  };
}

/** Who is told of a reminder: where nobody is named, or whoever was named has left, the next one up to the owner. */
export function personFor({ tell, by }: Reminder, facts: CustomerFacts | undefined, people: People): string {
  const named = tell === 'handler' ? [by, facts?.responsible] : tell === 'responsible' ? [facts?.responsible] : [];
  for (const name of named) {
    const known = name && people.known(name);
    if (known) return known;
  }
  return people.owner;
}
