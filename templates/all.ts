import type { Template } from '../src/domain/dictionary/template.ts';
import type { Field } from '../src/domain/dictionary/types.ts';
import { applianceShop } from './appliance-shop.ts';
import { cafe } from './cafe.ts';
import { carDealer } from './car-dealer.ts';
import { clothesShop } from './clothes-shop.ts';
import { hotel } from './hotel.ts';
import { onlineCompany } from './online-company.ts';

/** The first one is what a new workbook starts with. */
export const templates: readonly Template[] = [applianceShop, hotel, carDealer, onlineCompany, clothesShop, cafe];

/** Undefined for a template that this version does not know: the core dictionary stands alone then. */
export function findTemplate(key: string | undefined): Template | undefined {
  return templates.find((template) => template.key === key);
}

/**
 * A field that was kept when the trade was changed, by `template.tab.field`; none where this version does not know it.
 *
 * @example findKept('hotel.purchases.roomType')
 */
export function findKept(id: string): { tab: string; field: Field }[] {
  const [template, tab = '', key] = id.split('.');
  const field = findTemplate(template)?.fields?.[tab]?.find((each) => each.key === key);
  return field ? [{ tab, field }] : [];
}
