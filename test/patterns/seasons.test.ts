import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seasonOf } from '../../src/domain/patterns/seasons.ts';

/** Box and Jenkins, Time Series Analysis (1976), series G: monthly passengers of airlines, thousands, 1949 to 1960. */
const passengers = [
  ...[112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114, 140],
  ...[145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194],
  ...[196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259, 229, 203, 229],
  ...[242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306],
  ...[315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337],
  ...[360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432],
];

test('the months of the air passengers are those that classical decomposition finds', () => {
  // decompose(AirPassengers, "multiplicative")$figure in R
  const published = [0.91, 0.884, 1.007, 0.976, 0.981, 1.113, 1.227, 1.22, 1.06, 0.922, 0.801, 0.899];
  const season = seasonOf(passengers, 0)!;
  for (const [month, value] of season.index.entries()) expect(Math.abs(value - published[month]!)).toBeLessThan(0.03);
  expect(season.cycles).toBe(12);
  expect(season.best.month).toBe(5);
  expect(season.agreement).toBeGreaterThan(0.9);
  expect(season.chance).toBeLessThan(1e-20);
});

test('growth makes no season: each month counts as much as the others however fast the shop grows', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.95, max: 1.08, noNaN: true }),
      fc.integer({ min: 24, max: 50 }),
      fc.nat(11),
      (rate, months, first) => {
        const values = Array.from({ length: months }, (_, i) => 50 * rate ** i);
        for (const value of seasonOf(values, first)!.index) expect(value).toBeCloseTo(1, 9);
      },
    ),
  );
});

test('one large order in an even year is no season, and with a single year nothing is tested', () => {
  // 24 months, the same but for noise and one month a hundred times as large
  const even = [20, 22, 19, 21, 20, 23, 18, 20, 21, 19, 22, 20, 21, 19, 22, 20, 21, 20, 23, 22, 19, 21, 18, 20];
  even[6] = 2000;
  expect(seasonOf(even, 0)!.chance).toBeGreaterThan(0.05);
  expect(seasonOf(even.slice(0, 12), 0)!.chance).toBeNaN();
  expect(seasonOf(even.slice(0, 11), 0)).toBeUndefined();
});

test('months stand at their places whatever month the records begin with', () => {
  const values = Array.from({ length: 30 }, (_, i) => ((i + 3) % 12 === 6 ? 50 : 10));
  const season = seasonOf(values, 3)!;
  expect(season.index.indexOf(Math.max(...season.index))).toBe(6);
  expect(season.cycles).toBe(2);
});
