import type { Field, FieldKind, Hue, Option } from '../src/domain/dictionary/types.ts';
import type { Localized } from '../src/domain/locale.ts';

export const text = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en });

/** Chinese, English, colour, other words for it separated by bars, and what it means or closes. */
type Choice = readonly [
  zh: string,
  en: string,
  hue: Hue,
  also?: string | undefined,
  more?: Pick<Option, 'means' | 'closes'> | undefined,
];

/** @example choices(['标准间', 'Standard room', 'blue', '标间|twin']) */
export const choices = (...list: readonly Choice[]): { options: Option[] } => ({
  options: list.map(([zh, en, hue, also, more]) => ({
    label: text(zh, en),
    hue,
    ...(also ? { also: also.split('|') } : {}),
    ...more,
  })),
});

/** A field of a trade's own, right of the core ones. */
export const field = (key: string, kind: FieldKind, zh: string, en: string, group: string, more: Partial<Field> = {}): Field => ({
  key,
  kind,
  label: text(zh, en),
  sensitivity: 'internal',
  group,
  width: kind === 'text' || kind === 'choice' ? 130 : 110,
  origin: 'template',
  ...more,
});

/** What this trade calls a core field. */
export const called = (zh: string, en: string): { label: Localized } => ({ label: text(zh, en) });

/** A core field that this trade uses from the start. */
export const on = { off: false } as const;

export const done = { closes: 'done' } as const;
export const never = { closes: 'void' } as const;

const closed = [
  ['已完成', 'Completed', 'green', '完成|完成了|已收货|已签收|done|complete', done],
  ['已取消', 'Cancelled', 'grey', '取消|取消了|作废|退单|canceled|void', never],
] as const satisfies readonly Choice[];

/** The states of an order in a trade that sends nothing; how one ends is the same everywhere. */
export const orderStates = (...open: readonly Choice[]): { options: Option[] } => choices(...open, ...closed);

const repaired = ['已修复', 'Repaired', 'green', '修好|修好了|已修好|修复|fixed|done', done] as const satisfies Choice;
const underRepair = ['维修中', 'Under repair', 'blue', '在修|修理中|repairing'] as const satisfies Choice;
const notRepaired = ['未修复', 'Not repaired', 'red', '没修好|未修好|修不好|not fixed'] as const satisfies Choice;

/** How a repair may stand. */
export const repairStates = choices(repaired, underRepair, notRepaired);
/** The same where parts are ordered for it. */
export const workshopStates = choices(repaired, underRepair, ['等配件', 'Waiting for parts', 'amber'], notRepaired);

export const season = field('season', 'choice', '季节', 'Season', 'order', {
  ...choices(
    ['春季', 'Spring', 'green', '春'],
    ['夏季', 'Summer', 'red', '夏'],
    ['秋季', 'Autumn', 'amber', '秋|fall'],
    ['冬季', 'Winter', 'blue', '冬'],
    ['四季', 'All year', 'grey', '全年'],
  ),
});

export const allergies = field('allergies', 'text', '过敏', 'Allergies', 'main', { sensitivity: 'personal', width: 150 });
