import { randomUUID } from 'node:crypto';
import type { HostEvent } from '../host-contract.ts';
import { ServiceError } from '../services/service-object.ts';
import type { Answer, Asked, Question, UiPort } from '../services/surroundings.ts';

/** Answers alerts and prompts where no page can. */
export type Answerer = (question: Question) => Answer;

const nobody = (question: Question): never => {
  throw new ServiceError(`Nobody is there to answer: ${question.message}`);
};

/** A user interface without a page, for the command line and for tests: shows nothing. */
export function noPage(answer: Answerer = nobody): UiPort {
  return {
    menus: () => undefined,
    panel: () => undefined,
    toast: () => undefined,
    activate: () => undefined,
    ask: (question) => ({ answer: new Promise((resolve) => resolve(answer(question))), withdraw: () => undefined }),
    askNow: answer,
  };
}

/** The page of one session: what is open on it, and which questions wait for an answer. */
export class PageUi implements UiPort {
  readonly #send: (event: HostEvent) => void;
  readonly #answer: Answerer;
  readonly #asked = new Map<string, (answer: Answer) => void>();
  #sidebar: string | undefined;
  #modal: string | undefined;

  /** @param answer for scripts in the same thread, which cannot wait for the page */
  constructor(send: (event: HostEvent) => void, answer: Answerer = nobody) {
    this.#send = send;
    this.#answer = answer;
  }

  menus(menus: Parameters<UiPort['menus']>[0]): void {
    this.#send({ event: 'menus', menus });
  }

  /** Only one sidebar and one modal dialog can be seen: another takes its place. */
  panel({ kind, title, html, width, height }: Parameters<UiPort['panel']>[0]): void {
    const panel = randomUUID();
    if (kind === 'sidebar') {
      if (this.#sidebar) this.#send({ event: 'closePanel', panel: this.#sidebar });
      this.#sidebar = panel;
      this.#send({ event: 'sidebar', panel, title, html });
      return;
    }
    if (this.#modal) this.#send({ event: 'closePanel', panel: this.#modal });
    this.#modal = panel;
    this.#send({ event: 'dialog', panel, title, html, width, height, modal: kind === 'modal' });
  }

  panelClosed(panel: string): void {
    if (this.#sidebar === panel) this.#sidebar = undefined;
    if (this.#modal === panel) this.#modal = undefined;
  }

  toast(message: string, title: string | undefined, seconds: number): void {
    this.#send(title === undefined ? { event: 'toast', message, seconds } : { event: 'toast', message, title, seconds });
  }

  activate(sheet: number, rect: Parameters<UiPort['activate']>[1]): void {
    this.#send(rect ? { event: 'activate', sheet, rect } : { event: 'activate', sheet });
  }

  ask(question: Question): Asked {
    const id = randomUUID();
    const answer = new Promise<Answer>((resolve) => {
      this.#asked.set(id, resolve);
      this.#send({ event: 'alert', id, ...question });
    });
    const withdraw = (): void => {
      if (this.#asked.delete(id)) this.#send({ event: 'withdrawAlert', id });
    };
    return { answer, withdraw };
  }

  askNow(question: Question): Answer {
    return this.#answer(question);
  }

  answered(id: string, answer: Answer): void {
    const resolve = this.#asked.get(id);
    this.#asked.delete(id);
    resolve?.(answer);
  }

  /** The page is gone: whatever waits for it gets the answer of a closed window. */
  closed(): void {
    for (const resolve of this.#asked.values()) resolve({ button: 'CLOSE' });
    this.#asked.clear();
  }
}
