import { formatPhone } from './format-phone.ts';
import { judgeNumber } from './judge-number.ts';
import type { PhoneRegion } from './metadata.generated.ts';
import { foldPhoneText, visibleText } from './phone-text.ts';
import type { PhoneProblem, PhoneResult, PhoneStyle } from './phone-types.ts';
import { readCell } from './read-cell.ts';
import { showCell } from './show-cell.ts';
import { mendLetters, mendSpreadsheet } from './spreadsheet-damage.ts';

export interface PhoneOptions {
  /** the shop's region: how numbers without a country code are read, and what is written without one */
  region: PhoneRegion;
  style?: PhoneStyle;
}

/** Nine cells in ten of a mainland shop: nothing to fold, split or look for. */
const PLAIN_MOBILE = /^1[3-9]\d{9}$/;

/** Fewer digits than this say nothing about a person. */
const FEWEST_DIGITS = 5;

function invalidCell(typed: string, problem: PhoneProblem): PhoneResult {
  return { verdict: 'invalid', numbers: [], display: typed, problem };
}

/**
 * Reads a phone cell: one number or several, in any usual notation, with extensions and remarks.
 *
 * The display of a valid cell is in the shop's form, several numbers divided by ` / `, remarks behind their number in
 * brackets; read again, it gives the same result. Any other cell is left as typed.
 *
 * @param input the cell's value; a number, where the sheet took the text for one
 * @example parsePhone('+86 138-0013-8000（微信同号）', { region: 'CN' }).display // '13800138000（微信同号）'
 * @example parsePhone('82345678', { region: 'CN' }).problem?.code // 'needsAreaCode'
 */
export function parsePhone(input: string | number, options: PhoneOptions): PhoneResult {
  const { region, style = 'shop' } = options;
  const typed = String(input);
  if (region === 'CN' && PLAIN_MOBILE.test(typed)) {
    const { verdict, number } = judgeNumber(typed, region);
    if (verdict === 'valid' && number) return { verdict, numbers: [number], display: formatPhone(number, region, style) };
  }
  const visible = visibleText(typed);
  if (visible === '') return { verdict: 'empty', numbers: [], display: '' };
  const damage = mendSpreadsheet(input, foldPhoneText(visible));
  if (damage.problem) return invalidCell(typed, damage.problem);
  const text = damage.text ?? visible;

  const cell = readCell(text, region);
  if (cell.verdict !== 'valid' || cell.strayLetter) {
    const mended = mendLetters(foldPhoneText(text));
    const meant = mended === undefined ? undefined : readCell(mended, region);
    if (meant?.verdict === 'valid') {
      return invalidCell(typed, {
        code: 'letters',
        params: { value: visible },
        suggestion: showCell(meant, mended!, region, style),
      });
    }
  }
  if (cell.verdict !== 'valid') return { verdict: cell.verdict, numbers: cell.numbers, display: typed, problem: cell.problem };
  if (cell.strayLetter) {
    const suggestion = cell.numbers.map((number) => formatPhone(number, region, style)).join(' / ');
    return invalidCell(typed, { code: 'textAround', params: { letter: cell.strayLetter }, suggestion });
  }
  const result: PhoneResult = { verdict: 'valid', numbers: cell.numbers, display: showCell(cell, typed, region, style) };
  if (cell.restoredZero) result.restoredZero = true;
  return result;
}

/**
 * What to look duplicates up by: each number as E.164 without extension; for a cell without any readable number its
 * digits behind a `#`, so that the same wrong number typed twice is still found.
 *
 * @example phoneKeys('13800138000 / 010-62345678转8', 'CN') // ['+8613800138000', '+861062345678']
 * @example phoneKeys('1380013800', 'CN') // ['#1380013800']
 */
export function phoneKeys(input: string | number, region: PhoneRegion): string[] {
  const keys = new Set(parsePhone(input, { region }).numbers.map((number) => number.e164));
  if (keys.size > 0) return [...keys];
  const digits = foldPhoneText(visibleText(String(input))).replace(/\D/g, '');
  return digits.length >= FEWEST_DIGITS ? [`#${digits}`] : [];
}
