import type { Locale } from '../locale.ts';
import type { MessageKey } from '../messages/keys.ts';
import { say } from '../messages/say.ts';
import { byTab, type TradePlan } from './plan-trade.ts';

/** Part of a preview, in the user's language. */
export interface TradeSection {
  title: string;
  lines: string[];
}

/**
 * A plan as people read it before they agree; parts without anything in them are left out.
 *
 * @param samples the name of the trade whose samples come, where any are replaced
 */
export function tellPlan(plan: TradePlan, samples: string | undefined, locale: Locale): TradeSection[] {
  const list = (texts: readonly string[]): string => texts.join(say('list.separator', locale));
  const fields = (key: MessageKey, fates: Parameters<typeof byTab>[0]): string[] =>
    byTab(fates, locale).map(([tab, labels]) => say(key, locale, { tab, list: list(labels) }));
  const optionLines = plan.options.flatMap(({ tab, field, added, stay }) =>
    (
      [
        ['trade.options.added', added],
        ['trade.options.stay', stay],
      ] as const
    ).flatMap(([key, options]) => {
      const names = list(options.map(({ label }) => label[locale]));
      return options.length > 0 ? [say(key, locale, { tab: tab.label[locale], field: field.label[locale], list: names })] : [];
    }),
  );
  const sections: [MessageKey, string[]][] = [
    ['trade.title.added', fields('trade.fields', plan.added)],
    [
      'trade.title.renamed',
      plan.renamed.map(({ tab, field, to }) =>
        say('trade.renames', locale, { tab: tab.label[locale], from: field.label[locale], to: to.label[locale] }),
      ),
    ],
    ['trade.title.options', optionLines],
    [
      'trade.title.stay',
      plan.stay.map(({ tab, field, count }) =>
        say('trade.filled', locale, { tab: tab.label[locale], field: field.label[locale], count }),
      ),
    ],
    ['trade.title.off', fields('trade.hidden', plan.off)],
    ['trade.title.doubled', fields('trade.fields', plan.doubled)],
    ['trade.title.samples', samples === undefined ? [] : [say('trade.samples', locale, { template: samples })]],
    ['trade.title.kept', [say('trade.keep', locale)]],
  ];
  return sections.flatMap(([title, lines]) => (lines.length > 0 ? [{ title: say(title, locale), lines }] : []));
}
