import { segments } from '../segments/segments-report.ts';
import { customers } from './customers.ts';
import { orders } from './orders.ts';
import { overview } from './overview.ts';
import { payments } from './payments.ts';
import { products } from './products.ts';
import type { ReportKind } from './report-kind.ts';
import { sales } from './sales.ts';

/** The reports that a shop can choose, in the order in which they are offered. */
export const reportKinds: readonly ReportKind[] = [overview, sales, orders, customers, products, payments, segments];

/** @example reportKind('sales') */
export const reportKind = (key: string): ReportKind | undefined => reportKinds.find((kind) => kind.key === key);
