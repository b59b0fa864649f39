/** Which segment each customer was in, by number; of segments their keys, so that a new name is no move. */
export type SegmentsThen = ReadonlyMap<string, string>;

/** What a report remembers for the next one: of the last day, and of the last day before it. */
export interface Memory {
  /** `yyyy-MM-dd` */
  day: string;
  of: SegmentsThen;
  before?: { day: string; of: SegmentsThen };
}

/**
 * What is remembered after a report. Made again on the same day, it is compared with the same earlier day as before.
 *
 * @example remember(undefined, '2026-11-22', new Map()).before // undefined
 */
export const remember = (last: Memory | undefined, day: string, of: SegmentsThen): Memory =>
  last === undefined || last.day === day
    ? { day, of, ...(last?.before ? { before: last.before } : {}) }
    : { day, of, before: { day: last.day, of: last.of } };

/** A row for each customer, the days first: number, segment, the one before. */
export function memoryRows({ day, of, before }: Memory): string[][] {
  const numbers = new Set([...of.keys(), ...(before?.of.keys() ?? [])]);
  return [
    ['', day, before?.day ?? ''],
    ...[...numbers].map((number) => [number, of.get(number) ?? '', before?.of.get(number) ?? '']),
  ];
}

/** The same read back; undefined where nothing is remembered, or what stands there is not ours. */
export function readMemory(rows: readonly (readonly string[])[]): Memory | undefined {
  const [head, ...rest] = rows;
  const [, day = '', earlier = ''] = head ?? [];
  const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);
  if (!isDay(day)) return undefined;
  const column = (at: number): SegmentsThen =>
    new Map(rest.flatMap((row) => (row[0] && row[at] ? [[row[0], row[at]!] as const] : [])));
  return { day, of: column(1), ...(isDay(earlier) ? { before: { day: earlier, of: column(2) } } : {}) };
}
