/** What some reports ask besides the period and the part: what belongs together, and what to compare with. */
import type { ReportOffer, ReportWish } from '../../src/domain/reports/api.ts';
import { element, fill } from '../element.ts';
import type { ReportsTexts } from './texts/zh-CN.ts';
import { type FilterFields, labelled, select } from './wish.ts';

/** Days that belong to one purchase, as they are offered. */
const spans = ['0', '1', '3', '7', '14', '30'] as const;

export class OptionFields {
  readonly element = element('div', { class: 'filters' });
  private offer?: ReportOffer;
  private within?: HTMLSelectElement;
  private against?: HTMLSelectElement;
  private readonly from = element('input', { type: 'date' });
  private readonly to = element('input', { type: 'date' });
  private readonly days: HTMLElement;

  constructor(
    private readonly texts: ReportsTexts,
    private readonly last: Partial<ReportWish>,
    private readonly filters: FilterFields,
  ) {
    this.from.value = last.againstFrom ?? '';
    this.to.value = last.againstTo ?? '';
    this.days = element('div', { class: 'days' }, labelled(texts.from, this.from), labelled(texts.to, this.to));
  }

  show(offer: ReportOffer): void {
    const { texts, last } = this;
    this.offer = offer;
    this.within = undefined;
    this.against = undefined;
    if (offer.options.includes('within'))
      this.within = select(
        spans.map((days) => [days, days === '0' ? texts.sameDay : texts.withinDays.replace('{days}', days)] as const),
        last.within ?? '0',
        () => {
          last.within = this.within!.value;
        },
      );
    if (offer.options.includes('against')) this.offerOthers();
    fill(
      this.element,
      ...(this.within ? [labelled(texts.within, this.within)] : []),
      ...(this.against ? [labelled(texts.against, this.against), this.days] : []),
    );
  }

  /** The words that stand beside the one that was chosen first can be compared with it. */
  changed(): void {
    if (this.against && this.offer) this.show(this.offer);
  }

  private offerOthers(): void {
    const { texts, last } = this;
    const others = this.filters.others();
    const days = last.againstFrom || last.againstTo ? 'days' : '';
    const change = () => {
      const { value } = this.against!;
      last.against = value.startsWith('=') ? value.slice(1) : '';
      this.days.hidden = value !== 'days';
    };
    this.against = select(
      [['', texts.before], ['days', texts.presets.own], ...others.map((word) => [`=${word}`, word] as const)],
      last.against ? `=${last.against}` : days,
      change,
    );
    this.days.hidden = this.against.value !== 'days';
  }

  read(): Partial<ReportWish> {
    const value = this.against?.value ?? '';
    return {
      ...(this.within && this.within.value !== '0' && { within: this.within.value }),
      ...(value.startsWith('=') && { against: value.slice(1) }),
      ...(value === 'days' && {
        ...(this.from.value && { againstFrom: this.from.value }),
        ...(this.to.value && { againstTo: this.to.value }),
      }),
    };
  }
}
