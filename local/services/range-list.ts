import { rangeCheckboxes } from './checkboxes.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { RangeListObject, RangeObject } from './objects.ts';
import { rangeArrange } from './range-arrange.ts';
import { rangeBorder } from './range-border.ts';
import { rangeColors } from './range-colors.ts';
import { rangeFormats } from './range-formats.ts';
import { rangeR1C1 } from './range-r1c1.ts';
import { rangeRules } from './range-rules.ts';
import { rangeTidy } from './range-tidy.ts';
import { rangeWrite } from './range-write.ts';
import { selectRanges } from './selection.ts';
import type { Method, Methods } from './service-class.ts';

const PARTS: Methods<RangeObject> = {
  ...rangeWrite,
  ...rangeR1C1,
  ...rangeTidy,
  ...rangeFormats,
  ...rangeColors,
  ...rangeRules,
  ...rangeCheckboxes,
  ...rangeBorder,
  ...rangeArrange,
};

/** What only a range can do. */
const RANGE_ONLY = new Set(['setBackgroundObject', 'setFontColorObject', 'setBackgroundColor', 'setDataValidation']);

/** Where a list takes less than a range. */
const LESS: Readonly<Record<string, string>> = { setTextRotation: 'int' };

/** What a range does to all its cells at once, a list does to all its ranges. */
const LISTED = Object.keys(PARTS).filter(
  (name) =>
    /^(clear|insertCheckboxes|removeCheckboxes|check|uncheck|trimWhitespace|breakApart)/.test(name) ||
    (name.startsWith('set') && !PARTS[name]![0].includes('[][]') && !RANGE_ONLY.has(name)),
);

function forEach(name: string): Method<RangeListObject> {
  const [own, run] = PARTS[name]!;
  const parameters = LESS[name] ?? own;
  const one = run as (context: ExecutionContext, range: RangeObject, ...args: unknown[]) => unknown;
  return [
    parameters,
    (context, list, ...args: unknown[]) => {
      context.meter.asOneCall(() => {
        for (const range of list.ranges) one(context, range, ...args);
      });
      return list;
    },
  ];
}

export const rangeListMethods: Methods<RangeListObject> = {
  ...Object.fromEntries(LISTED.map((name) => [name, forEach(name)])),
  getRanges: ['', (_, { ranges }) => ranges],
  activate: [
    '',
    (context, list) => {
      return selectRanges(context, list);
    },
  ],
};
