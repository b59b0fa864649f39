import type { OwnLevel } from './comparison.ts';
import { oneSlip } from './one-slip.ts';
import type { OwnColumn, OwnValue } from './profile.ts';

/** Least chance that two values differ: a column may be all alike. */
const LEAST = 0.02;
/** Dice's share of common pairs of characters from which two texts are similar. */
const SIMILAR = 0.6;

export interface OwnFinding {
  readonly levels: readonly OwnLevel[];
  /** That strangers agree like this; 0 where the model's own chance stands. */
  readonly chances: readonly number[];
}

const NOTHING: OwnFinding = { levels: [], chances: [] };

/** The shop's own columns, each by its kind: only texts can be similar, dates and numbers are the same or not. */
export function compareOwn(
  columns: readonly OwnColumn[],
  a: readonly (OwnValue | undefined)[],
  b: readonly (OwnValue | undefined)[],
): OwnFinding {
  if (columns.length === 0) return NOTHING;
  const levels: OwnLevel[] = [];
  const chances: number[] = [];
  columns.forEach(({ kind, values }, index) => {
    const [x, y] = [a[index], b[index]];
    const level =
      !x || !y ? 'missing' : x.id === y.id ? 'same' : kind === 'text' && similar(x.text, y.text) ? 'similar' : 'different';
    levels.push(level);
    chances.push(
      level === 'same' ? values.count(x!.id) / values.total : level === 'different' ? Math.max(values.variety, LEAST) : 0,
    );
  });
  return { levels, chances };
}

function similar(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) >= 4 && oneSlip(a, b)) return true;
  if (Math.min(a.length, b.length) < 3) return false;
  if (Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a))) return true;
  let common = 0;
  for (let i = 0; i < a.length - 1; i++) if (b.includes(a.slice(i, i + 2))) common++;
  return (2 * common) / (a.length + b.length - 2) >= SIMILAR;
}
