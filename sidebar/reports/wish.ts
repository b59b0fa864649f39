import type { ReportChoices, ReportOffer, ReportWish } from '../../src/domain/reports/api.ts';
import { type Preset, presets } from '../../src/domain/reports/period.ts';
import { filterKeys } from '../../src/domain/reports/report-kind.ts';
import { element, fill, freshId } from '../element.ts';
import type { ReportsTexts } from './texts/zh-CN.ts';

/** A field with its label above it. */
export function labelled(label: string, control: HTMLElement): HTMLElement {
  control.id = freshId('choice');
  return element('div', { class: 'field' }, element('label', { for: control.id }, label), control);
}

export const select = (options: readonly (readonly [string, string])[], value: string, change: () => void): HTMLSelectElement => {
  const made = element('select', { on: { change } }, ...options.map(([key, label]) => element('option', { value: key }, label)));
  made.value = options.some(([key]) => key === value) ? value : (options[0]?.[0] ?? '');
  return made;
};

/** The period: a preset, or two days. */
export class PeriodFields {
  readonly element: HTMLElement;
  private readonly preset: HTMLSelectElement;
  private isChosen = false;
  private readonly show: () => void;
  private readonly from = element('input', { type: 'date' });
  private readonly to = element('input', { type: 'date' });

  constructor(
    private readonly texts: ReportsTexts,
    last: Partial<ReportWish>,
  ) {
    const days = element('div', { class: 'days' }, labelled(texts.from, this.from), labelled(texts.to, this.to));
    this.show = () => {
      days.hidden = this.preset.value !== 'own';
    };
    this.preset = select(
      presets.map((preset) => [preset, texts.presets[preset]] as const),
      last.preset ?? 'last12Months',
      () => {
        this.isChosen = true;
        this.show();
      },
    );
    this.from.value = last.from ?? '';
    this.to.value = last.to ?? '';
    this.show();
    this.element = element('div', {}, labelled(texts.period, this.preset), days);
  }

  /** What is chosen, or what is wrong with it. */
  read(): Pick<ReportWish, 'preset' | 'from' | 'to'> | string {
    const preset = this.preset.value as Preset;
    if (preset !== 'own') return { preset };
    const [from, to] = [this.from.value, this.to.value];
    if (from === '' && to === '') return this.texts.noDay;
    if (from !== '' && to !== '' && from > to) return this.texts.wrongPeriod;
    return { preset, ...(from !== '' && { from }), ...(to !== '' && { to }) };
  }

  /** Proposes a period, until somebody chooses one. */
  propose(preset: Preset): void {
    if (this.isChosen) return;
    this.preset.value = preset;
    this.show();
  }

  focus(): void {
    (this.preset.value === 'own' ? this.from : this.preset).focus();
  }
}

/** What narrows the report: of each filter the words that stand in the ledger. */
export class FilterFields {
  readonly element = element('div', { class: 'filters' });
  private selects = new Map<(typeof filterKeys)[number], HTMLSelectElement>();

  constructor(
    private readonly texts: ReportsTexts,
    private readonly last: Partial<ReportWish>,
    private readonly changed: () => void,
  ) {}

  /** Says something in place of the fields; what was chosen stays chosen. */
  say(...children: (HTMLElement | string)[]): void {
    this.selects.clear();
    fill(this.element, ...children);
  }

  show({ filters }: ReportOffer, choices: ReportChoices): void {
    this.selects.clear();
    const fields = filterKeys.flatMap((key) => {
      const words = filters.includes(key) ? (choices[key] ?? []) : [];
      const chosen = this.last[key] ?? '';
      // one word leaves nothing to choose, unless it was chosen
      if (words.length < 2 && !words.includes(chosen)) return [];
      const made = select([['', this.texts.every], ...words.map((word) => [word, word] as const)], chosen, () => {
        this.last[key] = made.value;
        this.changed();
      });
      this.selects.set(key, made);
      return [labelled(this.texts.filters[key], made)];
    });
    fill(this.element, ...(fields.length > 0 ? [element('h2', {}, this.texts.only), ...fields] : []));
    this.changed();
  }

  /** The other words of the first filter that is chosen. */
  others(): string[] {
    const first = [...this.selects.values()].find(({ value }) => value !== '');
    return first ? [...first.options].map(({ value }) => value).filter((word) => word !== '' && word !== first.value) : [];
  }

  read(): Partial<ReportWish> {
    return Object.fromEntries([...this.selects].flatMap(([key, { value }]) => (value === '' ? [] : [[key, value]])));
  }
}
