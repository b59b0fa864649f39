import type { RangeObject } from './objects.ts';
import type { Methods } from './service-class.ts';

/** There are no data sources here, so that a range shows nothing of any. */
export const rangeDataSources: Methods<RangeObject> = {
  getDataSourceFormula: ['', () => null],
  getDataSourceFormulas: ['', () => []],
  getDataSourcePivotTables: ['', () => []],
  getDataSourceTables: ['', () => []],
};
