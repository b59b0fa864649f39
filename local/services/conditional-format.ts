import type { ConditionalFormat, Style } from '../contract.ts';
import { epochToSerial, serialToEpoch } from '../model/dates.ts';
import { colorOf } from './colors.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import { sheetState } from './grid.ts';
import { RangeObject, type SheetObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { EnumValue, ServiceError, ServiceObject } from './service-object.ts';

interface Rule extends Omit<ConditionalFormat, 'ranges'> {
  ranges: RangeObject[];
}

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

class BooleanConditionObject extends ServiceObject {
  readonly type = 'BooleanCondition';
  readonly rule: Rule;

  constructor(rule: Rule) {
    super();
    this.rule = rule;
  }
}

type Builder = ConditionalFormatRuleBuilderObject;

function set(builder: Builder, change: Partial<Rule>): Builder {
  builder.rule = { ...builder.rule, ...change };
  return builder;
}

/** Dates become serials, relative dates their names. */
function plain(context: ExecutionContext, value: unknown): string | number | boolean {
  if (value instanceof Date) return epochToSerial(value.getTime(), context.book.state.timeZone);
  return value instanceof EnumValue ? value.name : (value as string | number | boolean);
}

function when(criteria: string, parameters: string, relative = false): Method<Builder> {
  return [
    parameters,
    (context, builder, ...args: unknown[]) => {
      const name = relative && args[0] instanceof EnumValue ? `${criteria}_RELATIVE` : criteria;
      return set(builder, { criteria: name, args: args.map((arg) => plain(context, arg)) });
    },
  ];
}

function look(change: (value: never) => Partial<Style>, parameter: string): Method<Builder> {
  return [
    parameter,
    (_, builder, value: unknown) => set(builder, { style: { ...builder.rule.style, ...change(value as never) } }),
  ];
}

const color = (value: string | null): string | undefined => (value === null ? undefined : colorOf(value));
const flag = (value: boolean | null): true | undefined => (value === true ? true : undefined);

function point(at: 'min' | 'mid' | 'max', withValue: boolean): Method<Builder> {
  return [
    withValue ? 'string, InterpolationType, string' : 'string',
    (_, builder, text: string, type?: EnumValue, value?: string) => {
      const others = (builder.rule.gradient ?? []).filter((each) => each.point !== at);
      const entry = {
        point: at,
        type: type?.name ?? at.toUpperCase(),
        color: colorOf(text) ?? '#ffffff',
        ...(value === undefined ? {} : { value }),
      };
      return set(builder, { criteria: 'GRADIENT', gradient: [...others, entry] });
    },
  ];
}

function build(_: ExecutionContext, { rule }: Builder): ConditionalFormatRuleObject {
  if (!rule.criteria) throw new ServiceError('Conditional format rule must have a condition.');
  if (rule.ranges.length === 0) throw new ServiceError('Conditional format rule must have at least one range.');
  return new ConditionalFormatRuleObject(rule);
}

export const conditionalFormatRuleBuilderMethods: Methods<Builder> = {
  setRanges: ['Range[]', (_, builder, ranges: RangeObject[]) => set(builder, { ranges })],
  getRanges: ['', (_, { rule }) => rule.ranges],
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
  whenDateAfter: when('DATE_AFTER', 'date | RelativeDate', true),
  whenDateBefore: when('DATE_BEFORE', 'date | RelativeDate', true),
  whenDateEqualTo: when('DATE_EQUAL_TO', 'date | RelativeDate', true),
  setBackground: look((value: string | null) => ({ background: color(value) }), 'string?'),
  setFontColor: look((value: string | null) => ({ fontColor: color(value) }), 'string?'),
  setBold: look((value: boolean | null) => ({ bold: flag(value) }), 'boolean?'),
  setItalic: look((value: boolean | null) => ({ italic: flag(value) }), 'boolean?'),
  setUnderline: look((value: boolean | null) => ({ underline: flag(value) }), 'boolean?'),
  setStrikethrough: look((value: boolean | null) => ({ strikethrough: flag(value) }), 'boolean?'),
  setGradientMinpoint: point('min', false),
  setGradientMaxpoint: point('max', false),
  setGradientMinpointWithValue: point('min', true),
  setGradientMidpointWithValue: point('mid', true),
  setGradientMaxpointWithValue: point('max', true),
  copy: ['', (_, { rule }) => new ConditionalFormatRuleBuilderObject(rule)],
  build: ['', build],
};

export const conditionalFormatRuleMethods: Methods<ConditionalFormatRuleObject> = {
  getRanges: ['', (_, { rule }) => rule.ranges],
  getBooleanCondition: ['', (_, { rule }) => (rule.criteria === 'GRADIENT' ? null : new BooleanConditionObject(rule))],
  copy: ['', (_, { rule }) => new ConditionalFormatRuleBuilderObject(rule)],
};

export const booleanConditionMethods: Methods<BooleanConditionObject> = {
  getCriteriaType: ['', (_, { rule }) => enumValue('BooleanCriteria', rule.criteria)],
  getCriteriaValues: [
    '',
    (context, { rule }) =>
      rule.args.map((arg) =>
        rule.criteria.startsWith('DATE_') && typeof arg === 'number'
          ? new Date(serialToEpoch(arg, context.book.state.timeZone))
          : arg,
      ),
  ],
  getBackground: ['', (_, { rule }) => rule.style.background ?? null],
  getFontColor: ['', (_, { rule }) => rule.style.fontColor ?? null],
  getBold: ['', (_, { rule }) => rule.style.bold ?? null],
  getItalic: ['', (_, { rule }) => rule.style.italic ?? null],
  getUnderline: ['', (_, { rule }) => rule.style.underline ?? null],
  getStrikethrough: ['', (_, { rule }) => rule.style.strikethrough ?? null],
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
