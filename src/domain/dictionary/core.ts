import { credits } from './core/credits.ts';
import { customers } from './core/customers.ts';
import { interactions } from './core/interactions.ts';
import { preferences } from './core/preferences.ts';
import { products } from './core/products.ts';
import { purchases } from './core/purchases.ts';
import { repairs } from './core/repairs.ts';
import { services } from './core/services.ts';
import { staff } from './core/staff.ts';
import type { Dictionary } from './types.ts';

/**
 * The four record tabs that every shop has, with exactly these columns first and in this order, the record tabs that
 * appear when first used, and the lists that others lean on.
 */
export const coreDictionary: Dictionary = {
  tabs: [customers, purchases, repairs, services, interactions, credits, preferences, products, staff],
};
