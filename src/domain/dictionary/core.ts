import { customers } from './core/customers.ts';
import { purchases } from './core/purchases.ts';
import { repairs } from './core/repairs.ts';
import { services } from './core/services.ts';
import { staff } from './core/staff.ts';
import type { Dictionary } from './types.ts';

/**
 * The four record tabs that every shop has, with exactly these columns first and in this order, and the list of staff,
 * which appears when first used.
 */
export const coreDictionary: Dictionary = { tabs: [customers, purchases, repairs, services, staff] };
