import type { ChartSpec } from '../presentation.ts';
import type { ExecutionContext } from './execution-context.ts';
import { RangeObject } from './objects.ts';
import type { Methods } from './service-class.ts';
import { ServiceObject } from './service-object.ts';

/** A chart as it was when the script got or built it; what becomes of the one on the sheet it does not notice. */
export class EmbeddedChartObject extends ServiceObject {
  readonly type = 'EmbeddedChart';
  readonly spec: ChartSpec;
  /** absent while it is on no sheet */
  readonly id: number | undefined;

  constructor(spec: ChartSpec, id?: number) {
    super();
    this.spec = spec;
    this.id = id;
  }
}

export class ContainerInfoObject extends ServiceObject {
  readonly type = 'ContainerInfo';
  readonly at: Pick<ChartSpec, 'row' | 'column' | 'x' | 'y'>;

  constructor(at: Pick<ChartSpec, 'row' | 'column' | 'x' | 'y'>) {
    super();
    this.at = at;
  }
}

export const containerInfoMethods: Methods<ContainerInfoObject> = {
  getAnchorRow: ['', (_, { at }) => at.row + 1],
  getAnchorColumn: ['', (_, { at }) => at.column + 1],
  getOffsetX: ['', (_, { at }) => at.x],
  getOffsetY: ['', (_, { at }) => at.y],
};

export class ChartOptionsObject extends ServiceObject {
  readonly type = 'ChartOptions';
  readonly options: Record<string, unknown>;

  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `hAxis.title` is what lies under `title` in what lies under `hAxis`. */
export function optionAt(options: Record<string, unknown>, name: string): unknown {
  let found: unknown = options;
  for (const key of name.split('.')) found = isRecord(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  return found ?? null;
}

/** Sets an option without touching the argument; a record is laid over the record that is there. */
export function withOption(options: Record<string, unknown>, name: string, value: unknown): Record<string, unknown> {
  const [key = '', ...rest] = name.split('.');
  const old = Object.hasOwn(options, key) ? options[key] : undefined;
  const inner = isRecord(old) ? old : {};
  if (rest.length > 0) return { ...options, [key]: withOption(inner, rest.join('.'), value) };
  return { ...options, [key]: isRecord(value) && isRecord(old) ? { ...old, ...value } : value };
}

export const chartOptionsMethods: Methods<ChartOptionsObject> = {
  get: ['string', (_, { options }, name: string) => optionAt(options, name)],
};

export function chartRanges(context: ExecutionContext, spec: ChartSpec): RangeObject[] {
  const there = spec.ranges.filter(({ sheet }) => context.book.state.sheets.some(({ id }) => id === sheet));
  return there.map(({ sheet, rect, open }) => new RangeObject(sheet, rect, open));
}
