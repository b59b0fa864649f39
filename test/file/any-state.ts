import fc from 'fast-check';
import type { CellState, ConditionalFormat, Rect, SheetState, Style, Validation, WorkbookState } from '../../local/contract.ts';

const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '013800138000',
    '=1+1',
    "'",
    ' 前后 ',
    'a\r\nb',
    '\n',
    '_x0041_',
    '<&>"',
    'TRUE',
    '汉字',
    '1e5',
    '#N/A',
    '\ud800',
    '\u0000',
  ),
);
const someText = text.filter((value) => value !== '');
const line = fc
  .tuple(fc.constantFrom('solid', 'dashed', 'dotted', 'double', 'solid_medium', 'solid_thick'), color)
  .map((parts) => parts.join(' '));
const on = fc.constant(true as const);

const style: fc.Arbitrary<Style> = fc.record(
  {
    numberFormat: fc.constantFrom('@', 'General', 'yyyy-mm-dd', '#,##0.00', '0%', 'yyyy"年"m"月"d"日"', '[$¥-804]#,##0'),
    background: color,
    fontColor: color,
    fontFamily: fc.constantFrom('Arial', 'Calibri', 'SimSun'),
    fontSize: fc.integer({ min: 6, max: 36 }),
    bold: on,
    italic: on,
    underline: on,
    strikethrough: on,
    horizontalAlignment: fc.constantFrom('left', 'center', 'right'),
    verticalAlignment: fc.constantFrom('top', 'middle', 'bottom'),
    wrap: fc.constantFrom('overflow', 'wrap', 'clip'),
    textDirection: fc.constantFrom('ltr', 'rtl'),
    rotation: fc.constantFrom(-90, -45, 1, 45, 90),
    normalAlignment: on,
    border: fc
      .record({ top: line, right: line, bottom: line, left: line }, { requiredKeys: [] })
      .filter((border) => Object.keys(border).length > 0),
  },
  { requiredKeys: [] },
);

const help = fc.record({ allowInvalid: fc.boolean(), helpText: fc.option(someText, { nil: undefined }) });
const validation: fc.Arbitrary<Validation> = fc
  .tuple(
    fc.oneof(
      fc.tuple(fc.constant('VALUE_IN_LIST'), fc.tuple(fc.array(someText, { minLength: 1, maxLength: 6 }), fc.boolean())),
      fc.tuple(
        fc.constant('VALUE_IN_RANGE'),
        fc.tuple(fc.constantFrom('表一!A1:A9', "'表二'!$B$2:B", 'nowhere!A1', 'not a range'), fc.boolean()),
      ),
      fc.tuple(fc.constantFrom('CHECKBOX', 'TEXT_IS_VALID_EMAIL', 'TEXT_IS_VALID_URL', 'DATE_IS_VALID_DATE'), fc.constant([])),
      fc.tuple(fc.constant('CHECKBOX'), fc.constant(['是', '否'])),
      fc.tuple(
        fc.constantFrom('NUMBER_BETWEEN', 'NUMBER_NOT_BETWEEN', 'DATE_BETWEEN'),
        fc.tuple(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 1, max: 50_000 })),
      ),
      fc.tuple(
        fc.constantFrom('NUMBER_GREATER_THAN', 'DATE_ON_OR_AFTER', 'NUMBER_EQUAL_TO'),
        fc.tuple(fc.integer({ min: 1, max: 50_000 })),
      ),
      fc.tuple(fc.constantFrom('TEXT_CONTAINS', 'TEXT_EQUAL_TO'), fc.tuple(fc.constantFrom('a"b', '客户'))),
      fc.tuple(fc.constant('CUSTOM_FORMULA'), fc.tuple(fc.constantFrom('=A1>0', '=REGEXMATCH(A1,"x")'))),
    ),
    help,
  )
  .map(([[criteria, args], { allowInvalid, helpText }]) => ({
    criteria,
    args: args as Validation['args'],
    allowInvalid,
    ...(helpText !== undefined && { helpText }),
  }));

const value = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom('#N/A', '#REF!', '#ERROR!', '#VALUE!').map((error) => ({ error })),
);
const formula = fc.constantFrom(
  '=A1+1',
  '=SUM(A1:B2)',
  '=sum(a1)',
  '=COUNTIF(B2:B,"x")',
  '=ARRAYFORMULA(A1:A3*2)',
  '=XLOOKUP(1,A:A,B:B)',
  '=QUERY(A1:B9,"select A")',
  "='表一'!A1&\"'\"",
  '=IF(A1,,2)',
  '=1+',
  `=${'A1+'.repeat(200)}1`,
  '=-A1%',
  '=未知(1)',
);

const cell = (styles: number, validations: number): fc.Arbitrary<CellState> =>
  fc.record(
    {
      v: value,
      f: formula,
      s: fc.nat({ max: styles - 1 }),
      d: fc.nat({ max: validations - 1 }),
      n: someText,
    },
    { requiredKeys: [] },
  );

const rect = (rows: number, columns: number): fc.Arbitrary<Rect> =>
  fc
    .tuple(
      fc.nat({ max: rows - 2 }),
      fc.nat({ max: columns - 2 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([row, column, height, width]) => ({
      row,
      column,
      rows: Math.min(height, rows - row),
      columns: Math.min(width, columns - column),
    }));

const ruleStyle: fc.Arbitrary<Style> = fc.record(
  { background: color, fontColor: color, bold: on, italic: on, strikethrough: on },
  { requiredKeys: ['background'] },
);
const point = (place: 'min' | 'mid' | 'max') =>
  fc
    .tuple(fc.constantFrom('NUMBER', 'PERCENT', 'PERCENTILE', place.toUpperCase()), fc.integer({ min: 1, max: 99 }), color)
    .map(([type, number, shade]) => ({
      point: place,
      type: place === 'mid' && type === 'MID' ? 'PERCENTILE' : type,
      ...(['MIN', 'MAX'].includes(type) ? {} : { value: String(number) }),
      color: shade,
    }));
const gradient: fc.Arbitrary<ConditionalFormat> = fc
  .tuple(rect(20, 8), fc.tuple(point('min'), point('mid'), point('max')), fc.boolean())
  .map(([range, points, isLong]) => ({
    ranges: [range],
    criteria: 'GRADIENT',
    args: [],
    style: {},
    gradient: isLong ? points : [points[0], points[2]],
  }));
const plainFormat: fc.Arbitrary<ConditionalFormat> = fc
  .tuple(
    fc.uniqueArray(rect(20, 8), { minLength: 1, maxLength: 2, selector: ({ row, column }) => `${row}:${column}` }),
    fc.oneof(
      fc.tuple(
        fc.constantFrom('TEXT_EQUAL_TO', 'TEXT_CONTAINS', 'TEXT_STARTS_WITH', 'TEXT_ENDS_WITH', 'TEXT_DOES_NOT_CONTAIN'),
        fc.tuple(fc.constantFrom('VIP', '零"售', '<&>')),
      ),
      fc.tuple(fc.constantFrom('CELL_EMPTY', 'CELL_NOT_EMPTY'), fc.constant([])),
      fc.tuple(fc.constant('NUMBER_BETWEEN'), fc.tuple(fc.integer(), fc.integer())),
      fc.tuple(fc.constantFrom('DATE_AFTER', 'DATE_EQUAL_TO'), fc.tuple(fc.constantFrom('TODAY', 'PAST_YEAR', 45_000))),
      fc.tuple(fc.constant('CUSTOM_FORMULA'), fc.tuple(fc.constantFrom('=$A1>1', '=REGEXMATCH(A1,"x")'))),
    ),
    ruleStyle,
  )
  .map(([ranges, [criteria, args], look]) => ({ ranges, criteria, args: args as ConditionalFormat['args'], style: look }));

const format = fc.oneof({ weight: 5, arbitrary: plainFormat }, gradient);

const criteria: fc.Arbitrary<NonNullable<SheetState['filter']>['criteria'][number]> = fc.oneof(
  fc.record({ hiddenValues: fc.uniqueArray(text, { maxLength: 3 }) }),
  fc.record({ criteria: fc.constant('TEXT_CONTAINS'), args: fc.constantFrom<string[]>(['甲'], ['a*?~b']) }),
  fc.record({
    criteria: fc.constantFrom('NUMBER_GREATER_THAN', 'NUMBER_EQUAL_TO', 'DATE_AFTER'),
    args: fc.integer({ min: -9, max: 99_999 }).map((n) => [n]),
  }),
  fc.record({ criteria: fc.constantFrom('CELL_EMPTY', 'CELL_NOT_EMPTY'), args: fc.constant<string[]>([]) }),
  fc.record({ criteria: fc.constant('CUSTOM_FORMULA'), args: fc.constant<string[]>(['=A2>1']) }),
);

const numbers = (most: number) =>
  fc.uniqueArray(fc.nat({ max: most - 1 }), { maxLength: 4 }).map((list) => list.sort((a, b) => a - b));
const sizes = (most: number) =>
  fc.dictionary(fc.nat({ max: most - 1 }).map(String), fc.integer({ min: 22, max: 99 }), { maxKeys: 4 });

const sheet = (id: number, name: string): fc.Arbitrary<SheetState> =>
  fc
    .record({
      rows: fc.array(fc.array(fc.option(cell(6, 5), { nil: undefined }), { maxLength: 8 }), { maxLength: 12 }),
      frozenRows: fc.nat({ max: 3 }),
      frozenColumns: fc.nat({ max: 3 }),
      tabColor: fc.option(color, { nil: undefined }),
      hiddenGridlines: fc.boolean(),
      rowHeights: sizes(20),
      columnWidths: sizes(8),
      hiddenRows: numbers(20),
      hiddenColumns: numbers(8),
      filter: fc.option(
        fc.tuple(
          rect(20, 8).filter(({ rows }) => rows > 1),
          criteria,
        ),
        { nil: undefined },
      ),
      filtered: fc.nat({ max: 3 }),
      guarded: fc.uniqueArray(fc.nat({ max: 3 }), { maxLength: 3 }),
      merge: fc.option(rect(4, 3), { nil: undefined }),
      chart: fc.boolean(),
      conditionalFormats: fc.array(format, { maxLength: 4 }),
      isGuarded: fc.boolean(),
    })
    .map(({ rows, tabColor, hiddenGridlines, filter, filtered, guarded, merge, chart, isGuarded, ...rest }) => ({
      id,
      name,
      rowCount: 20,
      columnCount: 8,
      ...rest,
      cells: rows.map((line) => line.map((each) => (each && Object.keys(each).length > 0 ? each : undefined))),
      ...(tabColor && { tabColor }),
      ...(hiddenGridlines && { hiddenGridlines: true }),
      // rows that the filter hides are below its header, and nobody hid them by hand
      filteredRows: filter
        ? Array.from({ length: filtered }, (_, i) => filter[0].row + 1 + i).filter(
            (row) => row < filter[0].row + filter[0].rows && !rest.hiddenRows.includes(row),
          )
        : [],
      ...(filter && { filter: { rect: filter[0], criteria: { [filter[0].column]: filter[1] } } }),
      // beyond the cells: Excel keeps nothing but the first of a merge
      merges: merge && merge.rows * merge.columns > 1 ? [{ ...merge, row: merge.row + 14 }] : [],
      protections: isGuarded
        ? [{ id: `p${id}`, warningOnly: false, editors: ['a@b.test'], unprotected: [{ row: 1, column: 1, rows: 2, columns: 2 }] }]
        : guarded.map((row) => ({
            id: `p${id}-${row}`,
            rect: { row, column: 0, rows: 1, columns: 3 },
            warningOnly: row % 2 === 0,
            description: '表头',
            ...(row % 2 === 1 && { editors: ['a@b.test'] }),
          })),
      bandings: [{ id, rect: { row: 0, column: 0, rows: 20, columns: 3 }, first: '#ffffff', second: '#eeeeee' }],
      charts: chart
        ? [{ id: 1, spec: { type: 'BAR', ranges: [], row: 1, column: 2, x: 3, y: 4, options: { title: '图' } } }]
        : [],
    }));

/** A workbook with anything in it that an .xlsx can or cannot hold. */
export const anyState: fc.Arbitrary<WorkbookState> = fc
  .record({
    styles: fc.array(
      style.filter((each) => Object.keys(each).length > 0),
      { minLength: 6, maxLength: 6 },
    ),
    validations: fc.array(validation, { minLength: 5, maxLength: 5 }),
    first: sheet(0, '表一'),
    second: sheet(3, "It's 表二/?*[x]: with a name far longer than thirty-one"),
    value: text,
    isHidden: fc.boolean(),
  })
  .map(({ styles, validations, first, second, value: anything, isHidden }) => ({
    id: 'book',
    title: '台账',
    locale: 'zh_CN',
    timeZone: 'Asia/Shanghai',
    owner: 'mei@shop.test',
    styles,
    validations,
    sheets: [first, { ...second, ...(isHidden && { hidden: true }) }],
    namedRanges: [{ name: '名称', sheet: 0, rect: { row: 0, column: 0, rows: 3, columns: 1 } }],
    metadata: [
      { id: 1, key: 'k', value: anything, visibility: 'DOCUMENT' as const, at: { kind: 'column' as const, sheet: 0, index: 2 } },
    ],
    properties: { script: { a: anything }, document: {}, user: {} },
    triggers: [
      { id: 't', handler: 'daily', event: 'CLOCK' as const, owner: 'mei@shop.test', schedule: { everyDays: 1 }, nextRun: 1 },
    ],
    outbox: [{ to: 'a@b.test', subject: anything, body: anything, at: 1, by: 'mei@shop.test' }],
    nextIds: { sheet: 4, metadata: 2, banding: 4, chart: 1, other: 1 },
  }));
