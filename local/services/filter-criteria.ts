import type { Filter } from '../contract.ts';
import { epochToSerial, serialToEpoch } from '../model/dates.ts';
import { enumValue } from './enums.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { Method, Methods } from './service-class.ts';
import { EnumValue, ServiceObject } from './service-object.ts';

interface Criteria extends NonNullable<Filter['criteria'][number]> {
  /** for pivot tables, which are not here: kept by the builder, refused by a filter */
  visibleValues?: string[];
}

export class FilterCriteriaObject extends ServiceObject {
  readonly type = 'FilterCriteria';
  readonly criteria: Criteria;

  constructor(criteria: Criteria) {
    super();
    this.criteria = criteria;
  }
}

export class FilterCriteriaBuilderObject extends ServiceObject {
  readonly type = 'FilterCriteriaBuilder';
  criteria: Criteria;

  constructor(criteria: Criteria = {}) {
    super();
    this.criteria = criteria;
  }
}

type Builder = FilterCriteriaBuilderObject;

/** Hidden and visible values exclude one another; either goes with a condition. */
function values(builder: Builder, chosen: Pick<Criteria, 'hiddenValues' | 'visibleValues'>): Builder {
  const { hiddenValues: _, visibleValues: __, ...criteria } = builder.criteria;
  builder.criteria = { ...criteria, ...chosen };
  return builder;
}

function condition(context: ExecutionContext, builder: Builder, criteria: string, args: unknown[]): Builder {
  const plain = args.map((value) => {
    if (value instanceof Date) return epochToSerial(value.getTime(), context.book.state.timeZone);
    return value instanceof EnumValue ? value.name : (value as string | number | boolean);
  });
  builder.criteria = { ...builder.criteria, criteria, args: plain };
  return builder;
}

function when(criteria: string, parameters: string): Method<Builder> {
  return [
    parameters,
    (context, builder, ...args: unknown[]) =>
      condition(context, builder, args[0] instanceof EnumValue ? `${criteria}_RELATIVE` : criteria, args),
  ];
}

const shared: Methods<{ criteria: Criteria }> = {
  copy: ['', (_, { criteria }) => new FilterCriteriaBuilderObject(criteria)],
  getHiddenValues: ['', (_, { criteria }) => criteria.hiddenValues ?? []],
  getVisibleValues: ['', (_, { criteria }) => criteria.visibleValues ?? []],
  getCriteriaType: ['', (_, { criteria }) => (criteria.criteria ? enumValue('BooleanCriteria', criteria.criteria) : null)],
  getCriteriaValues: [
    '',
    (context, { criteria: { criteria = '', args = [] } }) =>
      args.map((arg) => {
        if (criteria.endsWith('_RELATIVE')) return enumValue('RelativeDate', String(arg));
        const dated = criteria.startsWith('DATE_') && typeof arg === 'number';
        return dated ? new Date(serialToEpoch(arg, context.book.state.timeZone)) : arg;
      }),
  ],
};

export const filterCriteriaMethods: Methods<FilterCriteriaObject> = shared;

export const filterCriteriaBuilderMethods: Methods<Builder> = {
  ...(shared as Methods<Builder>),
  setHiddenValues: ['string[]', (_, builder, hiddenValues: string[]) => values(builder, { hiddenValues })],
  setVisibleValues: ['string[]', (_, builder, visibleValues: string[]) => values(builder, { visibleValues })],
  whenCellEmpty: when('CELL_EMPTY', ''),
  whenCellNotEmpty: when('CELL_NOT_EMPTY', ''),
  whenTextContains: when('TEXT_CONTAINS', 'string'),
  whenTextDoesNotContain: when('TEXT_DOES_NOT_CONTAIN', 'string'),
  whenTextEqualTo: when('TEXT_EQUAL_TO', 'string'),
  whenTextNotEqualTo: when('TEXT_NOT_EQUAL_TO', 'string'),
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
  whenDateNotEqualTo: when('DATE_NOT_EQUAL_TO', 'date'),
  whenFormulaSatisfied: when('CUSTOM_FORMULA', 'string'),
  withCriteria: [
    'BooleanCriteria, any[]',
    (context, builder, { name }: EnumValue, args: unknown[]) => condition(context, builder, name, args),
  ],
  build: ['', (_, { criteria }) => new FilterCriteriaObject(criteria)],
};
