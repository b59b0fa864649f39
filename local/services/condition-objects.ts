import type { ConditionalFormat } from '../contract.ts';
import { serialToEpoch } from '../model/dates.ts';
import { ColorObject } from './color-objects.ts';
import { enumValue } from './enums.ts';
import type { RangeObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { ServiceObject } from './service-object.ts';

/** A conditional format as scripts hold it. */
export interface Rule extends Omit<ConditionalFormat, 'ranges'> {
  ranges: readonly RangeObject[];
}

/** When a rule applies, and what cells then look like. */
class BooleanConditionObject extends ServiceObject {
  readonly type = 'BooleanCondition';
  readonly rule: Rule;

  constructor(rule: Rule) {
    super();
    this.rule = rule;
  }
}

/** The colours of a scale and where they stand. */
class GradientConditionObject extends ServiceObject {
  readonly type = 'GradientCondition';
  readonly gradient: NonNullable<Rule['gradient']>;

  constructor(gradient: NonNullable<Rule['gradient']>) {
    super();
    this.gradient = gradient;
  }
}

/** Parts of a rule and of its builder. */
export const conditionsOf: Methods<{ rule: Rule }> = {
  getRanges: ['', (_, { rule }) => rule.ranges],
  getBooleanCondition: [
    '',
    (_, { rule }) => (rule.criteria === '' || rule.criteria === 'GRADIENT' ? null : new BooleanConditionObject(rule)),
  ],
  getGradientCondition: [
    '',
    (_, { rule }) => (rule.criteria === 'GRADIENT' ? new GradientConditionObject(rule.gradient ?? []) : null),
  ],
};

type ColorKey = 'background' | 'fontColor';

function colorObject({ style }: Rule, key: ColorKey): ColorObject | null {
  const theme = style[`${key}Theme`];
  if (theme) return new ColorObject({ theme });
  return style[key] ? new ColorObject({ rgb: style[key] }) : null;
}

/** `true`, `false` where the rule turns it off, `null` where it leaves it. */
const flag = (key: 'bold' | 'italic' | 'underline' | 'strikethrough'): Method<BooleanConditionObject> => [
  '',
  (_, { rule }) => rule.style[key] ?? (rule.off?.includes(key) ? false : null),
];

export const booleanConditionMethods: Methods<BooleanConditionObject> = {
  getCriteriaType: ['', (_, { rule }) => enumValue('BooleanCriteria', rule.criteria)],
  getCriteriaValues: [
    '',
    (context, { rule }) =>
      rule.args.map((arg) => {
        if (rule.criteria.endsWith('_RELATIVE')) return enumValue('RelativeDate', String(arg));
        const dated = rule.criteria.startsWith('DATE_') && typeof arg === 'number';
        return dated ? new Date(serialToEpoch(arg, context.book.state.timeZone)) : arg;
      }),
  ],
  getBackground: ['', (_, { rule }) => rule.style.background ?? null],
  getBackgroundObject: ['', (_, { rule }) => colorObject(rule, 'background')],
  getFontColor: ['', (_, { rule }) => rule.style.fontColor ?? null],
  getFontColorObject: ['', (_, { rule }) => colorObject(rule, 'fontColor')],
  getBold: flag('bold'),
  getItalic: flag('italic'),
  getUnderline: flag('underline'),
  getStrikethrough: flag('strikethrough'),
};

/** A point that is not set has neither colour nor type, and `''` for a value. */
function pointMethods(at: 'min' | 'mid' | 'max', name: string): Methods<GradientConditionObject> {
  const point = ({ gradient }: GradientConditionObject) => gradient.find((each) => each.point === at);
  return {
    [`get${name}Color`]: ['', (_, self) => point(self)?.color ?? ''],
    [`get${name}ColorObject`]: [
      '',
      (_, self) => {
        const found = point(self);
        return found ? new ColorObject(found.theme ? { theme: found.theme } : { rgb: found.color }) : null;
      },
    ],
    [`get${name}Type`]: [
      '',
      (_, self) => {
        const found = point(self);
        return found ? enumValue('InterpolationType', found.type) : null;
      },
    ],
    [`get${name}Value`]: ['', (_, self) => point(self)?.value ?? ''],
  };
}

export const gradientConditionMethods: Methods<GradientConditionObject> = {
  ...pointMethods('min', 'Min'),
  ...pointMethods('mid', 'Mid'),
  ...pointMethods('max', 'Max'),
};
