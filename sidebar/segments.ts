/** Customers' segments: how many there are in each, what writing them would change, and the writing itself. */
import type { Standing } from '../src/domain/dictionary/types.ts';
import type { SegmentsOf, SegmentsPage } from '../src/domain/segments/api.ts';
import type { SegmentsBoot } from './boot.ts';
import { type Answer, call, callPatiently, runAction } from './client.ts';
import { element, fill, freshId } from './element.ts';
import { readBoot } from './read-boot.ts';
import { labelled, select } from './reports/wish.ts';
import { segmentsTextsOf } from './segments/texts/texts.ts';

const boot = readBoot<SegmentsBoot>();
const texts = segmentsTextsOf(boot.locale);
let page = boot.page;
let isBusy = false;
/** columns that are to be written; at first those that are in the tab, else the segments */
const wanted = new Set<Standing>();

const body = element('div', { class: 'scroll segments' });
const line = element('p', { class: 'foot-line', role: 'status' });
const bar = element('div', { class: 'progress', hidden: true, 'aria-hidden': 'true' });
const buttons = element('div', { class: 'buttons' });

function say(text: string, tone: 'plain' | 'wrong' = 'plain', running = false) {
  line.textContent = text;
  line.className = `foot-line tone-${tone}`;
  bar.hidden = !running;
}

const button = (label: string, press: () => void, look = 'quiet', disabled = false) =>
  element('button', { type: 'button', class: look, disabled, on: { click: press } }, label);

const chip = ({ label, hue }: SegmentsPage['segments'][number] | SegmentsPage['moves'][number]['from']) =>
  element('span', { class: `chip hue-${hue}` }, label);

/** Bars by the largest, so that a small shop sees a difference; the figure is beside it, as a bar alone says nothing. */
function sizeRow(segment: SegmentsPage['segments'][number], largest: number): HTMLElement {
  const width = element('span', { class: `size-bar hue-${segment.hue}`, 'aria-hidden': 'true' });
  width.style.width = `${Math.max(2, (100 * segment.count) / largest)}%`;
  const share = texts.share(Math.round((100 * segment.count) / page.customers));
  return element(
    'li',
    { class: 'size' },
    chip(segment),
    element('span', { class: 'size-room' }, width),
    element('span', { class: 'size-count' }, String(segment.count)),
    element('span', { class: 'size-share' }, share),
  );
}

const moveRow = ({ from, to, count }: SegmentsPage['moves'][number]): HTMLElement =>
  element(
    'li',
    { class: 'move' },
    chip(from),
    element('span', { 'aria-hidden': 'true' }, '→'),
    chip(to),
    element('span', { class: 'size-count' }, String(count)),
  );

function columnRow({ standing, label, isOn, changes }: SegmentsPage['columns'][number]): HTMLElement {
  const id = freshId('column');
  const box = element('input', {
    id,
    type: 'checkbox',
    checked: wanted.has(standing),
    on: {
      change: () => {
        if (box.checked) wanted.add(standing);
        else wanted.delete(standing);
        foot();
      },
    },
  });
  const about = [isOn ? '' : texts.isNew, texts.changes(changes)].filter(Boolean).join(boot.locale === 'en' ? ', ' : '，');
  return element('li', { class: 'column' }, box, element('label', { for: id }, label), element('span', { class: 'help' }, about));
}

const isNarrowed = (): boolean => Boolean(page.only.region ?? page.only.type);

/** Whom the figures are about. What is written is about all of them. */
function filters(): HTMLElement | false {
  const { only, choices } = page;
  const offered = (['region', 'type'] as const).filter((key) => choices[key].length > 1);
  if (offered.length === 0) return false;
  const field = (key: (typeof offered)[number]) => {
    const words = choices[key].map((word) => [word, word] as const);
    const control = select([['', texts.all], ...words], only[key] ?? '', () =>
      look({ ...only, [key]: control.value || undefined }),
    );
    return labelled(texts.only[key], control);
  };
  return element(
    'div',
    {},
    element('div', { class: 'narrow' }, ...offered.map(field)),
    isNarrowed() && element('p', { class: 'help' }, texts.onlyShown),
  );
}

function foot() {
  const count = page.columns.filter(({ standing }) => wanted.has(standing)).reduce((sum, { changes }) => sum + changes, 0);
  const undo = page.said?.run;
  fill(
    buttons,
    button(texts.write(count), write, 'filled', count === 0),
    undo !== undefined && button(texts.undo, () => void undoRun(undo)),
  );
}

function show(next: SegmentsPage) {
  page = next;
  const isWritten = page.columns.some(({ isOn }) => isOn);
  if (wanted.size === 0)
    for (const { standing, isOn } of page.columns) if (isOn || (!isWritten && standing === 'segment')) wanted.add(standing);
  const largest = Math.max(1, ...page.segments.map(({ count }) => count));
  const moves =
    page.moves.length > 0
      ? element('ul', { class: 'moves' }, ...page.moves.map(moveRow))
      : element('p', { class: 'quiet-line' }, texts.same);
  const isEmpty = page.customers === 0 && !isNarrowed();
  fill(
    body,
    element('h1', {}, texts.title),
    filters(),
    element('p', {}, isEmpty ? texts.nobody : page.customers === 0 ? texts.noneSuch : texts.lead(page.customers)),
    element('ul', { class: 'sizes' }, ...page.segments.map((segment) => sizeRow(segment, largest))),
    ...page.notes.map((note) => element('p', { class: 'note' }, note)),
    element(
      'div',
      { class: 'links' },
      button(texts.report, () => void open('segment-report')),
      button(texts.settings, () => void open('open-segment-settings')),
      button(texts.again, () => look()),
    ),
    !isEmpty && element('h2', {}, texts.moves),
    !isEmpty && (isWritten ? moves : element('p', { class: 'quiet-line' }, texts.unwritten)),
    !isEmpty && element('h2', {}, texts.columns),
    !isEmpty && element('ul', { class: 'columns' }, ...page.columns.map(columnRow)),
  );
  if (isEmpty) fill(buttons);
  else foot();
  say(page.said?.text ?? '', page.said?.ok === false ? 'wrong' : 'plain');
}

/** One call at a time: what is pressed meanwhile is not heard. */
async function ask<T>(waiting: string, calling: () => Promise<Answer<T>>): Promise<Answer<T> | undefined> {
  if (isBusy) return undefined;
  isBusy = true;
  body.setAttribute('aria-busy', 'true');
  say(waiting, 'plain', true);
  const answer = await calling();
  isBusy = false;
  body.removeAttribute('aria-busy');
  return answer;
}

const failed = (answer: Exclude<Answer<unknown>, { kind: 'answer' }>) =>
  say(answer.kind === 'refused' ? answer.message : texts.lost, 'wrong');

async function settle(waiting: string, calling: () => Promise<Answer<SegmentsPage>>) {
  const answer = await ask(waiting, calling);
  if (answer?.kind === 'answer') show(answer.value);
  else if (answer) failed(answer);
}

function write() {
  void settle(texts.writing, () => callPatiently('writeSegments', { columns: [...wanted], shown: page.shown }));
}

const look = (only: SegmentsOf = page.only) => void settle(texts.looking, () => call('getSegments', only));

async function undoRun(run: number) {
  const answer = await ask(texts.undoing, () => callPatiently('undoRun', { run }));
  if (answer?.kind !== 'answer') return answer && failed(answer);
  const { ok, message: text } = answer.value;
  const after = await ask(texts.looking, () => call('getSegments', page.only));
  if (after?.kind === 'answer') show({ ...after.value, said: { ok, text } });
  else if (after) failed(after);
}

async function open(action: string) {
  const answer = await ask(texts.opening, () => runAction(action));
  if (answer?.kind !== 'answer') return answer && failed(answer);
  say(answer.value.ok ? '' : answer.value.message, 'wrong');
}

document.documentElement.lang = boot.locale;
fill(
  document.getElementById('app')!,
  element('div', { class: 'view' }, body, element('div', { class: 'foot' }, bar, line, buttons)),
);
show(page);
