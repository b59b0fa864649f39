/** Formulas in validation rules are written for one cell, and mean another in each other cell: `=A1>0` below A1 is `=A2>0`. */
import type { Validation } from '../contract.ts';
import { type AxisChange, mapIndex } from './axis.ts';
import { copyFormula } from './shift-formula.ts';

const isFormula = (arg: Validation['args'][number]): arg is string => typeof arg === 'string' && arg.startsWith('=');

/** Whether a rule asks a formula: what it says then depends on the cell, and on what else is written with it. */
export const asksFormula = ({ args }: Validation): boolean => args.some(isFormula);

/** The rule as written for a cell, to be put on others too. A rule without formulas stays the same object. */
export function ruleWrittenFor(rule: Validation, sheet: number, row: number, column: number): Validation {
  return asksFormula(rule) ? { ...rule, anchor: { sheet, row, column } } : rule;
}

/** The rule as the cell at `row`, `column` sees it. */
export function ruleSeenFrom(rule: Validation, row: number, column: number): Validation {
  const { anchor, ...seen } = rule;
  if (!anchor) return rule;
  return { ...seen, args: movedArgs(rule, row - anchor.row, column - anchor.column) };
}

function movedArgs({ args }: Validation, down: number, right: number): Validation['args'] {
  return args.map((arg) => (isFormula(arg) ? copyFormula(arg, down, right) : arg));
}

/**
 * The rule before lines of its tab change: where its cell is going to be deleted, written for the next one that stays.
 * Its formulas are not shifted yet.
 */
export function rescuedRule(rule: Validation, change: AxisChange): Validation {
  const { anchor } = rule;
  if (!anchor || mapIndex(anchor[change.axis], change) !== undefined) return rule;
  const away = change.at + change.count - anchor[change.axis];
  const args = change.axis === 'row' ? movedArgs(rule, away, 0) : movedArgs(rule, 0, away);
  return { ...rule, args, anchor: { ...anchor, [change.axis]: anchor[change.axis] + away } };
}
