/** For which trade the ledger is kept: chosen when it is set up, and changed later after a look at what would change. */
import type { TradeSection } from '../src/domain/trade/tell-plan.ts';
import type { TradeBoot } from './boot.ts';
import { type Answer, runAction } from './client.ts';
import { type Child, element, fill } from './element.ts';
import { icon } from './icon.ts';
import { readBoot } from './read-boot.ts';
import { tradeTextsOf } from './trade/texts.ts';
import { backLink } from './views/back-link.ts';

const boot = readBoot<TradeBoot>();
const texts = tradeTextsOf(boot.locale);
const { isNew, trades } = boot;
let chosen = isNew ? trades[0]?.key : undefined;

const body = element('div', { class: 'scroll trade' });
const line = element('p', { class: 'foot-line', role: 'status' });
const bar = element('div', { class: 'progress', hidden: true, 'aria-hidden': 'true' });
const buttons = element('div', { class: 'buttons' });
const foot = element('div', { class: 'foot' }, bar, line, buttons);
const view = element('div', { class: 'view' }, body, foot);

const button = (label: string, act: () => void, kind = 'filled') =>
  element('button', { type: 'button', class: kind, on: { click: act } }, label);

function say(text: string, tone: 'plain' | 'wrong' = 'plain', running = false) {
  line.textContent = text;
  line.className = `foot-line tone-${tone}`;
  bar.hidden = !running;
  for (const each of view.querySelectorAll<HTMLButtonElement>('button, input')) each.disabled = running;
}

function show(title: string, children: Child[], acts: HTMLElement[]) {
  const heading = element('h1', { tabindex: -1 }, title);
  fill(body, ...children.slice(0, 1), heading, ...children.slice(1));
  fill(buttons, ...acts);
  foot.hidden = acts.length === 0;
  say('');
  heading.focus();
  body.scrollTop = 0;
}

const labelOf = (key: string | undefined): string => trades.find((trade) => trade.key === key)?.label ?? '';

/** Asks for something that takes a while; undefined where it did not come about, which is told then. */
async function ask(waiting: string, calling: () => ReturnType<typeof runAction>) {
  say(waiting, 'plain', true);
  const answer: Awaited<ReturnType<typeof runAction>> | Answer<never> = await calling();
  if (answer.kind === 'answer' && answer.value.ok) return answer.value;
  const why = answer.kind === 'answer' ? answer.value.message : answer.kind === 'refused' ? answer.message : texts.lost;
  say(why, 'wrong');
  return undefined;
}

function choose() {
  const cards = trades.map(({ key, label, about, isCurrent }) => {
    const input = element('input', { type: 'radio', name: 'trade', value: key, checked: key === chosen, disabled: isCurrent });
    input.addEventListener('change', () => {
      chosen = key;
      say('');
    });
    const name = element('span', { class: 'trade-name' }, label, isCurrent && element('span', { class: 'badge' }, texts.current));
    return element('label', { class: 'trade-card' }, input, element('span', {}, name, element('span', { class: 'help' }, about)));
  });
  const samples = element('input', { type: 'checkbox', checked: true });
  const act = isNew ? button(texts.setUp, () => void setUp(samples.checked)) : button(texts.preview, () => void preview());
  const list = element('div', { class: 'stack', role: 'radiogroup', 'aria-label': isNew ? texts.newTitle : texts.changeTitle });
  fill(list, ...cards);
  show(
    isNew ? texts.newTitle : texts.changeTitle,
    [
      undefined,
      element('p', { class: 'help' }, isNew ? texts.newAbout : texts.changeAbout),
      list,
      isNew && element('label', { class: 'tick' }, samples, element('span', {}, texts.samples)),
    ],
    [act],
  );
}

async function setUp(samples: boolean) {
  const done = await ask(texts.settingUp, () => runAction('set-up', { template: chosen, samples }));
  if (done) finish(texts.ready, done.message, true);
}

async function preview() {
  if (chosen === undefined) return say(texts.pickFirst, 'wrong');
  const template = chosen;
  const seen = await ask(texts.looking, () => runAction('change-template', { template, preview: true }));
  if (!seen) return;
  const sections = (seen.details?.sections ?? []) as TradeSection[];
  show(
    texts.previewTitle(labelOf(template)),
    [
      backLink({ label: texts.back, act: choose }),
      element('p', { class: 'help' }, texts.nothingYet),
      ...sections.map(({ title, lines }) =>
        element('section', { class: 'part' }, element('h2', {}, title), element('ul', {}, ...lines.map(item))),
      ),
    ],
    [button(texts.change(labelOf(template)), () => void change(template))],
  );
}

const item = (text: string): HTMLElement => element('li', {}, text);

async function change(template: string) {
  const done = await ask(texts.changing, () => runAction('change-template', { template }));
  if (done) finish(texts.changed, done.message, false);
}

function finish(title: string, message: string, begins: boolean) {
  show(
    title,
    [element('div', { class: 'seal' }, icon('done')), element('p', {}, message), element('p', { class: 'help' }, texts.next)],
    begins ? [button(texts.register, () => void runAction('register'))] : [],
  );
}

document.documentElement.lang = boot.locale;
fill(document.getElementById('app')!, view);
choose();
