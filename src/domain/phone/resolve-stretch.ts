import { judgeNumber } from './judge-number.ts';
import type { PhoneRegion } from './metadata.generated.ts';
import type { Judgement } from './phone-types.ts';
import type { Stretch } from './split-cell.ts';

/** One written number with what was found about it. Positions as in {@link Stretch}. */
export interface WrittenNumber extends Stretch {
  judgement: Judgement;
}

interface Group {
  start: number;
  end: number;
  /** what separates it from the group before */
  gap: string;
}

/** More groups than this are no phone numbers, and trying all ways to divide them would take long. */
const MOST_GROUPS = 16;
/** `3` in 3楼 and `24` in 24小时 have no more digits than this. */
const MOST_LOOSE_DIGITS = 4;
const DASHED_EXTENSION = /^(.*\d\)?)(?:\s*-\s*(\d{1,6})|\s*\((\d{1,5})\))$/;
/** A second number begins after a space, a slash, a comma, or with a +. */
const MAY_DIVIDE = /[ /,+]/;
const DIVIDES = /[/,+]/;

/** A number as it stands, or one with an extension behind a dash or in brackets: 0755-82345678-801, 0755-82345678(801). */
function judgeWithExtension(text: string, region: PhoneRegion): { judgement: Judgement; extension?: string } {
  const judgement = judgeNumber(text, region);
  if (judgement.verdict === 'valid') return { judgement };
  const dashed = DASHED_EXTENSION.exec(text);
  if (dashed) {
    const main = judgeNumber(dashed[1]!, region);
    // 87654321-801 lacks an area code; nobody means 87654321801
    if (main.problem?.code === 'needsAreaCode') return { judgement: main };
    if (main.verdict === 'valid') return { judgement: main, extension: dashed[2] ?? dashed[3]! };
  }
  return { judgement };
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let last = 0;
  for (const digits of text.match(/[+(]*\d+\)?/g) ?? []) {
    const start = text.indexOf(digits, last);
    groups.push({ start, end: start + digits.length, gap: text.slice(last, start) + (digits.startsWith('+') ? '+' : '') });
    last = start + digits.length;
  }
  return groups;
}

/** Whether a group may belong to the words beside it: few digits, and a space between it and the number. */
function isLoose(group: Group, behindGap: Group): boolean {
  return group.end - group.start <= MOST_LOOSE_DIGITS && behindGap.gap.includes(' ');
}

/**
 * The numbers in one stretch. A stretch that is one number stays one, whatever separates its groups; else it is divided
 * where every part is a number in use; else at slashes and commas.
 *
 * @param beside whether words stand directly before and behind: `3楼` is no part of the number before it
 * @example resolveStretch({ text: '13800138000/13900139000', start: 0, end: 23 }, { before: false, after: false }, 'CN').length // 2
 */
export function resolveStretch(
  stretch: Stretch,
  beside: { before: boolean; after: boolean },
  region: PhoneRegion,
): WrittenNumber[] {
  const { text, start, extension } = stretch;
  const numberAt = (from: number, to: number): WrittenNumber => {
    const part = text.slice(from, to);
    return { start: start + from, end: start + to, text: part, ...judgeWithExtension(part, region) };
  };
  const isValid = (number: WrittenNumber) => number.judgement.verdict === 'valid';
  const finish = (numbers: WrittenNumber[]) => {
    if (extension) numbers[numbers.length - 1]!.extension = extension;
    return numbers;
  };

  const single = numberAt(0, text.length);
  if (isValid(single)) return finish([single]);
  const groups = groupsOf(text);
  const last = groups.length - 1;
  if (last < 1 || last >= MOST_GROUPS) return finish([single]);

  if (beside.after && !extension && isLoose(groups[last]!, groups[last]!)) {
    const shorter = numberAt(0, groups[last - 1]!.end);
    if (isValid(shorter)) return [shorter];
  }
  if (beside.before && isLoose(groups[0]!, groups[1]!)) {
    const shorter = numberAt(groups[1]!.start, text.length);
    if (isValid(shorter)) return finish([shorter]);
  }

  const divide = (from: number): WrittenNumber[] | undefined => {
    if (from > last) return [];
    for (let to = from; to <= last; to++) {
      if (to < last && !MAY_DIVIDE.test(groups[to + 1]!.gap)) continue;
      const number = numberAt(groups[from]!.start, groups[to]!.end);
      if (!isValid(number)) continue;
      const others = divide(to + 1);
      if (others) return [number, ...others];
    }
    return undefined;
  };
  const divided = text.replace(/\D/g, '').length > 13 ? divide(0) : undefined;
  if (divided) return finish(divided);

  const parts: WrittenNumber[] = [];
  let from = 0;
  for (let at = 1; at <= last + 1; at++) {
    if (at <= last && !DIVIDES.test(groups[at]!.gap)) continue;
    parts.push(numberAt(groups[from]!.start, groups[at - 1]!.end));
    from = at;
  }
  const isNumber = (part: WrittenNumber) => isValid(part) || part.text.replace(/\D/g, '').length >= 7;
  return finish(parts.length > 1 && parts.some(isNumber) ? parts : [single]);
}
