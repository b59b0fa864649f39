import { type Cell, cellText, isBlank } from '../check/cell.ts';
import { missingFields, orderProblem, type RecordCells } from '../check/check-rows.ts';
import { heldAgainst } from '../dictionary/roles.ts';
import type { Field, Tab } from '../dictionary/types.ts';
import type { Problem } from '../problem.ts';
import { type FillContext, fillCell } from './fill-cell.ts';
import type { Finding, FindingKind } from './finding.ts';
import type { CleanCode } from './messages.ts';
import { tidyCell } from './tidy-cell.ts';

/** What one record would become, and what is said about it. */
export interface PlannedRecord {
  record: RecordCells;
  findings: Finding[];
}

/** One field may wait for another: a number for a name, an age for a date. More turns than fields can wait for each other. */
const mostTurns = 4;

type Draft = Pick<Finding, 'code' | 'params' | 'suggestion' | 'sure'> & { kind: FindingKind; to?: Cell };

const reported = ({ code, params, suggestion }: Problem): Draft => ({ kind: 'report', code, params, suggestion, sure: false });
const because = (reason: CleanCode): string => `clean.${reason}`;

function draftOf(tab: Tab, field: Field, working: RecordCells, context: FillContext): Draft | undefined {
  const cell = working[field.key] ?? '';
  const { to, reason, params, sure, problem } = tidyCell(field, cell, context);
  if (problem) return reported(problem);
  if (to !== undefined) return { kind: 'fix', code: because(reason!), params, sure: sure!, to };
  const filled = fillCell(tab, field, working, context);
  if (!filled) return undefined;
  return {
    kind: isBlank(cell) ? 'fill' : 'fix',
    code: because(filled.reason),
    params: filled.params,
    sure: filled.sure,
    to: filled.to,
  };
}

/**
 * Plans one record: cells tidied and filled until nothing more follows, then what is left for people.
 *
 * @param number the number it is known by; that cell itself is never changed
 * @param fields those that have a column
 * @param isLocked whether a cell holds a formula, which nobody overwrites
 */
export function planRecord(
  tab: Tab,
  number: string,
  record: RecordCells,
  fields: readonly Field[],
  isLocked: (key: string) => boolean,
  context: FillContext,
): PlannedRecord {
  const working: Record<string, Cell | undefined> = { ...record };
  const drafts = new Map<string, Draft>();
  let open = fields.filter(({ kind, key }) => kind !== 'series' && !isLocked(key));
  for (let turn = 0, again = true; again && turn < mostTurns; turn++) {
    again = false;
    for (const field of open) {
      const draft = draftOf(tab, field, working, context);
      const before = drafts.get(field.key);
      if (!draft) {
        if (before?.kind === 'report') drafts.delete(field.key);
        continue;
      }
      // A cell that was filled and then tidied was filled; what was unsure stays so.
      drafts.set(
        field.key,
        before?.to !== undefined && draft.to !== undefined ? { ...before, to: draft.to, sure: before.sure && draft.sure } : draft,
      );
      if (draft.to === undefined) continue;
      working[field.key] = draft.to;
      again = true;
    }
    open = open.filter(
      ({ key, fills, amountFrom }) =>
        drafts.get(key)?.to !== undefined || fills || amountFrom || drafts.get(key)?.kind === 'report',
    );
  }
  // What is left once the rest is done is told beside it.
  const also = new Map<string, Draft>();
  for (const field of fields) {
    const problem = orderProblem(field, { [field.key]: {}, [heldAgainst(field) ?? '']: {} }, working);
    if (problem) also.set(field.key, reported({ ...problem, params: named(problem, tab, context) }));
  }
  for (const field of missingFields(tab, working))
    if (fields.includes(field)) also.set(field.key, { kind: 'report', code: because('missing'), sure: false });
  const findings: Finding[] = [];
  for (const field of fields) {
    const from = record[field.key] ?? '';
    const base = { tab: tab.key, record: number, field: field.key, from };
    const draft = drafts.get(field.key);
    if (draft && !(draft.to !== undefined && typeof draft.to === typeof from && cellText(draft.to) === cellText(from)))
      findings.push({ ...base, ...draft });
    const left = also.get(field.key);
    if (left && draft?.kind !== 'report') findings.push({ ...base, ...left });
  }
  return { record: working, findings };
}

/** A problem names another field by its key; people know it by its label. */
function named({ params }: Problem, tab: Tab, { language }: FillContext): Problem['params'] {
  const other = tab.fields.find(({ key }) => key === params?.other);
  return other ? { ...params, other: other.label[language] } : params;
}
