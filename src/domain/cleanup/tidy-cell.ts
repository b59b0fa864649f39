import { type Cell, cellText, isBlank, type Written } from '../check/cell.ts';
import { type CheckContext, checkCell, type Verdict } from '../check/check-cell.ts';
import type { Field, FieldKind } from '../dictionary/types.ts';
import type { Params } from '../messages/fill-in.ts';
import type { Problem } from '../problem.ts';
import { cleanLongText, cleanText } from '../text/clean-text.ts';
import { editDistance } from '../text/edit-distance.ts';
import { foldLettersAndDigits, foldWidth } from '../text/fold-width.ts';
import { optionKey } from '../text/match-option.ts';
import type { CleanCode } from './messages.ts';
import { tidyAddress, tidyCode, tidyName } from './tidy-text.ts';

/** What a clean-up makes of one cell: nothing, another spelling with its reason, or a problem for people. */
export interface Tidied {
  to?: Cell;
  reason?: CleanCode;
  params?: Params;
  sure?: boolean;
  problem?: Problem;
}

/** Values that another tab's field suggests. */
export interface ValueList {
  label: string;
  /** the value of the list that a text means */
  find(text: string): string | undefined;
}

export interface TidyContext extends CheckContext {
  listOf(field: Field): ValueList | undefined;
}

/** Suggestions that leave no doubt: what stands there cannot be right, and there is one way to mend it. */
const certainMends: ReadonlySet<string> = new Set([
  'email.spaceInside',
  'email.wrongDots',
  'email.severalAtSigns',
  'email.endingMissingMended',
  'phone.runTogether',
]);

/** Endings that no domain has: what bears one is mistyped for certain. */
const noEnding = /\.(?:con|cmo|ocm|comm|vom|xom|copm|coom|comn|conm|coml)$/i;
/** What people write into a cell to say that there is nothing. */
const nothing = /^(?:无|没有|暂无|空|n\/?a|none|null|nil|[-—/\\.。?？]+)$/i;
/** Where no number belongs, a 0 says the same. */
const zeroIsNothing: ReadonlySet<FieldKind> = new Set(['phone', 'email', 'date', 'choice']);

/** A value as it will be read back from a cell of the field. */
export const asCell = (field: Field, value: Written): Cell =>
  field.kind === 'date' && typeof value === 'string' && value !== '' ? { day: value } : value;

const isSame = (a: Cell, b: Cell): boolean => typeof a === typeof b && cellText(a) === cellText(b);

/** What was changed of a text: spaces and what cannot be seen, width, or more. */
function textReason(from: string, to: string, otherwise: CleanCode): CleanCode {
  if (cleanText(from) === to || cleanLongText(from) === to)
    return from === foldWidth(from) || cleanText(from) === to ? 'spaces' : 'width';
  return foldWidth(cleanText(from)) === foldWidth(to) ? 'width' : otherwise;
}

function tidied(field: Field, from: Cell, value: Written, reason: CleanCode, params?: Params): Tidied {
  const to = asCell(field, value);
  return isSame(from, to) ? {} : { to, reason, params, sure: true };
}

function tidyText(field: Field, cell: Cell, value: string, context: TidyContext): Tidied {
  const list = context.listOf(field);
  const listed = list?.find(value);
  if (list && listed !== undefined)
    return tidied(field, cell, listed, listed === value ? 'spaces' : 'listed', { list: list.label });
  const from = cellText(cell);
  if (field.tidy === 'address') {
    const { text, added } = tidyAddress(value);
    return added === undefined
      ? tidied(field, cell, text, textReason(from, text, 'address'))
      : tidied(field, cell, text, 'addressPlace', { place: added });
  }
  const text = field.tidy === 'name' ? tidyName(value) : field.tidy === 'code' ? tidyCode(value) : foldLettersAndDigits(value);
  return tidied(field, cell, text, typeof cell === 'number' ? 'toText' : textReason(from, text, 'spelling'));
}

/** The option that a word means which is none: it stands for one in either language. */
function byOtherWord(field: Field, text: string, context: TidyContext): string | undefined {
  const key = optionKey(text);
  const meant = (field.options ?? []).filter((option) => (option.also ?? []).some((word) => optionKey(word) === key));
  return meant.length === 1 ? meant[0]!.label[context.language] : undefined;
}

function mendChoice(field: Field, cell: Cell, problem: Problem, context: TidyContext): Tidied {
  const value = cellText(cell);
  const meant = byOtherWord(field, value, context);
  if (meant !== undefined) return tidied(field, cell, meant, 'synonym', { value, to: meant });
  const near = problem.suggestion;
  if (near === undefined) return { problem };
  // One letter of two is half the word: 维护 is not 维修. A person has to look.
  const sure = editDistance(optionKey(value), optionKey(near), 2) * 3 <= optionKey(near).length;
  return { ...tidied(field, cell, near, 'typo', { to: near }), sure };
}

/** What a suggestion makes of a cell that is wrong; the problem itself where nothing is gained by it. */
function mendBySuggestion(field: Field, cell: Cell, problem: Problem, context: TidyContext): Tidied {
  if (problem.suggestion === undefined) return { problem };
  const again = checkCell(field, problem.suggestion, context);
  if (again.problem) return { problem };
  const sure = certainMends.has(problem.code) || noEnding.test(cellText(cell).trim());
  const mended = tidied(field, cell, again.write ?? problem.suggestion, sure ? 'mended' : 'suggested');
  return mended.to === undefined ? { problem } : { ...mended, sure };
}

const reasonOf = (field: Field, cell: Cell, to: Written): CleanCode => {
  const from = cellText(cell);
  switch (field.kind) {
    case 'phone':
      if (typeof cell === 'number') return 'toText';
      return String(to).replace(/\D/g, '') === `0${from.replace(/\D/g, '')}`
        ? 'phoneZero'
        : textReason(from, String(to), 'phone');
    case 'email':
      return textReason(from, String(to), 'email');
    case 'date':
      return cellText(cell) === to ? 'toDate' : 'date';
    case 'yesNo':
      return 'yesNo';
    case 'choice':
      return 'option';
    case 'reference':
      return from.trim().toUpperCase() === to ? 'spelling' : 'customer';
    default:
      return typeof to === 'number' ? 'number' : 'spelling';
  }
};

function saysNothing({ kind }: Field, cell: Cell): boolean {
  const text = foldWidth(cellText(cell)).trim();
  return kind !== 'reference' && (nothing.test(text) || (text === '0' && zeroIsNothing.has(kind)));
}

const isText = (field: Field): boolean => field.kind === 'text' || field.kind === 'longText';

/**
 * How a cell should read. What typing would normalise is normalised the same way, by the same parsers; besides, spelling
 * by the field's `tidy`, words that stand for an option, typos, and mends that the parsers only suggest. Tidying the
 * result again changes nothing.
 *
 * @example tidyCell(phoneField, '１３８ ００１３ ８０００', context) // { to: '13800138000', reason: 'phone', sure: true }
 */
export function tidyCell(field: Field, cell: Cell, context: TidyContext): Tidied {
  if (isBlank(cell)) return cellText(cell) === '' ? {} : { to: '', reason: 'spaces', sure: true };
  const verdict: Verdict = checkCell(field, cell, context);
  const { problem } = verdict;
  if (problem && saysNothing(field, cell)) return { to: '', reason: 'nothing', params: { value: cellText(cell) }, sure: true };
  if (problem && field.kind === 'choice') return mendChoice(field, cell, problem, context);
  if (problem?.suggestion !== undefined) return mendBySuggestion(field, cell, problem, context);
  if (problem?.severity === 'wrong') return { problem };
  const value = verdict.write ?? (typeof cell === 'object' ? cell.day : cell);
  if (isText(field)) return tidyText(field, cell, String(value), context);
  if (verdict.write === undefined) return {};
  return tidied(field, cell, verdict.write, reasonOf(field, cell, verdict.write), {
    value: cellText(cell),
    to: String(verdict.write),
  });
}
