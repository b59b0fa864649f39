import type { CustomerBrief, DuplicateGroup, MergeProposal } from '../../src/domain/api.ts';
import type { Locale } from '../../src/domain/locale.ts';
import type { Answer } from '../client.ts';
import { element, fill } from '../element.ts';
import { backLink } from '../views/back-link.ts';
import type { View } from '../views/shell.ts';
import { changesBetween, movedRecords, type Question, questionsOf, shownIn } from './choices.ts';
import { deaf, keyHelp } from './keys.ts';
import { people } from './people.ts';
import { plainRow, type QuestionRow, questionRow, type Stop } from './question-row.ts';
import { reviewTextsOf } from './texts/texts.ts';

/** What the person has chosen. */
export interface Merging {
  keep: string;
  /** numbers of those who are merged, the one who stays among them */
  customers: string[];
  values: Record<string, string>;
  shown: Record<string, Record<string, string>>;
  seen: MergeProposal;
}

export interface GroupView extends View {
  /** takes a key; false where it means nothing here */
  key(event: KeyboardEvent): boolean;
}

export const nameOf = ({ name, number }: CustomerBrief): string => name || number;

/** One group: who they are, why they may be one, what would be kept, and the three ways on. */
export function groupView(setting: {
  group: DuplicateGroup;
  locale: Locale;
  at: number;
  total: number;
  propose(customers: readonly string[], anew?: boolean): Promise<Answer<MergeProposal>>;
  /** why the group is looked at once more, and what was on the screen then */
  returned?: { message: string; seen?: MergeProposal };
  back?: { label: string; act(): void };
  openCard(number: string): void;
  merge(merging: Merging): void;
  judge(kind: 'notSame' | 'later', customers: string[]): void;
  skip(): void;
}): GroupView {
  const { group, locale, returned } = setting;
  const texts = reviewTextsOf(locale);
  const figure = (count: number) => count.toLocaleString(locale);
  const called = (number: string) => {
    const found = group.customers.find((one) => one.number === number);
    return found?.name ? `${found.name} ${number}` : number;
  };
  const places = new Map(group.customers.map(({ number }, at) => [number, at]));
  let proposal: MergeProposal | undefined;
  let rows: QuestionRow[] = [];
  let asked = 0;
  let since = Date.now();
  let left: HTMLElement | undefined;

  const help = keyHelp(texts);
  const heading = element('h1', { tabindex: -1 }, texts.question(group.customers.length));
  const who = people({
    group,
    locale,
    texts,
    ticked: () => void compare(),
    kept: () => foot(),
    openCard(number) {
      left = document.activeElement as HTMLElement | undefined;
      setting.openCard(number);
    },
  });
  const fields = element('section', { class: 'choices' });
  const line = element('p', { class: 'foot-line', role: 'status' });
  const merge = element('button', { type: 'submit', class: 'filled wide' });
  const quiet = (label: string, act: () => void) =>
    element('button', { type: 'button', class: 'quiet', on: { click: act } }, label);
  const notSame = quiet(texts.notSame, () => judge('notSame'));
  const later = quiet(texts.later, () => judge('later'));

  function foot() {
    const ticked = who.ticked();
    merge.textContent = texts.merge(ticked.length);
    merge.disabled = !proposal || ticked.length < 2;
    notSame.toggleAttribute('disabled', ticked.length < 2);
    line.className = 'foot-line';
    if (ticked.length < 2) {
      line.textContent = texts.tickTwo;
      return;
    }
    if (!proposal) return;
    const keep = who.keep();
    const others = ticked.filter((number) => number !== keep);
    const count = movedRecords(proposal, keep);
    line.textContent = moving(others, count, called(keep));
    const out = group.customers.length - ticked.length;
    if (out > 0) line.append(texts.space, texts.left(out));
  }

  function moving(others: readonly string[], count: number, to: string): string {
    const [only] = others;
    if (others.length > 1 || only === undefined)
      return count === 0 ? texts.movesNoneOfMany(others.length, to) : texts.movesOfMany(others.length, figure(count), to);
    return count === 0 ? texts.movesNone(called(only), to) : texts.moves(called(only), figure(count), to);
  }

  function waiting() {
    const bone = () => element('div', { class: 'bone' });
    return [
      element('p', { class: 'unseen', role: 'status' }, texts.comparing),
      element('div', { class: 'skeleton stack', 'aria-hidden': 'true' }, bone(), bone()),
    ];
  }

  async function compare(anew = false) {
    asked += 1;
    const mine = asked;
    const customers = who.ticked();
    proposal = undefined;
    rows = [];
    foot();
    if (customers.length < 2) return fill(fields);
    const chosen = new Map(kept);
    fill(fields, ...waiting());
    const answer = await setting.propose(customers, anew);
    if (mine !== asked) return;
    if (answer.kind === 'answer') {
      proposal = answer.value;
      who.tell(proposal);
      draw(proposal, chosen);
      return foot();
    }
    const canRetry = answer.kind === 'lost' || answer.retry;
    const act = canRetry ? () => void compare(true) : setting.skip;
    fill(
      fields,
      element('p', { role: 'alert' }, answer.kind === 'lost' ? texts.compareFailed : answer.message),
      element('button', { type: 'button', class: 'quiet', on: { click: act } }, canRetry ? texts.retry : texts.skip),
    );
  }

  /** What the person has chosen, field by field: it outlasts ticking somebody out. */
  const kept = new Map<string, string>();

  function draw(now: MergeProposal, chosen: ReadonlyMap<string, string>) {
    const before = returned?.seen ? changesBetween(returned.seen, now) : new Map<string, string>();
    const questions = questionsOf(now);
    const of = (...kinds: Question['kind'][]) => questions.filter(({ kind }) => kinds.includes(kind));
    const ask = (question: Question): HTMLElement => {
      const { key } = question.field;
      const row: QuestionRow = questionRow({
        question,
        places,
        texts,
        chosen: before.has(key) ? undefined : chosen.get(key),
        before: before.get(key),
        changed: () => kept.set(key, row.chosen().text),
      });
      rows.push(row);
      return row.element;
    };
    const open = of('open');
    const single = of('single');
    const same = of('same');
    fill(
      fields,
      element('h2', {}, open.length > 0 ? texts.fields(open.length) : texts.fieldsSame),
      ...open.map(ask),
      ...of('fixed').map((question) => plainRow(question, texts)),
      single.length + same.length > 0 &&
        element(
          'details',
          // What has just been changed must be in sight.
          { open: single.some(({ field }) => before.has(field.key)) },
          element('summary', {}, texts.folded(same.length, single.length)),
          ...single.map(ask),
          ...same.map((question) => plainRow(question, texts)),
        ),
    );
  }

  const isTooEarly = () => Date.now() - since < deaf;

  function decide() {
    if (!proposal || merge.disabled || isTooEarly()) return;
    const customers = who.ticked();
    const values = Object.fromEntries([
      ...questionsOf(proposal).flatMap(({ kind, field, choices, proposed }) =>
        kind === 'same' ? [[field.key, choices[proposed]!.text]] : [],
      ),
      ...rows.map((row) => [row.key, row.chosen().text]),
    ]);
    setting.merge({ keep: who.keep(), customers, values, shown: shownIn(proposal), seen: proposal });
  }

  function judge(kind: 'notSame' | 'later') {
    const customers = kind === 'later' ? group.customers.map(({ number }) => number) : who.ticked();
    if (customers.length > 1 && !isTooEarly()) setting.judge(kind, customers);
  }

  const stops = (): Stop[] => [who, ...rows].filter((stop) => !stop.element.closest('details:not([open])'));
  const here = () => stops().findIndex((stop) => stop.element.contains(document.activeElement));

  function move(step: number) {
    const all = stops();
    const to = all[Math.min(Math.max(here() + step, 0), all.length - 1)]!;
    to.focus();
    to.element.scrollIntoView({ block: 'nearest' });
  }

  function key(event: KeyboardEvent): boolean {
    const target = event.target instanceof HTMLElement ? event.target : page;
    const isOwn = target.closest('button, a, summary') !== null;
    if (event.key === 'Enter') {
      if (isOwn) return isTooEarly() && target === merge;
      if (!event.repeat) decide();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1);
    else if (/^[1-9]$/.test(event.key)) (stops()[here()] ?? who).pick(Number(event.key) - 1);
    else if (event.repeat) return false;
    else if (event.key === '?' || event.key === '\uff1f') help.toggle();
    else if (event.key.toLowerCase() === 'n') judge('notSame');
    else if (event.key.toLowerCase() === 'l') judge('later');
    else if (event.key === 'Escape' && !help.close()) setting.back?.act();
    else return event.key === 'Escape';
    return true;
  }

  const page = element(
    'form',
    {
      class: 'view',
      tabindex: -1,
      'aria-label': texts.title,
      on: {
        submit: (event) => {
          event.preventDefault();
          decide();
        },
      },
    },
    element(
      'div',
      { class: 'scroll' },
      setting.back && backLink(setting.back),
      element(
        'div',
        { class: 'review-head' },
        element('span', { class: `tier tier-${group.tier}` }, texts.tier[group.tier]),
        group.confidence !== undefined && element('span', { class: 'help' }, texts.confidence(group.confidence)),
        element(
          'span',
          { class: 'help place', hidden: setting.total === 1 },
          element('span', { 'aria-hidden': 'true' }, texts.place(figure(setting.at), figure(setting.total))),
          element('span', { class: 'unseen' }, texts.placeAloud(figure(setting.at), figure(setting.total))),
        ),
        help.button,
      ),
      help.panel,
      heading,
      element(
        'ul',
        { class: 'reasons', 'aria-label': texts.reasons },
        ...group.reasons.map((reason) => element('li', {}, reason)),
      ),
      group.isLater && element('p', { class: 'help' }, texts.wasLater),
      returned && element('p', { class: 'note', role: 'alert' }, returned.message),
      who.element,
      fields,
    ),
    element('div', { class: 'foot' }, line, element('div', { class: 'review-buttons' }, merge, notSame, later)),
  );
  void compare(returned !== undefined);
  return {
    element: page,
    key,
    shown() {
      since = Date.now();
      if (left?.isConnected) left.focus();
      else who.focus();
      left = undefined;
    },
  };
}
