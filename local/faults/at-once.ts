import type { Bundle } from '../services/surroundings.ts';
import type { Answer, FaultAction, FaultWorkbook } from './fault-action.ts';
import { LATER } from './fault-run.ts';
import { findEntered, NumbersSeen } from './laws.ts';
import { Stage } from './stage.ts';
import { Turns } from './turns.ts';

/** How several runs at once ended. */
interface AtOnce {
  /** service calls that waited for their turn */
  turns: number;
  answers: Answer[];
  /** what was broken, one sentence each */
  problems: string[];
}

/**
 * Lets several people begin an action each at the same moment, in executions that really overlap, and changes from one to
 * another before every service call as a seed has it. Then the laws must hold as after any fault.
 */
export async function allAtOnce(
  actions: readonly FaultAction[],
  workbook: FaultWorkbook,
  bundle: Bundle,
  seed: number,
): Promise<AtOnce> {
  const turns = new Turns(seed);
  turns.expected = actions.length;
  const stage = new Stage(workbook, bundle, turns.gate);
  const entries = workbook.entries.copy();
  const numbers = new NumbersSeen(workbook.series);
  const problems: string[] = [];
  const look = (finished: boolean, when: string, settled = finished): void => {
    const seen = findEntered(stage.state, entries, finished, settled);
    problems.push(...[...seen.problems, ...numbers.look(seen.found)].map((problem) => `${when}: ${problem}`));
  };
  try {
    for (const action of actions) action.enters(entries, workbook);
    const people = actions.map((_, i) => stage.another(`person${i}@example.com`));
    const answers = await Promise.all(
      actions.map(async (action, i) => {
        const answer = await action.perform(stage, people[i]!);
        turns.expected--;
        return answer;
      }),
    );
    turns.end();
    await stage.host.idle();
    look(
      answers.every(({ ok }) => ok),
      'at once',
    );
    let done = true;
    for (const [i, action] of actions.entries()) {
      const last = answers[i]!.ok ? answers[i]! : ((await action.retry?.(stage, people[i]!)) ?? answers[i]!);
      done &&= last.ok || !action.retry;
    }
    stage.now += LATER;
    const settled = await workbook.settle(stage);
    if (!settled.ok) problems.push(`the check says: ${settled.message}`);
    look(done, 'in the end', true);
    for (const open of workbook.leftOpen(stage.state)) problems.push(`left open: ${open}`);
    return { turns: turns.given, answers, problems };
  } finally {
    await stage.close();
  }
}
