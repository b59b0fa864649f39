import type { Op } from '../contract.ts';
import { createHost, type OwnHost } from '../run/host.ts';
import type { Bundle } from '../services/surroundings.ts';
import { cloneState } from './clone-state.ts';
import { Disturbance } from './disturbance.ts';
import type { FaultWorkbook } from './fault-action.ts';
import { Person } from './person.ts';

/** A copy of a workbook with the script running in it, its owner at one page and a colleague at another. */
export class Stage {
  readonly host: OwnHost;
  readonly disturbance: Disturbance;
  readonly owner: Person;
  readonly log: string[] = [];
  /** everything that has changed */
  readonly ops: Op[] = [];
  /** ms since 1970: the clock stands still but for what is waited */
  now: number;
  /** how often an edit fires its trigger */
  timesFired = 1;
  #colleague: Person | undefined;

  /** @param gate lets executions really overlap, each in a worker, and holds every service call until it resolves */
  constructor(workbook: FaultWorkbook, bundle: Bundle, gate?: () => Promise<void>) {
    this.now = workbook.now;
    const state = cloneState(workbook.state);
    this.disturbance = new Disturbance(() => this.host.revision);
    this.host = createHost({
      state,
      bundle,
      mode: gate ? 'worker' : 'thread',
      nested: true,
      clock: () => this.now,
      seed: 1,
      dropFastEdits: false,
      timesFired: () => this.timesFired,
      log: (_, text) => this.log.push(text),
      answer: (question) => {
        this.owner.told.push(question.message);
        return { button: 'OK' };
      },
      ...(gate ? { gate } : this.disturbance.hooks),
    });
    this.host.onOps((ops) => this.ops.push(...ops));
    this.owner = new Person(this.host, { email: state.owner, locale: 'zh-CN' });
  }

  get state() {
    return this.host.state;
  }

  /** Somebody else, who comes to the workbook when first asked for. */
  get colleague(): Person {
    this.#colleague ??= new Person(this.host, { email: 'colleague@example.com', locale: 'zh-CN' });
    return this.#colleague;
  }

  /** One of many. */
  another(email: string): Person {
    return new Person(this.host, { email, locale: 'zh-CN' });
  }

  /** What everybody was told. */
  get told(): string[] {
    return [...this.owner.told, ...(this.#colleague?.told ?? [])];
  }

  close(): Promise<void> {
    return this.host.close();
  }
}
