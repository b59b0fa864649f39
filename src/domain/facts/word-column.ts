import { cellText } from '../check/cell.ts';
import { optionMeant } from '../dictionary/option-meant.ts';
import type { Field } from '../dictionary/types.ts';
import type { Locale } from '../locale.ts';
import type { Table } from '../reminders/find-reminders.ts';
import { optionKey } from '../text/match-option.ts';
import { none, type WordColumn } from './record-facts.ts';

/** Nothing stands anywhere. */
export const noWords = (count: number): WordColumn => ({ words: [], places: new Int32Array(count).fill(none) });

/**
 * Texts as words: each once, in the spelling that comes first; width, letter case and spaces do not count.
 *
 * @param text of a record; empty where there is none
 * @param shown how a text is shown; absent: as it stands
 */
export function wordsOf(count: number, text: (record: number) => string, shown?: (text: string) => string): WordColumn {
  const words: string[] = [];
  const places = new Int32Array(count);
  const byText = new Map<string, number>([['', none]]);
  const byKey = new Map<string, number>();
  for (let record = 0; record < count; record++) {
    const own = text(record).trim();
    let place = byText.get(own);
    if (place === undefined) {
      const word = shown?.(own) ?? own;
      const key = optionKey(word);
      place = byKey.get(key) ?? words.push(word) - 1;
      byKey.set(key, place);
      byText.set(own, place);
    }
    places[record] = place;
  }
  return { words, places };
}

/** A field of a table as words: options by their label in the language, whatever word for them stands there. */
export function wordColumn(field: Field | undefined, table: Table, rows: Int32Array, language: Locale): WordColumn {
  if (!field) return noWords(rows.length);
  const text = (record: number): string => cellText(table.cell(rows[record]!, field.key));
  return wordsOf(rows.length, text, field.options && ((own) => optionMeant(field, own)?.label[language] ?? own));
}
