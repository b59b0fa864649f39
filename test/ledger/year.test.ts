import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { monthEndBefore, simulateYear } from '../../local/bench/year.ts';

const dist = process.env.LEDGER_DIST ?? join(import.meta.dirname, '../../dist');
/** `YEAR=5000 npm test -- test/ledger/year`: a whole year of a shop with so many customers. */
const customers = Number(process.env.YEAR ?? 0);

test('a shop of four, day by day: no mail twice, none lost without a word, every day backed up, and a day comes back as it was', async () => {
  const year = await simulateYear(
    customers > 0
      ? { dist, customers, days: 365, every: 'halfYearly', killEvery: 29, doubleEvery: 13, backTo: monthEndBefore(365) }
      : { dist, customers: 60, days: 12, every: 'monthly', killEvery: 5, doubleEvery: 4, backTo: 9 },
  );
  if (customers > 0) console.log(JSON.stringify(year, null, 2));
  expect(year).toMatchObject({ doubled: 0, differences: 0 });
  expect(year.mails.every(({ mostADay }) => mostADay <= 1)).toBe(true);
  expect(year.cutOff).toBeGreaterThan(0);
  expect(year.named).toBe(year.cutOff);
  expect(year.busiest).toBeLessThanOrEqual(100);
  expect(year.backups).toMatchObject({ missed: 0, lacking: [] });
  expect(year.reviewed).toBeGreaterThan(0);
}, 3_600_000);
