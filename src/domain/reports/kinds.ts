import { boughtTogether } from '../patterns/bought-together.ts';
import { comparison } from '../patterns/comparison.ts';
import { nextPurchase } from '../patterns/next-purchase.ts';
import { outlierReport } from '../patterns/outlier-report.ts';
import { seasonReport } from '../patterns/season-report.ts';
import { segments } from '../segments/segments-report.ts';
import { complaints } from './complaints.ts';
import { credit } from './credit.ts';
import { customers } from './customers.ts';
import { orders } from './orders.ts';
import { overview } from './overview.ts';
import { payments } from './payments.ts';
import { products } from './products.ts';
import { repairs } from './repairs.ts';
import type { ReportKind } from './report-kind.ts';
import { sales } from './sales.ts';
import { services } from './services.ts';
import { staff } from './staff.ts';

/** The reports that a shop can choose, in the order in which they are offered. */
export const reportKinds: readonly ReportKind[] = [
  overview,
  sales,
  orders,
  customers,
  products,
  payments,
  credit,
  repairs,
  services,
  complaints,
  staff,
  segments,
  comparison,
  seasonReport,
  boughtTogether,
  nextPurchase,
  outlierReport,
];

/** @example reportKind('sales') */
export const reportKind = (key: string): ReportKind | undefined => reportKinds.find((kind) => kind.key === key);
