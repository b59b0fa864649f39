import { expect, test } from '@jest/globals';
import { allAtOnce } from '../../local/faults/at-once.ts';
import { atOnce } from '../../local/faults/ledger/actions.ts';
import { ledgerWorkbook } from '../../local/faults/ledger/workbook.ts';
import { bundle } from './bundle.ts';

test.each([1, 2])(
  'three people at once, changing turns by seed %i, take nothing from each other',
  async (seed) => {
    const workbook = await ledgerWorkbook(bundle);
    const { problems, turns, answers } = await allAtOnce(atOnce(workbook.tabs), workbook, bundle, seed);
    expect(turns).toBeGreaterThan(200);
    expect(answers.filter(({ ok, message }) => !ok && !/[\u4e00-\u9fff]/.test(message))).toEqual([]);
    expect(problems).toEqual([]);
  },
  60_000,
);
