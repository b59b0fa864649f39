import type { Op, Rect } from '../contract.ts';
import type { Button, ButtonSet, MenuItem } from '../host-contract.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Doubts } from '../run/doubts.ts';
import type { CacheStore } from './cache-store.ts';
import type { DailyQuotas } from './daily-quotas.ts';
import type { FileStore } from './file-store.ts';
import type { LockTable } from './lock-table.ts';
import type { Web } from './web.ts';

/** The parts of `appsscript.json` that decide how a script runs. */
export interface Manifest {
  timeZone?: string;
  /** absent: Google finds the scopes itself, so all are granted */
  oauthScopes?: string[];
  runtimeVersion?: string;
}

/** The script as pushed: its code and its HTML files by name without `.html`. */
export interface Bundle {
  code: string;
  files: Record<string, string>;
  manifest: Manifest;
}

/** ms since 1970 */
export type Clock = () => number;

/** How operations came about, for the undo history. */
export interface Origin {
  as?: 'do' | 'undo' | 'redo';
  /** belongs to the user's last step, as what a trigger did after an edit */
  joins?: boolean;
}

/** A workbook that scripts can reach: the one they are bound to, or another that was made or opened by its id. */
export interface Place {
  readonly book: Workbook;
  /** counts applied lists of operations that touch cells or tabs */
  readonly gridRevision: number;
  readonly webAddress: string;
  /** Everything applied inside reaches listeners as one list, also when `work` throws midway. */
  transaction<T>(by: string, work: (apply: (ops: Op[]) => void) => T, origin?: Origin): T;
}

/** What all executions of one open workbook share. */
export interface Surroundings extends Place {
  /** the other files that scripts have made */
  readonly files: FileStore;
  readonly bundle: Bundle;
  readonly clock: Clock;
  /** whether a script's clock goes on by what its service calls would have taken, and by which figure */
  readonly timeFlows?: 'p50' | 'p95';
  /** absent: no address answers */
  readonly web?: Web;
  readonly locks: LockTable;
  readonly cache: CacheStore;
  readonly quotas: DailyQuotas;
  /** which way the platform behaves where that is not known */
  readonly doubts: Doubts;
  /** the scopes people have consented to; absent: all of the manifest's */
  readonly consented?: readonly string[];
  /** e-mails of everybody who has been here, in the order they came */
  readonly people: ReadonlySet<string>;
  /** counts applied lists of operations */
  readonly revision: number;
  /** a number in [0, 1) */
  random(): number;
  log(level: string, text: string): void;
  /** `sleep` of a script in a worker; resolves after so many ms */
  wait(ms: number): Promise<void>;
  readonly addOnTitle: string;
  /** published as an add-on, rather than the workbook's own script: may create fewer triggers */
  readonly addOn: boolean;
}

/** Where a script's user interface goes: the page of the user it acts for, or nowhere. */
export interface UiPort {
  menus(menus: { title: string; items: MenuItem[] }[]): void;
  panel(panel: { kind: 'sidebar' | 'modal' | 'modeless'; title: string; html: string; width: number; height: number }): void;
  toast(message: string, title: string | undefined, seconds: number): void;
  activate(sheet: number, rect: Rect | undefined): void;
  /** Holds the script until answered. */
  ask(question: Question): Asked;
  /** The answer at once, or a throw: for scripts in the same thread. */
  askNow(question: Question): Answer;
}

export interface Question {
  title?: string;
  message: string;
  buttons: ButtonSet;
  prompt: boolean;
}

export interface Asked {
  answer: Promise<Answer>;
  /** the script that asked is no more */
  withdraw(): void;
}

export interface Answer {
  button: Button;
  text?: string;
}
