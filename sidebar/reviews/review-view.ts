import type { CardField } from '../../src/domain/api.ts';
import { formatPhone } from '../../src/domain/phone/format-phone.ts';
import { parsePhone } from '../../src/domain/phone/parse-phone.ts';
import type { PhoneRegion } from '../../src/domain/phone/phone-types.ts';
import type { Review } from '../../src/domain/review/api.ts';
import { element } from '../element.ts';
import { formFields } from '../fields/form-fields.ts';
import { createFoot } from '../save/foot.ts';
import { newRequest } from '../save/request.ts';
import { send } from '../save/send.ts';
import { textsOf } from '../texts/texts.ts';
import { backLink } from '../views/back-link.ts';
import type { View } from '../views/shell.ts';
import type { ReviewsTexts } from './texts/zh-CN.ts';

interface Ways {
  back(): void;
  skip(): void;
  /** ticked off; `said` tells what was noted */
  done(said: string): void;
  /** somebody else has changed the customer: show what stands there now */
  reload(said: string): void;
}

type CallNumbers = NonNullable<CardField['phones']>;

const numbersOf = ({ form, shown }: Review): CallNumbers =>
  form.fields
    .filter(({ kind }) => kind === 'phone')
    .flatMap(({ key }) => parsePhone(shown[key] ?? '', { region: form.region as PhoneRegion }).numbers)
    .map((one) => ({ number: one.e164, text: formatPhone(one, form.region as PhoneRegion) }));

/** One customer: why, whom to call, the fields to confirm or correct in place, and what to say where nobody answers. */
export function reviewView(review: Review, texts: ReviewsTexts, ways: Ways, said?: string): View {
  const { customer, form, shown, reasons, outcomes } = review;
  const fields = formFields(form, textsOf(form.locale), { changed: () => name(), left: () => undefined });
  const written = Object.fromEntries(form.fields.map((field) => [field.key, field.value ?? '']));
  const whole = newRequest();
  const byOutcome = new Map(outcomes.map(({ value }) => [value, newRequest()]));
  const foot = createFoot(texts.allRight, { label: texts.skip, act: ways.skip });
  let running = false;
  /** as the fields show what stands there: a phone in its normal form is no change */
  let before: Record<string, string> = {};

  const changes = (): Record<string, string> => {
    const now = fields.values();
    const keys = form.fields.map(({ key }) => key).filter((key) => (now[key] ?? '') !== (before[key] ?? ''));
    return Object.fromEntries(keys.map((key) => [key, now[key] ?? '']));
  };
  const name = () => {
    const count = Object.keys(changes()).length;
    foot.name(count > 0 ? texts.saveChanges(count) : texts.allRight, true);
    if (!fields.showsWrong()) foot.calm();
  };

  async function save(outcome?: { value: string; label: string }) {
    if (running) return;
    const values = changes();
    // "All is right" is not to be said of what is wrong, unless somebody insists on it.
    const wrong = fields.wrong().filter(({ field, read }) => field.key in values || (!outcome && read() !== ''));
    if (wrong.length > 0) {
      foot.rest(texts.problems(wrong.length), 'wrong');
      return wrong[0]!.focus();
    }
    running = true;
    foot.busy(texts.saving);
    const { id: requestId } = outcome ? byOutcome.get(outcome.value)! : whole;
    const input = { requestId, customer: customer.number, outcome: outcome?.value, values, shown };
    const answer = await send('saveReview', input, () => foot.busy(texts.confirming));
    running = false;
    const again = { label: texts.retry, act: () => void save(outcome) };
    if (answer.kind === 'lost') return foot.retry(texts.unsure, again);
    if (answer.kind === 'refused') return answer.retry ? foot.retry(answer.message, again) : foot.rest(answer.message, 'wrong');
    const result = answer.value;
    const whom = customer.name || customer.number;
    if (result.ok) return ways.done(outcome ? texts.noted(whom, outcome.label) : texts.done(whom));
    if ('conflicts' in result) return ways.reload(texts.conflict);
    const homeless = fields.tell(result.problems);
    foot.rest(homeless[0]?.message ?? texts.problems(result.problems.length), 'wrong');
    fields.first(result.problems)?.focus();
  }

  const outcomeButton = (outcome: (typeof outcomes)[number]) =>
    element('button', { type: 'button', class: 'quiet', on: { click: () => void save(outcome) } }, outcome.label);
  const page = element(
    'form',
    {
      class: 'view',
      novalidate: true,
      autocomplete: 'off',
      'aria-label': customer.name,
      on: {
        submit: (event) => {
          event.preventDefault();
          void save();
        },
        keydown: (event) => {
          if (event.key === 'Escape' && !event.isComposing && !running) return ways.back();
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
          event.preventDefault();
          void save();
        },
      },
    },
    element(
      'div',
      { class: 'scroll reviews' },
      backLink({ label: texts.back, act: ways.back }),
      said && element('p', { class: 'said', role: 'status' }, said),
      element(
        'p',
        { class: 'for-customer' },
        element('strong', {}, customer.name),
        element('span', { class: 'number' }, customer.number),
      ),
      reasons.length > 0 && element('p', { class: 'help' }, reasons.join(' · ')),
      element(
        'div',
        { class: 'chips' },
        ...numbersOf(review).map(({ number, text }) =>
          element('a', { class: 'call', href: `tel:${number}`, target: '_blank', rel: 'noopener' }, texts.call(text)),
        ),
      ),
      element('p', { class: 'help' }, texts.ask),
      ...fields.elements,
      outcomes.length > 0 &&
        element(
          'section',
          { class: 'outcomes', 'aria-label': texts.notAsked },
          element('h2', {}, texts.notAsked),
          element('div', { class: 'chips' }, ...outcomes.map(outcomeButton)),
        ),
    ),
    foot.element,
  );
  foot.rest();
  return {
    element: page,
    shown: () => {
      fields.write(written);
      // What is wrong already is what to ask about.
      fields.wrong();
      before = fields.values();
      page.querySelector<HTMLElement>('.foot .filled')?.focus();
    },
  };
}
