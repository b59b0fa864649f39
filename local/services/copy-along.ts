/** What a copy of cells brings along that is not in the cells: merges, conditional formats and widths of columns. */
import type { ConditionalFormat, Op, Rect, SheetState } from '../contract.ts';
import { intersection, intersects, subtractRect } from '../model/rects.ts';
import { copyFormula } from '../model/shift-formula.ts';

export interface Copied {
  source: SheetState;
  from: Rect;
  target: SheetState;
  /** a multiple of `from`, or of `from` turned over its diagonal */
  to: Rect;
  transposed?: boolean;
  /** the source is left behind empty */
  cut?: boolean;
}

/** Where a part of the source comes to lie: once in every repetition. */
function placesOf({ from, to, transposed }: Copied, part: Rect): Rect[] {
  const turn = (rect: Rect): Rect =>
    transposed ? { row: rect.column, column: rect.row, rows: rect.columns, columns: rect.rows } : rect;
  const shape = turn(from);
  const inside = turn(part);
  const places: Rect[] = [];
  for (let down = 0; down < to.rows; down += shape.rows) {
    for (let right = 0; right < to.columns; right += shape.columns) {
      places.push({
        ...inside,
        row: to.row + down + inside.row - shape.row,
        column: to.column + right + inside.column - shape.column,
      });
    }
  }
  return places;
}

const partsOf = (rects: readonly Rect[], within: Rect): Rect[] => rects.flatMap((rect) => intersection(rect, within) ?? []);

/** The target's own merges give way to copies of the source's. */
export function mergesAfter(copied: Copied): Op[] {
  const { source, from, target, to, cut } = copied;
  const left = cut ? source.merges.filter((each) => !intersects(each, from)) : source.merges;
  const kept = (source === target ? left : target.merges).filter((each) => !intersects(each, to));
  const brought = partsOf(source.merges, from).flatMap((part) => placesOf(copied, part));
  if (brought.length === 0 && kept.length === target.merges.length) return [];
  return [
    ...(cut ? [{ op: 'sheet' as const, sheet: source.id, patch: { merges: left } }] : []),
    { op: 'sheet', sheet: target.id, patch: { merges: [...kept, ...brought] } },
  ];
}

/** The rule for other ranges; its formulas count from the corner of the first. */
function withRanges(rule: ConditionalFormat, ranges: Rect[]): ConditionalFormat {
  const [was, is] = [rule.ranges[0]!, ranges[0]!];
  const [down, right] = [is.row - was.row, is.column - was.column];
  const args = rule.args.map((arg) => (typeof arg === 'string' && arg.startsWith('=') ? copyFormula(arg, down, right) : arg));
  return { ...rule, ranges, args };
}

function onOtherRanges(rules: readonly ConditionalFormat[], rangesOf: (rule: ConditionalFormat) => Rect[]): ConditionalFormat[] {
  return rules.flatMap((rule) => {
    const ranges = rangesOf(rule);
    return ranges.length > 0 ? [withRanges(rule, ranges)] : [];
  });
}

/** Rules of the source cover the target as well, in place of those that covered it before. */
export function conditionalFormatsAfter(copied: Copied): Op[] {
  const { source, from, target, to, cut } = copied;
  const reaches = (sheet: SheetState, rect: Rect): boolean =>
    sheet.conditionalFormats.some(({ ranges }) => ranges.some((each) => intersects(each, rect)));
  if (!reaches(source, from) && !reaches(target, to)) return [];
  const without = (ranges: readonly Rect[], hole: Rect): Rect[] => ranges.flatMap((rect) => subtractRect(rect, hole));
  const left = ({ ranges }: ConditionalFormat): Rect[] => (cut ? without(ranges, from) : ranges);
  const brought = ({ ranges }: ConditionalFormat): Rect[] => partsOf(ranges, from).flatMap((part) => placesOf(copied, part));
  const put = (sheet: SheetState, conditionalFormats: ConditionalFormat[]): Op => ({
    op: 'sheet',
    sheet: sheet.id,
    patch: { conditionalFormats },
  });
  if (source === target) {
    return [
      put(
        target,
        onOtherRanges(target.conditionalFormats, (rule) => [...without(left(rule), to), ...brought(rule)]),
      ),
    ];
  }
  return [
    ...(cut ? [put(source, onOtherRanges(source.conditionalFormats, left))] : []),
    put(target, [
      ...onOtherRanges(target.conditionalFormats, ({ ranges }) => without(ranges, to)),
      ...onOtherRanges(source.conditionalFormats, brought),
    ]),
  ];
}

export function columnWidthsAfter({ source, from, target, to }: Copied): Op[] {
  return Array.from({ length: to.columns }, (_, j) => ({
    op: 'columnWidths',
    sheet: target.id,
    at: to.column + j,
    count: 1,
    pixels: source.columnWidths[from.column + (j % from.columns)] ?? null,
  }));
}
