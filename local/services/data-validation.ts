import type { Validation } from '../contract.ts';
import { openName, quoteSheetName } from '../model/a1.ts';
import { epochToSerial, serialToEpoch } from '../model/dates.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import { rangeByText, sheetState } from './grid.ts';
import { RangeObject } from './objects.ts';
import type { Method, Methods } from './service-class.ts';
import { EnumValue, ServiceError, ServiceObject } from './service-object.ts';

const MAX_LIST = 500;

/** A finished rule; never changed once built. */
export class DataValidationObject extends ServiceObject {
  readonly type = 'DataValidation';
  readonly rule: Validation;

  constructor(rule: Validation) {
    super();
    this.rule = rule;
  }
}

export class DataValidationBuilderObject extends ServiceObject {
  readonly type = 'DataValidationBuilder';
  rule: Validation;

  constructor(rule: Validation = { criteria: '', args: [], allowInvalid: true }) {
    super();
    this.rule = rule;
  }
}

type Args = Validation['args'];
type Builder = DataValidationBuilderObject;

/** Dates a script cannot name: Google builds such a rule, forgets it when it is set, and fails when it is read. */
const isRelative = ({ criteria }: Validation): boolean => criteria.endsWith('_RELATIVE');

/**
 * Before a rule is put on cells.
 * @throws ServiceError for a relative date, which only a person can set (Google says nothing here, and keeps nothing)
 */
export function settable(rule: Validation): Validation {
  if (isRelative(rule)) {
    throw new ServiceError(`A script cannot set ${rule.criteria}: Google drops such a rule, and fails where it is read.`);
  }
  return rule;
}

const required = (builder: Builder, criteria: string, args: Args): Builder => {
  builder.rule = { ...builder.rule, criteria, args };
  return builder;
};

/** A range as it is stored: with its tab, so that the rule may live on another. */
function rangeText(context: ExecutionContext, { sheet, rect, open }: RangeObject): string {
  return `${quoteSheetName(sheetState(context, sheet).name)}!${openName(rect, open)}`;
}

function argsFrom(context: ExecutionContext, values: unknown[]): Args {
  return values.map((value) => {
    if (value instanceof RangeObject) return rangeText(context, value);
    // the hours of a date do not count
    if (value instanceof Date) return Math.floor(epochToSerial(value.getTime(), context.book.state.timeZone));
    return value instanceof EnumValue ? value.name : (value as Args[number]);
  });
}

function argsTo(context: ExecutionContext, rule: Validation): unknown[] {
  if (rule.criteria === 'VALUE_IN_RANGE') {
    return rule.args.map((arg) => (typeof arg === 'string' ? rangeByText(context, context.book.state.sheets[0]!, arg) : arg));
  }
  if (isRelative(rule)) return rule.args.map((arg) => enumValue('RelativeDate', String(arg)));
  if (!rule.criteria.startsWith('DATE_')) return rule.args;
  return rule.args.map((arg) => (typeof arg === 'number' ? new Date(serialToEpoch(arg, context.book.state.timeZone)) : arg));
}

function requireList(builder: Builder, values: unknown[], dropdown = true): Builder {
  if (values.length > MAX_LIST) {
    throw new ServiceError(
      `The data validation rule has more items than the limit of ${MAX_LIST}. Use the "List from a range" criteria instead.`,
    );
  }
  return required(builder, 'VALUE_IN_LIST', [values.map(String), dropdown]);
}

/** `requireNumberBetween(start, end)` and its like: name of the method → criteria and parameters. */
function plain(criteria: string, parameters: string): Method<Builder> {
  return [parameters, (context, builder, ...values: unknown[]) => required(builder, criteria, argsFrom(context, values))];
}

const builderMethods: Methods<Builder> = {
  requireValueInList: [
    'any[] | any[], boolean',
    (_, builder, values: unknown[], dropdown?: boolean) => requireList(builder, values, dropdown),
  ],
  requireValueInRange: [
    'Range | Range, boolean',
    (context, builder, range: RangeObject, dropdown = true) =>
      required(builder, 'VALUE_IN_RANGE', [rangeText(context, range), dropdown as boolean]),
  ],
  requireCheckbox: ['| any | any, any', (_, builder, ...values: never[]) => required(builder, 'CHECKBOX', values)],
  requireFormulaSatisfied: plain('CUSTOM_FORMULA', 'string'),
  requireDate: plain('DATE_IS_VALID_DATE', ''),
  requireDateAfter: plain('DATE_AFTER', 'date'),
  requireDateBefore: plain('DATE_BEFORE', 'date'),
  requireDateBetween: plain('DATE_BETWEEN', 'date, date'),
  requireDateEqualTo: plain('DATE_EQUAL_TO', 'date'),
  requireDateNotBetween: plain('DATE_NOT_BETWEEN', 'date, date'),
  requireDateOnOrAfter: plain('DATE_ON_OR_AFTER', 'date'),
  requireDateOnOrBefore: plain('DATE_ON_OR_BEFORE', 'date'),
  requireNumberBetween: plain('NUMBER_BETWEEN', 'number, number'),
  requireNumberEqualTo: plain('NUMBER_EQUAL_TO', 'number'),
  requireNumberGreaterThan: plain('NUMBER_GREATER_THAN', 'number'),
  requireNumberGreaterThanOrEqualTo: plain('NUMBER_GREATER_THAN_OR_EQUAL_TO', 'number'),
  requireNumberLessThan: plain('NUMBER_LESS_THAN', 'number'),
  requireNumberLessThanOrEqualTo: plain('NUMBER_LESS_THAN_OR_EQUAL_TO', 'number'),
  requireNumberNotBetween: plain('NUMBER_NOT_BETWEEN', 'number, number'),
  requireNumberNotEqualTo: plain('NUMBER_NOT_EQUAL_TO', 'number'),
  requireTextContains: plain('TEXT_CONTAINS', 'string'),
  requireTextDoesNotContain: plain('TEXT_DOES_NOT_CONTAIN', 'string'),
  requireTextEqualTo: plain('TEXT_EQUAL_TO', 'string'),
  requireTextIsEmail: plain('TEXT_IS_VALID_EMAIL', ''),
  requireTextIsUrl: plain('TEXT_IS_VALID_URL', ''),
  withCriteria: [
    'DataValidationCriteria, any[]',
    (context, builder, { name }: EnumValue, args: unknown[]) =>
      name === 'VALUE_IN_LIST' && Array.isArray(args[0])
        ? requireList(builder, args[0], args[1] as boolean | undefined)
        : required(builder, name, argsFrom(context, name === 'VALUE_IN_RANGE' && args.length === 1 ? [...args, true] : args)),
  ],
  setAllowInvalid: [
    'boolean',
    (_, builder, allowInvalid: boolean) => {
      builder.rule = { ...builder.rule, allowInvalid };
      return builder;
    },
  ],
  setHelpText: [
    'string?',
    (_, builder, helpText: string | null) => {
      builder.rule = { ...builder.rule, helpText: helpText ?? undefined };
      return builder;
    },
  ],
  build: ['', (_, builder) => new DataValidationObject(builder.rule)],
};

const shared: Methods<{ rule: Validation }> = {
  copy: ['', (_, { rule }) => new DataValidationBuilderObject(rule)],
  getAllowInvalid: ['', (_, { rule }) => rule.allowInvalid],
  getHelpText: ['', (_, { rule }) => rule.helpText ?? null],
  getCriteriaType: ['', (_, { rule }) => (rule.criteria ? enumValue('DataValidationCriteria', rule.criteria) : null)],
  getCriteriaValues: ['', (context, { rule }) => argsTo(context, rule)],
};

export const dataValidationMethods = shared;
export const dataValidationBuilderMethods: Methods<Builder> = { ...(shared as Methods<Builder>), ...builderMethods };
