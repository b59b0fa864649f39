import type { CellPatch, Style } from '../contract.ts';
import type { ExecutionContext } from './execution-context.ts';
import type { RangeObject } from './objects.ts';
import { corner, readCells } from './range-read.ts';
import { fill, fillEach } from './range-write.ts';
import type { Method, Methods } from './service-class.ts';

/** One property of the cells' look: how it is read from a style and what setting it changes. */
export interface CellFormat {
  /** `Background` makes `getBackground`, `getBackgrounds`, `setBackground`, `setBackgrounds` */
  one: string;
  many: string;
  /** of one cell; overloads apart by `|` */
  parameter: string;
  /** of a cell in a matrix, where that may be less */
  item?: string;
  read(style: Style, context: ExecutionContext): unknown;
  patch(value: never, context: ExecutionContext): NonNullable<CellPatch['s']>;
}

const matrixOf = (parameter: string): string =>
  parameter
    .split('|')
    .map((type) => `${type.trim()}[][]`)
    .join(' | ');

function methodsOf({ one, many, parameter, item = parameter, read, patch }: CellFormat): Methods<RangeObject> {
  const cells = (context: ExecutionContext, range: RangeObject) =>
    readCells(context, range, one, (cell) => read(context.book.styleOf(cell), context));
  const patchOf = (context: ExecutionContext, value: unknown): CellPatch => ({ s: patch(value as never, context) });
  const methods: Record<string, Method<RangeObject>> = {
    [`get${one}`]: ['', (context, range) => cells(context, corner(range))[0]![0]],
    [`get${many}`]: ['', cells],
    [`set${one}`]: [parameter, (context, range, value: unknown) => fill(context, range, patchOf(context, value))],
    [`set${many}`]: [
      matrixOf(item),
      (context, range, values: unknown[][]) => fillEach(context, range, values, (value) => patchOf(context, value)),
    ],
  };
  return methods;
}

export function formatMethods(formats: readonly CellFormat[]): Methods<RangeObject> {
  return Object.assign({}, ...formats.map(methodsOf));
}
