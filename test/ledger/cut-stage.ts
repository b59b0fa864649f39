import { join } from 'node:path';
import type { Intent, WorkbookState } from '../../local/contract.ts';
import { cloneState } from '../../local/faults/clone-state.ts';
import type { Button, RunResult, Session } from '../../local/host-contract.ts';
import { newWorkbook } from '../../local/model/new-workbook.ts';
import { createHost, type OwnHost } from '../../local/run/host.ts';
import { loadBundle } from '../../local/run/load-bundle.ts';
import { ExecutionKilled } from '../../local/services/service-object.ts';

const bundle = loadBundle(process.env.LEDGER_DIST ?? join(import.meta.dirname, '../../dist'));

/** Copied quickly, and without a paste that makes room below. */
export const fewRows = 60;

/** A moment at which something has just been written, or is about to be: within a commit, or after a property was changed. */
export interface Cut {
  at: number;
  /** writes of the commit that have been applied, and in all */
  applied: number;
  of: number;
}

/** Something that a person does. */
export type Deed = (stage: CutStage) => Promise<unknown>;

/** A copy of a workbook with the bundle in it, where a run can be ended between any two of its writes. */
export class CutStage {
  readonly host: OwnHost;
  readonly owner: Session;
  /** toasts and alerts */
  readonly told: string[] = [];
  readonly cuts: Cut[] = [];
  /** methods of services, as they were called */
  readonly calls: string[] = [];
  now = Date.parse('2026-11-22T04:00:00Z');
  button: Button = 'NO';
  private plan: { at: number; error?: string; act?: () => unknown } | undefined;

  constructor(state: WorkbookState = bare()) {
    this.host = createHost({
      state: cloneState(state),
      bundle,
      mode: 'thread',
      nested: true,
      clock: () => this.now,
      seed: 1,
      dropFastEdits: false,
      log: () => undefined,
      answer: (question) => {
        this.told.push(question.message);
        return { button: this.button };
      },
      onCall: (_, __, method) => void this.calls.push(method),
      afterCall: (_, __, method) => {
        if (/^(set|delete)Propert/.test(method)) this.meet({ applied: 1, of: 1 });
      },
      onCommit: (_, applied, of) => this.meet({ applied, of }),
    });
    this.owner = this.person('owner@example.com');
  }

  person(email: string): Session {
    return this.host.connect({ email, locale: 'zh-CN' }, (event) => {
      if (event.event === 'toast') this.told.push(event.message);
    });
  }

  private meet(cut: Omit<Cut, 'at'>): void {
    const at = this.cuts.length;
    this.cuts.push({ at, ...cut });
    if (this.plan?.at !== at) return;
    const { error, act } = this.plan;
    this.plan = undefined;
    if (act) return void act();
    throw error === undefined ? new ExecutionKilled() : new Error(error);
  }

  /** Does something that is ended at a cut: killed, or by an error that a service throws. */
  async cutOff(deed: Deed, { at }: Pick<Cut, 'at'>, error?: string): Promise<void> {
    this.plan = { at: this.cuts.length + at, ...(error === undefined ? {} : { error }) };
    await this.do(deed);
    this.plan = undefined;
  }

  /** Does something, and somebody else acts at a cut of it. */
  async meanwhile(deed: Deed, { at }: Pick<Cut, 'at'>, act: () => unknown): Promise<unknown> {
    this.plan = { at: this.cuts.length + at, act };
    return await this.do(deed);
  }

  async do(deed: Deed): Promise<unknown> {
    const result = await deed(this);
    await this.host.idle();
    return result;
  }

  get state(): WorkbookState {
    return this.host.state;
  }

  sheet(name: string) {
    const sheet = this.state.sheets.find((each) => each.name === name);
    if (!sheet) throw new Error(`No tab ${name}`);
    return sheet;
  }

  /** A row's values, 1-based. */
  row(tab: string, row: number): unknown[] {
    return (this.sheet(tab).cells[row - 1] ?? []).map((cell) => cell?.v ?? '');
  }

  /** Ids of what was begun and not finished. */
  get open(): string[] {
    return Object.keys(this.state.properties.document).filter((key) => key.startsWith('intent.'));
  }

  intend(intent: Intent) {
    return this.owner.intent(intent);
  }

  /** An answer of the bundle's, parsed. */
  async answer(name: string, ...args: string[]): Promise<{ ok?: boolean; message: string; number?: string }> {
    const result: RunResult = await this.owner.call(name, args);
    return result.ok ? JSON.parse(result.value as string) : { ok: false, message: result.error };
  }
}

export const run =
  (id: string, request: object = {}): Deed =>
  (stage) =>
    stage.answer('runAction', id, JSON.stringify(request));

/** Pastes below the header. */
export const pasted =
  (tab: string, row: number, column: number, cells: string[][]): Deed =>
  (stage) =>
    stage.intend({ kind: 'paste', sheet: stage.sheet(tab).id, row: row - 1, column, cells });

const bare = (): WorkbookState =>
  newWorkbook({ id: 'test', title: '测试台账', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: 'owner@example.com' });

/** The workbook after some deeds, on tabs of few rows. */
export async function stateAfter(...deeds: Deed[]): Promise<WorkbookState> {
  const stage = new CutStage();
  for (const deed of deeds) await stage.do(deed);
  for (const { id, rowCount } of stage.state.sheets)
    await stage.intend({ kind: 'deleteRows', sheet: id, at: fewRows, count: rowCount - fewRows });
  await stage.host.close();
  return stage.state;
}

/** The cuts of a deed, at most so many, evenly spread. */
export async function cutsOf(
  state: WorkbookState | undefined,
  deed: Deed,
  most = Number(process.env.CUTS ?? 12),
): Promise<Cut[]> {
  const stage = new CutStage(state);
  await stage.do(deed);
  await stage.host.close();
  const { cuts } = stage;
  return cuts.length <= most ? cuts : Array.from({ length: most }, (_, i) => cuts[Math.floor(((i + 0.5) * cuts.length) / most)]!);
}

/**
 * Everything that a person sees, without ids that count up with every attempt, and without the change log: it tells of
 * every attempt, so that it differs (`change-log.test.ts` holds it to be whole).
 */
export function look(state: WorkbookState): object {
  const { styles, validations } = state;
  const places = new Map(state.sheets.map((sheet) => [sheet.id, sheet.name]));
  return {
    sheets: state.sheets
      .filter(({ name }) => name !== '操作日志')
      .map((sheet) => ({
        ...sheet,
        id: 0,
        bandings: sheet.bandings.map((banding) => ({ ...banding, id: 0 })),
        protections: sheet.protections.map((protection) => ({ ...protection, id: '' })),
        cells: [...sheet.cells.slice(0, 40), ...sheet.cells.slice(-2)].map((row) =>
          row?.map(
            (cell) => cell && [cell.v, cell.f, cell.n, styles[cell.s ?? 0], cell.d === undefined ? '' : validations[cell.d]],
          ),
        ),
      })),
    metadata: state.metadata
      .filter(({ key }) => key !== 'ledger.settings')
      .map(({ key, value, at }) => JSON.stringify([key, value, 'sheet' in at ? [places.get(at.sheet), at.index] : '']))
      .sort(),
  };
}
