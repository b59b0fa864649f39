import { foldForSearch } from '../../src/domain/search/fold-for-search.ts';
import { readQuery } from '../../src/domain/search/read-query.ts';
import { type Child, element } from '../element.ts';

/**
 * A text with the places in bold that the typed words stand in. What was found by its sound has no such place.
 *
 * @param digits compare digits only, as in phones
 */
export function markText(text: string, typed: string, digits = false): Child[] {
  const { words, joined } = readQuery(typed);
  const wanted = digits ? [joined, ...words.map((word) => word.digits)] : words.map((word) => word.text);
  let folded = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const sign = foldForSearch(text[i]!);
    if (digits ? !/\d/.test(sign) : /\s/.test(sign)) continue;
    for (const one of sign) {
      folded += one;
      places.push(i);
    }
  }
  const marked = new Set<number>();
  for (const word of wanted) {
    const at = word === '' ? -1 : folded.indexOf(word);
    if (at < 0) continue;
    for (let i = places[at]!; i <= places[at + word.length - 1]!; i++) marked.add(i);
    if (word === joined) break;
  }
  const parts: Child[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from;
    while (to < text.length && marked.has(to) === marked.has(from)) to++;
    const part = text.slice(from, to);
    parts.push(marked.has(from) ? element('mark', {}, part) : part);
    from = to;
  }
  return parts;
}
