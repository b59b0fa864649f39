import { expect, test } from '@jest/globals';
import type { Scalar, Validation } from '../../local/contract.ts';
import { isoToSerial } from '../../local/model/dates.ts';
import { newSheet, newWorkbook } from '../../local/model/new-workbook.ts';
import { checkValidation, validationContext } from '../../local/model/validate.ts';
import { Workbook } from '../../local/model/workbook.ts';

const NOON = Date.UTC(2026, 10, 22, 4);

function keeps(criteria: string, args: Validation['args'], value: Scalar): boolean {
  const state = newWorkbook({ id: 'w', title: 't', locale: 'zh_CN', timeZone: 'Asia/Shanghai', owner: 'o@x.cn' });
  state.sheets.push(newSheet(1, '选项'));
  const book = new Workbook(state);
  book.clock = () => NOON;
  book.apply([
    {
      op: 'cells',
      sheet: 1,
      row: 0,
      column: 0,
      cells: [['头'], ['甲'], ['乙'], [null], [3]].map((line) => line.map((v) => ({ v: v ?? null }))),
    },
    { op: 'cells', sheet: 0, row: 4, column: 2, cells: [[{ v: value }, { v: 10 }]] },
  ]);
  return checkValidation({ criteria, args, allowInvalid: false }, value, validationContext(book, 0, 4, 2, NOON));
}

const day = (iso: string) => isoToSerial(iso)!;

test.each<[string, Validation['args'], Scalar, boolean]>([
  ['VALUE_IN_LIST', [['甲', '乙'], true], '甲', true],
  ['VALUE_IN_LIST', [['甲', '乙'], true], '丙', false],
  ['VALUE_IN_LIST', [['1', '2']], 1, true],
  ['VALUE_IN_LIST', ['甲', '乙'], '乙', true],
  ['VALUE_IN_LIST', [['甲']], null, true],
  ['VALUE_IN_RANGE', ['选项!A2:A', true], '乙', true],
  ['VALUE_IN_RANGE', ["'选项'!$A$2:$A$9", true], 3, true],
  ['VALUE_IN_RANGE', ['选项!A2:A'], '头', false],
  ['VALUE_IN_RANGE', ['没有!A2:A'], '甲', false],
  ['CHECKBOX', [], true, true],
  ['CHECKBOX', [], '是', false],
  ['CHECKBOX', ['是', '否'], '否', true],
  ['NUMBER_BETWEEN', [1, 5], 5, true],
  ['NUMBER_BETWEEN', [1, 5], '3', false],
  ['NUMBER_NOT_BETWEEN', [1, 5], 6, true],
  ['NUMBER_GREATER_THAN', [0], 0, false],
  ['NUMBER_LESS_THAN_OR_EQUAL_TO', [0], 0, true],
  ['NUMBER_EQUAL_TO', ['=D5'], 10, true],
  ['DATE_IS_VALID_DATE', [], day('2026-11-22'), true],
  ['DATE_IS_VALID_DATE', [], '2026-11-22', true],
  ['DATE_IS_VALID_DATE', [], '明天', false],
  ['DATE_AFTER', [day('2026-11-22')], day('2026-11-22') + 0.5, false],
  ['DATE_ON_OR_BEFORE', ['=TODAY()'], day('2026-11-22') + 0.5, true],
  ['DATE_ON_OR_BEFORE', ['=TODAY()'], day('2026-11-23'), false],
  ['DATE_BEFORE_RELATIVE', ['TODAY'], day('2026-11-21'), true],
  ['DATE_BETWEEN', [day('2026-01-01'), day('2026-12-31')], day('2026-12-31'), true],
  ['TEXT_CONTAINS', ['西湖'], '杭州西湖区', true],
  ['TEXT_DOES_NOT_CONTAIN', ['西湖'], '杭州西湖区', false],
  ['TEXT_EQUAL_TO', ['vip'], 'VIP', true],
  ['TEXT_IS_VALID_EMAIL', [], 'a.b@shop.cn', true],
  ['TEXT_IS_VALID_EMAIL', [], 'a.b@shop', false],
  ['TEXT_IS_VALID_URL', [], 'https://shop.cn/a?b=c', true],
  ['TEXT_IS_VALID_URL', [], '西湖', false],
  ['CUSTOM_FORMULA', ['=C5<D5'], 9, true],
  ['CUSTOM_FORMULA', ['=C5<D5'], 11, false],
  ['CUSTOM_FORMULA', ['=COUNTIF(C:C,C5)=1'], 'x', true],
  ['SOMETHING_NEW', [], 'x', true],
])('%s %j: %p is %p', (criteria, args, value, expected) => {
  expect(keeps(criteria, args, value)).toBe(expected);
});
