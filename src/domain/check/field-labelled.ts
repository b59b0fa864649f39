import type { Tab } from '../dictionary/types.ts';
import type { Locale } from '../locale.ts';
import type { Problem } from '../problem.ts';

/** A problem that names another field by its label instead of its key. */
export function fieldLabelled(tab: Tab, problem: Problem, locale: Locale): Problem {
  const other = tab.fields.find((field) => field.key === problem.params?.other);
  return other ? { ...problem, params: { ...problem.params, other: other.label[locale] } } : problem;
}
