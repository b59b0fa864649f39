/** The quiet drawer: triggers, mails, what runs cost, what is running. */
import type { Mail, TriggerState } from '../contract.ts';
import type { HostEvent } from '../host-contract.ts';
import { costContent } from './cost-panel.ts';
import { el, keepKeys } from './dom.ts';
import type { NameOfStep } from './step-names.ts';
import type { Texts } from './texts.ts';

type Cost = Extract<HostEvent, { event: 'cost' }>;
type Running = Extract<HostEvent, { event: 'executions' }>['running'];
type Tab = 'triggers' | 'outbox' | 'cost' | 'running';

const KEPT_COSTS = 50;

export interface Drawer {
  element: HTMLElement;
  toggle(): void;
  /** opens it where the costs are */
  showCosts(): void;
  triggers(triggers: readonly TriggerState[]): void;
  outbox(mails: readonly Mail[]): void;
  cost(cost: Cost): void;
  running(running: Running): void;
}

export function createDrawer(texts: () => Texts, nameOf: NameOfStep, runTrigger: (trigger: TriggerState) => void): Drawer {
  const held = {
    triggers: [] as readonly TriggerState[],
    mails: [] as readonly Mail[],
    costs: [] as Cost[],
    running: [] as Running,
  };
  let tab: Tab = 'triggers';
  const tabs = el('div', { class: 'drawer-tabs', role: 'tablist' });
  const body = el('div', { class: 'drawer-body', testId: 'drawer-body', role: 'tabpanel' });
  const element = el('aside', { class: 'drawer', testId: 'drawer', hidden: true }, tabs, body);
  keepKeys(element);

  function draw(): void {
    if (element.hidden) return;
    const words = texts();
    const counts: Record<Tab, number> = {
      triggers: held.triggers.length,
      outbox: held.mails.length,
      cost: held.costs.length,
      running: held.running.length,
    };
    const names = Object.keys(counts) as Tab[];
    const button = (name: Tab) =>
      el(
        'button',
        { role: 'tab', testId: `drawer-${name}`, aria: { selected: String(name === tab) }, onclick: () => choose(name) },
        counts[name] > 0 ? `${words[name]} ${counts[name]}` : words[name],
      );
    tabs.replaceChildren(
      ...names.map(button),
      el('span', { class: 'spacer' }),
      el('button', { class: 'icon', title: words.close, testId: 'drawer-close', onclick: toggle }, '×'),
    );
    body.replaceChildren(...content[tab](words));
  }

  function choose(name: Tab): void {
    tab = name;
    draw();
  }

  function toggle(): void {
    element.hidden = !element.hidden;
    draw();
  }

  /** Stays as it is while new figures come in. */
  const isUnfolded = () => body.querySelector('details')?.open ?? false;
  const empty = (text: string) => [el('p', { class: 'empty' }, text)];
  const content: Record<Tab, (words: Texts) => HTMLElement[]> = {
    triggers: (words) =>
      held.triggers.length === 0
        ? empty(words.noTriggers)
        : held.triggers.map((trigger) =>
            el(
              'div',
              { class: 'row', testId: 'trigger' },
              el('strong', { title: trigger.handler }, nameOf(trigger.handler)),
              el('span', { class: 'quiet' }, words.events[trigger.event]),
              el(
                'span',
                { class: 'quiet' },
                trigger.nextRun === undefined ? '' : `${words.nextRun} ${timeText(trigger.nextRun)}`,
              ),
              el('span', { class: 'quiet' }, trigger.owner),
              el('span', { class: 'spacer' }),
              el('button', { class: 'plain', testId: 'trigger-run', onclick: () => runTrigger(trigger) }, words.runNow),
            ),
          ),
    outbox: (words) =>
      held.mails.length === 0
        ? empty(words.noMails)
        : [...held.mails]
            .reverse()
            .map((mail) =>
              el(
                'details',
                { class: 'mail', testId: 'mail' },
                el(
                  'summary',
                  {},
                  el('strong', {}, mail.subject),
                  ' ',
                  el('span', { class: 'quiet' }, `${mail.to} · ${timeText(mail.at)}`),
                ),
                el(
                  'p',
                  { class: 'quiet' },
                  `${words.to}：${[mail.to, mail.cc, mail.bcc].filter(Boolean).join(', ')} · ${words.by}：${mail.by}`,
                ),
                el('pre', {}, mail.body),
              ),
            ),
    cost: (words) => (held.costs.length === 0 ? empty(words.noCost) : costContent(words, held.costs, nameOf, isUnfolded())),
    running: (words) =>
      held.running.length === 0
        ? empty(words.noRunning)
        : held.running.map((run) =>
            el(
              'div',
              { class: 'row', testId: 'execution' },
              el('strong', { title: run.function }, nameOf(run.function)),
              el('span', { class: 'quiet' }, run.user),
              el('span', { class: 'quiet' }, words.since(Math.max(0, Math.round((Date.now() - run.since) / 1000)))),
            ),
          ),
  };

  setInterval(() => tab === 'running' && held.running.length > 0 && draw(), 1000);

  return {
    element,
    toggle,
    showCosts() {
      element.hidden = false;
      choose('cost');
    },
    triggers(triggers) {
      held.triggers = triggers;
      draw();
    },
    outbox(mails) {
      held.mails = mails;
      draw();
    },
    cost(cost) {
      held.costs.unshift(cost);
      held.costs.length = Math.min(held.costs.length, KEPT_COSTS);
      draw();
    },
    running(running) {
      held.running = running;
      draw();
    },
  };
}

function timeText(ms: number): string {
  return new Date(ms).toLocaleString();
}
