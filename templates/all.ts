import type { Template } from '../src/domain/dictionary/template.ts';
import { applianceShop } from './appliance-shop.ts';

/** The first one is what a new workbook starts with. */
export const templates: readonly Template[] = [applianceShop];

/** Undefined for a template that this version does not know: the core dictionary stands alone then. */
export function findTemplate(key: string | undefined): Template | undefined {
  return templates.find((template) => template.key === key);
}
