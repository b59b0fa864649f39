/** Conditions of the filter's panel in Google's words, and back. */
import type { Filter } from '../../contract.ts';

type Criterion = Filter['criteria'][number];

/** As Univer has them: patterns with `*`, or a comparison. */
export interface Conditions {
  and?: unknown;
  customFilters: { val: string | number; operator?: string }[];
}

const COMPARED: Record<string, string> = {
  greaterThan: 'NUMBER_GREATER_THAN',
  greaterThanOrEqual: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  lessThan: 'NUMBER_LESS_THAN',
  lessThanOrEqual: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
};
const SHOWN = Object.fromEntries(Object.entries(COMPARED).map(([operator, criteria]) => [criteria, operator]));

const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));

/** @returns nothing where Google's filter knows no such condition: two that are joined */
export function criterionOf({ and, customFilters }: Conditions): Criterion | undefined {
  const [first, second] = customFilters;
  if (!first) return undefined;
  if (second) return customFilters.length === 2 ? between(and, first, second) : undefined;
  const text = String(first.val);
  const compared = COMPARED[first.operator ?? ''];
  if (compared) return isNumber(text) ? { criteria: compared, args: [Number(text)] } : undefined;
  const not = first.operator === 'notEqual';
  if (text.trim() === '') return { criteria: not ? 'CELL_NOT_EMPTY' : 'CELL_EMPTY' };
  const [, before, inner = '', after] = /^(\*?)(.*?)(\*?)$/s.exec(text)!;
  if (before && after) return { criteria: not ? 'TEXT_DOES_NOT_CONTAIN' : 'TEXT_CONTAINS', args: [inner] };
  if (isNumber(text)) return { criteria: not ? 'NUMBER_NOT_EQUAL_TO' : 'NUMBER_EQUAL_TO', args: [Number(text)] };
  if (not) return { criteria: 'TEXT_NOT_EQUAL_TO', args: [text] };
  if (before) return { criteria: 'TEXT_ENDS_WITH', args: [inner] };
  return after ? { criteria: 'TEXT_STARTS_WITH', args: [inner] } : { criteria: 'TEXT_EQUAL_TO', args: [text] };
}

function between(and: unknown, ...[low, high]: [Conditions['customFilters'][number], Conditions['customFilters'][number]]) {
  const args = [Number(low.val), Number(high.val)];
  if (!args.every(Number.isFinite)) return undefined;
  const pair = `${low.operator} ${high.operator}`;
  if (and && pair === 'greaterThanOrEqual lessThanOrEqual') return { criteria: 'NUMBER_BETWEEN', args };
  return !and && pair === 'lessThan greaterThan' ? { criteria: 'NUMBER_NOT_BETWEEN', args } : undefined;
}

/** @returns nothing for what the panel cannot show */
export function conditionsOf({ criteria, args = [] }: Criterion): Conditions | undefined {
  const [first = '', second = ''] = args.map(String);
  const one = (val: string, operator?: string): Conditions => ({ customFilters: [operator ? { val, operator } : { val }] });
  switch (criteria) {
    case 'CELL_EMPTY':
      return one('');
    case 'CELL_NOT_EMPTY':
      return one(' ', 'notEqual');
    case 'TEXT_CONTAINS':
      return one(`*${first}*`);
    case 'TEXT_DOES_NOT_CONTAIN':
      return one(`*${first}*`, 'notEqual');
    case 'TEXT_STARTS_WITH':
      return one(`${first}*`);
    case 'TEXT_ENDS_WITH':
      return one(`*${first}`);
    case 'TEXT_EQUAL_TO':
    case 'NUMBER_EQUAL_TO':
      return one(first);
    case 'TEXT_NOT_EQUAL_TO':
    case 'NUMBER_NOT_EQUAL_TO':
      return one(first, 'notEqual');
    case 'NUMBER_BETWEEN':
      return {
        and: 1,
        customFilters: [
          { val: first, operator: 'greaterThanOrEqual' },
          { val: second, operator: 'lessThanOrEqual' },
        ],
      };
    case 'NUMBER_NOT_BETWEEN':
      return {
        customFilters: [
          { val: first, operator: 'lessThan' },
          { val: second, operator: 'greaterThan' },
        ],
      };
    default:
      return SHOWN[criteria ?? ''] ? one(first, SHOWN[criteria ?? '']) : undefined;
  }
}
