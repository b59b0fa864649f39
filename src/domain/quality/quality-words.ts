import { fieldLabelled } from '../check/field-labelled.ts';
import type { Dictionary, Field, Tab } from '../dictionary/types.ts';
import type { Locale } from '../locale.ts';
import { explain, say } from '../messages/say.ts';
import { customerDays, openDays } from './currency.ts';
import type { Flaw, FlawGroup, FlawKind } from './flaw.ts';

/** Puts what was found into the shop's words: labels instead of keys, in one language. */
export class QualityWords {
  constructor(
    private readonly dictionary: Dictionary,
    readonly locale: Locale,
  ) {}

  readonly say = (key: Parameters<typeof say>[0], params?: Parameters<typeof say>[2]): string => say(key, this.locale, params);

  private tabOf(key: string): Tab | undefined {
    return this.dictionary.tabs.find((tab) => tab.key === key);
  }

  private fieldOf({ tab, field }: Pick<Flaw, 'tab' | 'field'>): Field | undefined {
    return this.tabOf(tab)?.fields.find(({ key }) => key === field);
  }

  tab(key: string): string {
    return this.tabOf(key)?.label[this.locale] ?? key;
  }

  field(place: Pick<Flaw, 'tab' | 'field'>): string {
    return this.fieldOf(place)?.label[this.locale] ?? place.field;
  }

  place(place: Pick<Flaw, 'tab' | 'field'>): string {
    return `${this.tab(place.tab)} · ${this.field(place)}`;
  }

  /** What is to be done about flaws of a kind. */
  step(group: Pick<FlawGroup, 'kind' | 'tab' | 'field'>): string {
    const kind: FlawKind | 'staleOpen' = group.kind === 'stale' && this.isOpen(group) ? 'staleOpen' : group.kind;
    return this.say(`quality.step.${kind}`, { tab: this.tab(group.tab), field: this.field(group) });
  }

  private isOpen(place: Pick<Flaw, 'tab' | 'field'>): boolean {
    return this.fieldOf(place)?.event === 'state';
  }

  why(flaw: Flaw): string {
    switch (flaw.kind) {
      case 'missing':
        return this.say('quality.why.missing');
      case 'wrong': {
        if (this.fieldOf(flaw)?.sensitivity === 'secret') return this.say('quality.why.secret');
        const tab = this.tabOf(flaw.tab);
        return flaw.problem && tab ? explain(fieldLabelled(tab, flaw.problem, this.locale), this.locale).split('\n')[0]! : '';
      }
      case 'doubled':
        return this.say('quality.why.doubled', { first: flaw.first ?? 0 });
      case 'leaked':
        return this.say(`quality.why.${flaw.leaks ?? 'phone'}`);
      case 'stale':
        if (flaw.age === undefined) return this.say('quality.why.undated');
        return this.say(this.isOpen(flaw) ? 'quality.why.staleOpen' : 'quality.why.stale', { age: flaw.age });
    }
  }

  rule(dimension: 'complete' | 'valid' | 'unique' | 'current' | 'handled'): string {
    return this.say(`quality.rule.${dimension}`, { days: customerDays, open: openDays });
  }

  /** @example month('2026-11') // '11 月' */
  month(month: string): string {
    const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    const at = Number(month.slice(5));
    return this.locale === 'zh-CN' ? `${at} 月` : names[at - 1]!;
  }
}
