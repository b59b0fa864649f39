/** Undo and redo, each user for themselves, as in a shared workbook. */
import type { Op } from '../contract.ts';
import { feasibleOps } from './feasible.ts';
import { type IntentContext, type ResolvedIntent, refuse } from './intent-result.ts';
import { boundingOfOps, touchedRects } from './op-extent.ts';
import { protectionAgainst } from './protection.ts';
import { rebaseOps, shiftOps, structureBack, structureOf } from './rebase.ts';

interface Step {
  /** to be applied when the step is undone (or done again) */
  ops: Op[];
}

interface Stacks {
  /** the step that was taken last, whichever way */
  last?: Step;
  undo: Step[];
  redo: Step[];
}

const DEPTH = 200;

export class UndoHistory {
  private readonly users = new Map<string, Stacks>();

  /** Finds the operations for `undo` or `redo` without taking the step: {@link applied} with the same `as` does. */
  resolve(context: IntentContext, kind: 'undo' | 'redo'): ResolvedIntent {
    const { workbook, user } = context;
    const stack = this.stacks(user.email)[kind];
    const step = stack.at(-1);
    if (!step) return refuse(context, 'nothing', kind === 'undo' ? 'nothingToUndo' : 'nothingToRedo');
    const ops = feasibleOps(workbook.state, step.ops);
    if (ops.length === 0) {
      stack.pop();
      return refuse(context, 'nothing', 'undoLost');
    }
    const isProtected = ops.some((op) => {
      const sheet = 'sheet' in op && workbook.state.sheets.find(({ id }) => id === op.sheet);
      return sheet && protectionAgainst(workbook, sheet, touchedRects(op, sheet), user);
    });
    // the step stays: it can be taken back once the protection is gone
    if (isProtected) return refuse(context, 'protected', 'protected');
    const touched = boundingOfOps(workbook, ops);
    return {
      result: { ok: true, ops: ops.length },
      ops,
      ...(touched ? { edit: touched } : {}),
      change: touched ? 'EDIT' : 'OTHER',
    };
  }

  /**
   * To be told of every list of operations that was applied, with the inverse that `apply` gave.
   *
   * @param options.as `undo` or `redo` when the operations came from {@link resolve}
   * @param options.joins the operations belong to the user's last step (what a trigger did after an edit)
   */
  applied(
    user: string,
    ops: readonly Op[],
    inverse: readonly Op[],
    options: { as?: 'do' | 'undo' | 'redo'; joins?: boolean } = {},
  ): void {
    const { as = 'do', joins = false } = options;
    const own = this.stacks(user);
    for (const [other, stacks] of this.users) {
      if (other !== user) this.rebase(stacks, ops);
    }
    if (as === 'do') {
      if (joins && own.last) own.last.ops = [...inverse, ...own.last.ops];
      else if (inverse.length > 0) {
        own.last = { ops: [...inverse] };
        own.undo.push(own.last);
      }
      if (!joins) own.redo = [];
    } else {
      own[as].pop();
      own.last = { ops: [...inverse] };
      own[as === 'undo' ? 'redo' : 'undo'].push(own.last);
    }
    if (own.undo.length > DEPTH) own.undo.shift();
  }

  canUndo(user: string): boolean {
    return this.stacks(user).undo.length > 0;
  }

  canRedo(user: string): boolean {
    return this.stacks(user).redo.length > 0;
  }

  private stacks(user: string): Stacks {
    let stacks = this.users.get(user);
    if (!stacks) this.users.set(user, (stacks = { undo: [], redo: [] }));
    return stacks;
  }

  private rebase(stacks: Stacks, ops: readonly Op[]): void {
    for (const stack of [stacks.undo, stacks.redo]) {
      let over = [...ops];
      // the newest step first: seen from an older one, the others' change happened before the newer ones
      for (let i = stack.length - 1; i >= 0 && over.length > 0; i--) {
        const step = stack[i]!;
        const rebased = rebaseOps(step.ops, over);
        const kept = structureOf(rebased).length === structureOf(step.ops).length;
        // a step that can no longer be taken back stays, and the older ones have to be read through it
        over = kept ? shiftOps(over, step.ops) : [...structureBack(step.ops), ...over];
        step.ops = kept ? rebased : [];
      }
    }
  }
}
