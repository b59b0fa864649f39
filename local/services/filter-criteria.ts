import type { Filter } from '../contract.ts';
import { epochToSerial } from '../model/dates.ts';
import type { Method, Methods } from './service-class.ts';
import { type EnumValue, ServiceObject } from './service-object.ts';

type Criteria = Filter['criteria'][number];

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
  criteria: Criteria = {};
}

type Builder = FilterCriteriaBuilderObject;

function set(builder: Builder, criteria: Criteria): Builder {
  builder.criteria = criteria;
  return builder;
}

function when(criteria: string, parameters: string): Method<Builder> {
  return [
    parameters,
    (context, builder, ...values: unknown[]) => {
      const args = values.map((value) =>
        value instanceof Date ? epochToSerial(value.getTime(), context.book.state.timeZone) : value,
      );
      return set(builder, { criteria, args: args as (string | number)[] });
    },
  ];
}

export const filterCriteriaBuilderMethods: Methods<Builder> = {
  setHiddenValues: ['string[]', (_, builder, hiddenValues: string[]) => set(builder, { hiddenValues })],
  whenCellEmpty: when('CELL_EMPTY', ''),
  whenCellNotEmpty: when('CELL_NOT_EMPTY', ''),
  whenTextContains: when('TEXT_CONTAINS', 'string'),
  whenTextDoesNotContain: when('TEXT_DOES_NOT_CONTAIN', 'string'),
  whenTextEqualTo: when('TEXT_EQUAL_TO', 'string'),
  whenTextStartsWith: when('TEXT_STARTS_WITH', 'string'),
  whenTextEndsWith: when('TEXT_ENDS_WITH', 'string'),
  whenNumberBetween: when('NUMBER_BETWEEN', 'number, number'),
  whenNumberEqualTo: when('NUMBER_EQUAL_TO', 'number'),
  whenNumberGreaterThan: when('NUMBER_GREATER_THAN', 'number'),
  whenNumberGreaterThanOrEqualTo: when('NUMBER_GREATER_THAN_OR_EQUAL_TO', 'number'),
  whenNumberLessThan: when('NUMBER_LESS_THAN', 'number'),
  whenNumberLessThanOrEqualTo: when('NUMBER_LESS_THAN_OR_EQUAL_TO', 'number'),
  whenDateAfter: when('DATE_AFTER', 'date'),
  whenDateBefore: when('DATE_BEFORE', 'date'),
  whenDateEqualTo: when('DATE_EQUAL_TO', 'date'),
  whenFormulaSatisfied: when('CUSTOM_FORMULA', 'string'),
  withCriteria: [
    'BooleanCriteria, any[]',
    (_, builder, { name }: EnumValue, args: (string | number)[]) => set(builder, { criteria: name, args }),
  ],
  build: ['', (_, { criteria }) => new FilterCriteriaObject(criteria)],
};
