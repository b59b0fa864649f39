import { type Cell, cellText, type Written } from '../check/cell.ts';

/** One cell before and after, by identity: rows and columns may have moved when somebody takes the plan up. */
export interface CellStep {
  tab: string;
  /** the number of the record */
  record: string;
  field: string;
  /** as text, for comparing */
  from: string;
  to: Written;
}

/**
 * How a step stands: not written yet, written, overtaken by somebody else's value, or without its record or column.
 * What somebody else has written since is never touched.
 */
type Standing = 'ahead' | 'done' | 'foreign' | 'gone';

const standing = (step: CellStep, now: Cell | undefined): Standing => {
  if (now === undefined) return 'gone';
  const text = cellText(now);
  if (text === cellText(step.to)) return 'done';
  return text === step.from ? 'ahead' : 'foreign';
};

/**
 * Sorts the steps of a plan by how they stand now. Writing those ahead finishes it; on the reversed plan, it undoes it.
 *
 * @param look what stands in a step's cell now; undefined when its record or column is not there
 * @example standings(plan, look).ahead.length // 0 when there is nothing left to do
 */
export function standings(plan: readonly CellStep[], look: (step: CellStep) => Cell | undefined): Record<Standing, CellStep[]> {
  const sorted: Record<Standing, CellStep[]> = { ahead: [], done: [], foreign: [], gone: [] };
  for (const step of plan) sorted[standing(step, look(step))].push(step);
  return sorted;
}

/** The plan that undoes a plan. */
export const reversed = (plan: readonly CellStep[]): CellStep[] =>
  plan.map((step) => ({ ...step, from: cellText(step.to), to: step.from })).reverse();
