import { inheritFrom } from './inherit.ts';
import type { PhoneRegion } from './metadata.generated.ts';
import { foldPhoneText } from './phone-text.ts';
import type { PhoneNumber, PhoneProblem } from './phone-types.ts';
import { tidyRemark } from './remarks.ts';
import { resolveStretch, type WrittenNumber } from './resolve-stretch.ts';
import { findStretches, SPENT } from './split-cell.ts';

export interface CellReading {
  verdict: 'valid' | 'possible' | 'invalid';
  numbers: PhoneNumber[];
  problem?: PhoneProblem;
  restoredZero: boolean;
  /** one letter directly beside a number: more likely a slip than a remark */
  strayLetter?: string;
  /** the words that belong to each number */
  remarks: () => string[][];
}

const BETWEEN = /[\u3001;\n|&]|\u6216\u8005?|\u548c|\u53ca|\b(?:or|and)\b/i;
/** Names for digits that are not a phone. */
const OTHER_NUMBER =
  /(?:qq|\u5fae\u4fe1\u53f7?|wechat|weixin|wx|vx|line|id|\u5de5\u53f7|\u7f16\u53f7|\u8eab\u4efd\u8bc1\u53f7?)[\s:]*$/i;
/** Letters of any script, and what is hidden as words; no punctuation. */
const WORD = /[a-z\u0001\u00c0-\u1fff\u3005-\u3007\u3040-\u30fa\u3400-\ud7ff\uf900-\ufaff]/i;
const FEWEST_DIGITS = 7;
const RANK = { valid: 0, possible: 1, invalid: 2 };

/** Whether digits are part of the words around them: a floor, a date, a QQ number. */
function belongsToWords(number: WrittenNumber, rest: string): boolean {
  if (number.judgement.verdict === 'valid') return false;
  const before = rest.slice(0, number.start);
  if (OTHER_NUMBER.test(before)) return true;
  const digits = number.text.replace(/\D/g, '').length;
  return digits < FEWEST_DIGITS && (WORD.test(rest[number.end] ?? '') || WORD.test(before.slice(-1)));
}

function findNumbers(folded: string, region: PhoneRegion): { numbers: WrittenNumber[]; rest: string } {
  const { stretches, rest } = findStretches(folded, region);
  const numbers: WrittenNumber[] = [];
  for (const stretch of stretches) {
    const beside = { before: WORD.test(rest[stretch.start - 1] ?? ''), after: WORD.test(rest[stretch.end] ?? '') };
    for (const found of resolveStretch(stretch, beside, region)) {
      const number = inheritFrom(numbers[numbers.length - 1], found, region);
      if (!belongsToWords(number, rest)) numbers.push(number);
    }
  }
  return { numbers, rest };
}

/** The words of a cell, each given to a number: those before the first to it, others to the number before them. */
function shareRemarks(typed: string, rest: string, numbers: readonly WrittenNumber[]): string[][] {
  const remarks: string[][] = numbers.map(() => []);
  const give = (index: number, from: number, to: number) => {
    const remark = tidyRemark(without(typed, rest, from, to));
    if (remark) remarks[index]!.push(remark);
  };
  const last = numbers.length - 1;
  give(0, 0, numbers[0]!.start);
  const labelsLead = remarks[0]!.length > 0 && tidyRemark(without(typed, rest, numbers[last]!.end, typed.length)) === '';
  for (let index = 0; index < last; index++) {
    const from = numbers[index]!.end;
    const to = numbers[index + 1]!.start;
    const between = BETWEEN.exec(rest.slice(from, to));
    if (!between) give(labelsLead ? index + 1 : index, from, to);
    else {
      give(index, from, from + between.index);
      give(index + 1, from + between.index + between[0].length, to);
    }
  }
  give(last, numbers[last]!.end, typed.length);
  return remarks;
}

/** The text as typed between two places, without extensions already read. */
function without(typed: string, rest: string, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) if (rest[at] !== SPENT) text += typed[at];
  return text;
}

function strayLetterBeside(rest: string, number: WrittenNumber): string | undefined {
  const behind = /^[a-z](?![a-z\u0001])/i.exec(rest.slice(number.end));
  const before = /(?:^|[^a-z\u0001])([a-z])$/i.exec(rest.slice(0, number.start));
  return behind?.[0] ?? before?.[1];
}

/**
 * Reads the visible text of a cell.
 *
 * @param typed see `visibleText`
 */
export function readCell(typed: string, region: PhoneRegion): CellReading {
  const { numbers, rest } = findNumbers(foldPhoneText(typed), region);
  if (numbers.length === 0) {
    const problem: PhoneProblem = { code: 'notANumber', params: { value: typed } };
    return { verdict: 'invalid', numbers: [], problem, restoredZero: false, remarks: () => [] };
  }
  let worst = numbers[0]!.judgement;
  const found: PhoneNumber[] = [];
  for (const { judgement, extension } of numbers) {
    if (RANK[judgement.verdict] > RANK[worst.verdict]) worst = judgement;
    if (judgement.number) found.push(extension ? { ...judgement.number, extension } : judgement.number);
  }
  return {
    verdict: worst.verdict,
    numbers: found,
    problem: worst.problem,
    restoredZero: numbers.some(({ judgement }) => judgement.noTrunk === true),
    strayLetter: numbers.map((number) => strayLetterBeside(rest, number)).find((letter) => letter !== undefined),
    remarks: () => shareRemarks(typed, rest, numbers),
  };
}
