import type { ConditionalFormat, Style } from '../contract.ts';
import { epochToSerial } from '../model/dates.ts';
import { type ColorObject, colorParameter, cssColor } from './color-objects.ts';
import { conditionsOf, type Rule } from './condition-objects.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import { RangeObject, type SheetObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { EnumValue, ServiceError, ServiceObject } from './service-object.ts';
import { themeColor } from './themes.ts';

class ConditionalFormatRuleObject extends ServiceObject {
  readonly type = 'ConditionalFormatRule';
  readonly rule: Rule;

  constructor(rule: Rule) {
    super();
    this.rule = rule;
  }
}

export class ConditionalFormatRuleBuilderObject extends ServiceObject {
  readonly type = 'ConditionalFormatRuleBuilder';
  rule: Rule;

  constructor(rule: Rule = { ranges: [], criteria: '', args: [], style: {} }) {
    super();
    this.rule = rule;
  }
}

type Builder = ConditionalFormatRuleBuilderObject;
type Flag = NonNullable<Rule['off']>[number];

function set(builder: Builder, change: Partial<Rule>): Builder {
  builder.rule = { ...builder.rule, ...change };
  return builder;
}

/** Dates become serials, relative dates their names. */
function plain(context: ExecutionContext, value: unknown): string | number | boolean {
  if (value instanceof Date) return epochToSerial(value.getTime(), context.book.state.timeZone);
  return value instanceof EnumValue ? value.name : (value as string | number | boolean);
}

/** A condition takes the place of a scale of colours; what the rule looks like stays. */
function condition(context: ExecutionContext, builder: Builder, criteria: string, args: unknown[]): Builder {
  const { gradient: _, ...rule } = builder.rule;
  builder.rule = { ...rule, criteria, args: args.map((arg) => plain(context, arg)) };
  return builder;
}

function when(criteria: string, parameters: string): Method<Builder> {
  return [
    parameters,
    (context, builder, ...args: unknown[]) =>
      condition(context, builder, args[0] instanceof EnumValue ? `${criteria}_RELATIVE` : criteria, args),
  ];
}

/** A colour as rules keep it: what it is now, and the role it was chosen by. */
function chosen(context: ExecutionContext, color: string | ColorObject | null): { rgb?: string; theme?: string } {
  if (typeof color === 'string' || color === null) return { rgb: cssColor(color) ?? undefined };
  const { rgb, theme } = color.value;
  return theme ? { rgb: themeColor(context.book.state, theme), theme } : { rgb };
}

function colored(key: 'background' | 'fontColor', parameter: string): Method<Builder> {
  return [
    parameter,
    (context, builder, color: string | ColorObject | null) => {
      const { rgb, theme } = chosen(context, color);
      return set(builder, { style: { ...builder.rule.style, [key]: rgb, [`${key}Theme`]: theme } });
    },
  ];
}

/** `null` leaves cells as they are, `false` makes bold ones plain. */
function flagged(key: Flag): Method<Builder> {
  return [
    'boolean?',
    (_, builder, value: boolean | null) => {
      const { off = [], ...rule } = builder.rule;
      const others = off.filter((each) => each !== key);
      const style: Style = { ...rule.style, [key]: value === true ? true : undefined };
      const all = value === false ? [...others, key] : others;
      builder.rule = { ...rule, style, ...(all.length > 0 && { off: all }) };
      return builder;
    },
  ];
}

function point(at: 'min' | 'mid' | 'max', parameters: string): Method<Builder> {
  return [
    parameters,
    (context, builder, color: string | ColorObject, type?: EnumValue, value?: string) => {
      const { rgb = '#ffffff', theme } = chosen(context, color);
      const kind = type?.name ?? at.toUpperCase();
      const measured = value !== undefined && value !== '' && kind !== 'MIN' && kind !== 'MAX';
      const entry = { point: at, type: kind, color: rgb, ...(theme && { theme }), ...(measured && { value }) };
      const others = (builder.rule.gradient ?? []).filter((each) => each.point !== at);
      return set(builder, { criteria: 'GRADIENT', args: [], gradient: [...others, entry] });
    },
  ];
}

const pointMethods = (at: 'min' | 'mid' | 'max', name: string): Methods<Builder> => ({
  ...(at !== 'mid' && {
    [`setGradient${name}`]: point(at, 'string'),
    [`setGradient${name}Object`]: point(at, colorParameter('Color')),
  }),
  [`setGradient${name}WithValue`]: point(at, 'string, InterpolationType, string'),
  [`setGradient${name}ObjectWithValue`]: point(at, colorParameter('Color, InterpolationType, string')),
});

function build(_: ExecutionContext, { rule }: Builder): ConditionalFormatRuleObject {
  if (!rule.criteria) throw new ServiceError('Conditional format rule must have a condition.');
  if (rule.ranges.length === 0) throw new ServiceError('Conditional format rule must have at least one range.');
  return new ConditionalFormatRuleObject(rule);
}

export const conditionalFormatRuleBuilderMethods: Methods<Builder> = {
  ...(conditionsOf as Methods<Builder>),
  setRanges: ['Range[]', (_, builder, ranges: RangeObject[]) => set(builder, { ranges })],
  whenFormulaSatisfied: when('CUSTOM_FORMULA', 'string'),
  whenCellEmpty: when('CELL_EMPTY', ''),
  whenCellNotEmpty: when('CELL_NOT_EMPTY', ''),
  whenTextContains: when('TEXT_CONTAINS', 'string'),
  whenTextDoesNotContain: when('TEXT_DOES_NOT_CONTAIN', 'string'),
  whenTextEqualTo: when('TEXT_EQUAL_TO', 'string'),
  whenTextStartsWith: when('TEXT_STARTS_WITH', 'string'),
  whenTextEndsWith: when('TEXT_ENDS_WITH', 'string'),
  whenNumberBetween: when('NUMBER_BETWEEN', 'number, number'),
  whenNumberNotBetween: when('NUMBER_NOT_BETWEEN', 'number, number'),
  whenNumberEqualTo: when('NUMBER_EQUAL_TO', 'number'),
  whenNumberNotEqualTo: when('NUMBER_NOT_EQUAL_TO', 'number'),
  whenNumberGreaterThan: when('NUMBER_GREATER_THAN', 'number'),
  whenNumberGreaterThanOrEqualTo: when('NUMBER_GREATER_THAN_OR_EQUAL_TO', 'number'),
  whenNumberLessThan: when('NUMBER_LESS_THAN', 'number'),
  whenNumberLessThanOrEqualTo: when('NUMBER_LESS_THAN_OR_EQUAL_TO', 'number'),
  whenDateAfter: when('DATE_AFTER', 'date | RelativeDate'),
  whenDateBefore: when('DATE_BEFORE', 'date | RelativeDate'),
  whenDateEqualTo: when('DATE_EQUAL_TO', 'date | RelativeDate'),
  withCriteria: [
    'BooleanCriteria, any[]',
    (context, builder, { name }: EnumValue, args: unknown[]) => condition(context, builder, name, args),
  ],
  setBackground: colored('background', 'string?'),
  setBackgroundObject: colored('background', colorParameter('Color?')),
  setFontColor: colored('fontColor', 'string?'),
  setFontColorObject: colored('fontColor', colorParameter('Color?')),
  setBold: flagged('bold'),
  setItalic: flagged('italic'),
  setUnderline: flagged('underline'),
  setStrikethrough: flagged('strikethrough'),
  ...pointMethods('min', 'Minpoint'),
  ...pointMethods('mid', 'Midpoint'),
  ...pointMethods('max', 'Maxpoint'),
  copy: ['', (_, { rule }) => new ConditionalFormatRuleBuilderObject(rule)],
  build: ['', build],
};

export const conditionalFormatRuleMethods: Methods<ConditionalFormatRuleObject> = {
  ...(conditionsOf as Methods<ConditionalFormatRuleObject>),
  copy: ['', (_, { rule }) => new ConditionalFormatRuleBuilderObject(rule)],
};

/** Replaces the whole list of the tab; its order is the rules' priority. */
function setRules(context: ExecutionContext, sheet: SheetObject, rules: ConditionalFormatRuleObject[]): void {
  const formats = rules.map(({ rule }): ConditionalFormat => {
    if (rule.ranges.some((range) => range.sheet !== sheet.id)) {
      throw new ServiceError('Conditional format rule cannot reference a different sheet.');
    }
    return { ...rule, ranges: rule.ranges.map(({ rect }) => rect) };
  });
  context.writeOps({ op: 'sheet', sheet: sheet.id, patch: { conditionalFormats: formats } });
}

export const sheetConditionalFormats: Methods<SheetObject> = {
  getConditionalFormatRules: [
    '',
    (context, { id }) => {
      context.look();
      return sheetState(context, id).conditionalFormats.map(
        (format) =>
          new ConditionalFormatRuleObject({ ...format, ranges: format.ranges.map((rect) => new RangeObject(id, rect)) }),
      );
    },
  ],
  setConditionalFormatRules: ['ConditionalFormatRule[]', setRules],
  clearConditionalFormatRules: ['', (context, sheet) => setRules(context, sheet, [])],
};
