import type { DuplicateGroup, MergeProposal } from '../../src/domain/api.ts';
import type { Locale } from '../../src/domain/locale.ts';
import { dayText } from '../card/figures.ts';
import { element, freshId } from '../element.ts';
import { badge, type Stop } from './question-row.ts';
import type { ReviewTexts } from './texts/zh-CN.ts';

export interface People extends Stop {
  /** numbers of those who are to be merged, in the group's order */
  ticked(): string[];
  keep(): string;
  /** what is known of them now: who is proposed to stay, how many records each has */
  tell(proposal: MergeProposal): void;
}

/** The customers of a group: who stays, who belongs to it at all, what each has. */
export function people(setting: {
  group: DuplicateGroup;
  locale: Locale;
  texts: ReviewTexts;
  ticked(): void;
  kept(): void;
  openCard(number: string): void;
}): People {
  const { group, locale, texts } = setting;
  const { customers } = group;
  const isMany = customers.length > 2;
  const name = freshId('stays');
  let isChosen = false;
  let proposed = '';

  const rows = customers.map(({ number, name: called, phone }, at) => {
    const counts = element('p', { class: 'help counts' }, texts.countsWaiting);
    const radio = element('input', {
      type: 'radio',
      name,
      checked: at === 0,
      'aria-describedby': freshId('counts'),
      on: {
        change: () => {
          isChosen = true;
          setting.kept();
        },
      },
    });
    counts.id = radio.getAttribute('aria-describedby')!;
    const box = element('input', { type: 'checkbox', checked: true, on: { change: () => tick() } });
    const row = element(
      'div',
      { class: 'one', 'data-number': number },
      element(
        'div',
        { class: 'one-head' },
        element(
          'label',
          {},
          radio,
          badge(String(at + 1)),
          element('span', { class: 'value' }, called || number, ' ', element('span', { class: 'number' }, called ? number : '')),
        ),
        element(
          'button',
          {
            type: 'button',
            class: 'link',
            'aria-label': texts.whose(called || number),
            on: { click: () => setting.openCard(number) },
          },
          texts.openCard,
        ),
      ),
      phone !== '' && element('p', { class: 'help' }, phone),
      counts,
      isMany && element('label', { class: 'tick' }, box, texts.together),
    );
    return { number, radio, box, row, counts };
  });

  function tick() {
    for (const { box, radio, row } of rows) {
      radio.disabled = !box.checked;
      row.classList.toggle('is-out', !box.checked);
    }
    // Who stays must be one of them.
    const first = rows.find(({ box, number }) => box.checked && number === proposed) ?? rows.find(({ box }) => box.checked);
    if (first && !rows.some(({ radio, box }) => radio.checked && box.checked)) first.radio.checked = true;
    setting.ticked();
  }

  const frame = element(
    'fieldset',
    { class: 'people-choice' },
    element('legend', {}, texts.whoStays),
    ...rows.map(({ row }) => row),
  );
  const checked = () => rows.find(({ radio }) => radio.checked) ?? rows[0]!;
  return {
    element: frame,
    ticked: () => rows.filter(({ box }) => box.checked).map(({ number }) => number),
    keep: () => checked().number,
    tell(proposal) {
      proposed = proposal.keep;
      const isHere = document.activeElement === checked().radio;
      for (const { number, radio, counts, box } of rows) {
        const known = proposal.customers.find((one) => one.number === number);
        if (!isChosen && box.checked) radio.checked = number === proposal.keep;
        if (!known) continue;
        const parts = known.records.map(({ label, count }) => texts.records(label, count.toLocaleString(locale)));
        if (known.lastOn !== undefined) parts.push(texts.last(dayText(known.lastOn, locale, true)));
        counts.textContent = parts.join(' \u00b7 ') || texts.noRecords;
      }
      // The focus stays with who stays.
      if (isHere) checked().radio.focus();
    },
    focus: () => checked().radio.focus(),
    pick(index) {
      const row = rows[index];
      if (!row?.box.checked) return;
      row.radio.checked = true;
      row.radio.focus();
      isChosen = true;
      setting.kept();
    },
  };
}
