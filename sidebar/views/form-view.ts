import type { Candidate, Form } from '../../src/domain/api.ts';
import type { FieldKind } from '../../src/domain/dictionary/types.ts';
import { call } from '../client.ts';
import { addsCustomer, refersToCustomer } from '../customers-tab.ts';
import { duplicatePanel } from '../duplicates/duplicate-panel.ts';
import { watchDuplicates } from '../duplicates/watch-duplicates.ts';
import { element } from '../element.ts';
import { amountProposer } from '../fields/amount-proposer.ts';
import { creditLine } from '../fields/credit-line.ts';
import { formFields } from '../fields/form-fields.ts';
import { forgetDraft, freshDraft, keepDraft, recallDraft } from '../save/draft.ts';
import { createFoot } from '../save/foot.ts';
import { createSaving, type Saved } from '../save/save-record.ts';
import { textsOf } from '../texts/texts.ts';
import { backLink } from './back-link.ts';
import { compareView } from './compare-view.ts';
import { doneView } from './done-view.ts';
import type { Shell, View } from './shell.ts';
import { troubleView } from './waiting-views.ts';

/** Kinds by which a customer can be known again; leaving one of them asks for duplicates. */
const telling: ReadonlySet<FieldKind> = new Set(['text', 'longText', 'phone', 'email', 'date']);

/** @param prefill what is known already and was typed elsewhere; it comes before what was left unsaved in this form */
export function formView(shell: Shell, form: Form, prefill?: Readonly<Record<string, string>>): View {
  const texts = textsOf(form.locale);
  if (form.fields.length === 0) return troubleView(texts.noFields);

  const fresh = () => freshDraft(form, refersToCustomer);
  const kept = recallDraft(form);
  const recalled = prefill && kept?.request.state !== 'unsure' ? undefined : kept;
  let draft = recalled ?? fresh();
  if (prefill && !recalled) draft = { ...draft, values: { ...draft.values, ...prefill } };

  const fields = formFields(form, texts, {
    changed: ({ field }) => {
      proposeAmount(field.key);
      tellCredit(field.key);
      keep({ values: fields.values() });
      if (!fields.showsWrong()) foot.calm();
    },
    left: ({ field }) => {
      if (telling.has(field.kind)) watch.ask();
    },
  });
  const proposeAmount = amountProposer(form, fields);
  const tellCredit = creditLine(form, fields);
  const keep = (part: Partial<typeof draft>) => {
    draft = { ...draft, ...part };
    keepDraft(form, draft);
  };

  const panel = duplicatePanel(texts, {
    openRecord: (candidate) => void openRecord(candidate),
    update: (candidate) =>
      shell.show(compareView({ shell, form, candidate, entered: fields.values(), back: view, updated: finish })),
    dismissed: () => foot.rest(),
  });
  const watch = watchDuplicates({
    values: () => (addsCustomer(form) ? fields.values(telling) : {}),
    asking: () => panel.say(texts.checkingDuplicates),
    found: (candidates) => {
      panel.show(candidates);
      // The cards take room from the form; the field in use must not be what they hide.
      document.activeElement?.closest('.field')?.scrollIntoView({ block: 'nearest' });
    },
    failed: () => panel.say(texts.duplicatesFailed),
  });
  const foot = createFoot(form.title, { label: texts.clear, act: clear });
  const saving = createSaving({
    form,
    texts,
    fields,
    foot,
    panel,
    watch,
    request: () => draft.request,
    keepRequest: (request) => keep({ request }),
    done: finish,
  });

  function finish(result: Saved, note?: string) {
    watch.close();
    forgetDraft(form);
    shell.saved?.(form.tab, result);
    shell.show(doneView({ shell, form, result, note }));
  }

  async function openRecord({ number }: Candidate) {
    const answer = await call('showRecord', { tab: form.tab, number });
    if (answer.kind === 'answer' && answer.value.ok) return panel.say(answer.value.message ?? texts.opened(number));
    const said = answer.kind === 'answer' ? answer.value.message : answer.kind === 'refused' ? answer.message : undefined;
    panel.say(said ?? texts.openRecordFailed);
  }

  function clear() {
    const before = draft;
    watch.drop();
    panel.show([]);
    draft = fresh();
    fields.write(draft.values);
    forgetDraft(form);
    // An unsettled request stays with what was typed: cleared, the form is another person's.
    foot.rest(texts.cleared, 'plain', {
      label: texts.undo,
      act: () => {
        keep(before);
        fields.write(before.values);
        foot.rest();
        fields.start()?.focus();
      },
    });
    fields.start()?.focus();
  }

  const page = element(
    'form',
    {
      class: 'view',
      novalidate: true,
      autocomplete: 'off',
      'aria-label': form.title,
      on: {
        submit: (event) => {
          event.preventDefault();
          void saving.save();
        },
        keydown: (event) => {
          if (event.key === 'Escape' && !event.isComposing) shell.back?.act();
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
          event.preventDefault();
          void saving.save();
        },
      },
    },
    element(
      'div',
      { class: 'scroll' },
      shell.back && backLink(shell.back),
      element('h1', {}, form.title),
      form.customer &&
        !form.fields.some(refersToCustomer) &&
        element(
          'p',
          { class: 'for-customer' },
          element('span', { class: 'unseen' }, `${texts.forCustomer} `),
          element('strong', {}, form.customer.name),
          element('span', { class: 'number' }, form.customer.number),
        ),
      ...fields.elements,
    ),
    panel.element,
    foot.element,
  );
  if (recalled?.request.state === 'unsure') saving.resume();
  else if (recalled) foot.rest(texts.restored);
  else foot.rest();

  let first = true;
  const view: View = {
    element: page,
    shown: () => {
      // Back from comparing, the person was at the cards.
      if (!first) return panel.focus();
      first = false;
      // Heights can be measured only now.
      fields.write(draft.values);
      if (recalled?.request.state !== 'unsure') fields.start()?.focus();
    },
  };
  return view;
}
