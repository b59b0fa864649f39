import { segments } from '../segments/segments-report.ts';
import type { ReportKind } from './report-kind.ts';
import { sales } from './sales.ts';

/** The reports that a shop can choose, in the order in which they are offered. */
export const reportKinds: readonly ReportKind[] = [sales, segments];

/** @example reportKind('sales') */
export const reportKind = (key: string): ReportKind | undefined => reportKinds.find((kind) => kind.key === key);
