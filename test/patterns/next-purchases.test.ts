import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Following, followings } from '../../src/domain/patterns/next-purchases.ts';
import { type Happening, inOrder } from '../../src/domain/patterns/visits.ts';

const options = { today: 400, leastCustomers: 1, leastFollowed: 1, horizon: 365, believed: 1 };
const find = (all: Following[], first: number, then: number) => all.find((one) => one.first === first && one.then === then);

/** The same by its definition: each time somebody had `then`, who of those alike was there to have it, and who after `first`. */
function expectedByDefinition(ordered: readonly Happening[], first: number, then: number): number {
  const customers = [...new Set(ordered.map(({ customer }) => customer))];
  const of = (customer: number) => ordered.filter((one) => one.customer === customer);
  const level = (visits: number) => [1, 2, 3, 4, 6, 10].filter((least) => visits >= least).length;
  const stratum = (customer: number, day: number) => {
    const before = of(customer).filter((one) => one.day < day);
    const visits = new Set(before.map((one) => one.day)).size;
    return visits === 0 ? '' : `${level(visits)} ${first !== then && before.some(({ thing }) => thing === then)}`;
  };
  let sum = 0;
  for (const event of ordered.filter(({ thing }) => thing === then)) {
    const mine = stratum(event.customer, event.day);
    if (!mine) continue;
    const there = customers.filter((customer) => stratum(customer, event.day) === mine);
    const exposed = there.filter((customer) => {
      const start = of(customer).find(({ thing, day }) => thing === first && day < event.day)?.day;
      return start !== undefined && !of(customer).some(({ thing, day }) => thing === then && day > start && day < event.day);
    });
    sum += exposed.length / there.length;
  }
  return sum;
}

test('what is expected is what counting everybody at each purchase gives', () => {
  const happening = fc.record({ customer: fc.nat(5), day: fc.nat(12), thing: fc.nat(2) });
  fc.assert(
    fc.property(fc.array(happening, { minLength: 5, maxLength: 40 }), (some) => {
      const ordered = inOrder(some);
      for (const { first, then, expected, customers, followed, tooEarly, within } of followings(ordered, options)) {
        expect(expected).toBeCloseTo(expectedByDefinition(ordered, first, then), 9);
        expect(followed + tooEarly).toBeLessThanOrEqual(customers);
        expect(within).toBeGreaterThanOrEqual(followed / customers - 1e-9);
      }
    }),
  );
});

/** Some come often, some seldom, each buying what they buy at random; things 0 to 5. */
function crowd(size: number): Happening[] {
  let seed = 7;
  const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  return Array.from({ length: size }, (_, customer) => {
    const visits = 1 + Math.floor(10 * chance() ** 4);
    return Array.from({ length: visits }, () => ({ customer, day: Math.floor(chance() * 700), thing: Math.floor(chance() * 6) }));
  }).flat();
}
const strict = { today: 730, leastCustomers: 20, leastFollowed: 5, horizon: 365 };

test('that some customers buy more of everything is no finding', () => {
  const all = followings(inOrder(crowd(3000)), { ...strict, believed: 1 });
  expect(all.length).toBeGreaterThan(30);
  expect(all.filter(({ falseShare }) => falseShare < 0.05)).toEqual([]);
});

test('a cleaning half a year after an air conditioner is found, with the months between and who is still too early', () => {
  const bought = crowd(1000);
  const cleaned = bought.flatMap(({ customer, day, thing }) =>
    thing === 0 && customer % 3 === 0 && day + 180 <= 730 ? [{ customer, day: day + 160 + (customer % 40), thing: 9 }] : [],
  );
  const noise = Array.from({ length: 60 }, (_, i) => ({ customer: i * 16, day: (i * 37) % 730, thing: 9 }));
  const all = followings(inOrder([...bought, ...cleaned, ...noise]), strict);
  const found = find(all, 0, 9)!;
  expect(found.falseShare).toBeLessThan(1e-6);
  expect(found.followed / found.expected).toBeGreaterThan(2);
  expect(found.quartiles[1]).toBeGreaterThan(150);
  expect(found.quartiles[1]).toBeLessThan(205);
  expect(found.tooEarly).toBeGreaterThan(5);
  expect(all.filter(({ then, falseShare }) => then !== 9 && falseShare < 0.05)).toEqual([]);
});

test('those who were not seen for long are not held against it: Kaplan and Meier', () => {
  // three buy again after 10, 20 and 30 days, one was last seen after 15, one after 100
  const gaps: [number, number?][] = [[300, 310], [300, 320], [300, 330], [385], [300]];
  const happened = gaps.flatMap(([day, again], customer) =>
    [day, again].flatMap((on) => (on === undefined ? [] : [{ customer, day: on, thing: 0 }])),
  );
  const [again] = followings(inOrder(happened), options);
  expect(again!.within).toBeCloseTo(1 - (4 / 5) * (2 / 3) * (1 / 2), 12);
  expect(again!.tooEarly).toBe(1);
});
