import { expect, test } from '@jest/globals';
import { nameRank } from '../../src/domain/merge/name-rank.ts';

test.each([
  ['石艳悦', 'Yanyue Shi'],
  ['丁军文', '丁军文-微信'],
  ['丁军文', '丁军文（老客户）'],
  ['吴丽', '吴太太'],
  ['王芳', '王芳 女士'],
  ['Wei Zhang', 'W. Zhang'],
  ['Zhang Wei', 'Mr Zhang Wei'],
])('%s is the better name for one who is also called %s', (better, worse) => {
  expect(nameRank(better)).toBeGreaterThan(nameRank(worse));
});

test('of a company the full name is no worse than the short one', () => {
  expect(nameRank('杭州西湖电器有限公司')).toBeGreaterThanOrEqual(nameRank('西湖电器'));
});
