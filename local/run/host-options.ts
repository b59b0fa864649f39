import type { WorkbookState } from '../contract.ts';
import type { Shelf } from '../services/shelf.ts';
import type { Bundle, Clock } from '../services/surroundings.ts';
import type { Web } from '../services/web.ts';
import type { Doubts } from './doubts.ts';
import type { Hooks } from './executions.ts';
import type { Limits } from './triggers.ts';
import type { Answerer } from './ui-ports.ts';

export interface HostOptions extends Hooks {
  /** the host takes it over: nobody else may change it from here on */
  state: WorkbookState;
  bundle: Bundle;
  /** `thread`: one execution at a time, nothing can happen meanwhile. `worker`: each in a worker, so that they really overlap */
  mode: 'thread' | 'worker';
  /** default: the machine's */
  clock?: Clock;
  /** lets a script's clock go on by what its service calls would have taken on Google */
  timeFlows?: 'p50' | 'p95';
  /** makes randomness repeatable, the script's included */
  seed?: number;
  /** default: as Google, edits that come faster than `onEdit` runs are lost */
  dropFastEdits?: boolean;
  /** how often an edit fires its triggers: 0 for one that is lost, 2 for one that is doubled; default 1 */
  timesFired?: () => number;
  /** answers alerts and prompts where no page can: in `thread` mode, and for `run` */
  answer?: Answerer;
  /** in `thread` mode: what a hook starts while an execution is held there runs at once, instead of after it */
  nested?: boolean;
  /** what the script writes to `console` and `Logger`; default: the process's standard error */
  log?: (level: string, text: string) => void;
  /** default: 30 s for simple triggers, 6 min for all else */
  limits?: Partial<Limits>;
  /** which figure of the latency model counts against the limits, next to real time; default `p95` */
  deadlineBy?: 'p50' | 'p95' | 'real';
  /** `NONE`: an editor add-on that is installed but not yet used in this workbook; default `LIMITED` */
  openMode?: 'NONE' | 'LIMITED';
  /** which way the platform behaves where that is not known; default: the way that asks more of a script */
  doubts?: Partial<Doubts>;
  /** the scopes that people have consented to, of those in the manifest; default: all of them */
  consented?: string[];
  /** published as an add-on, which may create fewer triggers than the workbook's own script; default: it is not */
  addOn?: boolean;
  /** what `getUrl()` says */
  webAddress?: string;
  /** answers `UrlFetchApp.fetch`; in `thread` mode at once. Default: no address can be reached */
  fetch?: Web;
  /** where the files that scripts make outlast the program; default: nowhere */
  shelf?: Shelf;
  /** the title of `createAddonMenu()` */
  addOnTitle?: string;
}
