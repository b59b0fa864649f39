import type { BackupPlanForm } from '../../src/domain/backup/backup-api.ts';
import { call } from '../client.ts';
import { element, freshId } from '../element.ts';
import type { View } from '../views/shell.ts';
import { type BackupsPage, button, pageView, whyNot } from './page.ts';

/** The job that makes planned backups by itself. */
const job = 'backup';

const keys = ['daily', 'weekly', 'monthly'] as const;

/** How often, how many are kept, and whether one comes before bulk changes. */
export function planView(page: BackupsPage): View {
  const { texts } = page;
  const { plan } = page.list;
  const tick = (label: string, help: string, checked: boolean) => {
    const input = element('input', { type: 'checkbox', checked });
    const words = element('span', {}, label, element('span', { class: 'help' }, element('br'), help));
    return { input, label: element('label', { class: 'tick' }, input, words) };
  };
  const on = tick(texts.planSwitch, texts.planSwitchHelp, plan.on);
  const before = tick(texts.before, texts.beforeHelp, plan.before);
  const name = freshId('every');
  const every = (['day', 'week'] as const).map((value) => ({
    value,
    input: element('input', { type: 'radio', name, value, checked: plan.every === value }),
  }));
  const numbers = keys.map((key) => {
    const id = freshId(key);
    const input = element('input', { id, type: 'number', class: 'plain-input', min: 0, inputmode: 'numeric', value: plan[key] });
    return { key, input, field: element('div', {}, element('label', { for: id }, texts[key]), input) };
  });

  async function save() {
    const count = (key: (typeof keys)[number]): number =>
      Math.max(0, Math.floor(Number(numbers.find((each) => each.key === key)!.input.value) || 0));
    const wanted: BackupPlanForm = {
      on: on.input.checked,
      every: every.find(({ input }) => input.checked)?.value ?? plan.every,
      ...{ daily: count('daily'), weekly: count('weekly'), monthly: count('monthly') },
      before: before.input.checked,
    };
    view.say(texts.saving, 'plain', true);
    const answer = await call('planBackups', wanted);
    if (answer.kind !== 'answer') return view.say(whyNot(answer, texts), 'wrong');
    if (!answer.value.ok) return view.say(answer.value.message, 'wrong');
    page.list = answer.value.list;
    const { message } = answer.value;
    if (wanted.on === plan.on) return page.openList({ text: message, ok: true });
    const switched = await call('switchJob', { job, on: wanted.on });
    const told = switched.kind === 'answer' ? switched.value.said : { ok: false, text: whyNot(switched, texts) };
    page.openList({ text: [message, told?.text ?? ''].join(' ').trim(), ok: told?.ok !== false });
  }

  const view = pageView({
    back: { label: texts.back, act: () => page.openList() },
    body: [
      element('h1', { tabindex: -1 }, texts.planTitle),
      on.label,
      element(
        'fieldset',
        {},
        element('legend', { class: 'label' }, texts.how),
        ...every.map(({ value, input }) => element('label', { class: 'pick' }, input, texts.every[value])),
      ),
      element(
        'fieldset',
        {},
        element('legend', { class: 'label' }, texts.keep),
        element('div', { class: 'keeps' }, ...numbers.map(({ field }) => field)),
      ),
      before.label,
      element('p', { class: 'help' }, texts.ring),
    ],
    buttons: [button('filled', texts.savePlan, () => void save())],
  });
  return view;
}
