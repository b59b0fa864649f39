import { parsePhone } from '../phone/parse-phone.ts';
import type { PhoneNumber, PhoneRegion } from '../phone/phone-types.ts';

const keyOf = ({ e164, extension }: PhoneNumber): string => `${e164} ${extension ?? ''}`;
const divider = ' / ';

/** A cell's numbers as texts with their remarks; one text where it cannot be divided. */
function piecesOf(text: string, region: PhoneRegion): { text: string; keys: string[] }[] {
  const whole = parsePhone(text, { region });
  const pieces = whole.display.split(divider).map((piece) => ({ piece, read: parsePhone(piece, { region }) }));
  const isDivided = pieces.length === whole.numbers.length && pieces.every(({ read }) => read.numbers.length === 1);
  return isDivided
    ? pieces.map(({ piece, read }) => ({ text: piece, keys: read.numbers.map(keyOf) }))
    : [{ text: whole.display, keys: whole.numbers.map(keyOf) }];
}

/**
 * Several phone cells as one: each number once, in the parser's form, with the most telling remark. Cells that cannot be
 * called stay out.
 *
 * @param texts in the order in which the numbers are to stand
 * @returns undefined where there are not several numbers, or one cell could not be read as the same numbers again
 * @example joinPhones(['138 0013 8000', '13800138000 / 010-62345678'], 'CN') // '13800138000 / 010-62345678'
 */
export function joinPhones(texts: readonly string[], region: PhoneRegion): string | undefined {
  const pieces: { text: string; keys: string[] }[] = [];
  for (const text of texts.filter((each) => parsePhone(each, { region }).numbers.length > 0)) {
    for (const piece of piecesOf(text, region)) {
      const same = pieces.find(({ keys }) => keys.join() === piece.keys.join());
      if (same) same.text = piece.text.length > same.text.length ? piece.text : same.text;
      else if (!piece.keys.every((key) => pieces.some(({ keys }) => keys.includes(key)))) pieces.push(piece);
    }
  }
  const joined = pieces.map(({ text }) => text).join(divider);
  const wanted = new Set(pieces.flatMap(({ keys }) => keys));
  const again = parsePhone(joined, { region });
  const isSame = again.numbers.length === wanted.size && again.numbers.every((number) => wanted.has(keyOf(number)));
  return wanted.size > 1 && again.verdict === 'valid' && isSame ? again.display : undefined;
}
