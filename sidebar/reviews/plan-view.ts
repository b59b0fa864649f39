import type { Reviews } from '../../src/domain/review/api.ts';
import { type Assignment, assignments, mostPerDay, type ReviewPlan, type Rhythm } from '../../src/domain/review/review-plan.ts';
import { element, fill, freshId } from '../element.ts';
import { createFoot } from '../save/foot.ts';
import { backLink } from '../views/back-link.ts';
import type { View } from '../views/shell.ts';
import type { ReviewsTexts } from './texts/zh-CN.ts';

const rhythmOrder: readonly Rhythm[] = ['monthly', 'quarterly', 'halfYearly', 'yearly', 'never'];

/** A label above something to choose or fill in. */
function labelled(label: string, control: HTMLElement, help?: string): HTMLElement {
  control.id ||= freshId('plan');
  return element(
    'div',
    { class: 'field' },
    element('div', { class: 'head' }, element('label', { for: control.id }, label)),
    control,
    help && element('p', { class: 'help' }, help),
  );
}

function choice(options: readonly (readonly [value: string, label: string])[], value: string): HTMLSelectElement {
  const select = element('select', {}, ...options.map(([own, label]) => element('option', { value: own }, label)));
  select.value = options.some(([own]) => own === value) ? value : (options[0]?.[0] ?? '');
  return select;
}

/** A name, with the people that the ledger knows at hand. */
function person(staff: readonly string[], value: string): { input: HTMLInputElement; list: HTMLElement } {
  const list = element('datalist', { id: freshId('staff') }, ...staff.map((name) => element('option', { value: name })));
  const input = element('input', { type: 'text', value });
  input.setAttribute('list', list.id);
  return { input, list };
}

/** How often, who, how many a day. The usual is there already; nothing has to be changed. */
export function planView(
  { plan, types, regions, staff, isOn }: Reviews,
  texts: ReviewsTexts,
  ways: { back(): void; save(plan: Omit<ReviewPlan, 'since'>, foot: ReturnType<typeof createFoot>): void },
): View {
  const rhythms = rhythmOrder.map((rhythm) => [rhythm, texts.rhythms[rhythm]] as const);
  const every = choice(rhythms, plan.every);
  const byType = types.map((type) => ({ type, select: choice([['', texts.asOthers], ...rhythms], plan.byType[type] ?? '') }));
  const assignLabels = { owner: texts.assignOwner, region: texts.assignRegion, service: texts.assignService };
  const assign = choice(
    assignments.map((each) => [each, assignLabels[each]]),
    plan.assign,
  );
  const owner = person(staff, plan.owner);
  const byRegion = regions.map((region) => ({ region, ...person(staff, plan.regions[region] ?? '') }));
  const perDay = element('input', { type: 'text', inputmode: 'numeric', value: plan.perDay });
  const foot = createFoot(isOn ? texts.savePlan : texts.begin);
  const regionPart = element('section', { class: 'group' });
  const showRegions = () =>
    fill(
      regionPart,
      assign.value === 'region' && element('h2', {}, texts.regions),
      ...(assign.value !== 'region'
        ? []
        : byRegion.length === 0
          ? [element('p', { class: 'help' }, texts.noRegions)]
          : byRegion.map(({ region, input, list }) => element('div', { class: 'field' }, labelled(region, input), list))),
    );
  assign.addEventListener('change', showRegions);
  showRegions();

  function save() {
    const count = Number(perDay.value.trim());
    if (!Number.isInteger(count) || count < 1 || count > mostPerDay) {
      foot.rest(texts.perDayWrong, 'wrong');
      return perDay.focus();
    }
    const entries = <V extends string>(list: readonly (readonly [string, V | ''])[]): Record<string, V> =>
      Object.fromEntries(list.filter((entry): entry is readonly [string, V] => entry[1] !== ''));
    ways.save(
      {
        every: every.value as Rhythm,
        byType: entries(byType.map(({ type, select }) => [type, select.value as Rhythm | ''])),
        assign: assign.value as Assignment,
        owner: owner.input.value.trim(),
        regions: entries(byRegion.map(({ region, input }) => [region, input.value.trim()])),
        perDay: count,
      },
      foot,
    );
  }

  const page = element(
    'form',
    {
      class: 'view',
      novalidate: true,
      autocomplete: 'off',
      'aria-label': texts.settings,
      on: {
        submit: (event) => {
          event.preventDefault();
          save();
        },
        keydown: (event) => {
          if (event.key === 'Escape' && !event.isComposing) ways.back();
        },
      },
    },
    element(
      'div',
      { class: 'scroll reviews' },
      backLink({ label: texts.back, act: ways.back }),
      element('h1', {}, texts.settings),
      labelled(texts.rhythm, every),
      ...(byType.length > 0
        ? [
            element(
              'section',
              { class: 'group' },
              element('h2', {}, texts.byType),
              ...byType.map(({ type, select }) => labelled(type, select)),
            ),
          ]
        : []),
      element(
        'section',
        { class: 'group' },
        labelled(texts.assign, assign, texts.assignHelp),
        labelled(texts.owner, owner.input, texts.ownerHelp),
        owner.list,
      ),
      regionPart,
      element('section', { class: 'group' }, labelled(texts.perDay, perDay)),
    ),
    foot.element,
  );
  foot.rest();
  return { element: page, shown: () => every.focus() };
}
