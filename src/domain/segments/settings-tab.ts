import type { Field, FieldKind, Option, Tab } from '../dictionary/types.ts';
import type { Locale } from '../locale.ts';
import type { MessageKey } from '../messages/keys.ts';
import { say } from '../messages/say.ts';
import { type Bound, both, type Condition, conditions, shippedSegments } from './segment-rule.ts';

export const segmentSettingsKey = 'segmentSettings';

/** Scores whose limits a shop may set itself, as rows below the segments. */
export const scored = ['r', 'f', 'm'] as const;
export const scoreKey = (score: (typeof scored)[number]): string => `score.${score}`;

/** The columns of a condition: its least and its most. */
export const bounds = conditions.flatMap((condition) =>
  (['from', 'to'] as const).map((side) => ({ condition, side, column: `${condition}${side === 'from' ? 'From' : 'To'}` })),
);

const kindOf: Partial<Record<Condition, FieldKind>> = { days: 'text', amount: 'money' };

const boundLabel = (condition: Condition, side: 'from' | 'to', locale: Locale): string =>
  say(`segSet.${side}`, locale, { what: say(`segSet.${condition}`, locale) });

const yesNo: Option[] = [
  { label: both('yes'), hue: 'green' },
  { label: both('no'), hue: 'grey' },
];

/** 分层设置: the segments as a table that the shop edits, a row each, tried from top to bottom. */
export function segmentSettingsTab(): Tab {
  const column = (key: string, kind: FieldKind, width: number, more: Partial<Field> = {}, note = key): Field => ({
    key,
    kind,
    label: more.label ?? both(`segSet.column.${key}` as MessageKey),
    help: both(`segSet.note.${note}` as MessageKey),
    sensitivity: 'internal',
    group: 'main',
    width,
    origin: 'core',
    ...more,
  });
  const label = both('segSet.tab');
  return {
    key: segmentSettingsKey,
    label,
    noun: both('segment.title'),
    adds: label,
    groups: [{ key: 'main', label }],
    hue: 'grey',
    from: 'firstUse',
    fields: [
      column('on', 'choice', 60, { options: yesNo }),
      column('name', 'text', 150),
      column('state', 'longText', 310),
      ...bounds.map(({ condition, side, column: key }) =>
        column(
          key,
          kindOf[condition] ?? 'integer',
          condition === 'amount' ? 96 : 74,
          { label: { 'zh-CN': boundLabel(condition, side, 'zh-CN'), en: boundLabel(condition, side, 'en') } },
          condition,
        ),
      ),
      column('limits', 'text', 150),
      column('key', 'text', 100, { hidden: true }),
    ],
  };
}

const shown = (bound: Bound | undefined, locale: Locale): string | number =>
  bound === undefined ? '' : typeof bound === 'number' ? bound : say('segment.auto', locale);

/** The rows of 分层设置 as they are shipped, by the keys of its columns. */
export function segmentSettingsRows(locale: Locale): Record<string, string | number>[] {
  const on = say('yes', locale);
  const segments = shippedSegments().map(({ key, name, ranges }) => ({
    ...{ key, on, name: name[locale] },
    ...Object.fromEntries(bounds.map(({ condition, side, column }) => [column, shown(ranges[condition]?.[side], locale)])),
  }));
  const scores = scored.map((score) => ({ key: scoreKey(score), on, name: say(`segment.score.${score}`, locale) }));
  return [...segments, ...scores];
}
