import type { Bundle } from '../services/surroundings.ts';
import type { Boundary } from './boundary.ts';
import { type Choice, describeFault, type Fault, type FaultKind, faultsOf, sample } from './fault.ts';
import type { FaultAction, FaultWorkbook } from './fault-action.ts';
import { FaultRun, type Reference } from './fault-run.ts';
import { meanwhileKinds } from './meanwhile.ts';
import { portrait } from './portrait.ts';
import { Stage } from './stage.ts';

export interface Options {
  bundle: Bundle;
  kinds: readonly FaultKind[];
  /** at most so many faults, evenly spread; all of them otherwise */
  most?: number;
  everyError?: boolean;
  /** what others do meanwhile, by name; everything otherwise */
  changes?: readonly string[];
  /** only every so many-th fault, from an offset: several processes share the work */
  part?: { offset: number; of: number };
  /** actions that other people may run in between */
  others?: readonly FaultAction[];
}

interface Violation {
  fault: Fault;
  /** what it breaks, one sentence each */
  problems: string[];
}

/** What became of an action under all faults. */
export interface FaultReport {
  action: string;
  /** what the action meets when nothing goes wrong */
  trace: readonly Boundary[];
  /** faults there are, and faults tried */
  faults: number;
  runs: number;
  violations: Violation[];
  /** runs in which two people wrote into the same cell at the same moment: the last one wins, as in any sheet */
  collisions: number;
  ms: number;
}

interface IdleLook {
  settle: FaultWorkbook['settle'];
  sheet: number | undefined;
  lines: string[];
}

/** What a check makes of a workbook in which nothing was begun: the same for all actions that need no preparation. */
const idleLooks = new WeakMap<FaultWorkbook, IdleLook[]>();

/** How the workbook looks when the action never began. */
async function lookIdle(action: FaultAction, workbook: FaultWorkbook, bundle: Bundle, known: Set<string>): Promise<string[]> {
  const { prepare, settle = workbook.settle } = action;
  const sheet = action.target?.sheet;
  const seen = idleLooks.get(workbook) ?? [];
  idleLooks.set(workbook, seen);
  const same = seen.find((look) => !prepare && look.settle === settle && look.sheet === sheet);
  if (same) return same.lines;
  const idle = new Stage(workbook, bundle);
  await prepare?.(idle);
  await settle(idle, sheet);
  const lines = portrait(idle.state, workbook, known);
  await idle.close();
  if (!prepare) seen.push({ settle, sheet, lines });
  return lines;
}

/** The action when nothing goes wrong, twice: how it should end, and how it looks when it never began. */
async function referenceOf(action: FaultAction, workbook: FaultWorkbook, bundle: Bundle): Promise<Reference> {
  const known = new Set(workbook.entries.rows.flatMap(({ values }) => Object.values(values).flat()));
  const look = (stage: Stage): string[] => portrait(stage.state, workbook, known);
  const settle = action.settle ?? workbook.settle;
  const undone = await lookIdle(action, workbook, bundle, known);
  const stage = new Stage(workbook, bundle);
  await action.prepare?.(stage);
  stage.disturbance.on = true;
  const answer = await action.perform(stage, stage.owner);
  stage.disturbance.on = false;
  if (!answer.ok) throw new Error(`${action.name} fails without any fault: ${answer.message}\n${stage.log.join('\n')}`);
  const atOnce = look(stage);
  await settle(stage, action.target?.sheet);
  const done = look(stage);
  await stage.close();
  return { known, undone, atOnce, done, trace: stage.disturbance.trace };
}

/** An action belongs to one workbook and one bundle: how it looks without a fault is found out once. */
const references = new WeakMap<FaultAction, Reference>();

/**
 * Lets every fault fall upon an action, one at a time, each on a fresh copy of the workbook, and checks the laws after
 * it and after what mends it.
 */
export async function everyFault(action: FaultAction, workbook: FaultWorkbook, options: Options): Promise<FaultReport> {
  const since = performance.now();
  const { bundle, others = [] } = options;
  const reference = references.get(action) ?? (await referenceOf(action, workbook, bundle));
  references.set(action, reference);
  const choice: Choice = {
    kinds: new Set(options.kinds),
    others: others.map(({ name }) => name),
    changes: action.target ? (options.changes ?? meanwhileKinds) : [],
  };
  if (options.everyError) choice.everyError = true;
  const faults = faultsOf(reference.trace, choice).filter(({ after }) => after === 'leave' || action.retry);
  const { offset, of } = options.part ?? { offset: 0, of: 1 };
  const chosen = sample(faults, options.most ?? Number.POSITIVE_INFINITY).filter((_, i) => i % of === offset);
  const violations: Violation[] = [];
  const known = new Map<string, string[]>();
  let collisions = 0;
  for (const fault of chosen) {
    const other = others.find(({ name }) => name === fault.what);
    const run = new FaultRun(action, workbook, bundle, fault, reference, other);
    const problems = await run.judge(known);
    if (run.collided) collisions++;
    if (problems.length > 0) violations.push({ fault, problems });
  }
  const ms = performance.now() - since;
  return { action: action.name, trace: reference.trace, faults: faults.length, runs: chosen.length, violations, collisions, ms };
}

/** The violations of a report as lines, each with what led to it. */
export function sayViolations({ action, violations }: FaultReport): string[] {
  return violations.map(({ fault, problems }) =>
    [`${action}: ${describeFault(fault)}`, ...problems.map((text) => `    ${text}`)].join('\n'),
  );
}
