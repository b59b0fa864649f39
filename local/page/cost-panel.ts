/** What the last click would have cost on Google, and what the ones before did. */
import type { HostEvent } from '../host-contract.ts';
import { el } from './dom.ts';
import type { NameOfStep } from './step-names.ts';
import type { Texts } from './texts.ts';

type Cost = Extract<HostEvent, { event: 'cost' }>;

const tenths = (ms: number): number => Math.round(ms / 100) / 10;

function table(header: string[], rows: (string | number)[][], testId: string): HTMLElement {
  const line = (tag: 'th' | 'td', values: (string | number)[]) =>
    el('tr', tag === 'td' ? { testId } : {}, ...values.map((value) => el(tag, {}, String(value))));
  return el('table', {}, el('thead', {}, line('th', header)), el('tbody', {}, ...rows.map((row) => line('td', row))));
}

/** The last execution in a sentence, one line for each before; what only a developer reads is folded away. */
export function costContent(words: Texts, costs: readonly Cost[], nameOf: NameOfStep, unfolded: boolean): HTMLElement[] {
  const { function: name, trace } = costs[0]!;
  const seconds = (ms: number) => words.seconds(tenths(ms));
  const details = el('details', { testId: 'cost-details', open: unfolded }, el('summary', {}, words.details));
  details.append(...technical(words, costs));
  return [
    el('p', { testId: 'last-cost' }, words.lastCost(nameOf(name), tenths(trace.simulatedMsP50), tenths(trace.simulatedMsP95))),
    table(
      [words.earlierCosts, words.p50, words.p95],
      costs
        .slice(0, 10)
        .map(({ function: each, trace: cost }) => [nameOf(each), seconds(cost.simulatedMsP50), seconds(cost.simulatedMsP95)]),
      'earlier-cost',
    ),
    details,
  ];
}

/** The last execution item by item, and all of them in the model's own figures. */
function technical(words: Texts, costs: readonly Cost[]): HTMLElement[] {
  const ms = (value: number) => words.seconds(Math.round(value) / 1000);
  const items = Object.entries(costs[0]!.trace.bill).sort(([, a], [, b]) => b.msP50 - a.msP50);
  return [
    table(
      [words.billItem, words.count, words.cellCount, words.p50, words.p95],
      items.map(([key, item]) => [words.bill[key] ?? key, item.count, item.cells || '', ms(item.msP50), ms(item.msP95)]),
      'bill-item',
    ),
    table(
      [words.functionName, words.serviceCalls, words.reads, words.writes, words.cells, 'CPU ms'],
      costs.map(({ function: each, trace: cost }) => [
        each,
        cost.serviceCalls,
        cost.reads,
        cost.writes,
        `${cost.cellsRead} / ${cost.cellsWritten}`,
        Math.round(cost.cpuMs),
      ]),
      'cost',
    ),
  ];
}

/** A chip in the bar: what the last click cost; a click on it tells more. */
export function costChip(
  texts: () => Texts,
  nameOf: NameOfStep,
  more: () => void,
): { element: HTMLElement; show(cost: Cost): void } {
  const element = el('button', { class: 'plain cost-chip', testId: 'cost-chip', hidden: true, onclick: more });
  return {
    element,
    show({ function: name, trace }) {
      const words = texts();
      element.hidden = false;
      element.textContent = words.costChip(tenths(trace.simulatedMsP50));
      element.title = words.lastCost(nameOf(name), tenths(trace.simulatedMsP50), tenths(trace.simulatedMsP95));
    },
  };
}
