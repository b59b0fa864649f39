import { activeFields } from '../dictionary/compose.ts';
import { optionMeant } from '../dictionary/option-meant.ts';
import type { Field, Meaning, Tab } from '../dictionary/types.ts';
import { checkEmail } from '../email/check-email.ts';
import type { Locale } from '../locale.ts';

/** Somebody who gets a digest. */
export interface Recipient {
  /** one mailbox, however many of the staff share it */
  to: string;
  names: readonly string[];
  locale: Locale;
  isOwner: boolean;
}

export interface Recipients {
  list: Recipient[];
  /** names whose address is none */
  wrong: string[];
}

const fieldWith = (tab: Tab, means: Meaning): Field | undefined =>
  activeFields(tab).find(({ options }) => options?.some((option) => option.means === means));

const means = (field: Field | undefined, text: string, meaning: Meaning): boolean => optionMeant(field, text)?.means === meaning;

/**
 * Who of the staff gets mail: everybody who works here and has an address. Whose language is not said reads the ledger's.
 * Where no owner can be reached the first in the list is told instead: what is nobody's must not be told to nobody.
 *
 * @param rows of the staff's tab, texts by field key
 */
export function readRecipients(tab: Tab, rows: readonly Readonly<Record<string, string>>[], usual: Locale): Recipients {
  const name = activeFields(tab).find(({ unique }) => unique);
  const email = activeFields(tab).find(({ kind }) => kind === 'email');
  const role = fieldWith(tab, 'owner');
  const state = fieldWith(tab, 'left');
  const language = fieldWith(tab, 'english');
  const boxes = new Map<string, Recipient>();
  const wrong: string[] = [];
  for (const row of rows) {
    const text = (field: Field | undefined): string => (field ? (row[field.key] ?? '').trim() : '');
    if (text(name) === '' || text(email) === '' || means(state, text(state), 'left')) continue;
    const { verdict, display } = checkEmail(text(email));
    if (verdict === 'invalid') {
      wrong.push(text(name));
      continue;
    }
    const to = display.toLowerCase();
    const known = boxes.get(to);
    const reads: Locale = text(language) === '' ? usual : means(language, text(language), 'english') ? 'en' : 'zh-CN';
    boxes.set(to, {
      to,
      names: [...(known?.names ?? []), text(name)],
      locale: known?.locale ?? reads,
      isOwner: (known?.isOwner ?? false) || means(role, text(role), 'owner'),
    });
  }
  const list = [...boxes.values()];
  const hasOwner = list.some(({ isOwner }) => isOwner);
  return { list: hasOwner ? list : list.map((each, i) => (i === 0 ? { ...each, isOwner: true } : each)), wrong };
}
