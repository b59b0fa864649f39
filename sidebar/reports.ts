/** Reports: which one, for when, of what part; then how it came out. */
import type { ReportChoices, ReportResult, ReportWish } from '../src/domain/reports/api.ts';
import type { ReportsBoot } from './boot.ts';
import { type Answer, call, callPatiently } from './client.ts';
import { element, fill } from './element.ts';
import { readBoot } from './read-boot.ts';
import { OptionFields } from './reports/options.ts';
import { reportsTextsOf } from './reports/texts/texts.ts';
import { FilterFields, labelled, PeriodFields, select } from './reports/wish.ts';

const boot = readBoot<ReportsBoot>();
const texts = reportsTextsOf(boot.locale);
const { reports, last = { report: '' } as ReportWish, isForeign } = boot.offers;
const made = new Set(reports.filter(({ isMade }) => isMade).map(({ key }) => key));
const known = new Map<string, ReportChoices>();
let isBusy = false;

const line = element('p', { class: 'foot-line', role: 'status' });
const bar = element('div', { class: 'progress', hidden: true, 'aria-hidden': 'true' });
const make = element('button', { type: 'button', class: 'filled', on: { click: () => void makeIt() } }, texts.make);
const open = element('button', { type: 'button', class: 'quiet', on: { click: () => void openIt() } }, texts.open);
const which = select(
  reports.map(({ key, title }) => [key, title] as const),
  last.report,
  () => choose(),
);
const question = element('p', { class: 'help' });
const period = new PeriodFields(texts, last);
const timeless = element('p', { class: 'quiet-line' }, texts.timeless);
const filters = new FilterFields(texts, { ...last }, () => options.changed());
const options = new OptionFields(texts, { ...last }, filters);
const result = element('div', { class: 'result', 'aria-live': 'polite' });
const body = element(
  'div',
  { class: 'scroll reports' },
  element('h1', {}, texts.title),
  element(
    'div',
    {},
    labelled(texts.report, which),
    question,
    ...(isForeign ? [element('p', { class: 'help' }, texts.foreign)] : []),
  ),
  period.element,
  timeless,
  filters.element,
  options.element,
  result,
);

const chosen = () => reports.find(({ key }) => key === which.value)!;

function say(text: string, tone: 'plain' | 'wrong' = 'plain', running = false) {
  line.textContent = text;
  line.className = `foot-line tone-${tone}`;
  bar.hidden = !running;
  make.disabled = running;
  open.disabled = running;
}

const why = (answer: Exclude<Answer<unknown>, { kind: 'answer' }>) => (answer.kind === 'refused' ? answer.message : texts.lost);

function choose() {
  const { key, question: asks, isTimeless, preset } = chosen();
  const usual = last.preset ?? 'last12Months';
  period.propose(key === last.report ? usual : (preset ?? usual));
  options.show(chosen());
  question.textContent = asks;
  period.element.hidden = isTimeless;
  timeless.hidden = !isTimeless;
  open.hidden = !made.has(key);
  fill(result);
  say('');
  void offer();
}

/** The words to choose from; the report can be made before they are there. */
async function offer() {
  const { key, filters: wanted } = chosen();
  if (wanted.length === 0) return filters.say();
  const there = known.get(key);
  if (there) return filters.show(chosen(), there);
  filters.say(element('p', { class: 'quiet-line waiting' }, texts.reading));
  const answer = await call('getReportChoices', { report: key });
  if (answer.kind === 'answer') known.set(key, answer.value.choices);
  // somebody may have chosen another report meanwhile
  if (which.value !== key) return;
  if (answer.kind === 'answer') filters.show(chosen(), answer.value.choices);
  else
    filters.say(
      element('p', { class: 'quiet-line' }, texts.unread),
      element('button', { type: 'button', class: 'mend', on: { click: () => void offer() } }, texts.readAgain),
    );
}

function show({ findings, notes }: Extract<ReportResult, { ok: true }>) {
  fill(
    result,
    element('ul', { class: 'findings' }, ...findings.map((text) => element('li', {}, text))),
    ...notes.map((text) => element('p', { class: 'help' }, text)),
  );
  result.scrollIntoView({ block: 'nearest' });
}

async function makeIt() {
  if (isBusy) return;
  const { key, isTimeless } = chosen();
  const days = isTimeless ? {} : period.read();
  if (typeof days === 'string') {
    say(days, 'wrong');
    return period.focus();
  }
  isBusy = true;
  fill(result);
  say(texts.making, 'plain', true);
  const answer = await callPatiently('makeChosenReport', { report: key, ...days, ...filters.read(), ...options.read() });
  isBusy = false;
  if (answer.kind !== 'answer') return say(why(answer), 'wrong');
  say(answer.value.message, answer.value.ok ? 'plain' : 'wrong');
  if (!answer.value.ok) return;
  made.add(key);
  open.hidden = false;
  show(answer.value);
}

async function openIt() {
  if (isBusy) return;
  isBusy = true;
  say(texts.opening, 'plain', true);
  const answer = await call('openReport', { report: which.value });
  isBusy = false;
  if (answer.kind !== 'answer') return say(why(answer), 'wrong');
  say(answer.value.message ?? '', 'wrong');
}

document.documentElement.lang = boot.locale;
fill(
  document.getElementById('app')!,
  element(
    'div',
    { class: 'view' },
    body,
    element('div', { class: 'foot' }, bar, line, element('div', { class: 'buttons' }, open, make)),
  ),
);
choose();
