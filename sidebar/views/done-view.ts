import type { Form } from '../../src/domain/api.ts';
import { call } from '../client.ts';
import { addsCustomer } from '../customers-tab.ts';
import { element } from '../element.ts';
import { icon } from '../icon.ts';
import type { Saved } from '../save/save-record.ts';
import { textsOf } from '../texts/texts.ts';
import { backLink } from './back-link.ts';
import type { Shell, View } from './shell.ts';

/** It is in the ledger: what, under which number, and what people do next. */
export function doneView({ shell, form, result, note }: { shell: Shell; form: Form; result: Saved; note?: string }): View {
  const texts = textsOf(form.locale);
  const { number, customer } = result;
  const forWhom = texts.registerFor(customer.name || customer.number);
  const line = element('p', { class: 'quiet-line', role: 'status' });
  const heading = element('h1', { tabindex: -1 }, result.message);

  async function showRecord() {
    line.textContent = '';
    const answer = await call('showRecord', { tab: form.tab, number });
    const said = answer.kind === 'answer' ? answer.value.message : answer.kind === 'refused' ? answer.message : undefined;
    const worked = answer.kind === 'answer' && answer.value.ok;
    line.textContent = said ?? (worked ? texts.opened(number) : texts.openRecordFailed);
  }

  const quiet = (label: string, act: () => void) =>
    element('button', { type: 'button', class: 'quiet wide', on: { click: act } }, label);
  const another = addsCustomer(form) ? texts.anotherCustomer : texts.anotherRecord;
  return {
    element: element(
      'div',
      { class: 'view' },
      element(
        'div',
        { class: 'scroll done' },
        shell.back && backLink(shell.back),
        element('div', { class: 'seal' }, icon('done')),
        element(
          'div',
          { role: 'status' },
          heading,
          !result.message.includes(number) && element('p', { class: 'big-number' }, number),
        ),
        note !== undefined && element('p', { class: 'note' }, note),
        element(
          'div',
          { class: 'stack' },
          shell.openCard && addsCustomer(form) && quiet(texts.openCard, () => shell.openCard?.(number)),
          quiet(texts.showInSheet, () => void showRecord()),
          line,
        ),
        form.next.length > 0 &&
          customer.number !== '' &&
          element(
            'section',
            { class: 'stack', 'aria-label': forWhom },
            element('h2', {}, forWhom),
            ...form.next.map(({ tab, label }) => quiet(label, () => shell.openForm(tab, customer.number))),
          ),
      ),
      element(
        'div',
        { class: 'foot' },
        element(
          'div',
          { class: 'buttons' },
          element('button', { type: 'button', class: 'filled', on: { click: () => shell.openForm(form.tab) } }, another),
        ),
      ),
    ),
    shown: () => heading.focus(),
  };
}
