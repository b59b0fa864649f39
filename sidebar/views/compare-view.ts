import type { Candidate, Form } from '../../src/domain/api.ts';
import { element } from '../element.ts';
import { createFoot } from '../save/foot.ts';
import { newRequest, type Request } from '../save/request.ts';
import type { Saved } from '../save/save-record.ts';
import { send } from '../save/send.ts';
import { textsOf } from '../texts/texts.ts';
import { type CompareRow, compareRow } from './compare-row.ts';
import type { Shell, View } from './shell.ts';

/**
 * Puts what was entered into a customer who exists already, field by field. What the ledger lacks is taken over by itself;
 * what it has stays unless the person says otherwise, and is written only where it still holds what is shown here.
 */
export function compareView(setting: {
  shell: Shell;
  form: Form;
  candidate: Candidate;
  entered: Record<string, string>;
  back: View;
  updated(result: Saved): void;
}): View {
  const { shell, form, candidate, entered } = setting;
  const texts = textsOf(form.locale);
  const label = new Map(candidate.fields.map((field) => [field.key, field.label]));
  const optionLabel = (key: string, value: string) =>
    form.fields.find((field) => field.key === key)?.options?.find((option) => option.value === value)?.label ?? value;
  const filled = candidate.fields.filter(({ key }) => entered[key]);
  const differing = filled.filter(({ key, existing }) => existing !== entered[key]);

  // The choices, the values shown and the request belong together: whichever changes, it is another request.
  let request: Request = newRequest();
  let running = false;
  const rows: CompareRow[] = differing.map(({ key, existing }) =>
    compareRow({
      key,
      label: label.get(key) ?? key,
      existing,
      entered: entered[key]!,
      face: (value) => optionLabel(key, value),
      texts,
      changed: () => {
        request = newRequest();
        rest();
      },
    }),
  );
  const heading = element('h1', { tabindex: -1 }, texts.compareTitle);
  const foot = createFoot(texts.compareTitle, { label: texts.back, act: back });

  function back() {
    shell.show(setting.back);
  }

  function rest(line?: string, tone?: 'wrong' | 'warning') {
    const count = rows.filter(({ taken }) => taken()).length;
    foot.name(texts.applyUpdate(count), count > 0);
    foot.rest(line ?? (rows.length === 0 ? texts.nothingNew : undefined), tone);
  }

  async function update() {
    const taken = rows.filter((row) => row.taken());
    if (running || taken.length === 0) return;
    running = true;
    foot.busy(texts.updating);
    const answer = await send(
      'updateCustomer',
      {
        number: candidate.number,
        requestId: request.id,
        values: Object.fromEntries(taken.map(({ key, entered }) => [key, entered])),
        shown: Object.fromEntries(taken.map(({ key, shown }) => [key, shown()])),
      },
      () => foot.busy(texts.confirming),
    );
    running = false;
    const again = { label: texts.retry, act: () => void update() };
    if (answer.kind === 'lost') return foot.retry(texts.unsureUpdate, again);
    if (answer.kind === 'refused') {
      return answer.retry ? foot.retry(answer.message, again) : rest(answer.message, 'wrong');
    }
    const result = answer.value;
    if (result.ok) return setting.updated(result);
    request = newRequest();
    const conflicts = 'conflicts' in result ? result.conflicts : [];
    for (const { key, shown, now } of conflicts) rows.find((row) => row.key === key)?.conflict(shown, now);
    for (const problem of result.problems) rows.find((row) => row.key === problem.field)?.tell(problem.message);
    const first = rows.find(({ key }) =>
      [...conflicts.map((one) => one.key), ...result.problems.map((one) => one.field)].includes(key),
    );
    rest(conflicts.length > 0 ? texts.conflict(conflicts.length) : (result.problems[0]?.message ?? texts.problems(1)), 'wrong');
    first?.focus();
  }

  const page = element(
    'form',
    {
      class: 'view',
      'aria-label': texts.compareTitle,
      on: {
        submit: (event) => {
          event.preventDefault();
          void update();
        },
        keydown: (event) => {
          if (event.key === 'Escape' && !running) return back();
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          void update();
        },
      },
    },
    element(
      'div',
      { class: 'scroll' },
      heading,
      element(
        'p',
        { class: 'for-customer' },
        element('strong', {}, candidate.name),
        element('span', { class: 'number' }, candidate.number),
      ),
      rows.length > 0 && element('p', { class: 'help' }, texts.compareHelp),
      ...rows.map((row) => row.element),
      filled.length > differing.length && element('p', { class: 'help' }, texts.sameFields(filled.length - differing.length)),
    ),
    foot.element,
  );
  rest();
  return { element: page, shown: () => heading.focus() };
}
