import type { JobView } from '../../src/domain/automation/api.ts';
import { element, freshId } from '../element.ts';
import type { AutomationTexts } from './texts/zh-CN.ts';

export interface JobActs {
  /** absent: there is nothing to switch */
  flip?(job: JobView): void;
  run(job: JobView): void;
}

/** What came of the last run, a failure in words and not by its colour alone. */
function lastLine({ last }: JobView, texts: AutomationTexts): HTMLElement {
  if (!last) return element('p', { class: 'quiet-line' }, texts.notYet);
  return element(
    'p',
    { class: last.ok ? 'job-last' : 'job-last is-failed' },
    element('span', { class: 'job-when' }, texts.last(last.when)),
    last.text,
  );
}

/** What it cannot do without, and where that can be allowed. */
const lackNote = ({ text, allow }: NonNullable<JobView['lacks']>): HTMLElement =>
  element(
    'div',
    { class: 'note timer' },
    element('p', {}, text),
    allow && element('a', { href: allow.url, target: '_blank', rel: 'noopener' }, allow.label),
  );

/** One job: what it does, its switch, when it runs, how it went, and a button that runs it now. */
export function jobCard(job: JobView, texts: AutomationTexts, acts: JobActs): HTMLElement {
  const title = freshId('job');
  const state = job.isRunning ? texts.running : job.isHalfWay ? texts.halfWay : undefined;
  const { flip } = acts;
  const toggle =
    flip &&
    element(
      'button',
      {
        type: 'button',
        class: 'switch',
        role: 'switch',
        'aria-checked': String(job.isOn),
        'aria-labelledby': title,
        'data-job': job.key,
        on: { click: () => flip(job) },
      },
      element('span', { class: 'knob', 'aria-hidden': 'true' }),
      element('span', { class: 'switch-word', 'aria-hidden': 'true' }, job.isOn ? texts.on : texts.off),
    );
  const run = element(
    'button',
    {
      type: 'button',
      class: 'quiet',
      disabled: job.isRunning,
      'aria-describedby': title,
      'data-run': job.key,
      on: { click: () => acts.run(job) },
    },
    job.isHalfWay ? texts.goOn : texts.runNow,
  );
  return element(
    'section',
    { class: 'job', 'aria-labelledby': title },
    element('div', { class: 'job-head' }, element('h2', { id: title }, job.label), toggle),
    element('p', { class: 'help' }, job.about),
    flip &&
      element('p', { class: 'job-times' }, job.schedule, job.next !== undefined && element('strong', {}, texts.next(job.next))),
    job.lacks && lackNote(job.lacks),
    lastLine(job, texts),
    state !== undefined && element('p', { class: 'job-state' }, state),
    run,
  );
}
