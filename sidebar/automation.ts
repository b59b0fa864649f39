/** What the ledger does by itself: each job with its switch, when it runs, and how it went. */
import type { JobsPage, JobView } from '../src/domain/automation/api.ts';
import { jobCard } from './automation/job-card.ts';
import { automationTextsOf } from './automation/texts/texts.ts';
import type { AutomationBoot } from './boot.ts';
import { type Answer, call } from './client.ts';
import { element, fill } from './element.ts';
import { readBoot } from './read-boot.ts';

/** While something runs it is looked at this often, in ms. */
const pause = 6_000;

const boot = readBoot<AutomationBoot>();
const texts = automationTextsOf(boot.locale);
let page = boot.page;
let isBusy = false;

const body = element('div', { class: 'scroll automation' });
const line = element('p', { class: 'foot-line', role: 'status' });
const bar = element('div', { class: 'progress', hidden: true, 'aria-hidden': 'true' });
const buttons = element('div', { class: 'buttons' });
const foot = element('div', { class: 'foot' }, bar, line, buttons);
const name = element('input', { id: 'name', type: 'text', autocomplete: 'off', 'aria-describedby': 'name-help' });
name.maxLength = 30;

function say(text: string, tone: 'plain' | 'wrong' = 'plain', running = false) {
  line.textContent = text;
  line.className = `foot-line tone-${tone}`;
  bar.hidden = !running;
  foot.hidden = text === '' && !running;
  fill(buttons);
}

function timerLine({ timer, allow }: JobsPage): HTMLElement {
  const mend =
    timer.mend !== undefined && element('button', { type: 'button', class: 'mend', on: { click: restart } }, timer.mend);
  const link = allow && element('a', { href: allow.url, target: '_blank', rel: 'noopener' }, allow.label);
  return element(
    'div',
    { class: timer.tone === 'warning' ? 'note timer' : 'timer quiet-line' },
    element('p', {}, timer.text),
    mend,
    link,
  );
}

/** Asked for only as long as nobody knows. */
const nameField = () =>
  element(
    'div',
    { class: 'field' },
    element('label', { for: 'name' }, texts.name),
    name,
    element('p', { class: 'help', id: 'name-help' }, texts.nameHelp),
  );

function show(next: JobsPage) {
  page = next;
  const focused = document.activeElement as HTMLElement | null;
  const { job, run } = focused?.dataset ?? {};
  const cards = page.jobs.map((each) => jobCard(each, texts, { run: runNow, ...(page.byHandOnly ? {} : { flip }) }));
  fill(
    body,
    element('h1', {}, texts.title),
    timerLine(page),
    page.me === '' && !page.byHandOnly && nameField(),
    ...(cards.length > 0 ? cards : [element('p', {}, texts.none)]),
  );
  const wanted = job ? `[data-job="${job}"]` : run ? `[data-run="${run}"]` : undefined;
  if (wanted) body.querySelector<HTMLElement>(wanted)?.focus();
  if (page.said) say(page.said.text, page.said.ok ? 'plain' : 'wrong');
  if (page.jobs.some(({ isRunning }) => isRunning)) watch();
}

/** Nothing is known: the way on is to look. */
function unknown(text: string) {
  say(text, 'wrong');
  fill(buttons, element('button', { type: 'button', class: 'filled', on: { click: () => void look() } }, texts.again));
}

function settle(answer: Answer<JobsPage>) {
  isBusy = false;
  body.removeAttribute('aria-busy');
  if (answer.kind === 'answer') show(answer.value);
  else unknown(answer.kind === 'refused' ? answer.message : texts.lost);
}

/** One call at a time: what is pressed meanwhile is not heard. */
async function ask(waiting: string, calling: () => Promise<Answer<JobsPage>>): Promise<Answer<JobsPage> | undefined> {
  if (isBusy) return undefined;
  isBusy = true;
  body.setAttribute('aria-busy', 'true');
  say(waiting, 'plain', true);
  return calling();
}

/** The name as typed; undefined where it is known already. */
const typedName = (): { name?: string } => (page.me === '' && name.value.trim() !== '' ? { name: name.value.trim() } : {});

function lacksName(): boolean {
  if (page.me !== '' || name.value.trim() !== '') return false;
  say(texts.nameMissing, 'wrong');
  name.focus();
  return true;
}

async function flip({ key, isOn }: JobView) {
  if (isBusy || (!isOn && lacksName())) return;
  const answer = await ask(texts.switching, () => call('switchJob', { job: key, on: !isOn, ...typedName() }));
  if (answer) settle(answer);
}

async function restart() {
  if (isBusy || lacksName()) return;
  const answer = await ask(texts.restarting, () => call('restartJobs', typedName()));
  if (answer) settle(answer);
}

/** It may take longer than a page waits for an answer: then it is looked at until it is over. */
async function runNow({ key }: JobView) {
  const answer = await ask(texts.working, () => call('runJob', { job: key }));
  if (!answer) return;
  if (answer.kind !== 'lost' || answer.after !== 'time') return settle(answer);
  isBusy = false;
  await look(texts.working);
}

async function look(waiting: string = texts.looking) {
  const answer = await ask(waiting, () => call('getJobs', {}));
  if (!answer) return;
  if (answer.kind === 'answer') say('');
  settle(answer);
}

let timer: ReturnType<typeof setTimeout> | undefined;

function watch() {
  say(texts.working, 'plain', true);
  clearTimeout(timer);
  timer = setTimeout(() => void look(texts.working), pause);
}

document.documentElement.lang = boot.locale;
fill(document.getElementById('app')!, element('div', { class: 'view' }, body, foot));
say('');
show(page);
