import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { prepareCandidates } from '../../src/domain/duplicates/candidates.ts';
import { compareAddresses } from '../../src/domain/duplicates/compare-addresses.ts';
import type { CustomerTraits } from '../../src/domain/duplicates/customer-traits.ts';
import { sameAddress } from '../../src/domain/duplicates/household.ts';

const at = (number: string, address: string): CustomerTraits => ({
  number,
  name: `客户${number}`,
  phones: [],
  email: '',
  address,
  birthDate: '',
});

const found = (own: string, ...others: string[]) => {
  const all = [at('C0', own), ...others.map((address, i) => at(`C${i + 1}`, address))];
  return sameAddress(all[0]!, prepareCandidates(all), 9).map(({ number }) => number);
};

test('the same door in other words is the same household, another door of the house is not', () => {
  expect(
    found(
      '浙江省杭州市文三路100号2栋301室',
      '杭州市文三路 100 号 2 栋 0301 室',
      '文三路１００号２栋３０１室',
      '杭州市文三路100号2栋302室',
      '杭州市文三路100号2栋1301室',
      '宁波市文三路100号2栋301室',
    ),
  ).toEqual(['C1', 'C2']);
});

test('an address that names neither house nor door finds nobody', () => {
  expect(found('杭州市文三路', '杭州市文三路', '')).toEqual([]);
  expect(found('', '')).toEqual([]);
});

test('nobody is overlooked who would be found by comparing every address', () => {
  const address = fc
    .tuple(
      fc.constantFrom('文三路', '莫干山路'),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 3 }),
      fc.constantFrom('101', '12', '301'),
    )
    .map(([road, number, building, room]) => `杭州市${road}${number}号${building}栋${room}室`);
  fc.assert(
    fc.property(fc.array(address, { minLength: 2, maxLength: 40 }), ([own, ...others]) => {
      const wanted = others.flatMap((other, i) => (compareAddresses(own!, other) === 'same' ? [`C${i + 1}`] : []));
      expect(found(own!, ...others)).toEqual(wanted.slice(0, 9));
    }),
  );
});
