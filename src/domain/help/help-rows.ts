import { activeFields } from '../dictionary/compose.ts';
import { kindLabel } from '../dictionary/settings-tab.ts';
import type { Dictionary } from '../dictionary/types.ts';
import type { Locale } from '../locale.ts';
import { say } from '../messages/say.ts';
import { exercises, howTo } from './texts.ts';

export interface HelpRow {
  kind: 'title' | 'heading' | 'entry';
  cells: [string, string, string];
}

/** The help tab, made from the dictionary as the shop has it now: questions, exercises, and every field explained. */
export function helpRows(dictionary: Dictionary, locale: Locale): HelpRow[] {
  const heading = (text: string): HelpRow => ({ kind: 'heading', cells: [text, '', ''] });
  const entry = (a: string, b: string, c = ''): HelpRow => ({ kind: 'entry', cells: [a, b, c] });
  return [
    { kind: 'title', cells: [say('help.title', locale), '', ''] },
    entry(say('help.rewritten', locale), ''),
    heading(say('help.howTo', locale)),
    ...howTo.map(({ question, answer }) => entry(question[locale], answer[locale])),
    heading(say('help.exercises', locale)),
    ...exercises.map(({ task, check }, i) => entry(`${i + 1}. ${task[locale]}`, check[locale])),
    ...dictionary.tabs.flatMap((tab) => [
      heading(say('help.fieldsOf', locale, { tab: tab.label[locale] })),
      ...activeFields(tab).map((field) =>
        entry(
          field.label[locale],
          [
            field.help?.[locale] ?? '',
            field.required ? say('note.required', locale) : '',
            field.unique ? say('note.unique', locale) : '',
          ]
            .filter((text) => text !== '')
            .join(say('sentence.separator', locale)),
          kindLabel(field.kind)[locale],
        ),
      ),
    ]),
  ];
}
