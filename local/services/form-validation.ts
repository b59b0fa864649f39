import { FormValidationObject } from './form-objects.ts';
import type { Answer, FormItem } from './form-state.ts';
import type { Method, Methods } from './service-class.ts';
import { ServiceError } from './service-object.ts';

type Given = (string | number)[];

const numeric = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** Whether the whole text, or part of it, is as the pattern says. */
const fits = (text: string, pattern: unknown, whole: boolean): boolean =>
  new RegExp(whole ? `^(?:${pattern})$` : String(pattern), 'u').test(text);

type Check = (answer: Answer, ...args: never[]) => boolean;

const onText =
  (check: (text: string, first: number, second: number) => boolean): Check =>
  (answer, ...args) =>
    check(String(answer), ...(args as unknown as [number, number]));
const onList =
  (check: (count: number, limit: number) => boolean): Check =>
  (answer, ...args) =>
    check((answer as unknown[]).length, (args as unknown as [number])[0]);

const eachOnce = (answer: Answer): boolean => {
  const given = (answer as (string | string[] | null)[]).flat().filter((each) => each !== null);
  return new Set(given).size === given.length;
};

/** By the builder's methods: their parameters and what they ask of an answer. */
const RULES = {
  requireNumber: ['', onText((text) => !Number.isNaN(numeric(text)))],
  requireWholeNumber: ['', onText((text) => Number.isInteger(numeric(text)))],
  requireNumberBetween: ['number, number', onText((text, low, high) => numeric(text) >= low && numeric(text) <= high)],
  requireNumberNotBetween: ['number, number', onText((text, low, high) => numeric(text) < low || numeric(text) > high)],
  requireNumberEqualTo: ['number', onText((text, other) => numeric(text) === other)],
  requireNumberNotEqualTo: ['number', onText((text, other) => !Number.isNaN(numeric(text)) && numeric(text) !== other)],
  requireNumberGreaterThan: ['number', onText((text, other) => numeric(text) > other)],
  requireNumberGreaterThanOrEqualTo: ['number', onText((text, other) => numeric(text) >= other)],
  requireNumberLessThan: ['number', onText((text, other) => numeric(text) < other)],
  requireNumberLessThanOrEqualTo: ['number', onText((text, other) => numeric(text) <= other)],
  requireTextContainsPattern: ['string', onText((text, pattern) => fits(text, pattern, false))],
  requireTextDoesNotContainPattern: ['string', onText((text, pattern) => !fits(text, pattern, false))],
  requireTextMatchesPattern: ['string', onText((text, pattern) => fits(text, pattern, true))],
  requireTextDoesNotMatchPattern: ['string', onText((text, pattern) => !fits(text, pattern, true))],
  requireTextIsEmail: ['', onText((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))],
  requireTextIsUrl: ['', onText((text) => /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i.test(text))],
  requireTextLengthGreaterThanOrEqualTo: ['int', onText((text, length) => text.length >= length)],
  requireTextLengthLessThanOrEqualTo: ['int', onText((text, length) => text.length <= length)],
  requireSelectAtLeast: ['int', onList((count, limit) => count >= limit)],
  requireSelectAtMost: ['int', onList((count, limit) => count <= limit)],
  requireSelectExactly: ['int', onList((count, limit) => count === limit)],
  requireLimitOneResponsePerColumn: ['', eachOnce],
} as const satisfies Record<string, readonly [string, Check]>;

type Rule = keyof typeof RULES;

/** @throws ServiceError for an answer that the item's rule does not allow */
export function checkAnswer({ validation, title }: FormItem, answer: Answer): void {
  if (!validation) return;
  const check = RULES[validation.rule as Rule][1] as (answer: Answer, ...args: Given) => boolean;
  if (!check(answer, ...validation.args)) {
    throw new ServiceError(validation.helpText ?? `Invalid response submitted to question: ${title}`);
  }
}

/** The methods of one builder, `build` among them. */
function builder(made: string, rules: readonly Rule[]): Methods<FormValidationObject> {
  const methods: Record<string, Method<FormValidationObject>> = {};
  for (const rule of rules) {
    methods[rule] = [RULES[rule][0], (_, self, ...args: Given) => Object.assign(self, { validation: { rule, args } })];
  }
  return {
    ...methods,
    setHelpText: ['string', (_, self, helpText: string) => Object.assign(self, { helpText })],
    build: [
      '',
      (_, { validation, helpText }) => {
        if (!validation) throw new ServiceError('Invalid data validation: nothing is required.');
        return new FormValidationObject(made, helpText === undefined ? validation : { ...validation, helpText });
      },
    ],
  };
}

const all = Object.keys(RULES) as Rule[];
const paragraph = all.filter((rule) => /^requireText(?!Is)/.test(rule));

export const VALIDATION_BUILDERS: Readonly<Record<string, Methods<FormValidationObject>>> = {
  TextValidationBuilder: builder(
    'TextValidation',
    all.filter((rule) => /^require(Text|Number|Whole)/.test(rule)),
  ),
  ParagraphTextValidationBuilder: builder('ParagraphTextValidation', paragraph),
  CheckboxValidationBuilder: builder(
    'CheckboxValidation',
    all.filter((rule) => rule.startsWith('requireSelect')),
  ),
  GridValidationBuilder: builder('GridValidation', ['requireLimitOneResponsePerColumn']),
  CheckboxGridValidationBuilder: builder('CheckboxGridValidation', ['requireLimitOneResponsePerColumn']),
};
