import { expect, test } from '@jest/globals';
import { parsePhone } from '../../src/domain/phone/parse-phone.ts';
import type { PhoneRegion } from '../../src/domain/phone/phone-types.ts';
import { besideRepository, readCsv } from './read-csv.ts';

const numbers = besideRepository('phones_dev.csv');
const cells = besideRepository('messy_dev.csv');

(numbers ? test : test.skip)('no number of the measuring set is judged wrongly', () => {
  const wrong = readCsv(numbers!).filter(
    (row) => (parsePhone(row.number!, { region: row.region as PhoneRegion }).verdict === 'valid') !== (row.valid === 'true'),
  );
  expect(wrong).toEqual([]);
});

(cells ? test : test.skip)('every cell of the measuring set is read as it was meant', () => {
  const rows = readCsv(cells!);
  const read = rows.map((row) => {
    const found = parsePhone(row.input!, { region: row.default_region as PhoneRegion }).numbers;
    const meant = found.length > 1 ? `${found.length} numbers` : (found[0]?.e164 ?? '');
    return { ...row, expected_e164: meant, ext: found[0]?.extension ?? '' };
  });
  expect(read).toEqual(rows.map((row) => ({ ...row, ext: row.ext ?? '' })));
});
